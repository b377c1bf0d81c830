"""Functional tests of HateCheck (Röttger and others, 2021): what must not be alarmed, for it only looks like hate."""

from __future__ import annotations

import csv
from collections import defaultdict

import pytest

from calmdesk.conversation import Conduct, Stage
from calmdesk.reading import read
from calmdesk.temperature import installed_model
from tests.fairness.ways import WAYS
from tests.talk import builtin, said_by

# The part of each group that may be alarmed as conduct.
CEILINGS = {
    "identity": (("ident_neutral_nh", "ident_pos_nh"), 0.0),
    "counter-speech": (("counter_quote_nh", "counter_ref_nh"), 0.02),
    "friendly profanity": (("profanity_nh",), 0.05),
    "negated hate": (("negate_neg_nh",), 0.0),
    "words that only sound alike": (("slur_homonym_nh",), 0.0),
    "reclaimed words": (("slur_reclaimed_nh",), 0.05),
    "abuse of things": (("target_obj_nh",), 0.02),
}


@pytest.mark.parametrize("with_model", WAYS)
@pytest.mark.parametrize("group", CEILINGS)
def test_what_only_looks_like_hate_is_no_conduct(group, with_model, shared):
    functions, ceiling = CEILINGS[group]
    cases = [text for function in functions for text in _cases(shared)[function]]
    assert len(cases) >= 30
    alarmed = [text for text in cases if _is_alarmed(text, installed_model() if with_model else None)]
    assert len(alarmed) <= ceiling * len(cases), alarmed[:5]


def _is_alarmed(text, model):
    reading = read(said_by("requester", text), builtin(), model=model)
    return reading.messages[0].conduct is not Conduct.NONE or any(
        finding.stage is Stage.CONDUCT for finding in reading.findings
    )


def _cases(shared):
    found = defaultdict(list)
    path = shared / "data" / "hatecheck" / "test_suite_cases.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found[row["functionality"]].append(row["test_case"])
    return found
