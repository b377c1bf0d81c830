import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmdesk.readers.mail_header_block import header_only
from calmdesk.readers.mail_headers import mail_headers
from calmdesk.readers.mbox_split import looks_like_mbox, slices

BORDER = b"From dana@x.test Mon Jan  5 09:00:00 2026\n"


def split(data: bytes) -> list[bytes]:
    return [data[one.start : one.end] for one in slices(io.BytesIO(data))]


def doubts(data: bytes) -> list[str]:
    return [one.ambiguous for one in slices(io.BytesIO(data))]


@pytest.mark.parametrize(
    "border",
    [
        BORDER,
        b"From - Mon Jan  5 09:00:00 2026\n",
        b"From -\n",
        b"From - \n",
        b"From 1844347792267117879@xxx\n",
        b"From dana@x.test Mon Jan 05 09:00:00 +0100 2026\n",
        b"From MAILER-DAEMON Mon Jan  5 09:00:00 2026\n",
    ],
)
def test_mails_are_split_at_the_lines_between_them(border: bytes) -> None:
    data = border + b"Subject: one\n\nfirst\n\n" + border + b"Subject: two\n\nsecond\n"
    assert split(data) == [b"Subject: one\n\nfirst\n", b"Subject: two\n\nsecond\n"]
    assert doubts(data) == ["", ""]


def test_line_ends_of_windows_are_understood() -> None:
    data = (BORDER + b"Subject: one\n\nfirst\n\n" + BORDER + b"Subject: two\n\nsecond\n").replace(b"\n", b"\r\n")
    assert split(data) == [b"Subject: one\r\n\r\nfirst\r\n", b"Subject: two\r\n\r\nsecond\r\n"]


@pytest.mark.parametrize(
    "line",
    [
        b"From Russia with love\n",
        b"From Russia with love\nYear: 1963\n",
        b"From 9:00 on 5 May 2026 it was down\nand up\n",
    ],
)
def test_a_sentence_that_begins_with_from_is_text_and_is_flagged(line: bytes) -> None:
    data = BORDER + b"Subject: one\n\nfirst\n\n" + line
    assert split(data) == [b"Subject: one\n\nfirst\n\n" + line]
    assert doubts(data) == ['a line that begins with "From " was taken as text']


def test_a_border_without_a_date_is_flagged() -> None:
    data = BORDER + b"Subject: one\n\nfirst\n\nFrom somebody\nReceived: by x\nSubject: two\n\nsecond\n"
    assert len(split(data)) == 2
    assert doubts(data) == ['a "From " line without a date was taken as a border', ""]


def test_a_border_without_an_empty_line_above_is_flagged() -> None:
    data = BORDER + b"Subject: one\n\nfirst\n" + BORDER + b"Subject: two\n\nsecond\n"
    assert split(data) == [b"Subject: one\n\nfirst\n", b"Subject: two\n\nsecond\n"]
    assert doubts(data) == ['no empty line above a "From " line', ""]


def test_a_content_length_that_fits_is_believed() -> None:
    body = b"first\n\n" + BORDER + b"Subject: quoted\n\nstill first\n"
    head = b"Subject: one\nContent-Length: %d\n\n" % len(body)
    data = BORDER + head + body + b"\n" + BORDER + b"Subject: two\n\nsecond\n"
    assert split(data) == [head + body, b"Subject: two\n\nsecond\n"]
    assert doubts(data) == ["", ""]


@pytest.mark.parametrize("length", [0, 3, 9_999_999, 10])
def test_a_content_length_that_leads_nowhere_is_not_believed_and_that_is_said(length: int) -> None:
    head = b"Subject: one\nContent-Length: %d\n\n" % length
    data = BORDER + head + b"first words\n\n" + BORDER + b"Subject: two\n\nsecond\n"
    assert split(data) == [head + b"first words\n", b"Subject: two\n\nsecond\n"]
    assert "Content-Length" in doubts(data)[0]


def test_a_file_without_a_first_border_is_read_and_flagged() -> None:
    data = b"Subject: one\n\nfirst\n"
    assert split(data) == [data]
    assert doubts(data) == ['the file does not begin with a "From " line']


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_holds_no_mail(data: bytes) -> None:
    assert split(data) == []


def test_a_border_across_a_chunk_of_the_file_is_seen() -> None:
    for shift in range(8):
        data = (
            BORDER + b"Subject: one\n\n" + b"x" * ((1 << 20) - 60 + shift) + b"\n\n" + BORDER + b"Subject: two\n\n2\n"
        )
        assert len(split(data)) == 2


def test_only_a_border_with_a_header_below_begins_a_mailbox() -> None:
    assert looks_like_mbox(BORDER + b"Subject: one\n\nfirst\n")
    assert looks_like_mbox(b"\xef\xbb\xbfFrom -\r\nSubject: one\r\n\r\n")
    assert not looks_like_mbox(b"From Russia with love\nand kisses\n")
    assert not looks_like_mbox(b"Subject: one\n\n")


@given(
    st.lists(
        st.sampled_from(
            [BORDER, b"Subject: x\n", b"\n", b"From x\n", b"text\n", b"Content-Length: 5\n", b"\r\n", b"Fro"]
        ),
        max_size=14,
    )
)
def test_no_byte_of_a_mail_is_lost_or_in_two_mails(lines: list[bytes]) -> None:
    data = b"".join(lines)
    last = 0
    for one in slices(io.BytesIO(data)):
        assert last <= one.start <= one.end <= len(data)
        between = data[last : one.start]
        assert not between.strip() or between.strip().startswith(b"From ")
        last = one.end
    assert not data[last:].strip()


@pytest.mark.parametrize("name", ["content-length", "issue1189", "simple", "unmunged"])
def test_the_published_traps_hold_as_many_mails_as_their_summaries_say(shared: Path, name: str) -> None:
    folder = shared / "corpora/malformed/mail-mimekit/UnitTests/TestData/mbox"
    data = (folder / f"{name}.mbox.txt").read_bytes()
    summary = folder / f"{name}-summary.txt"
    subjects = [mail_headers(header_only(one)).subject for one in split(data)]
    if summary.exists():
        lines = summary.read_text("utf-8").replace("\r\n", "\n").split("\n")
        expected = [line.removeprefix("Subject: ") for line in lines if line.startswith("Subject: ")]
        assert [subject.split() for subject in subjects] == [subject.split() for subject in expected]
    else:
        assert len(subjects) == {"simple": 3, "unmunged": 2}[name]
