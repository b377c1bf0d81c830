"""What they told, said back in the agent's own words: one sentence for each fact (P-3.3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import re2

from calmdesk.conversation import Conversation, Role
from calmdesk.drafts.facts.symptoms import symptom_in
from calmdesk.drafts.facts.things import DETERMINERS, OF_PLACE, PLAIN
from calmdesk.drafts.facts.times import PASSING
from calmdesk.drafts.facts.values import Fact, FactKind
from calmdesk.drafts.parts.echoed import is_echo
from calmdesk.drafts.parts.frames import OPENINGS, QUOTED, REQUESTS, frames
from calmdesk.drafts.parts.person import begun_small, turned_round
from calmdesk.drafts.parts.values import Part

# The order in which a summary is understood, and what a short one holds.
_ORDER: tuple[FactKind, ...] = ("what", "since", "where", "who", "impact", "error", "tried", "deadline")
_SHORT = frozenset({"what", "since", "who", "impact", "tried", "deadline"})
_HAS_MARKS = re2.compile(r"[\"“”«»\x00]")
_PASSING = re2.compile(PASSING)


class Said(NamedTuple):
    """A sentence, and what of it comes from their words."""

    before: str
    words: str
    after: str

    @property
    def text(self) -> str:
        return f"{self.before}{self.words}{self.after}"

    @property
    def is_quoted(self) -> bool:
        return self.before.endswith("“")


def restated(facts: Sequence[Fact], conversation: Conversation, is_good: Callable[[str], bool]) -> Iterator[Part]:
    """
    A part for each fact that can be said back; `is_good` says of a wording whether it may stand.

    Where it cannot be turned round, or would be an echo, the fact stands as they wrote it, in quotation marks.
    """
    told = [message.text for message in conversation.messages if conversation.role_of(message) is Role.REQUESTER]
    said_back: set[str] = set()
    for fact in sorted(facts, key=lambda fact: _ORDER.index(fact.kind)):
        if _has_passed(fact, conversation) or _goes_without_saying(fact, facts):
            continue
        theirs = conversation.message(fact.message).text
        for said in _wordings(fact, theirs):
            if (said.is_quoted or not is_echo(said.text, told)) and is_good(said.text):
                yield _part(said, fact, conversation, kept=fact.kind in _SHORT and fact.kind not in said_back)
                said_back.add(fact.kind)
                break


def _part(said: Said, fact: Fact, conversation: Conversation, *, kept: bool) -> Part:
    return Part(
        kind="restatement",
        text=said.text,
        source=f"they said, message {conversation.index(fact.message) + 1}",
        editable=True,
        start=len(said.before),
        end=len(said.before) + len(said.words),
        kept=kept,
    )


def _goes_without_saying(fact: Fact, facts: Sequence[Fact]) -> bool:
    """Whether another sentence holds it; a beginning is told of something that goes wrong, and of nothing else."""
    if fact.kind in ("where", "who"):
        return any(fact.text.lower() in one.text.lower() for one in facts if one.kind in ("what", "impact"))
    if fact.kind == "since":
        symptoms = [symptom_in(one.text) for one in facts if one.kind == "what"]
        return not symptoms or any(one is not None and one.is_request for one in symptoms)
    return False


def _has_passed(fact: Fact, conversation: Conversation) -> bool:
    """Whether its "today" is another day by now."""
    told = conversation.message(fact.message).sent_at
    latest = max((message.sent_at for message in conversation.messages if message.sent_at), default=None)
    if told is None or latest is None or not _PASSING.search(fact.text):
        return False
    return told.date() != latest.date()


def _wordings(fact: Fact, theirs: str) -> Iterator[Said]:
    """The agent's own words first, then theirs in quotation marks."""
    plain = " ".join(fact.text.split())
    turned = turned_round(plain)
    if fact.kind == "what":
        yield from _what(plain, theirs)
    elif fact.kind != "error" and turned is not None:
        words = begun_small(turned, theirs)
        yield from (Said(before, words, after) for before, after in frames(fact.kind, words))
    if not _HAS_MARKS.search(plain):
        yield Said(QUOTED[fact.kind], plain, "”.")


def _what(plain: str, theirs: str) -> Iterator[Said]:
    symptom = symptom_in(plain)
    if symptom is None:
        return
    names = {}
    for name, thing in symptom.names.items():
        turned = turned_round(plain[thing.start : thing.end])
        if turned is None:
            return
        names[name] = _with_article(begun_small(turned, theirs))
    words = symptom.say.format_map(names)
    yield from (Said(opening, words, ".") for opening in (REQUESTS if symptom.is_request else OPENINGS))


def _with_article(thing: str) -> str:
    """`laptop` in a hasty message is `the laptop`; names and several things stand as they are."""
    words = thing.lower().split()
    name = words[: next((place for place, word in enumerate(words) if word in OF_PLACE), len(words))]
    if not name or name[-1] not in PLAIN or words[0] in DETERMINERS or words[0][0].isdigit() or not thing[0].islower():
        return thing
    return thing if name[-1].endswith("s") else f"the {thing}"
