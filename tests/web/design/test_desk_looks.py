from __future__ import annotations

from typing import get_args

import msgspec

from calmdesk.playbook.phrasing import Apologies, Asks, Look, MoveLook
from calmdesk.web.design.desk_looks import desk_looks_for
from tests.talk import builtin


def test_every_kind_of_look_is_said_in_words() -> None:
    book = builtin()
    rules = {type(rule.look): rule for rule in (*book.phrasing.values(), *book.moves.values())}

    assert set(rules) == {*get_args(Look), *get_args(MoveLook)}
    for look, rule in rules.items():
        assert all(sentence.endswith(".") for sentence in desk_looks_for(rule).sentences), look
        assert len(desk_looks_for(rule).sentences) > 1, look


def test_each_form_shows_every_rewrite_that_is_offered() -> None:
    first = desk_looks_for(builtin().phrasing["tells_them_they_need_to"]).forms[0]
    assert first.say == ("please {verb}", "the next step is to {verb}")


def test_whose_drafts_are_looked_at_is_said() -> None:
    phrasing = builtin().phrasing["tells_them_they_need_to"]
    among = msgspec.structs.replace(phrasing, requesters=False, colleagues=True, when=("tense",))

    assert "In replies." in desk_looks_for(phrasing).sentences
    assert desk_looks_for(among).sentences[1:] == ("In notes between colleagues.", "Only while the person is tense.")


def test_one_is_counted_as_one() -> None:
    phrasing = msgspec.structs.replace(builtin().phrasing["tells_them_they_need_to"], look=Apologies(most=1))
    asks = msgspec.structs.replace(builtin().moves["clarifies_one"], look=Asks(least=1, most=1))
    range_of = msgspec.structs.replace(asks, look=Asks(least=2, most=4))

    assert desk_looks_for(phrasing).sentences[0] == "More than 1 apology in one message."
    assert desk_looks_for(asks).sentences[0] == "1 question in the message."
    assert desk_looks_for(range_of).sentences[0] == "From 2 to 4 questions in the message."
