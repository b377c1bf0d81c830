"""The words of a mail's writer, without quotes and signature, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from calmdesk.conversation import Source
from calmdesk.readers.mail_attachments import attachments
from calmdesk.readers.mail_choice import chosen_texts, is_other_wording
from calmdesk.readers.mail_decode import PartText, first_lines
from calmdesk.readers.mail_parts import Structure
from calmdesk.readers.mail_quotes import Cut, Stretch, cut
from calmdesk.readers.mail_source import exact_range

_MAX_KEPT = 20_000


@dataclass(frozen=True)
class Body:
    """`text` is what the writer wrote; `x` holds what was cut away and what else came along."""

    text: str
    source: Source
    x: dict[str, Any]
    notes: tuple[str, ...] = ()


def mail_body(data: bytes, mail: Structure, raw: str, *, answer: bool) -> Body:
    """The writer's own words.

    Of alternatives the plain one is taken unless it is empty; several texts one after the other (Apple splits them at
    pictures) are joined. Attached mails are not the writer's words. `source` gives the exact bytes where the text is
    one unbroken stretch of them, else the bytes of the whole part, and then says why in `x["whole_part"]`.
    """
    chosen = chosen_texts(data, mail.parts)
    rest = [part for part in mail.parts if all(part is not one.part for one in chosen)]
    pieces: list[str] = []
    aside: dict[str, list[dict[str, Any]]] = {}
    cuts: list[Cut] = []
    notes = list(mail.notes)
    for one in chosen:
        found = cut(one.text, answer=answer)
        cuts.append(found)
        pieces.extend(one.text[stretch.start : stretch.end] for stretch in found.of("own"))
        for stretch in found.stretches:
            if stretch.kind != "own":
                aside.setdefault(stretch.kind, []).append(_aside(one, stretch))
        if one.signature:
            aside.setdefault("signature", []).append({"text": one.signature[:_MAX_KEPT]})
        notes.extend(one.notes)
        if found.guessed:
            notes.append('text behind an unmarked "On … wrote:" was taken as quoted')
    x: dict[str, Any] = {kind: aside[kind] for kind in ("quoted", "signature", "notice") if kind in aside}
    others = attachments(part for part in rest if not is_other_wording(part, chosen))
    if others:
        x["attachments"] = others
    written = "\n\n".join(pieces)
    text = _without_escape(written)
    source = _source(data, chosen, cuts, raw, escaped=text != written)
    return Body(text, source, x, tuple(dict.fromkeys(notes)))


def _without_escape(text: str) -> str:
    """The ">" that a mailbox file puts before a line that begins with "From " is not the writer's."""
    if ">From " not in text:
        return text
    return "\n".join(line[1:] if line.startswith(">From ") else line for line in text.split("\n"))


def _source(data: bytes, chosen: list[PartText], cuts: list[Cut], raw: str, *, escaped: bool) -> Source:
    if not chosen:
        return Source(raw=raw)
    first, last = chosen[0], chosen[-1]
    own = [stretch for found in cuts for stretch in found.of("own")]
    why = "joined from several parts" if len(chosen) > 1 else first.changed
    if not why and escaped:
        why = 'a mailbox file wrote ">From" for "From"'
    if not why and len(own) > 1:
        why = "own words between quoted ones"
    if not why and own:
        span = (own[0].start, own[0].end)
        read = first.part.start + len(first_lines(data[first.part.start : first.part.end]))
        exact = exact_range(data, first.part.start, read, first.codec, span)
        if exact:
            return Source(raw=raw, part=first.part.path, start=exact[0], end=exact[1], charset=first.codec)
        why = "the charset gives no exact place"
    return Source(
        raw=raw,
        part=first.part.path,
        start=first.part.start,
        end=last.part.end,
        charset=first.codec,
        x={"whole_part": why or "nothing of the writer's own"},
    )


def _aside(one: PartText, stretch: Stretch) -> dict[str, Any]:
    """What was cut away, still to be read, and its place in the part's decoded text."""
    text = one.text[stretch.start : stretch.end]
    kept: dict[str, Any] = {
        "text": text[:_MAX_KEPT],
        "part": one.part.path,
        "start": stretch.start,
        "end": stretch.end,
    }
    if len(text) > _MAX_KEPT:
        kept["shortened"] = True
    return kept
