"""
How far the readings agree with the careful reader. Prints one line for each requester and the totals:

python -m tests.examples.agreement
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from calmdesk.conversation import Conversation
from calmdesk.errors import BadInput
from calmdesk.playbook import Playbook, load_playbook
from calmdesk.reading import read
from calmdesk.temperature import Model
from tests.examples.expected import Expected, Requester, expectations, place, read_example


@dataclass(frozen=True)
class Compared:
    """One requester: shifts as messages of this person from the expected one, stances as (expected, found)."""

    file: str
    person: Requester
    found_shift: str | None
    found_loudest: str | None
    stances: tuple[tuple[str, str, str], ...]

    @property
    def off_by(self) -> int | None:
        """How many of the person's own messages too late (or, below 0, too early); None where one has no shift."""
        if self.person.first_shift is None or self.found_shift is None:
            return None
        own = list(self.person.stance)
        return own.index(self.found_shift) - own.index(self.person.first_shift)


def compare(expected: Expected, playbook: Playbook, model: Model | None = None) -> Iterator[Compared]:
    """The reading of one example beside what was expected."""
    conversation = read_example(expected.file)
    reading = read(conversation, playbook, model=model)
    stances = {place(conversation, message.id): str(message.stance) for message in reading.messages}
    assert isinstance(reading.first_shifts, tuple)
    for person in expected.requesters:
        participant = _participant(conversation, person.name)
        shift = next((shift for shift in reading.first_shifts if shift.person == participant), None)
        yield Compared(
            file=expected.file,
            person=person,
            found_shift=place(conversation, shift.message) if shift else None,
            found_loudest=place(conversation, reading.loudest) if reading.loudest else None,
            stances=tuple((at, wanted, stances[at]) for at, wanted in person.stance.items()),
        )


def example_figures(playbook: Playbook, model: Model | None) -> dict[str, int]:
    """How far the readings of our own examples agree with what was written down for them before."""
    found = [one for expected in expectations() if expected.judged for one in compare(expected, playbook, model)]
    stances = [(wanted, said) for one in found for _, wanted, said in one.stances]
    shifting = [one for one in found if one.person.first_shift is not None]
    calm = [one for one in found if one.person.first_shift is None]
    return {
        "stances": len(stances),
        "right": sum(wanted == said for wanted, said in stances),
        "shifts": len(shifting),
        "shifts right": sum(one.off_by is not None and abs(one.off_by) <= 1 for one in shifting),
        "calm": len(calm),
        "calm right": sum(one.found_shift is None for one in calm),
    }


def _participant(conversation: Conversation, name: str) -> str:
    return next(person.id for person in conversation.participants if name in (person.name, person.id))


def main() -> None:
    playbook = load_playbook()
    shifts: Counter[str] = Counter()
    stances: Counter[tuple[str, str]] = Counter()
    for expected in expectations():
        try:
            results = list(compare(expected, playbook)) if expected.judged else []
        except BadInput as problem:
            print(f"{expected.file}: not read: {problem}")
            continue
        for result in results:
            shifts[_verdict(result)] += 1
            stances.update((wanted, found) for _, wanted, found in result.stances)
            wrong = ", ".join(f"{at} {wanted}→{found}" for at, wanted, found in result.stances if wanted != found)
            print(
                f"{result.file:38} {result.person.name:10} shift {result.person.first_shift or '–':4}"
                f" found {result.found_shift or '–':4} {_verdict(result):12} {wrong}"
            )
    print("\nfirst shifts:", ", ".join(f"{verdict} {count}" for verdict, count in sorted(shifts.items())))
    right = sum(count for (wanted, found), count in stances.items() if wanted == found)
    print(f"stances: {right} of {stances.total()} agree")
    for (wanted, found), count in sorted(stances.items()):
        print(f"  {wanted:8} read as {found:8} {count}")


def _verdict(result: Compared) -> str:
    if result.person.first_shift is None:
        return "calm, right" if result.found_shift is None else "false alarm"
    if result.off_by is None:
        return "missed"
    if abs(result.off_by) <= 1:
        return "within one"
    return "late" if result.off_by > 0 else "early"


if __name__ == "__main__":
    main()
