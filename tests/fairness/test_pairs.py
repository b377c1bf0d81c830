"""The same thing said in another way of talking must not sound more tense: learners, dialects, blunt people."""

from __future__ import annotations

from pathlib import Path

import pytest

from calmdesk.conversation import Conduct, Stance
from calmdesk.reading import read
from calmdesk.temperature import installed_model
from tests.fairness.ways import WAYS
from tests.talk import builtin, said_by

FOLDER = Path(__file__).parent / "pairs"
GAP = 0.05
RATIO = 1.25
# Of so few alarms, one more or less says nothing.
SLACK = 3


@pytest.mark.parametrize("with_model", WAYS)
@pytest.mark.parametrize("name", ["learner", "dialect", "blunt"])
def test_equal_meaning_is_read_alike(name, with_model):
    model = installed_model() if with_model else None
    # By signs alone a dialect's upset words are known to be missed more often; docs/limits.md says so.
    pairs = _pairs(name, calm_only=not with_model)
    assert len(pairs) >= 60
    plain = [_read(one, model) for one, _ in pairs]
    other = [_read(two, model) for _, two in pairs]
    gap = sum(b.tension - a.tension for a, b in zip(plain, other, strict=True)) / len(pairs)
    assert abs(gap) <= GAP, f"mean gap {gap:.3f} over {len(pairs)} pairs"
    said, told = (sum(one.stance is not Stance.CALM for one in side) for side in (plain, other))
    assert told <= RATIO * said + SLACK, f"{told} of the other side are not calm, {said} of the plain side"
    assert said <= RATIO * told + SLACK


@pytest.mark.parametrize("name", ["learner", "dialect", "blunt"])
def test_no_way_of_talking_is_conduct(name):
    texts = [text for pair in _pairs(name, calm_only=False) for text in pair]
    assert [text for text in texts if _read(text, installed_model()).conduct is not Conduct.NONE] == []


def _read(text, model):
    return read(said_by("requester", text), builtin(), model=model).messages[0]


def _pairs(name, *, calm_only):
    rows = [line.split("\t") for line in (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines() if line]
    return [(row[0], row[1]) for row in rows if not (calm_only and row[2:] == ["upset"])]
