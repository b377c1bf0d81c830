from calmdesk.playbook import builtin_folder
from tests.cli.run import calmdesk

SIGN = (builtin_folder() / "signs" / "brings_up_last_time.toml").read_text(encoding="utf-8")


def team_folder(tmp_path, content):
    (tmp_path / "signs").mkdir()
    (tmp_path / "signs" / "our_own.toml").write_text(content, encoding="utf-8")
    return tmp_path


def test_a_teams_signs_are_proved_alone(tmp_path):
    answer = calmdesk("playbook", "check", team_folder(tmp_path, SIGN))
    assert answer.code == 0
    assert answer.out.startswith("1 rule, ")


def test_an_example_that_does_not_hold_says_what_was_expected_and_found(tmp_path):
    broken = SIGN + '\n[[match]]\ndialogue = """\nrequester: [[nothing to see]]\n"""\n'
    answer = calmdesk("playbook", "check", team_folder(tmp_path, broken))
    assert answer.code == 2
    assert "expected m1 'nothing to see', found nothing" in answer.out


def test_a_known_miss_that_is_found_now_asks_to_be_promoted(tmp_path):
    said = "requester: x\nagent: y\nrequester: [[Last time this happened]] nobody came."
    fixed = f'{SIGN}\n[[known_miss]]\nbecause = "was missed"\ndialogue = """\n{said}\n"""\n'
    answer = calmdesk("playbook", "check", team_folder(tmp_path, fixed))
    assert "PROMOTE" in answer.out
    assert answer.code == 2


def test_a_file_that_cannot_be_read_is_a_problem_with_its_name(tmp_path):
    answer = calmdesk("playbook", "check", team_folder(tmp_path, "title = ["))
    assert answer.code == 2
    assert "our_own.toml" in answer.err
