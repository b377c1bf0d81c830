import pytest

from calmdesk.proof.pages import page_of
from tests.talk import builtin


@pytest.mark.parametrize("move", builtin().moves.values(), ids=lambda move: move.id)
def test_a_page_says_what_the_move_is_why_it_matters_and_shows_it(move):
    page = page_of(move)
    assert page.startswith(f"# {move.title}\n\n`{move.id}` · move · practice {move.practice[0]}")
    assert move.definition.strip() in page
    assert move.why_it_matters.strip() in page
    assert all(example.dialogue.strip("\n") in page for example in (*move.match, *move.no_match))
