"""The words of a caption without its markup, and whose words they are."""

from __future__ import annotations

import html
from dataclasses import dataclass

_LONGEST_TAG = 200
_MOST_MARKS = 4
_SRT_MARKS = ("{\\an", "{\\pos", "{\\i", "{\\b")


@dataclass(frozen=True)
class Said:
    """Words of one voice; `speaker` is None where no voice tag says whose."""

    speaker: str | None
    text: str


def said(payload: str) -> list[Said]:
    r"""Split the text of a cue at its voice tags.

    Copes with `<v Name>`, `<v.loud Name>`, several voices in one cue, tags that are never closed, karaoke times
    (`<00:17.500>`), SubRip's `<font …>` and `{\an8}`, and with "<" that is no tag at all ("if x < 5").
    """
    pieces: list[tuple[str | None, list[str]]] = [(None, [])]
    at = 0
    while at < len(payload):
        opened = payload.find("<", at)
        if opened == -1:
            pieces[-1][1].append(payload[at:])
            break
        pieces[-1][1].append(payload[at:opened])
        closed = payload.find(">", opened, opened + _LONGEST_TAG)
        tag = payload[opened + 1 : closed] if closed != -1 else ""
        if not _is_tag(tag):
            pieces[-1][1].append("<")
            at = opened + 1
            continue
        voice = _voice(tag)
        if voice is not None:
            pieces.append((voice or None, []))
        elif tag == "/v":
            pieces.append((None, []))
        at = closed + 1
    return [Said(speaker, text) for speaker, parts in pieces if (text := _cleaned("".join(parts)))]


def _voice(tag: str) -> str | None:
    name, _, rest = tag.replace("\n", " ").replace("\t", " ").partition(" ")
    if name == "v" or name.startswith("v."):
        return " ".join(html.unescape(rest).split())
    return None


def _is_tag(tag: str) -> bool:
    if not tag or "<" in tag:
        return False
    body = tag.removeprefix("/")
    name = body.replace("\n", " ").partition(" ")[0].partition(".")[0].lower()
    if body[:1].isdigit():
        return all(one.isdigit() or one in ":." for one in body)
    return name in ("v", "c", "b", "i", "u", "s", "lang", "ruby", "rt", "font", "span", "br") or not body


def _cleaned(text: str) -> str:
    text = text.strip()
    for _ in range(_MOST_MARKS):
        if not text.startswith(_SRT_MARKS) or "}" not in text:
            break
        text = text.partition("}")[2].lstrip()
    text = html.unescape(text) if "&" in text else text
    return text.replace("\u200e", "").replace("\u200f", "").replace("\xa0", " ").strip()
