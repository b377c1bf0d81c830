import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmdesk.conversation import Conversation
from calmdesk.errors import BadInput, LimitExceeded, NotRecognised
from calmdesk.readers import FORMATS, Original, format_named, read_bytes, read_path
from calmdesk.readers import detect as detecting
from tests.readers.exports import slack_files, zipped
from tests.readers.reading import read_all
from tests.readers.test_calmdesk_json import ONE

MAIL = (
    "From: Dana <dana@corp.test>\nTo: desk@corp.test\nSubject: VPN\nDate: Mon, 5 Jan 2026 09:00:00 +0000\n\nIt broke.\n"
)
SAMPLES = {
    "slack": zipped(slack_files()),
    "mbox": f"From dana@corp.test Mon Jan  5 09:00:00 2026\n{MAIL}",
    "vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n",
    "call-analytics": json.dumps({"Transcript": [{"ParticipantRole": "AGENT", "Content": "Hello"}]}),
    "whisper": json.dumps({"segments": [{"start": 0, "end": 1, "text": "Hello"}]}),
    "teams": json.dumps({"value": [{"id": "1767603600000", "messageType": "message", "createdDateTime": "x"}]}),
    "jsonl": f"{json.dumps(ONE)}\n{json.dumps(ONE)}\n",
    "json": json.dumps(ONE, indent=1),
    "eml": MAIL,
    "srt": "1\n00:00:01,000 --> 00:00:02,000\nHello\n",
    "csv": "ticket,author,text\n1,Dana,hi\n",
    "plain": "Dana: hi\nKim: hello\n",
}


def recognised(data, name=""):
    original = Original(data.encode() if isinstance(data, str) else data, name)
    return next((one.name for one in FORMATS if one.recognises(original)), None)


def test_there_is_a_sample_of_every_format():
    assert {one.name for one in FORMATS} == set(SAMPLES)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_format_is_recognised_without_a_file_name(name):
    assert recognised(SAMPLES[name]) == name


@pytest.mark.parametrize("name", [name for name in SAMPLES if name not in ("slack", "mbox")])
@pytest.mark.parametrize(("before", "after"), [("\ufeff", ""), ("\n\n", ""), ("", "\n\n")])
def test_a_mark_or_empty_lines_around_it_change_nothing(name, before, after):
    data = f"{before}{SAMPLES[name]}{after}"
    assert recognised(data) == name
    assert [type(item) for item in read_all(data)] == [type(item) for item in read_all(SAMPLES[name])]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_format_can_be_named_by_hand(name):
    assert format_named(f" {name.upper()} ").name == name


def test_a_name_that_is_no_format_says_which_are():
    with pytest.raises(NotRecognised, match=r"no format is called 'docx'; known are slack, mbox, .*plain"):
        read_all("x", as_format="docx")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "it is empty"),
        (b"\xef\xbb\xbf \r\n", "it is empty"),
        (b"%PDF-1.7 \0\0", "no known format; known are: Slack export"),
        (b"\x1f\x8b\x08\0\0", "a compressed file (gzip)"),
        (zipped({"a.txt": b"x"}), "a zip file, but no Slack export"),
        (b'{"tickets": []}', "JSON of a shape that is not known; known are: "),
    ],
)
def test_what_no_reader_knows_is_refused_with_what_is_allowed(data, words):
    with pytest.raises(NotRecognised) as caught:
        read_all(data)
    assert words in str(caught.value)


def test_too_large_a_file_is_refused_unread(monkeypatch, tmp_path):
    monkeypatch.setattr(detecting, "MAX_BYTES", 10)
    (tmp_path / "a.txt").write_text("Dana: hello there")
    with pytest.raises(LimitExceeded, match="17 bytes, 10 are allowed"):
        list(read_path(tmp_path / "a.txt"))
    with pytest.raises(LimitExceeded, match="17 bytes, 10 are allowed"):
        read_all("Dana: hello there")


def test_json_lines_on_disk_may_be_larger_than_what_is_read_at_once(monkeypatch, tmp_path):
    monkeypatch.setattr(detecting, "MAX_BYTES", 10)
    (tmp_path / "a.jsonl").write_text(SAMPLES["jsonl"])
    assert len(list(read_path(tmp_path / "a.jsonl"))) == 2


def test_a_folder_is_read_to_its_end_in_the_order_of_names(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "b.txt").write_text(SAMPLES["plain"])
    (tmp_path / "a.bin").write_bytes(b"\0\1\2\3" * 40)
    (tmp_path / "sub" / "c.jsonl").write_text(SAMPLES["jsonl"] + "{broken\n")
    (tmp_path / ".hidden.txt").write_text(SAMPLES["plain"])
    (tmp_path / "link.txt").symlink_to(tmp_path / "b.txt")
    found = list(read_path(str(tmp_path)))
    assert [type(item).__name__ for item in found] == [
        "NotRecognised",
        "Conversation",
        "Conversation",
        "Conversation",
        "BadInput",
    ]
    assert str(found[0]).startswith("a.bin: no known format")
    assert str(found[-1]).startswith("sub/c.jsonl, line 3, column 2: not JSON")


def test_a_file_that_is_not_there_is_the_error_of_the_system():
    with pytest.raises(FileNotFoundError):
        read_path("no/such/file.txt")


def test_a_reader_that_stumbles_takes_nothing_with_it(monkeypatch):
    class Stumbles:
        name = "stumbles"
        title = "x"

        def recognises(self, original):
            return True

        def read(self, original, desk):
            yield from read_bytes(b"Dana: hi", format="plain")
            raise KeyError("secret words")

    plain = format_named("plain")
    monkeypatch.setattr(detecting, "FORMATS", (Stumbles(), plain))
    found = read_all("x")
    assert isinstance(found[0], Conversation)
    assert str(found[1]) == (
        "the reader failed on it (KeyError). Keep the file and report it; other files are not affected."
    )


@pytest.mark.parametrize("name", SAMPLES)
@given(data=st.data())
def test_a_damaged_file_is_still_an_answer(name, data):
    whole = SAMPLES[name] if isinstance(SAMPLES[name], bytes) else SAMPLES[name].encode()
    place = data.draw(st.integers(0, len(whole)))
    gone = data.draw(st.integers(0, 20))
    damaged = whole[:place] + data.draw(st.binary(max_size=12)) + whole[place + gone :]
    answers(damaged, None)
    answers(damaged, name)


@given(st.binary(max_size=500), st.sampled_from([None, *SAMPLES]))
def test_whatever_the_bytes_there_is_an_answer(data, name):
    answers(data, name)


def answers(data, name):
    try:
        found = read_all(data, as_format=name)
    except BadInput as problem:
        found = [problem]
    assert not any("failed on it" in str(item) for item in found)


def test_files_of_a_folder_that_are_no_conversations_by_kind_are_left_out_and_told(tmp_path):
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "chat.txt").write_text(SAMPLES["plain"])
    (tmp_path / "slack.zip").write_bytes(SAMPLES["slack"])
    others = {"README", "README.txt", "notes.md", "tool.py", "server.log", "face.PNG", "old.tar.gz", "other.zip"}
    for name in others:
        (tmp_path / name).write_bytes(zipped({"a.txt": b"x"}) if name == "other.zip" else b"Dana: hi\n")
    (tmp_path / "__pycache__" / "x.txt").write_text(SAMPLES["plain"])
    left_out = []
    found = list(read_path(tmp_path, left_out=left_out.append))
    assert found
    assert all(isinstance(item, Conversation) for item in found)
    assert {path.name for path in left_out} == others | {"x.txt"}


def test_a_damaged_zip_in_a_folder_is_not_passed_over(tmp_path):
    (tmp_path / "slack.zip").write_bytes(SAMPLES["slack"][:200])
    [problem] = read_path(tmp_path)
    assert "damaged" in str(problem)


def test_logs_in_a_folder_are_read_where_their_format_is_named(tmp_path):
    (tmp_path / "channel.log").write_text(SAMPLES["plain"])
    assert [type(item) for item in read_path(tmp_path, format="plain")] == [Conversation]


def test_a_file_named_by_itself_is_read_whatever_its_kind(tmp_path):
    (tmp_path / "README.md").write_text(SAMPLES["plain"])
    assert [type(item) for item in read_path(tmp_path / "README.md")] == [Conversation]
