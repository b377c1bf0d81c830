"""The index pages of the playbook, and the pages that they lead to.

A sign, a move or a boundary has a page of its own, which a link from a finding or an issue can name. Phrasings are many
and short, and are read side by side: those of one family stand on one page, each under its own anchor.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from calmdesk.playbook import Family, Phrasing, Playbook
from calmdesk.playbook.families import EFFECTS, TITLES
from calmdesk.proof.pages import page_of


def reference_pages(playbook: Playbook) -> Iterator[tuple[str, str]]:
    """Each page by its place in docs/reference."""
    for rule in playbook.rules.values():
        if not isinstance(rule, Phrasing):
            yield f"rules/{rule.id}.md", page_of(rule)
    for family, members in _by_family(playbook):
        yield f"phrasing/{family.value}.md", _family_page(family, members)
    yield "signs.md", _page(_signs(playbook))
    yield "phrasing.md", _page(_phrasing(playbook))
    yield "moves.md", _page(_moves(playbook))
    yield "next-moves.md", _page(_next_moves(playbook))
    yield "boundaries.md", _page(_boundaries(playbook))


def _by_family(playbook: Playbook) -> list[tuple[Family, list[Phrasing]]]:
    found = [(family, [one for one in playbook.phrasing.values() if one.family is family]) for family in Family]
    return [(family, members) for family, members in found if members]


def _family_page(family: Family, members: Iterable[Phrasing]) -> str:
    parts = [f"# {TITLES[family]}\n\n{EFFECTS[family]}\n"]
    for phrasing in members:
        own = "\n".join(f"#{line}" if line.startswith("#") else line for line in page_of(phrasing).splitlines())
        parts.append(f'<a id="{phrasing.id}"></a>\n\n{own}\n')
    return "\n".join(parts)


def _signs(playbook: Playbook) -> Iterator[str]:
    yield "# Signs and triggers\n"
    yield f"{len(playbook.signs)} signs, {len(playbook.triggers)} triggers.\n"
    yield from ("| sign | stage | stance | practice | what was noticed |", "|---|---|---|---|---|")
    for sign in sorted(playbook.signs.values(), key=lambda sign: (sign.stage.rank, sign.id)):
        practice = ", ".join(sign.practice)
        yield f"| {_link(sign.id)} | {sign.stage.value} | {sign.stance.value} | {practice} | {sign.title} |"
    yield from ("", "| trigger | practice | what happened |", "|---|---|---|")
    for trigger in playbook.triggers.values():
        yield f"| {_link(trigger.id)} | {', '.join(trigger.practice)} | {trigger.title} |"


def _phrasing(playbook: Playbook) -> Iterator[str]:
    warned = sum(one.severity.value == "warn" for one in playbook.phrasing.values())
    yield "# Phrasing\n"
    yield "Ways of writing that heat a conversation, and what to write instead. `warn`: likely to make it worse."
    yield f"`hint`: there is a better way to say it. {len(playbook.phrasing)} phrasings, {warned} of them warn.\n"
    for family, members in _by_family(playbook):
        yield f"## [{TITLES[family]}](phrasing/{family.value}.md)\n"
        yield f"{EFFECTS[family]}\n"
        yield from ("| phrasing | | practice | what the draft does |", "|---|---|---|---|")
        for one in members:
            link = f"[{one.id}](phrasing/{family.value}.md#{one.id})"
            yield f"| {link} | {one.severity.value} | {', '.join(one.practice)} | {one.title} |"
        yield ""


def _moves(playbook: Playbook) -> Iterator[str]:
    yield "# Moves\n"
    yield f"What an agent's words do, sent or drafted. {len(playbook.moves)} moves.\n"
    yield from ("| move | practice | what it is |", "|---|---|---|")
    for move in playbook.moves.values():
        yield f"| {_link(move.id)} | {', '.join(move.practice)} | {' '.join(move.definition.split())} |"


def _next_moves(playbook: Playbook) -> Iterator[str]:
    yield "# Next moves\n"
    yield f"The one thing to do next, with ready words for each channel. {len(playbook.next_moves)} next moves.\n"
    yield from ("| next move | practice | why |", "|---|---|---|")
    for move in playbook.next_moves.values():
        yield f"| {_link(move.id)} | {', '.join(move.practice)} | {' '.join(move.why.split())} |"


def _boundaries(playbook: Playbook) -> Iterator[str]:
    yield "# Boundaries\n"
    yield "Sentences that set a limit, from the first rung of the ladder to the last, with ready words by channel.\n"
    yield from ("| rung | boundary | practice | what it says |", "|---|---|---|---|")
    for one in playbook.boundaries.values():
        practice = ", ".join(one.practice)
        yield f"| {one.rung} | {_link(one.id)} | {practice} | {' '.join(one.definition.split())} |"


def _link(name: str) -> str:
    return f"[{name}](rules/{name}.md)"


def _page(lines: Iterable[str]) -> str:
    return "\n".join(lines).rstrip() + "\n"
