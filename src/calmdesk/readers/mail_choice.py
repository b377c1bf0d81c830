"""Which parts of a mail hold its text."""

from __future__ import annotations

from collections.abc import Sequence

from calmdesk.readers.mail_decode import HTML, PLAIN, PartText, part_text
from calmdesk.readers.mail_fields import disposition, parameter
from calmdesk.readers.mail_parts import Part


def chosen_texts(data: bytes, parts: Sequence[Part]) -> list[PartText]:
    """The texts to read, in order: one per alternative, none from attachments or attached mails."""
    shown = [part for part in parts if _is_text(part)]
    chosen: list[PartText] = []
    done: set[str] = set()
    for part in shown:
        group = _alternative(part)
        if group is None:
            chosen.append(part_text(data, part))
        elif group not in done:
            done.add(group)
            brothers = [one for one in shown if _alternative(one) == group]
            chosen.append(_best(data, brothers))
    written = [one for one in chosen if one.text.strip()]
    if any(one.part.type in PLAIN for one in written) and chosen[0].part.type in PLAIN:
        # Servers and virus scanners append an HTML footer to a plain mail.
        written = [one for one in written if one.part.type not in HTML]
    return written or chosen[:1]


def is_other_wording(part: Part, chosen: Sequence[PartText]) -> bool:
    """The HTML beside a plain text that was read says the same again."""
    group = _alternative(part)
    return group is not None and part.type in PLAIN | HTML and any(_alternative(one.part) == group for one in chosen)


def _is_text(part: Part) -> bool:
    if part.type not in PLAIN and part.type not in HTML:
        return False
    if any(kind == "message/rfc822" for kind, _ in part.inside) or _named_attachment(part):
        return False
    kinds = [kind for kind, _ in part.inside]
    # In a report only the first part is for people.
    return not (kinds and kinds[-1] == "multipart/report" and part.path.rpartition(".")[2] != "1")


def _named_attachment(part: Part) -> bool:
    """A part with a file name is a file, unless it is the first part or one wording of several."""
    if disposition(part.headers) == "attachment":
        return True
    if not part.inside or part.inside[-1][0] == "multipart/alternative" or part.path.rpartition(".")[2] == "1":
        return False
    return bool(parameter(part.headers, "filename", "content-disposition") or parameter(part.headers, "name"))


def _alternative(part: Part) -> str | None:
    """The number of the innermost multipart/alternative this part stands in."""
    found = [path for kind, path in part.inside if kind == "multipart/alternative"]
    return f"{found[-1]}/" if found else None


def _best(data: bytes, brothers: list[Part]) -> PartText:
    plain = [part_text(data, part) for part in brothers if part.type in PLAIN]
    for one in plain:
        if one.text.strip() and not _says_see_html(one.text):
            return one
    for part in brothers:
        if part.type in HTML:
            page = part_text(data, part)
            if page.text.strip():
                return page
    return plain[0] if plain else part_text(data, brothers[0])


def _says_see_html(text: str) -> bool:
    """Some newsletters fill the plain part with one line such as "This message needs an HTML reader"."""
    short = text.strip().lower()
    return (
        len(short) < 300 and "html" in short and any(word in short for word in ("view", "support", "client", "reader"))
    )
