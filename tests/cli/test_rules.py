import pytest

from calmdesk.playbook import RULE_KINDS
from tests.cli.run import calmdesk
from tests.talk import builtin


def listed(*arguments):
    """The names of a list in a pipe, without its head."""
    _, *rows = calmdesk(*arguments).out.splitlines()
    return [row.split()[0] for row in rows]


def test_every_sign_is_listed_with_its_stage():
    out = calmdesk("signs").out
    for sign in builtin().signs.values():
        assert sign.id in out


def test_in_a_pipe_each_sign_is_one_line():
    answer = calmdesk("signs")
    book = builtin()
    head, *rows = answer.out.splitlines()
    assert head.split()[:3] == ["sign", "stage", "practice"]
    assert {tuple(row.split()[:2]) for row in rows} == {
        *((sign.id, sign.stage.value) for sign in book.signs.values()),
        *((trigger, "trigger") for trigger in book.triggers),
    }
    assert len(rows) == len(book.signs) + len(book.triggers)
    assert f"{len(book.signs)} signs" in answer.err


def test_every_rule_of_every_kind_is_one_line():
    assert sorted(listed("rules")) == sorted(builtin().rules)


@pytest.mark.parametrize("kind", RULE_KINDS)
def test_the_rules_of_one_kind_are_listed_alone_and_counted(kind):
    typed = kind.replace("_", "-")
    assert sorted(listed("rules", typed)) == sorted(builtin().of_kind(kind))
    assert f"{len(builtin().of_kind(kind))} {typed.replace('-', ' ')}. " in calmdesk("rules", typed).err


def test_boundaries_are_listed_from_the_first_rung_to_the_last():
    assert listed("rules", "boundaries") == list(builtin().boundaries)


def test_an_unknown_kind_is_refused_with_the_kinds_there_are():
    answer = calmdesk("rules", "feelings")
    assert answer.code == 2
    assert "next-moves" in answer.err
