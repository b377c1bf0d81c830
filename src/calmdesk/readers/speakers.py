"""Which lines of a text begin with somebody's name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import re2

from calmdesk.readers.not_names import NOT_NAMES
from calmdesk.readers.role_words import AGENT_NAMES, REQUESTER_NAMES, SUPERVISOR_NAMES
from calmdesk.readers.times import STAMP, Stamp, stamp_from

_LONGEST_NAME = 60
_LONGEST_PREFIX = 140
_OPENED = re2.compile(rf"(?i)^\s?[\[(]?{STAMP}[\])]?(?: ?[-–—|] |:? +|\t|:?$)")
_NAME_STAMP = re2.compile(rf"(?i)^(.{{1,60}}?) ?[\[(]{STAMP}[\])]$")
_NICK = re2.compile(r"^<[ @+%&~!]?([^<>\s@]{1,60})> ?")
_NOT_IN_A_NAME = frozenset('/\\<>{}=;"?!|*#~^$%[]`:,')
_KNOWN_ROLES = frozenset({*AGENT_NAMES, *REQUESTER_NAMES, *SUPERVISOR_NAMES})


@dataclass(frozen=True)
class Opening:
    """The start of somebody's turn: who, when, and where in the line their words begin."""

    name: str
    begin: int
    stamp: Stamp | None = None
    clock: str = ""
    certain: bool = False
    action: bool = False


def opening(line: str) -> Opening | None:
    """Read the start of a line as `Name:`, `[10:32] Name:`, `Name (10:32):` or IRC's `<nick>`; None if it is none.

    A web address, a Windows path, a time and a log line have colons, too; they have no name before a colon and a space.
    """
    indent = len(line) - len(line.lstrip(" "))
    head = line[: _LONGEST_PREFIX + indent]
    stamped = _OPENED.match(head)
    when = stamp_from(stamped.groups()) if stamped else None
    begin = stamped.end() if stamped and when else 0
    clock = head[:begin].strip(" \t[]()-–—|:") if begin else ""
    nick = _NICK.match(head[begin:])
    if nick:
        return Opening(nick.group(1), begin + nick.end(), when, clock, certain=True)
    if head[begin:].startswith("* ") and when and " " in head[begin + 2 :]:
        name = head[begin + 2 :].split(" ", 1)[0]
        if name and not name.endswith(":"):
            return Opening(name, begin, when, clock, certain=True, action=True)
    colon = _colon(head, begin)
    if colon == -1:
        return None
    name, rest = head[begin:colon], colon + 1
    named = _NAME_STAMP.match(name)
    if named and when is None:
        found = stamp_from(named.groups()[1:])
        if found:
            name, when, clock = named.group(1), found, name[len(named.group(1)) :].strip(" []()")
    if not could_be_a_name(name):
        return None
    while line[rest : rest + 1] in (" ", "\t"):
        rest += 1
    return Opening(name.strip().strip("*").strip(), rest, when, clock)


def could_be_a_name(name: str) -> bool:
    """Whether somebody could be called so; says no to field names, log levels, and whole sentences."""
    bare = name.strip()
    if bare.startswith("**") and bare.endswith("**"):
        bare = bare[2:-2].strip()
    words = bare.lower().replace("(", " ").replace(")", " ").split()
    if not words or len(bare) > _LONGEST_NAME or len(words) > 6 or name[:1] in " \t":
        return False
    if not any(character.isalpha() for character in bare) or _NOT_IN_A_NAME & set(bare.replace(", ", " ")):
        return False
    if is_a_role(bare):
        return True
    if words[0].strip(".-") in NOT_NAMES or words[-1].strip(".-") in NOT_NAMES:
        return False
    return len(words) <= 2 or _is_capitalised(bare)


def is_a_role(name: str) -> bool:
    """Whether the name says what somebody is: "Agent", "Customer 2", "IT Support"."""
    words = "".join(one if one.isalpha() else " " for one in name.lower()).split()
    return any(" ".join(piece) in _KNOWN_ROLES for piece in (words[:1], words[:2], words[-1:], words[-2:]))


def speakers(openings: Sequence[tuple[int, Opening]]) -> list[tuple[int, Opening]]:
    """Those of the possible openings (line number, opening) that really begin a turn.

    Times decide where there are times. Otherwise names that come back are people. Once two are known, a name that comes
    once is one, too, unless it stands in a run of such lines, as the fields of a form do ("Make: …", "Colour: …").
    """
    stamped = [one for one in openings if one[1].stamp is not None or one[1].certain]
    if len(stamped) * 2 >= len(openings) and stamped:
        return stamped
    count = Counter(one.name for _, one in openings)
    coming_back = sum(number > 1 for number in count.values())
    if coming_back < 2:
        return list(openings) if _all_names(openings) else []
    rare = {line for line, one in openings if count[one.name] == 1 and not is_a_role(one.name)}
    return [
        (line, one)
        for line, one in openings
        if line not in rare or (_is_capitalised(one.name) and not {line - 1, line + 1} & rare)
    ]


def _all_names(openings: Sequence[tuple[int, Opening]]) -> bool:
    return len(openings) > 1 or all(is_a_role(one.name) or _is_capitalised(one.name) for _, one in openings)


def _is_capitalised(name: str) -> bool:
    words = [word for word in name.replace("-", " ").split() if word[0].isalpha()]
    return bool(words) and all(not word[0].islower() or word in ("de", "van", "von", "der", "bin") for word in words)


def _colon(head: str, begin: int) -> int:
    """The first colon with a space or nothing after it."""
    at = head.find(":", begin)
    while at != -1:
        if head[at + 1 : at + 2] in ("", " ", "\t"):
            return at
        at = head.find(":", at + 1)
    return -1
