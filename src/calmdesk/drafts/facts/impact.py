"""What it does to their work."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from calmdesk.drafts.facts.speech import Sentence

Span = tuple[int, int]
_CANNOT = (
    r"(?:can't|cannot|can not|couldn't|could not|am unable to|are unable to|'m unable to|'re unable to|am not able to)"
)
_WORK = (
    r"(?:work|do (?:anything|my job|our job|my work|our work|any work)|get (?:anything|any work) done|continue|go "
    r"on working|"
    r"serve|invoice|bill|ship|sell|teach|take (?:orders|calls|cards|payments|bookings)|book (?:\w+ )?(?:in|out|in "
    r"or out)|"
    r"finish|submit|pay|see patients|treat|start (?:my|our|the) \w+)"
)
_SUBJECT = (
    r"(?:i|we|nobody|no one|everyone|everybody|they|\d+ people|(?:the|my|our) (?:whole |entire )?(?:team|office|"
    r"department|class|staff|group))"
)
# Up to the end of the clause, and not far.
_REST = r"(?:\s+(?:\d[\d.,]*\d|[\w'%/-]+)){0,6}?"
_END = r"(?:[,.;!?)\n]|\s+(?:and|but|because|since|until|so|while|when)\b|\s*$)"
_PATTERNS = tuple(
    re2.compile(rf"(?i){pattern}{_END}")
    for pattern in (
        rf"\b({_SUBJECT}(?: (?:really|simply|just|still|also))?\s*{_CANNOT} (?:even )?{_WORK}{_REST})",
        rf"\b((?:i|we)(?:'m|'re| am| are) (?:completely |totally |currently |all )?(?:blocked|stranded|at a "
        rf"standstill|unable to work|sitting idle|sitting around){_REST})",
        rf"\b((?:i|we)(?:'ve| have)? (?:already |just )?(?:missed|lost) (?:(?:a|an|the|one|two|three|half|my|our|"
        rf"about|\d+)\b){_REST})",
        rf"\b((?:i|we|i'm|we're)(?: am| are)? losing (?:(?:a|an|about|around|\d+|half|money|time|orders|sales|"
        rf"customers)\b){_REST})",
        rf"\b((?:cost|costs|costing) (?:me|us){_REST.replace('{0,6}', '{1,5}')})",
        rf"\b((?:{_SUBJECT}|(?:two|three|four|several|many|\d+|the|my|our) [\w-]+(?: [\w-]+)?)(?: is| are|'s) "
        rf"waiting (?:for|at|in|on){_REST})",
        rf"\b((?:work|production|everything|the line|the whole line|shipping|payroll) (?:has stopped|is at a "
        rf"standstill|stands still|has come to a stop|is on hold)){_REST}",
        r"\b((?:somebody|someone|i|we) (?:has|have) to (?:[\w'-]+\s+){1,7}?by hand)",
        rf"\b((?:people|customers|trucks|patients|students) (?:are|keep) (?:waiting|queueing|queuing|leaving|"
        rf"walking out){_REST})",
    )
)
_WAITS_FOR_US = re2.compile(
    r"(?i)waiting (?:for|on) (?:you|your|the desk|support|an? (?:answer|reply|update)|news)|missed (?:a|the|your) "
    r"call|lost (?:the |my )?(?:network|connection|signal|patience)|lost (?:a|the) (?:network|connection)"
)


def impact_in(sentence: Sentence) -> Iterator[Span]:
    """Where it says what it does to their work; of several the first."""
    text = sentence.text
    if sentence.asks:
        return
    for pattern in _PATTERNS:
        found = pattern.search(text)
        if found and sentence.is_told(found.start(1)) and not _WAITS_FOR_US.search(found[1]):
            yield found.start(1), found.start(1) + len(found[1].rstrip())
            return
