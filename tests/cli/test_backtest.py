import json

from tests.cli.run import calmdesk

CHATS = {
    "calm.txt": "Dana: I cannot log in.\nAmir: Which error do you see?\nDana: It says the account is locked.\n",
    "loud.txt": "Dana: I cannot log in.\nAmir: Which error do you see?\nDana: you are an idiot\n",
}


def export(tmp_path):
    folder = tmp_path / "export"
    folder.mkdir()
    for name, text in CHATS.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "broken.json").write_text('{"messages": [', encoding="utf-8")
    return folder


def test_a_folder_is_read_counted_and_sampled(tmp_path):
    answer = calmdesk("backtest", export(tmp_path))
    assert "2 conversations, 6 messages read" in answer.out
    assert "insults_the_helper" in answer.out
    assert "Not read" in answer.out
    assert "samples are drawn" in answer.out


def test_marks_are_kept_and_give_each_sign_its_precision(tmp_path):
    folder, report = export(tmp_path), tmp_path / "report.json"
    calmdesk("backtest", folder, "--out", report, "--mark", given="r" * 50)
    saved = json.loads(report.read_text(encoding="utf-8"))
    assert set(saved["marks"].values()) == {"right"}
    again = calmdesk("backtest", folder, "--out", report)
    assert "insults_the_helper" in again.out.split("Precision by your marks")[1]
    assert "1/1 = 100%" in again.out
