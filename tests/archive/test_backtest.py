from calmdesk.archive import Mark, Report, load_report, precision, rate, run_backtest, save_report
from calmdesk.errors import BadInput
from tests.talk import builtin, talk

CALM = talk("requester: I cannot log in.\nagent: Which error do you see?")
HOSTILE = talk("requester <at=10:00>: you are an idiot\nrequester <at=10:05>: you are a useless idiot")
GERMAN = talk("requester: Der Drucker druckt seit heute Morgen nur noch leere Seiten, was soll ich jetzt bitte tun?")


def test_what_was_read_found_and_not_judged_is_counted():
    found = run_backtest([CALM, HOSTILE, BadInput("cut off"), GERMAN], builtin())
    assert (found.conversations, found.messages, found.calm, found.shifted, found.conduct) == (3, 5, 2, 1, 1)
    assert found.by_sign["insults_the_helper"] == 2
    assert found.by_week["2026-W02"]["insults_the_helper"] == 2
    assert found.refused == {"cut off": 1}
    assert found.not_judged == {"it seems to be German; calmdesk reads English so far": 1}


def test_the_same_seed_draws_the_same_samples_in_any_order():
    first = run_backtest([CALM, HOSTILE], builtin(), samples=1, seed=3)
    second = run_backtest([HOSTILE, CALM], builtin(), samples=1, seed=3)
    assert first.samples == second.samples
    assert len(first.samples) == 1


def test_another_seed_may_draw_others():
    drawn = {run_backtest([HOSTILE], builtin(), samples=1, seed=seed).samples[0].message for seed in range(12)}
    assert drawn == {"m1", "m2"}


def test_a_sample_shows_the_words_in_place():
    sample = next(
        s for s in run_backtest([HOSTILE], builtin()).samples if s.message == "m1" and s.rule == "insults_the_helper"
    )
    assert sample.before + sample.quote + sample.after == "you are an idiot"


def test_marks_give_each_sign_its_precision_and_unsure_ones_are_left_out():
    samples = run_backtest([HOSTILE], builtin()).samples
    own = [sample for sample in samples if sample.rule == "insults_the_helper"]
    marks = {own[0].key: Mark.RIGHT, own[1].key: Mark.UNSURE}
    assert precision(samples, marks)["insults_the_helper"] == rate(1, 1)


def test_the_interval_is_honest_for_small_numbers():
    found = rate(9, 10)
    assert (round(found.low, 3), round(found.high, 3)) == (0.596, 0.982)
    assert str(rate(0, 0)) == "not marked"
    assert rate(0, 5).low == 0


def test_a_report_comes_back_and_only_its_owner_may_read_it(tmp_path):
    report = Report(backtest=run_backtest([HOSTILE], builtin()), marks={"k": Mark.WRONG})
    path = tmp_path / "report.json"
    save_report(path, report)
    assert load_report(path) == report
    assert path.stat().st_mode & 0o077 == 0


def test_progress_is_heard_after_each_conversation():
    heard = []
    run_backtest([CALM, BadInput("x"), CALM], builtin(), progress=heard.append)
    assert heard == [1, 2]
