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


def test_in_a_pipe_each_sign_is_one_line():
    answer = calmdesk("signs")
    book = builtin()
    head, *rows = answer.out.splitlines()
    assert head.split()[:3] == ["sign", "stage", "practice"]
    assert {row.split()[0] for row in rows} == set(book.rules)
    assert len(rows) == len(book.rules)
    assert f"{len(book.signs)} signs" in answer.err


def test_an_explanation_has_no_doubled_blank_lines_and_no_trailing_spaces():
    out = calmdesk("explain", "brings_up_last_time").out
    assert "\n\n" in out
    assert "\n\n\n" not in out
    assert all(line == line.rstrip() for line in out.split("\n"))
