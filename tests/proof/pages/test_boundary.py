import pytest

from calmdesk.proof.pages import page_of
from tests.talk import builtin


@pytest.mark.parametrize("boundary", builtin().boundaries.values(), ids=lambda boundary: boundary.id)
def test_a_page_says_its_rung_what_it_is_and_how_to_say_it(boundary):
    page = page_of(boundary)
    assert page.startswith(f"# {boundary.title}\n\n`{boundary.id}` · rung {boundary.rung} · ")
    assert boundary.definition.strip() in page
    assert boundary.why_it_matters.strip() in page
    assert all(f"- {say.text}" in page for say in boundary.say)
    assert all(example.dialogue.strip("\n") in page for example in (*boundary.match, *boundary.no_match))
