import json

import pytest

from tests.cli.run import calmdesk


def wire(text, name="c1"):
    return json.dumps(
        {
            "calmdesk": 1,
            "id": name,
            "channel": "chat",
            "participants": [{"id": "U1", "role": "requester", "name": "Dana"}],
            "messages": [{"id": "m1", "sender": "U1", "text": text}],
        }
    )


CALM, HOSTILE = wire("I cannot log in."), wire("you are an idiot")


def test_jsonl_gives_one_reading_for_each_line_in_order():
    answer = calmdesk("read", "--jsonl", "-", given=f"{wire('a', 'first')}\n{wire('b', 'second')}\n")
    assert [line["conversation"] for line in answer.lines] == ["first", "second"]
    assert answer.code == 0


def test_a_bad_line_is_answered_in_its_place_and_the_rest_is_read():
    answer = calmdesk("read", "--jsonl", "-", given=f"{CALM}\n{{broken\n\n{HOSTILE}\n")
    first, bad, last = answer.lines
    assert (first["conversation"], last["conversation"]) == ("c1", "c1")
    assert bad["line"] == 2
    assert bad["calmdesk"] == 1
    assert "not JSON" in bad["error"]
    assert answer.code == 2


@pytest.mark.parametrize(("stage", "code"), [("early", 1), ("rising", 1), ("conduct", 1)])
def test_fail_on_exits_with_one_where_such_a_finding_is_found(stage, code):
    assert calmdesk("read", "--jsonl", "--fail-on", stage, "-", given=HOSTILE).code == code
    assert calmdesk("read", "--jsonl", "--fail-on", stage, "-", given=CALM).code == 0


def test_bad_input_outweighs_a_finding():
    assert calmdesk("read", "--jsonl", "--fail-on", "early", "-", given=f"{HOSTILE}\nx\n").code == 2


def test_now_sets_the_time_of_the_reading():
    answer = calmdesk("read", "--jsonl", "--now", "2026-01-05T10:00:00+01:00", "-", given=CALM)
    assert answer.lines[0]["as_of"] == "2026-01-05T10:00:00+01:00"


def test_a_time_without_a_zone_is_refused_with_an_example():
    answer = calmdesk("read", "--jsonl", "--now", "2026-01-05", "-", given=CALM)
    assert answer.code == 2
    assert "not a time with a zone" in answer.err
    assert "2026-01-05T10:00:00Z" in answer.err


def test_a_file_that_is_not_there_is_one_sentence():
    answer = calmdesk("read", "nowhere.txt")
    assert answer.code == 2
    assert answer.err.count("\n") == 1
    assert "nowhere.txt" in answer.err


def test_json_prints_one_reading_for_each_conversation(tmp_path):
    path = tmp_path / "c.json"
    path.write_text(f"[{CALM}, {HOSTILE}]", encoding="utf-8")
    answer = calmdesk("read", "--json", path)
    assert [bool(line["findings"]) for line in answer.lines] == [False, True]


def test_a_person_sees_the_words_the_sign_and_the_first_shift(tmp_path):
    path = tmp_path / "chat.txt"
    path.write_text(
        "Dana: I cannot log in.\nAmir: Which error?\nDana: Last time this happened nobody called.\n", encoding="utf-8"
    )
    answer = calmdesk("read", path, "--width", "100")
    assert "first shift" in answer.out
    assert "message 3 of 3" in answer.out
    assert "brings_up_last_time" in answer.out
    assert "Last time this happened nobody called." in answer.out
    assert "\x1b" not in answer.out


def test_a_calm_conversation_says_so(tmp_path):
    path = tmp_path / "chat.txt"
    path.write_text("Dana: I cannot log in.\nAmir: Which error do you see?\n", encoding="utf-8")
    assert "No shift in tone was found." in calmdesk("read", path).out


def test_control_characters_do_not_reach_the_terminal(tmp_path):
    path = tmp_path / "chat.json"
    path.write_text(wire("hello \x1b[31m there".replace("\x1b", "\\u001b")).replace("\\\\u", "\\u"), encoding="utf-8")
    assert "\x1b" not in calmdesk("read", path).out


def test_what_is_broken_names_file_place_and_remedy(tmp_path):
    path = tmp_path / "c.json"
    path.write_text(CALM.replace('"chat"', '"fax"'), encoding="utf-8")
    answer = calmdesk("read", path)
    assert answer.code == 2
    assert "c.json" in answer.err
    assert "$.channel" in answer.err
    assert "allowed are voice, chat" in answer.err


def test_a_folder_with_other_files_in_it_is_read_and_they_are_counted_in_one_line(tmp_path):
    (tmp_path / "chat.json").write_text(CALM, encoding="utf-8")
    for name in ("README.md", "tool.py", "run.log"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    answer = calmdesk("read", tmp_path)
    assert answer.code == 0
    assert answer.err == "calmdesk: left out 3 files that hold no conversation by their kind (.log, .md, .py)\n"


@pytest.mark.parametrize("before", ["", "\ufeff", "\n\n"])
def test_one_json_document_over_several_lines_is_told_apart_from_json_lines_once(before):
    pretty = json.dumps(json.loads(CALM), indent=2)
    answer = calmdesk("read", "--jsonl", "-", given=before + pretty)
    assert answer.code == 2
    assert all(line["error"] for line in answer.lines)
    assert answer.err == (
        "calmdesk: standard input: this looks like one JSON document over several lines. Leave out --jsonl.\n"
    )


def test_a_lone_brace_after_a_good_line_is_a_bad_line():
    assert len(calmdesk("read", "--jsonl", "-", given=f"{CALM}\n{{\n{CALM}\n").lines) == 3


def test_in_a_pipe_no_line_ends_in_spaces(tmp_path):
    path = tmp_path / "chat.txt"
    path.write_text("Dana: I cannot log in.\nAmir: Which error?\nDana: you are an idiot\n", encoding="utf-8")
    lines = calmdesk("read", path).out.split("\n")
    assert "    you are an idiot" in lines
    assert all(line == line.rstrip() for line in lines)
