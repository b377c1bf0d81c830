import json
import subprocess
import sys

import pytest

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


@pytest.fixture
def nothing_may_be_read(monkeypatch):
    def reads(*arguments, **options):
        pytest.fail("the export is read although the result cannot be kept")

    monkeypatch.setattr("calmdesk.archive.run_backtest", reads)


def test_the_folder_of_the_report_is_made(tmp_path):
    report = tmp_path / "not" / "there" / "report.json"
    assert calmdesk("backtest", export(tmp_path), "--out", report).code == 0
    assert json.loads(report.read_text(encoding="utf-8"))["marks"] == {}
    assert [path.name for path in report.parent.iterdir()] == ["report.json"]


@pytest.mark.parametrize(
    ("out", "why"), [("a-file/report.json", "a folder in it is a file"), ("a-folder", "is a directory")]
)
def test_a_report_that_cannot_be_saved_is_one_sentence_before_anything_is_read(tmp_path, nothing_may_be_read, out, why):
    (tmp_path / "a-file").write_text("x", encoding="utf-8")
    (tmp_path / "a-folder").mkdir()
    answer = calmdesk("backtest", export(tmp_path), "--out", tmp_path / out)
    assert answer.code == 2
    assert answer.err.count("calmdesk:") == 1
    assert "\n" not in answer.err.strip()
    assert f"{out}: the report cannot be saved there" in answer.err
    assert why in answer.err


def test_a_file_that_is_no_report_is_refused_before_anything_is_read(tmp_path, nothing_may_be_read):
    other = tmp_path / "other.json"
    other.write_text("[]", encoding="utf-8")
    assert calmdesk("backtest", export(tmp_path), "--out", other).code == 2
    assert other.read_text(encoding="utf-8") == "[]"


def test_marking_without_a_terminal_is_one_sentence(tmp_path):
    ended = subprocess.run(
        [sys.executable, "-c", "from calmdesk.cli.main import main; main()", "backtest", tmp_path / "gone", "--mark"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        start_new_session=True,
        check=False,
    )
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert ended.stderr.startswith("calmdesk: --mark: marking needs a terminal")
    assert ended.stderr.count("\n") == 1
