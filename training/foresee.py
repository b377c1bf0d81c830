"""From what is there so far, whether a thread is about to break. `python -m training.foresee`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec
import numpy as np
from msgspec.structs import replace
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from calmdesk.playbook import load_playbook
from calmdesk.signals import engine_for, scan
from calmdesk.temperature import rules_judge, temperatures
from calmdesk.temperature.forecast import FORECAST_FEATURES, Forecast, forecast_features, worth_interrupting
from calmdesk.temperature.model import Combination, Model
from calmdesk.temperature.values import Temperature
from training.combine import NETWORKS, Heard, network_for
from training.labels import Example, read_threads
from training.network import load
from training.places import work
from training.threads import whole_thread

# Derailment is foreseen for this many messages of the requester's side.
AHEAD = 3
_BROKEN_FROM = 3
# Of threads that do not break; the threshold is the best that keeps to it.
FALSE_ALARMS_AT_MOST = 0.1


UNTRAINED = Forecast(
    features=FORECAST_FEATURES, mean=(), scale=(), weights=(), bias=0.0, alarm_from=1.0, interrupt_from=1.0
)


class Point(NamedTuple):
    """One prefix: where it ends, its numbers, and whether the thread breaks within the next messages."""

    group: str
    part: str
    place: int
    row: list[float]
    breaks: bool
    heats: Sequence[Temperature]


def broken(example: Example) -> bool:
    """Whether this message is where a thread has derailed: hostile to a person, or escalated (intensity 3 or 4)."""
    label = example.label
    return label.get("stance") == "hostile" or (example.role != "helper" and label.get("intensity", 0) >= _BROKEN_FROM)


def points(threads: Sequence[Sequence[Example]], model_for: Callable[[Sequence[Example]], Model]) -> Iterator[Point]:
    """Every prefix of two messages or more that has not derailed yet."""
    playbook = load_playbook()
    engine, rules = engine_for(playbook), rules_judge(playbook.signs)
    for thread in threads:
        model = model_for(thread)
        conversation = whole_thread(thread)
        scanned = scan(conversation, engine)
        heats = temperatures(conversation, scanned, model.judge(rules, playbook.signs))
        asks = [place for place, example in enumerate(thread) if example.role != "helper"]
        for place in range(1, len(thread) - 1):
            if any(broken(example) for example in thread[: place + 1]):
                break
            coming = [later for later in asks if later > place][:AHEAD]
            yield Point(
                thread[0].group,
                thread[0].part,
                place,
                forecast_features(scanned, heats, place, model.hear),
                any(broken(thread[later]) for later in coming),
                heats[: place + 1],
            )


def by_network(threads: Sequence[Sequence[Example]]) -> Callable[[Sequence[Example]], Model]:
    """A model for each thread whose encoder never learned from it."""
    combination = msgspec.json.decode((work() / "combination.json").read_bytes(), type=Combination)
    models = {}
    for name in NETWORKS:
        hear = Heard(load(work() / f"{name}.pt"))
        hear.prepare([e.text for thread in threads if network_for(thread[0]) == name for e in thread])
        models[name] = Model(hear, lambda _: {}, combination, UNTRAINED)
    return lambda thread: models[network_for(thread[0])]


def learn(rows: np.ndarray[Any, Any], breaks: Sequence[bool]) -> Forecast:
    """The regression, without thresholds."""
    scaler = StandardScaler().fit(rows)
    model = LogisticRegression(C=0.05, max_iter=3000).fit(scaler.transform(rows), breaks)
    return Forecast(
        features=FORECAST_FEATURES,
        mean=tuple(scaler.mean_.tolist()),
        scale=tuple(scaler.scale_.tolist()),
        weights=tuple(model.coef_[0].tolist()),
        bias=float(model.intercept_[0]),
        alarm_from=0.5,
        interrupt_from=0.5,
    )


class Outcome(NamedTuple):
    """Of threads: how many alarms were right, how many breaks were foreseen, and how far ahead."""

    threads: int
    broke: int
    alarmed: int
    right: int
    false: int
    distance: float

    def __str__(self) -> str:
        return (
            f"{self.threads} threads, {self.broke} break; precision {self.precision:.2f}, recall {self.recall:.2f},"
            f" false alarms {self.false} of {self.threads - self.broke}, {self.distance:.1f} messages ahead"
        )

    @property
    def precision(self) -> float:
        return self.right / max(1, self.alarmed)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.broke)


def outcome(forecast: Forecast, found: Sequence[Point], ends: dict[str, int | None], *, deferred: bool) -> Outcome:
    """
    One verdict a thread: it is alarmed where any prefix raises the alarm before the thread breaks.

    `deferred` counts the decision to interrupt, not the forecast alone. `ends`: where each thread breaks, if it does.
    """
    first: dict[str, int] = {}
    before: dict[str, float] = {}
    for point in found:
        chance = forecast.probability(point.row)
        earlier, before[point.group] = before.get(point.group, 0.0), chance
        alarm = (
            worth_interrupting(forecast, chance, earlier, point.heats) if deferred else chance >= forecast.alarm_from
        )
        if alarm:
            first.setdefault(point.group, point.place)
    groups = {point.group for point in found}
    broke = [group for group in groups if ends[group] is not None]
    right = [group for group in broke if group in first]
    distances = [ends[group] - first[group] for group in right]  # type: ignore[operator]
    return Outcome(
        threads=len(groups),
        broke=len(broke),
        alarmed=sum(group in first for group in groups),
        right=len(right),
        false=sum(group in first for group in groups) - len(right),
        distance=sum(distances) / max(1, len(distances)),
    )


def main() -> None:
    """Writes `forecast.json`."""
    threads = read_threads(3)
    found = list(points(threads, by_network(threads)))
    ends = {t[0].group: next((p for p, e in enumerate(t) if broken(e)), None) for t in threads}
    train = [p for p in found if p.part == "train"]
    forecast = learn(np.array([p.row for p in train]), [p.breaks for p in train])
    chosen = [p for p in found if p.part != "held"]

    def balance(start: float) -> float:
        told = outcome(replace(forecast, alarm_from=start), chosen, ends, deferred=False)
        if told.false > FALSE_ALARMS_AT_MOST * (told.threads - told.broke):
            return -1.0
        return 2 * told.right / max(1, told.alarmed + told.broke)

    start = max((number / 100 for number in range(4, 96, 2)), key=balance)
    forecast = replace(forecast, alarm_from=start, interrupt_from=min(0.95, start * 1.5))
    for part in ("train", "tune", "held"):
        for deferred in (False, True):
            told = outcome(forecast, [p for p in found if p.part == part], ends, deferred=deferred)
            print(f"{part} {'interrupt' if deferred else 'forecast'}: {told}")
    for weight, name in sorted(zip(forecast.weights, FORECAST_FEATURES, strict=True)):
        print(f"  {weight:+.2f} {name}")
    (work() / "forecast.json").write_bytes(msgspec.json.format(msgspec.json.encode(forecast), indent=1))


if __name__ == "__main__":
    main()
