import pytest

from calmdesk.proof.pages import page_of
from tests.talk import builtin

RULES = (*builtin().signs.values(), *builtin().triggers.values())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_page_answers_what_why_when_innocent_and_where_from(rule):
    page = page_of(rule)
    assert page.startswith(f"# {rule.title}")
    assert rule.definition.strip() in page
    assert rule.why_it_matters.strip() in page
    assert all(reason.strip() in page for reason in rule.often_innocent_when)
    assert rule.source.section in page
    assert all(example.because.strip() in page for example in rule.no_match)
