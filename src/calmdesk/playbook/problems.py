"""What can be wrong with a playbook beyond the shape of its files, gathered before speaking once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from calmdesk.playbook.book import RULE_KINDS, Playbook
from calmdesk.playbook.detectors import Capitals, Phrases
from calmdesk.playbook.kinds import Document, Kind, Sign, Source, WordList
from calmdesk.playbook.phrase import PhraseError, list_names, parse_phrase, slot_names, slots_of
from calmdesk.playbook.phrasing import AskedAgain, Form, InOtherWords, Move, Phrasing, Said, Wording
from calmdesk.playbook.wording import FACTS, Boundary, NextMove


def problems_of(playbook: Playbook, file_of: Callable[[Kind, str], str]) -> list[str]:
    """One sentence for each problem, with the file it is in: `file_of` names it by kind and id."""
    words, documents = playbook.words, playbook.documents
    found: list[str] = []
    for word_list in words.values():
        found += (f"{file_of('words', word_list.id)}: {text}" for text in _phrase_problems(word_list.entries, {}))
    for sign in playbook.signs.values():
        found += (f"{file_of('signs', sign.id)}: {text}" for text in _sign_problems(sign, words))
        found += (f"{file_of('signs', sign.id)}: {text}" for text in _source_problems(sign.source, documents))
    for trigger in playbook.triggers.values():
        phrases = (*trigger.event, *trigger.effect, *trigger.unless)
        found += (f"{file_of('triggers', trigger.id)}: {text}" for text in _phrase_problems(phrases, words))
        found += (f"{file_of('triggers', trigger.id)}: {text}" for text in _source_problems(trigger.source, documents))
    for way in playbook.phrasing.values():
        found += (f"{file_of('phrasing', way.id)}: {text}" for text in _phrasing_problems(way, words))
        found += (f"{file_of('phrasing', way.id)}: {text}" for text in _source_problems(way.source, documents))
    for move in playbook.moves.values():
        found += (f"{file_of('moves', move.id)}: {text}" for text in _phrase_problems(_said(move), words))
        found += (f"{file_of('moves', move.id)}: {text}" for text in _source_problems(move.source, documents))
    for boundary in playbook.boundaries.values():
        phrases = (*boundary.look.phrases, *boundary.look.unless)
        found += (f"{file_of('boundaries', boundary.id)}: {text}" for text in _phrase_problems(phrases, words))
        found += (f"{file_of('boundaries', boundary.id)}: {text}" for text in _ready_problems(boundary, playbook))
    for next_move in playbook.next_moves.values():
        found += (f"{file_of('next_moves', next_move.id)}: {text}" for text in _ready_problems(next_move, playbook))
    found += _name_problems(playbook, file_of)
    return found


def _name_problems(playbook: Playbook, file_of: Callable[[Kind, str], str]) -> Iterator[str]:
    """A rule is called by its name alone, whatever its kind: two of the same name could not be told apart."""
    first: dict[str, Kind] = {}
    for kind in RULE_KINDS:
        for name in playbook.of_kind(kind):
            if name in first:
                yield f"{file_of(kind, name)}: {file_of(first[name], name)} has this name too. Rename one of them."
            first.setdefault(name, kind)


def _ready_problems(ready: NextMove | Boundary, playbook: Playbook) -> Iterator[str]:
    yield from _source_problems(ready.source, playbook.documents)
    for place, say in enumerate(ready.say, 1):
        for name in slots_of(say.text):
            if name not in FACTS:
                yield f"say {place}: {{{name}}} is no fact; known are {', '.join(FACTS)}"
        for name in say.situations:
            if name not in playbook.triggers:
                yield f"say {place}: there is no trigger {name!r}; known are {', '.join(playbook.triggers)}"


def _phrasing_problems(phrasing: Phrasing, words: Mapping[str, WordList]) -> Iterator[str]:
    look = phrasing.look
    if isinstance(look, AskedAgain):
        yield from _phrase_problems((*look.asks, *look.given), words)
    if isinstance(look, Wording):
        yield from _phrase_problems((*(text for form in look.forms for text in form.find), *look.unless), words)
        for form in look.forms:
            yield from _slot_problems(form)
    if not (phrasing.requesters or phrasing.colleagues):
        yield "requesters and colleagues are both false: nobody's drafts would be looked at"
    for name, pairs in (("no_match", phrasing.no_match), ("known_miss", phrasing.known_miss)):
        for place, pair in enumerate(pairs, 1):
            if not pair.because:
                yield f"{name} {place}: say why in 'because'"


def _slot_problems(form: Form) -> Iterator[str]:
    """Every `{name}` of a rewrite must be in each phrase that it may stand for."""
    asked = {name for say in form.say for name in slots_of(say)}
    for text in form.find:
        try:
            there = set(slot_names(parse_phrase(text)))
        except PhraseError:
            continue  # told already
        for name in sorted(asked - there):
            yield f"phrase {text!r}: a rewrite uses {{{name}}}, which this phrase does not take along"


def _said(move: Move) -> tuple[str, ...]:
    match move.look:
        case Said():
            return (*move.look.phrases, *move.look.unless)
        case InOtherWords():
            return move.look.openings
        case _:
            return ()


def _sign_problems(sign: Sign, words: Mapping[str, WordList]) -> Iterator[str]:
    if not sign.practice:
        yield "practice: cite at least one, such as P-2.4"
    detector = sign.detector
    if isinstance(detector, Phrases):
        yield from _phrase_problems((*detector.phrases, *detector.unless), words)
    if isinstance(detector, Capitals) and detector.emphatic and detector.emphatic not in words:
        yield f"emphatic: there is no word list {detector.emphatic!r}; known are {', '.join(words)}"
    for name, examples in (("no_match", sign.no_match), ("known_miss", sign.known_miss)):
        for place, example in enumerate(examples, 1):
            if not example.because:
                yield f"{name} {place}: say why in 'because'"


def _phrase_problems(phrases: tuple[str, ...], words: Mapping[str, WordList]) -> Iterator[str]:
    for text in phrases:
        try:
            names = list(list_names(parse_phrase(text)))
        except PhraseError as error:
            yield f"phrase {text!r}: {error}"
            continue
        for name in names:
            if name not in words:
                yield f"phrase {text!r}: there is no word list {name!r}; known are {', '.join(words) or 'none'}"


def _source_problems(source: Source, documents: Mapping[str, Document]) -> Iterator[str]:
    document = documents.get(source.document)
    if document is None:
        yield f"source: no document {source.document!r} in sources.toml; known are {', '.join(documents)}"
    elif source.section not in document.sections:
        yield f"source: {source.document!r} has no section {source.section!r}; known are {', '.join(document.sections)}"
