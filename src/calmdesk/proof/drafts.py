"""Runs the examples of a phrasing: a draft with marks, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from calmdesk.conversation import Conversation
from calmdesk.drafts import DraftFinding, Situation, applied, apply, check, situation_of
from calmdesk.errors import BadInput
from calmdesk.playbook import Example, Pair, Phrasing, Playbook
from calmdesk.playbook.examples import ExampleError, parse_example, unmark
from calmdesk.proof.verdict import Proof, Verdict, judged
from calmdesk.signals import engine_for, scan
from calmdesk.temperature import rules_judge, temperatures


class Draft(NamedTuple):
    """A draft without its marks, the spans that were marked, and the situation it is checked in."""

    text: str
    marked: list[tuple[int, int]]
    situation: Situation


def prove_phrasing(playbook: Playbook, phrasing: Phrasing) -> Iterator[Proof]:
    """Try every pair of one phrasing."""
    kinds = {
        "match": phrasing.match,
        "no_match": phrasing.no_match,
        "known_miss": phrasing.known_miss,
        "known_false_alarm": phrasing.known_false_alarm,
    }
    for kind, pairs in kinds.items():
        for place, pair in enumerate(pairs, 1):
            yield _try(playbook, phrasing, kind, f"{phrasing.id}/{kind}/{place}", pair)


def draft_of(pair: Pair, playbook: Playbook) -> Draft:
    """The draft of an example in its situation, by the signs alone."""
    text, spans = unmark(pair.before.strip("\n"), "draft")
    conversation = _said(pair)
    if conversation is None:
        situation = Situation(channel=pair.channel, leadership=bool(pair.leadership), internal=pair.internal)
    else:
        scanned = scan(conversation, engine_for(playbook))
        heats = temperatures(conversation, scanned, rules_judge(playbook.signs))
        situation = situation_of(conversation, scanned, heats, channel=pair.channel, internal=pair.internal)
    return Draft(text, sorted((span.start, span.end) for span in spans), situation)


def _said(pair: Pair) -> Conversation | None:
    if not pair.said:
        return None
    example = Example(dialogue=pair.said, channel=pair.channel, leadership=pair.leadership)
    return msgspec.structs.replace(parse_example(example).conversation, subject=pair.subject)


def _try(playbook: Playbook, phrasing: Phrasing, kind: str, name: str, pair: Pair) -> Proof:
    try:
        draft = draft_of(pair, playbook)
    except (ExampleError, ValueError, BadInput) as error:
        return Proof(name, Verdict.FAILS, f"the example cannot be read: {error}")
    found = [one for one in check(draft.text, playbook, draft.situation).findings if one.rule == phrasing.id]
    spans = [(one.start, one.end) for one in found]
    said = f"expected {_shown(draft.text, draft.marked)}, found {_shown(draft.text, spans)}"
    proof = judged(name, kind, draft.marked, spans, said)
    if kind != "match" or proof.verdict is not Verdict.HOLDS:
        return proof
    wrong = next(_wrong(playbook, draft, found, pair), None)
    return Proof(name, Verdict.FAILS, wrong) if wrong else proof


def _wrong(playbook: Playbook, draft: Draft, found: list[DraftFinding], pair: Pair) -> Iterator[str]:
    """What does not hold of the rewrites: the first must give `after`, and each must be clean under every rule."""
    after = pair.after.strip("\n")
    told = applied(draft.text, found)
    if after != (told if any(one.rewrites for one in found) else ""):
        yield f"expected after {after!r}, found {told!r}"
    for one in found:
        for rewrite in one.rewrites:
            changed = apply(draft.text, one, rewrite)
            for other in check(changed, playbook, draft.situation).findings:
                if other.rewrites and other.start < one.start + len(rewrite) and one.start < other.end:
                    yield f"the rewrite {rewrite!r} is found by {other.rule} ({other.quote!r})"


def _shown(text: str, spans: list[tuple[int, int]]) -> str:
    return ", ".join(repr(text[start:end]) for start, end in spans) or "nothing"
