"""Words about groups of people are no sign of conduct: counter-speech, reclaimed words, self-description, homonyms."""

import csv
from collections import Counter

from calmdesk.conversation import Channel, Conduct, Conversation, Message, Participant, Role
from calmdesk.signals import engine_for, scan
from tests.talk import builtin

# Abuse of one person is harmless to that suite, which is about groups only; to a helpdesk it is not.
AIMED_AT_A_PERSON = "target_indiv_nh"


def test_no_harmless_sentence_about_a_group_is_taken_for_conduct(shared):
    alarms: Counter[str] = Counter()
    tried = 0
    path = shared / "data" / "hatecheck" / "test_suite_cases.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["label_gold"] == "non-hateful" and row["functionality"] != AIMED_AT_A_PERSON:
                tried += 1
                alarms[row["functionality"]] += _shows_conduct(row["test_case"])
    assert tried > 1000
    assert {name: count for name, count in alarms.items() if count} == {}


def _shows_conduct(text: str) -> bool:
    conversation = Conversation(
        id="c1",
        channel=Channel.CHAT,
        participants=(Participant(id="U1", role=Role.REQUESTER),),
        messages=(Message(id="m1", sender="U1", text=text),),
    )
    signs = builtin().signs
    found = (finding for item in scan(conversation, engine_for(builtin())) for finding in item.findings)
    return any(signs[finding.rule].conduct is not Conduct.NONE for finding in found)
