import pytest

from calmdesk.errors import BadPlaybook
from calmdesk.playbook import builtin_folder, load_playbook

SIGN = (builtin_folder() / "signs" / "brings_up_last_time.toml").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "signs").mkdir()
    return tmp_path


def test_a_team_folder_adds_a_sign(folder):
    (folder / "signs" / "our_own.toml").write_text(SIGN, encoding="utf-8")
    assert load_playbook(folder).signs["our_own"].title == load_playbook().signs["brings_up_last_time"].title


def test_a_team_folder_replaces_a_sign_of_the_same_name(folder):
    changed = SIGN.replace('title = "Brings up last time"', 'title = "Ours"')
    (folder / "signs" / "brings_up_last_time.toml").write_text(changed, encoding="utf-8")
    assert load_playbook(folder).signs["brings_up_last_time"].title == "Ours"


def test_all_problems_are_said_at_once_each_with_its_file(folder):
    (folder / "signs" / "a.toml").write_text("title = [", encoding="utf-8")
    (folder / "signs" / "b.toml").write_text(SIGN.replace("[detector]", '[detector]\ncolour = "red"'), encoding="utf-8")
    (folder / "signs" / "c.toml").write_text(SIGN.replace('document = "', 'document = "no-'), encoding="utf-8")
    (folder / "signs" / "d.toml").write_text(SIGN.replace("phrases = [", 'phrases = [ "@nosuch x",'), encoding="utf-8")
    with pytest.raises(BadPlaybook) as caught:
        load_playbook(folder)
    said = str(caught.value)
    assert "a.toml" in said
    assert "b.toml: detector: found 'colour', which is no setting here; allowed are " in said
    assert "no document 'no-" in said
    assert "no word list 'nosuch'" in said
    assert len(caught.value.problems) == 4
    assert all(problem.startswith(str(folder / "signs")) for problem in caught.value.problems)


def test_a_missing_folder_is_a_problem_not_a_silence(tmp_path):
    with pytest.raises(BadPlaybook, match="not a folder"):
        load_playbook(tmp_path / "nowhere")


def test_a_document_that_does_not_fit_is_named_with_its_file(folder):
    (folder / "sources.toml").write_text('[guide]\ntitle = "x"\nwhere = 1\nsections = []\n', encoding="utf-8")
    with pytest.raises(BadPlaybook) as caught:
        load_playbook(folder)
    assert caught.value.problems[0] == (
        f"{folder / 'sources.toml'}: guide: where: found 1; allowed is a text in quotes. Change it to that."
    )


def test_broken_toml_is_said_with_its_line(folder):
    (folder / "signs" / "a.toml").write_text('title = "x"\nstage = early\n', encoding="utf-8")
    with pytest.raises(BadPlaybook, match=r"a\.toml: line 2, column 9: not valid TOML \(invalid value\)\."):
        load_playbook(folder)


def test_two_rules_of_different_kinds_may_not_share_a_name(folder):
    (folder / "phrasing").mkdir()
    phrasing = (builtin_folder() / "phrasing" / "says_you_never.toml").read_text(encoding="utf-8")
    (folder / "phrasing" / "brings_up_last_time.toml").write_text(phrasing, encoding="utf-8")
    with pytest.raises(BadPlaybook) as caught:
        load_playbook(folder)
    assert caught.value.problems == (
        f"{folder / 'phrasing' / 'brings_up_last_time.toml'}: "
        f"{builtin_folder() / 'signs' / 'brings_up_last_time.toml'} has this name too. Rename one of them.",
    )


def test_a_rule_of_any_kind_is_found_by_its_name():
    book = load_playbook()
    assert {*book.signs, *book.triggers, *book.phrasing, *book.moves, *book.next_moves, *book.boundaries} == set(
        book.rules
    )
    assert all(rule.id == name for name, rule in book.rules.items())
