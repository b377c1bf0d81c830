from calmdesk.playbook import Family
from calmdesk.playbook.families import EFFECTS, TITLES


def test_each_family_has_its_own_title_and_says_what_it_does():
    assert set(TITLES) == set(EFFECTS) == set(Family)
    assert len(set(TITLES.values())) == len(Family)
    assert all(effect.endswith(".") for effect in EFFECTS.values())
