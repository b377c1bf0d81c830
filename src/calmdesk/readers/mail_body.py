"""The words of a mail: which part holds them, decoded, without quotes and signature, and where they stand."""

from __future__ import annotations

import binascii
import quopri
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from calmdesk.conversation import Source
from calmdesk.readers.charsets import decode
from calmdesk.readers.html_text import html_text
from calmdesk.readers.mail_parts import Part, Structure, disposition, parameter, transfer_encoding
from calmdesk.readers.mail_quotes import Cut, Stretch, cut
from calmdesk.readers.mail_source import exact_range, normal_lines
from calmdesk.readers.mail_words import header_text

MAX_TEXT = 300_000
_MAX_BYTES = 1_200_000
_MAX_KEPT = 20_000
_MAX_ATTACHMENTS = 100
_PLAIN = frozenset({"text/plain", "text", "text/enriched", "text/richtext", "text/x-markdown", "text/markdown"})
_MARKED_UP = frozenset({"text/html", "application/xhtml+xml", "text/enriched", "text/richtext"})
_HTML = frozenset({"text/html", "application/xhtml+xml"})


@dataclass(frozen=True)
class Body:
    """`text` is what the writer wrote; `x` holds what was cut away and what else came along."""

    text: str
    source: Source
    x: dict[str, Any]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Text:
    part: Part
    text: str
    codec: str
    # Why the text is no plain copy of the part's bytes; empty where it is.
    changed: str
    notes: tuple[str, ...]
    signature: str = ""


def mail_body(data: bytes, mail: Structure, raw: str, *, answer: bool) -> Body:
    """The writer's own words.

    Of alternatives the plain one is taken unless it is empty; several texts one after the other (Apple splits them at
    pictures) are joined. Attached mails are not the writer's words. `source` gives the exact bytes where the text is
    one unbroken stretch of them, else the bytes of the whole part, and then says why in `x["whole_part"]`.
    """
    chosen = _chosen(data, mail.parts)
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
    attachments = _attachments(part for part in rest if not _is_other_wording(part, chosen))
    if attachments:
        x["attachments"] = attachments
    written = "\n\n".join(pieces)
    text = _without_escape(written)
    source = _source(data, chosen, cuts, raw, escaped=text != written)
    return Body(text, source, x, tuple(dict.fromkeys(notes)))


def decoded_bytes(data: bytes, part: Part) -> tuple[bytes, str]:
    """The part without its transfer encoding, and the encoding's name where it changed anything. Never raises.

    Copes with encodings that do not exist ("text/html", "utf8", "7-bit"), which count as none, and with base64 that is
    cut off or has other characters in it.
    """
    body = data[part.start : part.end]
    name = transfer_encoding(part.headers)
    if name in ("quoted-printable", "quotedprintable", "qp"):
        return quopri.decodestring(body), "quoted-printable"
    if name == "base64":
        return _base64(body), "base64"
    if name in ("x-uuencode", "uuencode", "x-uue", "uue"):
        return _uuencoded(body), "uuencode"
    return body, ""


def _chosen(data: bytes, parts: tuple[Part, ...]) -> list[_Text]:
    """The texts to read, in order: one per alternative, none from attachments or attached mails."""
    shown = [part for part in parts if _is_text(part)]
    chosen: list[_Text] = []
    done: set[str] = set()
    for part in shown:
        group = _alternative(part)
        if group is None:
            chosen.append(_text(data, part))
        elif group not in done:
            done.add(group)
            brothers = [one for one in shown if _alternative(one) == group]
            chosen.append(_best(data, brothers))
    written = [one for one in chosen if one.text.strip()]
    if any(one.part.type in _PLAIN for one in written) and chosen[0].part.type in _PLAIN:
        # Servers and virus scanners append an HTML footer to a plain mail.
        written = [one for one in written if one.part.type not in _HTML]
    return written or chosen[:1]


def _is_text(part: Part) -> bool:
    if part.type not in _PLAIN and part.type not in _HTML:
        return False
    if any(kind == "message/rfc822" for kind, _ in part.inside) or _named_attachment(part):
        return False
    kinds = [kind for kind, _ in part.inside]
    # In a report only the first part is for people.
    return not (kinds and kinds[-1] == "multipart/report" and part.path.rpartition(".")[2] != "1")


def _named_attachment(part: Part) -> bool:
    if disposition(part.headers) == "attachment":
        return True
    named = parameter(part.headers, "filename", "content-disposition") or parameter(part.headers, "name")
    return bool(named) and len(part.inside) > 0 and part.path.rpartition(".")[2] != "1"


def _alternative(part: Part) -> str | None:
    """The number of the innermost multipart/alternative this part stands in."""
    found = [path for kind, path in part.inside if kind == "multipart/alternative"]
    return f"{found[-1]}/" if found else None


def _best(data: bytes, brothers: list[Part]) -> _Text:
    plain = [_text(data, part) for part in brothers if part.type in _PLAIN]
    for one in plain:
        if one.text.strip() and not _says_see_html(one.text):
            return one
    for part in brothers:
        if part.type in _HTML:
            page = _text(data, part)
            if page.text.strip():
                return page
    return plain[0] if plain else _text(data, brothers[0])


def _says_see_html(text: str) -> bool:
    """Some newsletters fill the plain part with one line such as "This message needs an HTML reader"."""
    short = text.strip().lower()
    return (
        len(short) < 300 and "html" in short and any(word in short for word in ("view", "support", "client", "reader"))
    )


def _text(data: bytes, part: Part) -> _Text:
    raw, encoding = decoded_bytes(data, part)
    whole = len(raw)
    raw = _first_lines(raw)
    found = decode(raw, _charset(part, raw))
    notes = [found.problem] if found.problem else []
    text = normal_lines(found.text)
    if part.type not in _MARKED_UP:
        text = text[:MAX_TEXT]
    if len(raw) < whole or (part.type not in _MARKED_UP and len(text) == MAX_TEXT):
        notes.append(f"only the first {len(text):,} characters were read")
    if part.type in ("text/enriched", "text/richtext"):
        text = text.replace("<<", "&lt;").replace("<nl>", "<br>").replace("\n\n", "<br>")
    if part.type in _MARKED_UP or text[:200].lstrip().lower().startswith(("<html", "<!doctype html")):
        page = html_text(text)
        if page.cut:
            notes.append("only the first part of a very large page was read")
        return _Text(part, page.text, found.codec, "html", tuple(notes), page.signature)
    return _Text(part, text, found.codec, encoding, tuple(notes))


def _first_lines(raw: bytes) -> bytes:
    """What is read of a very long text, cut at a line end so that no character is cut in two."""
    if len(raw) <= _MAX_BYTES:
        return raw
    end = raw.rfind(b"\n", 0, _MAX_BYTES)
    return raw[: end + 1 if end > 0 else _MAX_BYTES]


def _charset(part: Part, raw: bytes) -> str | None:
    declared = parameter(part.headers, "charset")
    if declared or part.type not in _HTML:
        return declared
    head = raw[:2048].lower()
    at = head.find(b"charset=")
    if at == -1:
        return None
    value = head[at + 8 : at + 60].lstrip(b"\"'")
    name = value.replace(b'"', b" ").replace(b"'", b" ").replace(b">", b" ").replace(b"/", b" ").split()
    return name[0].decode("ascii", "replace") if name else None


def _without_escape(text: str) -> str:
    """The ">" that a mailbox file puts before a line that begins with "From " is not the writer's."""
    if ">From " not in text:
        return text
    return "\n".join(line[1:] if line.startswith(">From ") else line for line in text.split("\n"))


def _source(data: bytes, chosen: list[_Text], cuts: list[Cut], raw: str, *, escaped: bool) -> Source:
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
        read = first.part.start + len(_first_lines(data[first.part.start : first.part.end]))
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


def _aside(one: _Text, stretch: Stretch) -> dict[str, Any]:
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


def _attachments(parts: Iterable[Part]) -> list[dict[str, Any]]:
    """What else came along, an attached mail as one thing."""
    found: dict[str, dict[str, Any]] = {}
    for part in parts:
        mail = next((path for kind, path in part.inside if kind == "message/rfc822"), None)
        if mail is not None:
            known = found.setdefault(mail, {"part": mail or "1", "type": "message/rfc822", "bytes": 0})
            known["bytes"] += part.end - part.start
        else:
            found[part.path] = _attachment(part)
        if len(found) >= _MAX_ATTACHMENTS:
            break
    return list(found.values())


def _attachment(part: Part) -> dict[str, Any]:
    name = parameter(part.headers, "filename", "content-disposition") or parameter(part.headers, "name")
    found: dict[str, Any] = {"part": part.path, "type": part.type[:100], "bytes": part.end - part.start}
    return {**found, "name": header_text(name.encode("utf-8", "replace"))[:200]} if name else found


def _is_other_wording(part: Part, chosen: list[_Text]) -> bool:
    """The HTML beside a plain text that was read says the same again."""
    group = _alternative(part)
    return group is not None and part.type in _PLAIN | _HTML and any(_alternative(one.part) == group for one in chosen)


def _base64(body: bytes) -> bytes:
    allowed = body.translate(None, delete=bytes(set(range(256)) - _BASE64))
    allowed = allowed[: len(allowed) - (len(allowed) % 4 == 1)]
    return binascii.a2b_base64(allowed + b"=" * (-len(allowed) % 4))


_BASE64 = set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")


def _uuencoded(body: bytes) -> bytes:
    out: list[bytes] = []
    started = False
    for line in body.splitlines():
        if not started:
            started = line.startswith(b"begin ")
            continue
        if line.strip() in (b"end", b"`", b""):
            break
        try:
            out.append(binascii.a2b_uu(line))
        except binascii.Error:
            # Some encoders pad too much; the length in the first byte says how much counts.
            used = (((line[0] - 32) & 63) * 4 + 5) // 3
            try:
                out.append(binascii.a2b_uu(line[:used]))
            except binascii.Error:
                return body
    return b"".join(out) if started else body
