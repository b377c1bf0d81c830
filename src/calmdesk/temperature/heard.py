"""What the encoder is given of a message: the person's own words, with quotes, code, logs and links taken out."""

from __future__ import annotations

import re2

from calmdesk.signals.zones import Zone, ZoneKind

# Tone sits at the start and at the end; the middle of a long message tells a story.
_HEAD = 900
_TAIL = 500
# What a form tells its writer to fill in.
_COMMENT = re2.compile(r"<!--[\s\S]*?(?:-->|\z)")
_STANDS_FOR = {
    ZoneKind.QUOTED: " ",
    ZoneKind.CODE: " code ",
    ZoneKind.LOG: " log ",
    ZoneKind.LINK: " link ",
}


def heard(text: str, zones: tuple[Zone, ...]) -> str:
    """The words to be read, at most 1,400 characters; words in quotation marks stay, for they colour the sentence."""
    kept: list[str] = []
    at = 0
    for zone in zones:
        if zone.kind is ZoneKind.IN_QUOTES or zone.start < at:
            continue
        kept += (text[at : zone.start], _STANDS_FOR[zone.kind])
        at = zone.end
    words = " ".join(_COMMENT.sub(" ", "".join((*kept, text[at:]))).split())
    return words if len(words) <= _HEAD + _TAIL else f"{words[:_HEAD]} … {words[-_TAIL:]}"
