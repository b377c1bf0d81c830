"""The page of a phrasing: why, when it is fine, what is found and what it says instead, near misses."""

from __future__ import annotations

from collections.abc import Iterator

from calmdesk.playbook import Phrasing
from calmdesk.proof.pages.pairs import pair_table
from calmdesk.proof.pages.parts import channels_named, named_list, source_line


def phrasing_lines(phrasing: Phrasing) -> Iterator[str]:
    """Line by line, as Markdown."""
    yield f"# {phrasing.title}\n"
    yield f"`{phrasing.id}` · {_facts(phrasing)}\n"
    yield f"**Why.** {phrasing.why.strip()}\n"
    yield from named_list("Often fine when", phrasing.often_fine_when)
    yield source_line(phrasing.source)
    offers = any(pair.after for pair in phrasing.match)
    yield from pair_table("Found, and what it says instead" if offers else "Found", phrasing.match)
    yield from pair_table("Must not be found", phrasing.no_match)
    yield from pair_table("Known misses", phrasing.known_miss)
    yield from pair_table("Known false alarms", phrasing.known_false_alarm)


def _facts(phrasing: Phrasing) -> str:
    readers = {(True, False): "replies", (False, True): "notes to colleagues", (True, True): "replies and notes"}
    said = [
        f"family {phrasing.family.value}",
        phrasing.severity.value,
        readers[phrasing.requesters, phrasing.colleagues],
        *(_WHEN[when] for when in phrasing.when),
        channels_named(phrasing.channels),
        f"practice {', '.join(phrasing.practice)}",
        phrasing.status.value,
    ]
    return " · ".join(said)


_WHEN = {"tense": "only where the person is tense", "leadership": "only with leadership in copy"}
