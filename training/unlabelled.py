"""Messages without a label, on which a small network can copy what larger ones say."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterable, Iterator

from tools.shared_data import helpdesk_tickets, irc_conversations, shared_folder

from training.public import lines_of, public_examples, same

# Enough of each that no one way of talking fills the lesson.
_OF_PUBLIC = 7_000
_OF_CHAT = 9_000
_OF_TICKETS = 2_000
_OF_CALM_CHAT = 2_500


def unlabelled_texts(without: Iterable[str]) -> list[str]:
    """In a fixed order; nothing whose words are in `without` (the tune and held parts)."""
    kept_out = {same(text) for text in without}
    chance = random.Random(8)
    public = [e.text for e in public_examples(()) if e.source != "vcu_incivility"]
    chat = [m.text for c in irc_conversations(3) for m in c.messages]
    tickets = [m.text for c in helpdesk_tickets() for m in c.messages]
    calm = list(_multidogo())
    found: dict[str, str] = {}
    for texts, most in ((public, _OF_PUBLIC), (chat, _OF_CHAT), (tickets, _OF_TICKETS), (calm, _OF_CALM_CHAT)):
        for text in chance.sample(texts, min(most, len(texts))):
            mark = same(text)
            if len(mark) > 3 and mark not in kept_out:
                found.setdefault(mark, text)
    return list(found.values())


def _multidogo() -> Iterator[str]:
    for path in sorted((shared_folder() / "data" / "multidogo").rglob("*.tsv*")):
        with lines_of(path) as lines:
            for row in csv.DictReader(lines, delimiter="\t"):
                if row.get("utterance"):
                    yield row["utterance"]
