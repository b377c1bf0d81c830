from tests.cli.run import calmdesk
from tests.talk import builtin


def test_every_sign_is_listed_with_its_stage():
    out = calmdesk("signs").out
    for sign in builtin().signs.values():
        assert sign.id in out


def test_a_sign_is_explained_with_its_innocent_explanations_and_examples():
    out = " ".join(calmdesk("explain", "brings_up_last_time").out.split())
    sign = builtin().signs["brings_up_last_time"]
    assert sign.title in out
    assert sign.often_innocent_when[0].split(".")[0][:40] in out
    assert "Must not be noticed" in out


def test_a_misspelt_sign_is_answered_with_near_ones():
    answer = calmdesk("explain", "brings_up_lasttime")
    assert answer.code == 2
    assert "brings_up_last_time" in answer.err
