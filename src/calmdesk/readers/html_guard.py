"""Pages on which an HTML parser would run for minutes, and a plain way to read them.

HTML parsers walk their stack of open elements at each tag, and their list of attributes at each attribute, so a page of
one megabyte that never closes anything costs a number of steps with eleven digits. Here the steps are counted first.
"""

from __future__ import annotations

import html as entities

MAX_STEPS = 30_000_000
_DROPPED = ("script", "style", "head", "title", "template", "noscript")


def too_costly(page: str) -> bool:
    """Whether parsing would take more than about a quarter of a second."""
    steps = 0
    depth = 0
    open_tags: dict[str, int] = {}
    pieces = page.split("<")
    for piece in pieces[1:]:
        words = piece.count(" ") + piece.count("\n") + piece.count("/")
        steps += depth + words * words // 8
        if steps > MAX_STEPS:
            return True
        closing = piece.startswith("/")
        name = _name(piece[1:20] if closing else piece[:20])
        if closing:
            if open_tags.get(name, 0):
                open_tags[name] -= 1
                depth -= 1
        elif name:
            open_tags[name] = open_tags.get(name, 0) + 1
            depth += name not in _EMPTY
    return False


def stripped(page: str) -> str:
    """The text between the tags."""
    texts: list[str] = []
    first, *pieces = page.split("<")
    texts.append(first)
    for piece in pieces:
        text = piece.partition(">")[2]
        if text.strip() and _name(piece[:20]) not in _DROPPED:
            texts.append(text)
    return entities.unescape("\n".join(text.strip() for text in texts if text.strip()))


_EMPTY = frozenset({"br", "hr", "img", "meta", "link", "input", "area", "base", "col", "embed", "source", "wbr", "!--"})


def _name(piece: str) -> str:
    name = piece.partition(">")[0].split(None, 1)[:1]
    return name[0].rstrip("/").lower() if name and not piece[:1].isspace() else ""
