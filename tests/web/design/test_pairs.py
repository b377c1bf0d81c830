from __future__ import annotations

import msgspec

from calmdesk.conversation import Channel
from calmdesk.playbook import Pair, Severity
from calmdesk.web.design.pairs import PairView, pair_groups
from calmdesk.web.design.tone import Tone
from tests.talk import builtin

PHRASING = builtin().phrasing["tells_them_they_need_to"]


def view(**pair: object) -> PairView:
    changed = msgspec.structs.replace(PHRASING, match=(Pair(**pair),), no_match=())  # type: ignore[arg-type]
    return next(iter(pair_groups(changed))).pairs[0]


def test_each_draft_shows_the_words_that_are_found_and_what_it_says_instead() -> None:
    first = next(iter(pair_groups(PHRASING))).pairs[0]

    assert [(run.text, bool(run.keys)) for run in first.before] == [
        ("You need to restart", True),
        (" the laptop.", False),
    ]
    assert first.after == "Please restart the laptop."


def test_groups_without_drafts_are_left_out_and_the_first_is_named_after_what_it_offers() -> None:
    asked = builtin().phrasing["asks_for_the_error_again"]

    assert [group.name for group in pair_groups(msgspec.structs.replace(PHRASING, known_miss=()))][:2] == [
        "match",
        "no_match",
    ]
    assert next(iter(pair_groups(PHRASING))).title == "What to say instead"
    assert next(iter(pair_groups(asked))).title == "Found"


def test_what_was_said_before_is_shown_message_by_message() -> None:
    said = view(before="[[x]] y z", said="requester: It fails.\nagent: Which error?").said

    assert [(line.speaker, line.runs[0].text) for line in said] == [
        ("requester", "It fails."),
        ("agent", "Which error?"),
    ]


def test_where_a_draft_stands_is_said_where_it_is_no_chat() -> None:
    assert view(before="[[x]] y").where == ""
    assert view(before="[[x]] y", channel=Channel.EMAIL, internal=True).where == "note to colleagues, mail"


def test_words_that_may_make_it_worse_are_drawn_as_in_the_reply() -> None:
    grave = msgspec.structs.replace(PHRASING, severity=Severity.WARN)

    assert next(iter(pair_groups(grave))).pairs[0].before[0].tone is Tone.ISSUE
    assert next(iter(pair_groups(PHRASING))).pairs[0].before[0].tone is Tone.NOTE
