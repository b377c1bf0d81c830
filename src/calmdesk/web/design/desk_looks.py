"""What rules about the desk's own words look for, as sentences: one for each kind of look."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from calmdesk.playbook import Boundary, Move, Phrasing
from calmdesk.playbook import phrasing as looks
from calmdesk.web.design.looks_for import FormView, LooksFor
from calmdesk.web.design.words import counted


def desk_looks_for(rule: Phrasing | Move | Boundary) -> LooksFor:
    """What this rule looks for, and where."""
    look = rule.look
    where = _where(rule) if isinstance(rule, Phrasing) else ["In what the desk says, sent or drafted."]
    sentences = (_SENTENCES[type(look)](look), *where)
    match look:
        case looks.Wording():
            forms = tuple(FormView(form.find, form.say) for form in look.forms)
            return LooksFor((*sentences, *_limits(look)), unless=look.unless, forms=forms)
        case looks.Said():
            return LooksFor(sentences, look.phrases, look.unless)
        case looks.InOtherWords():
            return LooksFor(sentences, look.openings)
        case looks.AskedAgain():
            return LooksFor(sentences, look.asks, effects=look.given)
        case _:
            return LooksFor(sentences)


_SENTENCES: dict[type, Callable[[Any], str]] = {
    looks.Wording: lambda _: "Words and their variants, and what fits in their place.",
    looks.Questions: lambda look: f"More than {counted(look.most, 'question')} in one message.",
    looks.Apologies: lambda look: f"More than {counted(look.most, 'apology', 'apologies')} in one message.",
    looks.AskedAgain: lambda _: "A question whose answer the person has already given.",
    looks.Echo: lambda look: f"A restatement that repeats {look.share:.0%} or more of their words in their order.",
    looks.Shouting: lambda look: f"Words in capitals, or {look.marks} or more exclamation and question marks.",
    looks.WallOfText: lambda look: f"A paragraph of more than {counted(look.words, 'word')}.",
    looks.LongSentence: lambda look: f"A sentence of more than {counted(look.words, 'word')}.",
    looks.Subject: lambda look: f"A mail's subject that is empty or one of {len(look.vague)} that name nothing.",
    looks.StepsInProse: lambda look: f"{look.steps} or more steps in a paragraph, where a list would be clearer.",
    looks.Said: lambda _: "Words and their variants.",
    looks.InOtherWords: lambda look: (
        f"A sentence that takes up {look.least} or more of the person's telling words, in words of one's own."
    ),
    looks.Asks: lambda look: (
        f"{counted(look.least, 'question')} in the message."
        if look.least == look.most
        else f"From {look.least} to {counted(look.most, 'question')} in the message."
    ),
}


def _where(phrasing: Phrasing) -> list[str]:
    readers = {
        (True, False): "In replies.",
        (False, True): "In notes between colleagues.",
        (True, True): "In replies and in notes between colleagues.",
    }
    when = {"tense": "Only while the person is tense.", "leadership": "Only with leadership in copy."}
    return [readers[phrasing.requesters, phrasing.colleagues], *(when[one] for one in phrasing.when)]


def _limits(look: looks.Wording) -> list[str]:
    limits = ["Also in the lines of a list."] if look.in_steps else []
    limits += ["Not after a “not”."] if look.negation else []
    limits += ["Not where the person used these words themselves."] if look.unless_they_said else []
    return limits
