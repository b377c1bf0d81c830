"""What can be wrong with a playbook beyond the shape of its files, gathered before speaking once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from calmdesk.playbook.detectors import Capitals, Phrases
from calmdesk.playbook.kinds import Document, Kind, Sign, Source, TriggerRule, WordList
from calmdesk.playbook.phrase import PhraseError, list_names, parse_phrase


def problems_of(
    signs: Mapping[str, Sign],
    triggers: Mapping[str, TriggerRule],
    words: Mapping[str, WordList],
    documents: Mapping[str, Document],
    file_of: Callable[[Kind, str], str],
) -> list[str]:
    """One sentence for each problem, with the file it is in: `file_of` names it by kind and id."""
    found: list[str] = []
    for word_list in words.values():
        found += (f"{file_of('words', word_list.id)}: {text}" for text in _phrase_problems(word_list.entries, {}))
    for sign in signs.values():
        found += (f"{file_of('signs', sign.id)}: {text}" for text in _sign_problems(sign, words))
        found += (f"{file_of('signs', sign.id)}: {text}" for text in _source_problems(sign.source, documents))
    for trigger in triggers.values():
        phrases = (*trigger.event, *trigger.effect, *trigger.unless)
        found += (f"{file_of('triggers', trigger.id)}: {text}" for text in _phrase_problems(phrases, words))
        found += (f"{file_of('triggers', trigger.id)}: {text}" for text in _source_problems(trigger.source, documents))
    return found


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
