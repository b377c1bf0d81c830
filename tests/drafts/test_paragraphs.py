"""Paragraphs as a reader sees them."""

import pytest

from calmdesk.drafts.paragraphs import paragraphs_of

WRAPPED = (
    "The log of your laptop shows that the copy stopped at ten past nine. The drive on\n"
    "the server was full at that time, and we have made room on it since then. It will\n"
    "start again at noon and take about an hour, so please leave the laptop on.\n"
    "The light on the lid may blink."
)


def paragraphs(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs_of(text)]


def test_an_empty_line_parts_two_paragraphs() -> None:
    assert paragraphs("The copy is safe.\n\nIt starts at noon.") == ["The copy is safe.", "It starts at noon."]


@pytest.mark.parametrize(
    "lines",
    [
        ["Hello Ana,", "the copy is safe.", "Kind regards, Sam"],
        ["word " * 60 + "end.", "word " * 70 + "end."],
        ["The copy of your files stopped at ten past nine this morning.", "It starts again at noon."],
        [
            "The copy of your files stopped at ten past nine this morning.",
            "The drive on the server was full at that time, as it was then.",
            "We have made room on it since then, and it starts again soon.",
        ],
    ],
    ids=["short", "long", "two sentences", "a sentence on each line"],
)
def test_a_line_that_was_ended_on_purpose_is_a_paragraph(lines: list[str]) -> None:
    assert paragraphs("\n".join(lines)) == lines


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_lines_that_a_mail_program_broke_are_one(newline: str) -> None:
    text = WRAPPED.replace("\n", newline)
    assert paragraphs(text) == [text]


def test_a_greeting_before_broken_lines_stands_for_itself() -> None:
    assert paragraphs("Hello Ana,\n" + WRAPPED) == ["Hello Ana,", WRAPPED]


@pytest.mark.parametrize("text", ["", "\n", " \n \n"])
def test_nothing_holds_no_paragraph(text: str) -> None:
    assert paragraphs(text) == []
