"""A desk's own past, read as if calmdesk had been there: what would have been alarmed, and what was not judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

import msgspec

from calmdesk.archive.samples import Drawer, Sample
from calmdesk.conversation import Conversation, Role, Stage
from calmdesk.errors import BadInput
from calmdesk.playbook import Playbook
from calmdesk.reading import Reading, read
from calmdesk.temperature import Model

Progress = Callable[[int], None]


class Backtest(msgspec.Struct, frozen=True, kw_only=True):
    """Counts over an export.

    `by_week` is ISO week -> sign -> findings; weeks need times, the rest is under "no time".
    """

    conversations: int
    messages: int
    calm: int
    shifted: int
    raised: int
    conduct: int
    by_sign: dict[str, int]
    by_week: dict[str, dict[str, int]]
    refused: dict[str, int]
    not_judged: dict[str, int]
    samples: tuple[Sample, ...]


def run_backtest(
    items: Iterable[Conversation | BadInput],
    playbook: Playbook,
    *,
    samples: int = 50,
    seed: int = 1,
    progress: Progress | None = None,
    model: Model | None = None,
) -> Backtest:
    """Read every conversation once; `progress` hears how many have been read. Memory does not grow with the export."""
    counts: Counter[str] = Counter()
    by_sign: Counter[str] = Counter()
    by_week: dict[str, Counter[str]] = {}
    refused: Counter[str] = Counter()
    not_judged: Counter[str] = Counter()
    drawer = Drawer(seed, samples)
    for item in items:
        if isinstance(item, BadInput):
            refused[item.problem] += 1
            continue
        reading = read(item, playbook, model=model)
        counts["conversations"] += 1
        counts["messages"] += len(item.messages)
        counts.update(_levels(reading))
        not_judged.update(_unjudged(item, reading))
        for finding in reading.findings:
            by_sign[finding.rule] += 1
            by_week.setdefault(_week(item, finding.message), Counter())[finding.rule] += 1
            drawer.offer(item, finding)
        if progress is not None:
            progress(counts["conversations"])
    return Backtest(
        conversations=counts["conversations"],
        messages=counts["messages"],
        calm=counts["calm"],
        shifted=counts["shifted"],
        raised=counts["raised"],
        conduct=counts["conduct"],
        by_sign=dict(by_sign.most_common()),
        by_week={week: dict(by_week[week].most_common()) for week in sorted(by_week)},
        refused=dict(refused.most_common()),
        not_judged=dict(not_judged.most_common()),
        samples=drawer.drawn(),
    )


def _levels(reading: Reading) -> list[str]:
    stages = {finding.stage for finding in reading.findings}
    levels = [] if stages else ["calm"]
    levels += ["shifted"] if reading.first_shift else []
    levels += ["raised"] if stages & {Stage.RISING, Stage.CONDUCT} else []
    levels += ["conduct"] if Stage.CONDUCT in stages else []
    return levels


def _unjudged(conversation: Conversation, reading: Reading) -> list[str]:
    found = [note.why for note in reading.not_read if note.part.startswith("message ")]
    if not any(person.role is Role.REQUESTER for person in conversation.participants):
        found.append("no requester is known; everybody who is not the desk was read as one")
    return found


def _week(conversation: Conversation, message_id: str) -> str:
    sent = conversation.message(message_id).sent_at or conversation.opened_at
    if sent is None:
        return "no time"
    year, week, _ = sent.isocalendar()
    return f"{year}-W{week:02}"
