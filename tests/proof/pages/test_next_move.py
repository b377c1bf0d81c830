import pytest

from calmdesk.proof.pages import page_of
from tests.talk import builtin


@pytest.mark.parametrize("move", builtin().next_moves.values(), ids=lambda move: move.id)
def test_a_page_says_why_what_to_say_and_what_to_leave(move):
    page = page_of(move)
    assert page.startswith(f"# {move.title}\n\n`{move.id}` · next move · ")
    assert move.why.strip() in page
    assert all(f"- {say.text}" in page for say in move.say)
    assert all(f"- {text}\n" in page for text in move.avoid)


def test_ready_words_stand_under_their_channels_and_name_what_they_are_for():
    page = page_of(builtin().next_moves["give_a_time"])
    spoken = page.partition("**Voice, in person**\n\n")[2].partition("\n\n")[0]
    assert len(spoken.splitlines()) == 4
    assert spoken.endswith("*(deadline)*")
