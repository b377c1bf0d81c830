"""Whatever the card offers must pass the check that an agent's own words are held to."""

from __future__ import annotations

import pytest

from calmdesk.conversation import Channel
from calmdesk.drafts import Situation, check
from calmdesk.guidance.words import fitting
from calmdesk.playbook import load_playbook

BOOK = load_playbook()
FACTS = {"issue": "the VPN", "name": "Dana", "time": "14:30"}


@pytest.mark.parametrize("channel", list(Channel), ids=str)
@pytest.mark.parametrize("move", sorted(BOOK.next_moves))
def test_ready_words_are_clean_where_they_are_offered(move: str, channel: Channel) -> None:
    content = BOOK.next_moves[move]
    for say in content.say:
        for words in fitting((say,), channel=channel, situations=BOOK.triggers, facts=FACTS):
            assert check(words, BOOK, Situation(channel=channel, tense=True)).findings == (), words


@pytest.mark.parametrize("move", sorted(BOOK.next_moves))
def test_every_move_has_words_on_every_channel_that_need_no_fact(move: str) -> None:
    content = BOOK.next_moves[move]
    for channel in Channel:
        assert fitting(content.say, channel=channel, situations=(), facts={}), channel
