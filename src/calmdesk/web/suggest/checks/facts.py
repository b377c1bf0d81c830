"""Numbers, times, names and risky things: only those that the person, or the draft, had."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import re2

from calmdesk.moves import telling_words
from calmdesk.signals.fold import fold
from calmdesk.signals.sentences import sentences_of
from calmdesk.web.suggest.values import Reason

_WORD = re2.compile(r"\pL[\pL\pN'’-]*")
_NUMBER = re2.compile(r"\pN+(?:[.,:]\pN+)*")
_VALUES = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "hundred": 100, "thousand": 1000, "twice": 2, "second": 2, "both": 2, "third": 3, "thrice": 3,
    "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
# Without a number word they count nothing, or are said of anything; "seconds" are time.
_AMOUNTS = frozenset("dozen dozens half quarter million double triple couple several".split())
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december today tonight tomorrow yesterday morning mornings noon midday afternoon evening night "
    "overnight midnight lunch weekend week weeks month months year years day days daily hour hours hourly minute "
    "minutes seconds o'clock eod asap shortly immediately am pm".split()
)
_RISKS = {
    "password": r"pass-?(?:words?|codes?|phrases?)|\bpins?\b|credentials?|log-?in details|\botp\b|\bone-time\b",
    "code": r"\bcodes?\b|\bkeys?\b|\btokens?\b",
    "click": r"\bclick\w*|\btap\b|\bfollow(?:ing)? (?:the|this) link|\blinks?\b|\bqr\b",
    "file": r"\battach\w*|\bdownload\w*|\binstall\w*|\benclosed\b|\bexecut\w*",
    "money": r"\bpay(?:ment|ments|ing)?\b|\btransfer\w*|\bbank\w*|\bgift\b|\bvouchers?\b|\binvoices?\b|\brefund\w*"
    r"|[$€£¥]|\bwire\b|\baccount numbers?\b|\bcards?\b|\bcrypto\w*|\bbitcoin\b",
    "reach": r"\bremote (?:access|control)\b|\bteamviewer\b|\banydesk\b|\badmin(?:istrator)? rights\b"
    r"|\bcall (?:us|me)\b",
}
_RISK = {name: re2.compile(f"(?i){pattern}") for name, pattern in _RISKS.items()}
_SECRET = re2.compile(
    r"(?i)\b(?:pass-?(?:word|code|phrase)|pin|code|otp|token|key|user-?name|log-?in)\b[^.!?\n]{0,24}"
    r"(?:\bis\b|\bwas\b|:|=|\bset to\b|\bchanged to\b|\breset to\b)\s*(?:now\s+)?[\"'“‘]?\S*[\d#$%^&*+]"
)
# A sentence may begin with one of these: no name hides among them.
_OPENING = frozenset(
    "a after all also an and as at because before both but by currently do does during each even ever every everything "
    "for from has have how if in instead is it its it's just let let's more most my no nobody none not nothing now of "
    "on once one only other our right several since so some sorry thank thanks that that's the their then there these "
    "they this those though to until was we we'll we're we've what when where whether which while who with without "
    "you you'd you're you've your yours please here here's sorry could can would will i i'm i'll i've hello hi "
    "yet still again despite due although whenever as did are".split()
)


def not_said(words: str, sources: Sequence[str]) -> Reason | None:
    """The first kind of fact in the words that nobody had brought up."""
    known = "\n".join(sources).lower()
    known_words = frozenset(_words(known))
    if not _numbers(words.lower()) <= _numbers(known):
        return Reason.NUMBER
    if not frozenset(_words(words.lower())) & _TIMES <= known_words:
        return Reason.TIME
    # "Restarting" begins a sentence about "restart".
    stems = frozenset(telling_words(fold(known).data))
    if any(name not in known_words and not _is_form_of(name, stems) for name in _names(words)):
        return Reason.NAME
    if any(risk.search(words) and not risk.search(known) for risk in _RISK.values()):
        return Reason.RISK
    if _SECRET.search(words):
        return Reason.SECRET
    return None


def _is_form_of(name: str, stems: frozenset[bytes]) -> bool:
    return name.isalpha() and stems.issuperset(telling_words(fold(name).data) or (b"",))


def _words(text: str) -> list[str]:
    return [word.replace("’", "'").removesuffix("'s").strip("'-") for word in _WORD.findall(text)]


def _numbers(text: str) -> frozenset[str]:
    """Every number, in figures, and every word for an amount."""
    figures = {figure for found in _NUMBER.findall(text) for figure in _figures(found)}
    words = {part for word in _words(text) for part in word.split("-")}
    return frozenset(figures | {str(_VALUES[word]) for word in words & _VALUES.keys()} | (words & _AMOUNTS))


def _figures(found: str) -> Iterator[str]:
    """9:00 is 9 as well, 03 is 3."""
    parts = found.replace(",", ".").replace(":", ".").split(".")
    if len(parts) == 2 and parts[1] == "00":
        parts = parts[:1]
    yield ":".join(part.lstrip("0") or "0" for part in parts)


def _names(words: str) -> Iterator[str]:
    """What may be a name, in small letters: words with a capital, unless it only begins a sentence."""
    for start, end in sentences_of(words):
        for place, word in enumerate(_words(words[start:end])):
            is_name = word != word.lower() and word not in ("I", "I'm", "I'll", "I've", "I'd", "IT", "OK")
            if is_name and not (place == 0 and word.lower() in _OPENING):
                yield word.lower()
