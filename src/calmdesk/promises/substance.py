"""Whether a message of the desk says something: a fact, a result, a thing sent. Patience alone is no update."""

from __future__ import annotations

from enum import Flag, auto
from functools import cache
from typing import Any

from calmdesk.conversation import Channel, Conversation, Message
from calmdesk.promises.find import find
from calmdesk.promises.spaced import pattern
from calmdesk.promises.speech import speech_of
from calmdesk.signals.zones import ZoneKind, zones_of

_WORDS_OF_A_FACT = 3


class Substance(Flag):
    """What a message brings."""

    NOTHING = 0
    NEWS = auto()  # a fact: the cause, where it stands, what was found
    DONE = auto()  # a result: it works again, it is replaced
    SENT = auto()  # a thing: a link, an attachment, "here is"
    CALLED = auto()  # it was a call, or speaks of one that took place
    VISITED = auto()


_KEPT_BY = {
    "fix": Substance.DONE,
    "send": Substance.SENT | Substance.DONE,
    "visit": Substance.VISITED | Substance.DONE,
}
_ANY = Substance.NEWS | Substance.DONE | Substance.SENT | Substance.CALLED | Substance.VISITED


def keeps(what: str, substance: Substance, text: str) -> bool:
    """
    Whether a message with this substance is the promised thing, or a real update where news was promised.

    A promised repair is kept by a repair and a promised form by the form: a status report keeps neither.
    """
    if what in _KEPT_BY:
        return bool(substance & _KEPT_BY[what])
    if what in ("call", "update", "check", "escalate"):
        return bool(substance & _ANY)
    # Any other verb ("migrate") is kept by words that say it again as done ("migrated").
    stem = what.rstrip("e")[: max(4, len(what) - 2)]
    return bool(substance & Substance.DONE) or (bool(substance & Substance.NEWS) and stem in text.lower())


def substance_of(conversation: Conversation, message: Message) -> Substance:
    """What a message brings, whoever wrote it."""
    found = _in_words(message.text)
    channel = conversation.channel_of(message)
    if channel is Channel.VOICE:
        found |= Substance.CALLED
    if channel is Channel.IN_PERSON:
        found |= Substance.VISITED | Substance.CALLED
    return found


def confirms(text: str) -> bool:
    """Whether a requester says that it works."""
    return any(
        _patterns()["works"].search(sentence.text) and not _patterns()["undone"].search(sentence.text)
        for sentence in speech_of(text).sentences
        if not sentence.asks
    )


def _in_words(text: str) -> Substance:
    found = Substance.NOTHING
    if any(zone.kind is ZoneKind.LINK and "://" in text[zone.start : zone.end] for zone in zones_of(text)):
        found |= Substance.SENT
    speech = speech_of(text)
    promised = [(commitment.start, commitment.end) for commitment in find(text)]
    for sentence in speech.sentences:
        if sentence.asks:
            continue
        first, last = speech.back(sentence.start, sentence.start + len(sentence.text))
        words = sentence.text
        for start, end in promised:
            # What is promised has not happened; what stands beside it in the sentence may have.
            if first <= start and end <= last:
                words = words.replace(_folded_part(words, start - first, end - first), " ")
        found |= _of_sentence(words)
    return found


def _folded_part(words: str, start: int, end: int) -> str:
    return words[start:end] or "\0"


def _of_sentence(words: str) -> Substance:
    patterns, found = _patterns(), Substance.NOTHING
    if patterns["sent"].search(words):
        found |= Substance.SENT
    if patterns["called"].search(words):
        found |= Substance.CALLED
    if patterns["visited"].search(words):
        found |= Substance.VISITED
    if patterns["done"].search(words) and not patterns["undone"].search(words):
        found |= Substance.DONE
    if not patterns["idle"].search(words) and len(patterns["word"].findall(words)) >= _WORDS_OF_A_FACT:
        found |= Substance.NEWS
    return found | Substance.NEWS if found & Substance.DONE else found


@cache
def _patterns() -> dict[str, Any]:
    done = (
        r"(?:fixed|resolved|sorted|repaired|restored|solved|ready|done|finished|completed?|delivered|shipped"
        r"|replaced|back up|back online"
        r"|online|up and running|back to normal|working|set up|unlocked|reset|installed|reinstalled|in place"
        r"|patched|deployed|released|merged"
        r"|enabled|added|removed|changed|updated|granted|created|migrated|activated|corrected|closed|cleared"
        r"|restarted|rebooted|approved)"
    )
    return {
        "word": pattern(r"[a-z0-9']{2,}"),
        "idle": pattern(
            r"\bstill (?:working|looking|investigating|checking|waiting|trying|on it|pending|with|in progress"
            r"|in the queue|open|under|being|no|don't|do not|haven't|have not|ongoing|in the hands|at it)\b"
            r"|\b(?:no|nothing|not any|without|don't have any|haven't any|not (?:yet )?heard) (?:new|news"
            r"|update|updates|further|progress|eta|change|changes|anything|back|word|more)\b"
            r"|nothing has changed|\bnot (?:\w+ ){1,3}yet|n't (?:\w+ ){1,3}yet|not (?:yet|there yet)|\bno,? not yet"
            r"|\b(?:thank|thanks|thx|appreciate|sorry|apologi[sz]e|apologies|patience|patient|bear with"
            r"|understand|inconvenience|one moment|hang on|hold on|hold the line|regards|sincerely|cheers"
            r"|greetings|welcome|stay tuned)\b"
            r"|\bplease (?:wait|hold|bear|be|let|feel|send|provide|share|confirm|reply|attach|upload|tell|give"
            r"|do not|don't|keep|stand by|rest)\b|^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening"
            r"|day))\b[^.]{0,40}$"
            r"|\b(?:working on (?:it|this|that|your|the)|looking in ?to (?:it|this|that|your|the)"
            r"|work(?:ing)? hard|doing (?:our|my) best|on it|in progress|under (?:investigation|review)|(?:are"
            r"|am|is|being) (?:currently |actively |now )*(?:investigating|investigated|looked|checking"
            r"|handled|processed|worked)|aware of|top priority|taking (?:it|this) (?:very )?seriously"
            r"|important to us)\b"
            r"|\b(?:i hope|hope (?:you|this|all|that)|how are you|have a (?:nice|good|great|lovely)|feel free"
            r"|let (?:me|us) know|don't hesitate|do not hesitate|get back to|in touch|as soon as"
            r"|at the earliest|will (?:be )?(?:update|inform|let|contact|keep)|keep you)\b|^(?:automatic"
            r"|auto-?reply|out of office)"
        ),
        "done": pattern(
            r"\b(?:is|are|was|were|'s|been|got|now|it|has|have|'ve|i|we|all|just|already"
            r"|successfully)\b(?: (?:now|all|just|been|successfully|fully|already|finally|completely"
            rf"|again))* {done}\b"
            r"|\b(?:works|working|running|back|fine|up)(?: fine)? (?:now|again)\b|\bplease try (?:again|now|it"
            r"|to)\b|\btry (?:again|it) now\b|\byou (?:can|should(?: be able to)?|are able to"
            r"|will be able to) now\b|\bnow (?:you can|able to)\b"
            r"|\byou can (?:log|sign|connect|print|use|access|work|collect|pick)\b"
            r"|\bshould (?:now )?(?:be )?(?:fixed|work|working|fine|ok|okay|resolved|back)(?: (?:now"
            r"|again))?\b|^(?:all )?(?:done|fixed|resolved|sorted|solved|completed)\b"
        ),
        "undone": pattern(
            r"\bworking (?:on|with|through|hard|to|as)\b|\b(?:not|isn't|aren't|wasn't|hasn't|haven't|never"
            r"|nothing|no longer|yet to|until|once|when|if"
            r"|unless|will be|to be|being|should have been|must be|needs to be|cannot|can't|doesn't|don't"
            r"|won't|before|by (?:tomorrow|monday|tuesday|wednesday|thursday|friday)|partly|partially)\b"
        ),
        "sent": pattern(
            r"\b(?:attached|enclosed|here (?:is|are|you go|it is|they are)|here's|see below|below (?:is|are"
            r"|you)|(?:i|we)(?:'ve| have)?(?: just| now| already)? (?:sent|forwarded|shared|posted|uploaded"
            r"|emailed|mailed|shipped)"
            r"|(?:has|have) (?:just |now |already )*been (?:sent|forwarded|shared|posted|uploaded|emailed"
            r"|shipped|delivered)|is on its way|(?:is|are) in your (?:inbox|mailbox))\b"
        ),
        "called": pattern(
            r"\b(?:(?:i|we)(?:'ve| have)?(?: just| now| already)? (?:called|rang|phoned|rung|spoke|spoken"
            r"|talked|tried (?:to call|to reach|to ring|calling|ringing))|left (?:you )?a (?:voicemail"
            r"|voice ?mail|message)|as (?:discussed|agreed|mentioned) (?:on|in|over) (?:the|our)"
            r"|(?:as per|per|following|after|from) our (?:phone |last |recent )*(?:call|conversation|chat)"
            r"|on the phone|over the phone|just now on the call|taking my call|thanks for the call"
            r"|tried your (?:number|phone|extension))\b"
        ),
        "visited": pattern(
            r"\b(?:(?:i|we|he|she|they|the engineer|the technician)(?:'ve| have| has| was| were)?(?: just| now"
            r"| already)? (?:been at|been to|been by|at your|came by|came over|stopped by|dropped by|visited"
            r"|by your)|during (?:my|our|the) visit|was on site|were on site)\b"
        ),
        "works": pattern(
            r"\b(?:works|working|running|fixed|solved|resolved|sorted|back|fine|up)(?: fine| well| great"
            r"| perfectly)? (?:now|again|thanks|thank)\b|\b(?:it|that|everything|this|all) (?:works|worked"
            r"|is working|did it|did the trick|is fixed|is fine|is solved|is back)\b"
            r"|\b(?:got it|received it|it arrived|has arrived)\b|\bi can (?:log in|connect|print|access|work)\b"
        ),
    }
