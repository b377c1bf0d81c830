"""As many words as a glance takes in: whole words, and a sign where something was left out."""

from __future__ import annotations

_ENDS = ".!?\n"


def around(text: str, start: int, end: int, longest: int) -> str:
    """The words from `start` to `end` on one line, with as much of their sentence as there is room for."""
    first = max(text.rfind(mark, 0, start) for mark in _ENDS) + 1
    last = min((place + 1 for mark in _ENDS if (place := text.find(mark, end)) != -1), default=len(text))
    if len(_line(text[first:last])) <= longest:
        return _line(text[first:last])
    room = max(0, longest - (end - start)) // 2
    left, right = text[max(first, start - room) : start], text[end : min(last, end + room)]
    if start - room > first:
        left = f"… {left.partition(' ')[2]}"
    if end + room < last:
        right = f"{right.rpartition(' ')[0]} …"
    return _line(left + text[start:end][:longest] + right)


def ending(text: str, longest: int) -> str:
    """The last sentence, or the last words of it."""
    plain = _line(text)
    start = max(plain.rfind(f"{mark} ", 0, len(plain) - 1) for mark in ".!?") + 1
    last = plain[start:].strip()
    return last if len(last) <= longest else f"… {last[-longest:].partition(' ')[2]}"


def _line(text: str) -> str:
    return " ".join(text.split())
