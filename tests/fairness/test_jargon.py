"""Engineers kill zombies, orphan children and abort slaves all day long. None of it is a threat."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest
import re2

from calmdesk.conversation import Conduct, Stage, Stance
from calmdesk.reading import read
from calmdesk.temperature import installed_model
from tests.fairness.ways import WAYS
from tests.talk import builtin, said_by

OWN = Path(__file__).parent / "pairs" / "jargon.txt"
JARGON = re2.compile(
    r"(?i)\b(kill(ed|ing|s)?|zombie|orphan(ed)?|child process|slave|master|abort(ed|s)?|hang(s|ing)?|hung|fatal|panic"
    r"|execut(e|ed|ing)|daemon|nuke|dead ?lock|dump(ed)?|crash(ed|es)?|purge|terminate[ds]?|exploit|blacklist(ed)?)\b"
)
TENSE_AT_MOST = 0.01


@pytest.mark.parametrize("with_model", WAYS)
def test_jargon_is_no_conduct_and_hardly_ever_an_alarm(with_model, shared):
    lines = _own() + _real(shared)
    assert len(lines) >= 500
    model = installed_model() if with_model else None
    readings = [(line, read(said_by("requester", line), builtin(), model=model)) for line in lines]
    assert [line for line, reading in readings if _is_conduct(reading)] == []
    alarmed = [line for line, reading in readings if _is_alarmed(reading)]
    assert len(alarmed) <= TENSE_AT_MOST * len(lines), alarmed


def _is_conduct(reading):
    return reading.messages[0].conduct is not Conduct.NONE or any(f.stage is Stage.CONDUCT for f in reading.findings)


def _is_alarmed(reading):
    loud = any(finding.stage.rank >= Stage.RISING.rank for finding in reading.findings)
    return loud or reading.messages[0].stance is Stance.HOSTILE


def _own():
    return [line for line in OWN.read_text(encoding="utf-8").splitlines() if line.strip()]


def _real(shared):
    """Lines with a word of the jargon from IRC and Stack Overflow, drawn by seed."""
    from tools.shared_data import irc_conversations

    chat = [m.text for c in irc_conversations(4) for m in c.messages if JARGON.search(m.text)]
    path = shared / "data" / "senti4sd" / "train3098itemPOLARITY.csv"
    rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines(), delimiter=";"))
    questions = [row[2] for row in rows if len(row) > 2 and row[1] == "neutral" and JARGON.search(row[2])]
    assert len(questions) >= 20
    return random.Random(7).sample(chat, 300 - len(questions[:60])) + questions[:60]
