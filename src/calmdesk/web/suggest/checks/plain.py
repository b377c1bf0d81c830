"""Plain text of a decent length, without anything a program further on could take for markup, a link or a code."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

import re2

from calmdesk.web.suggest.values import Reason

# What cannot be seen or hides in what can: controls, format characters, marks on letters, odd spaces, private use.
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Me", "Mn", "Zl", "Zp"})
_LAST_LATIN = 0x24F
_MARKUP = re2.compile(
    r"(?i)<[a-z/!?]|&#|&[a-z]{2,8};|[`\\{}]|\]\s*[(:\[]|!\[|\*\*|__|~~|\$\("
    r"|(?m:^\s*(?:#{1,6}\s|[*_=-]{3,}\s*$|>|\||[*+]\s))"
)
_LINK = re2.compile(
    r"(?i)[a-z][a-z0-9+.-]{1,20}:/|//|\bwww\b|\b(?:mailto|tel|data|javascript|file|sms|callto|hxxps?):|@"
    r"|[\[(](?:\.|dot|at)[\])]|[\pL\d_-][.。．｡]\pL[\pL\d-]|\d{1,3}(?:\.\d{1,3}){3}"
)
_SPELT = re2.compile(r"(?i)[\pL\d-]+ (?:dot|punkt) (?:com|net|org|io|info|biz|example|[a-z]{2})\b|\bslash\b")
_FILE = re2.compile(r"(?i)^[\pL\d_-]+\.(?:txt|pdf|docx?|xlsx?|xlsm|csv|pptx?|png|jpe?g|log|xml|json|ini|dll)$")
_RUN = re2.compile(r"[A-Za-z0-9+/=_-]{16,}")
_AROUND = "()\"'“”‘’«»,;:!?."
_LONGEST_WORD = 40


def not_plain(words: str, sources: Sequence[str], longest: int, *, links: bool) -> Reason | None:
    """
    The first thing that is wrong with the form of the words.

    `sources` are the texts they may take things up from: names of files, and links only where `links`.
    """
    if not words:
        return Reason.EMPTY
    if len(words) > longest:
        return Reason.TOO_LONG
    foreign = {one for one in words if ord(one) > _LAST_LATIN and unicodedata.category(one)[0] in "LN"}
    if any(map(_is_unseen, words)) or _MARKUP.search(words) or not foreign <= set("".join(sources)):
        return Reason.NOT_PLAIN
    known = {token for source in sources for token in _links_in(source) if links or _FILE.match(token)}
    if not set(_links_in(words)) <= known or _SPELT.search(words):
        return Reason.LINK
    others = [token for token in words.split() if token.strip(_AROUND) not in known]
    if any(len(token) > _LONGEST_WORD or any(map(_is_coded, _RUN.findall(token))) for token in others):
        return Reason.CODED
    return None


def _links_in(text: str) -> Iterator[str]:
    for token in text.split():
        if _LINK.search(token.strip(_AROUND)):
            yield token.strip(_AROUND)


def _is_unseen(character: str) -> bool:
    category = unicodedata.category(character)
    return character != "\n" and (category in _UNSEEN or (category == "Zs" and character not in " \u00a0"))


def _is_coded(run: str) -> bool:
    """Very long, or letters of both sizes or digits in a run without a hyphen."""
    mixed = run != run.lower() and run != run.upper() and run != run.capitalize()
    odd = mixed or any(one.isdigit() for one in run)
    return len(run) >= 32 or "=" in run or (odd and "-" not in run)
