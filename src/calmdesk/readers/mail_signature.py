"""Where a signature begins below what was written."""

from __future__ import annotations

from collections.abc import Sequence

from calmdesk.readers.mail_lines import MAX_LINE, Line, is_rule
from calmdesk.readers.mail_phrases import CLOSING, MOBILE

_MAX_SIGNATURE_LINES = 12
# Words of sentences, hardly ever of names, jobs and addresses.
_WORDS = """
ps i i'm i've me my we you your it it's is are was be been this that these please still again not no don't can't have
has need want why when what how now asap today waiting will would fix call
"""
_SENTENCE_WORDS = frozenset(_WORDS.split())


def signature_start(lines: Sequence[Line], start: int, end: int) -> int | None:
    """Where a signature begins: the "-- " line, "Sent from my …", a list footer, or a closing with a name block."""
    found: int | None = None
    written = [index for index in range(start, end) if not lines[index].blank]
    for place, index in enumerate(written):
        text = lines[index].text
        left = len(written) - place - 1
        if text.rstrip("\r") == "-- " or (
            text.strip() in ("--", "—", "—-", "__", "-–") and left <= _MAX_SIGNATURE_LINES
        ):
            return index
        if left <= _MAX_SIGNATURE_LINES and is_rule(text) and _is_footer(lines, written[place + 1 :]):
            return index
        if place and _is_closing(lines[written[place - 1]].text) and text.strip("_ \t") == "" and left:
            return index
        if left <= 2 and len(text) <= 100 and MOBILE.match(text.strip()):
            return index
        if found is None and place > 0 and left and left <= _MAX_SIGNATURE_LINES:
            names = _names_below_closing(lines, written, place)
            if names and all(_is_name_line(lines[later].text) for later in names):
                found = names[0]
    return found


def above_rules(lines: Sequence[Line], start: int, end: int) -> int:
    """A line of dashes right above the signature belongs to it."""
    while end > start and (lines[end - 1].blank or is_rule(lines[end - 1].text)):
        end -= 1
    return end


def _names_below_closing(lines: Sequence[Line], written: Sequence[int], place: int) -> Sequence[int]:
    """The lines below "Best regards"; the closing itself is the writer's own word and stays."""
    if not _is_closing(lines[written[place]].text):
        return []
    while place < len(written) and _is_closing(lines[written[place]].text):
        place += 1
    return written[place:]


def _is_closing(text: str) -> bool:
    return len(text) <= 60 and CLOSING.match(text.strip()) is not None


def _is_name_line(text: str) -> bool:
    """Short, and no sentence: a name, a job, a number. Anything that could be a sentence keeps the whole block."""
    stripped = text.strip()
    words = stripped.lower().replace(",", " ").split()
    if stripped[:1].islower() and not stripped.startswith(("http", "www")) and "@" not in stripped:
        return False
    if _SENTENCE_WORDS & set(words) or words[0].startswith(("ps:", "p.s", "p.p.s", "nb:", "n.b")):
        return False
    return len(stripped) <= 80 and len(words) <= 8 and not stripped.endswith(("?", "!", ".", ":"))


def _is_footer(lines: Sequence[Line], written: Sequence[int]) -> bool:
    """The footer that mailing lists and portals add."""
    block = " ".join(lines[index].text[:MAX_LINE] for index in written).lower()
    return any(word in block for word in ("mailing list", "unsubscribe", "listinfo", "you are receiving this"))
