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
    for sentence in speech_of(_without_promises(text)).sentences:
        if not sentence.asks:
            found |= _of_sentence(sentence.text)
    return found


def _without_promises(text: str) -> str:
    """What is promised has not happened; what stands beside it in the sentence may have."""
    for commitment in find(text):
        blank = "".join(letter if letter.isspace() else "#" for letter in text[commitment.start : commitment.end])
        text = text[: commitment.start] + blank + text[commitment.end :]
    return text


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
        r"|replaced|back up|back online|online|up and running|back to normal|working|set up|unlocked|reset"
        r"|installed|reinstalled|in place|patched|deployed|released|merged|migrated|activated)"
    )
    # "The password was changed on Monday" tells what happened; "I have changed it" is a result.
    made = (
        r"(?:enabled|added|removed|changed|updated|granted|created|corrected|closed|cleared|restarted|rebooted"
        r"|approved)"
    )
    now = r"(?: (?:now|all|just|been|successfully|fully|already|finally|completely|again))*"
    return {
        "word": pattern(r"[a-z0-9']{2,}"),
        "idle": pattern(
            r"\bstill (?:working|looking|investigating|checking|waiting|trying|on it|pending|with|in progress"
            r"|in the queue|open|under|being|no|don't|do not|haven't|have not|ongoing|in the hands|at it)\b"
            r"|\b(?:no|nothing|not any|without|don't have any|haven't any|not (?:yet )?heard) (?:new|news|update"
            r"|updates|further|progress|eta|change|changes|anything|back|word|more)\b|nothing has changed"
            r"|\bnot (?:\w+ ){1,3}yet|n't (?:\w+ ){1,3}yet|not (?:yet|there yet)|\bno,? not yet"
            r"|\b(?:thank|thanks|thx|appreciate|sorry|apologi[sz]e|apologies|patience|patient|bear with"
            r"|understand|inconvenience|one moment|hang on|hold on|hold the line|regards|sincerely|cheers"
            r"|greetings|welcome|stay tuned)\b|\bplease (?:wait|hold|bear|be|let|feel|send|provide|share|confirm"
            r"|reply|attach|upload|tell|give|do not|don't|keep|stand by|rest)\b"
            r"|^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day))\b[^.]{0,40}$"
            r"|\b(?:working on (?:it|this|that|your|the)|looking in ?to (?:it|this|that|your|the)"
            r"|work(?:ing)? hard|doing (?:our|my) best|on it|in progress|under (?:investigation|review)"
            r"|(?:are|am|is|being) (?:currently |actively |now )*(?:investigating|investigated|looked|checking"
            r"|handled|processed|worked)|aware of|top priority|taking (?:it|this) (?:very )?seriously"
            r"|important to us)\b|\b(?:i hope|hope (?:you|this|all|that)|how are you"
            r"|have a (?:nice|good|great|lovely)|feel free|let (?:me|us) know|don't hesitate|do not hesitate"
            r"|get back to|in touch|as soon as|at the earliest|will (?:be )?(?:update|inform|let|contact|keep)"
            r"|keep you)\b|^(?:automatic|auto-?reply|out of office)"
        ),
        "done": pattern(
            r"\b(?:is|are|was|were|'s|been|got|now|it|has|have|'ve|i|we|all|just|already"
            rf"|successfully)\b{now} {done}\b|\b(?:i|we)(?:'ve| have)?{now} {made}\b"
            rf"|\b(?:has|have) (?:now )?been{now} {made}\b|\bnow {made}\b"
            r"|\b(?:works|working|running|back|fine|up)(?: fine)? (?:now|again)\b"
            r"|\bplease try (?:again|now|it|to)\b|\btry (?:again|it) now\b"
            r"|\byou (?:can|should(?: be able to)?|are able to|will be able to) now\b|\bnow (?:you can|able to)\b"
            r"|\byou can (?:log|sign|connect|print|use|access|work|collect|pick)\b"
            r"|\bshould (?:now )?(?:be )?(?:fixed|work|working|fine|ok|okay|resolved|back)(?: (?:now|again))?\b"
            r"|^(?:all )?(?:done|fixed|resolved|sorted|solved|completed)\b"
        ),
        "undone": pattern(
            r"\bworking (?:on|with|through|hard|to|as)\b|\bshould (?:have|get)\b"
            r"|\b(?:hope|expect|aim|plan|try|trying) to\b|\b(?:not|isn't|aren't|wasn't|hasn't|haven't|never"
            r"|nothing|no longer|yet to|until|once|when|if|unless|will be|to be|being|should have been|must be"
            r"|needs to be|cannot|can't|doesn't|don't|won't|soon|shortly|before"
            r"|by (?:tomorrow|monday|tuesday|wednesday|thursday|friday)|partly|partially)\b"
        ),
        "sent": pattern(
            r"\b(?:attached|enclosed|here (?:is|are|you go|it is|they are)|here's|see below|below (?:is|are|you)"
            r"|(?:i|we)(?:'ve| have)?(?: just| now| already)? (?:sent|forwarded|shared|posted|uploaded|emailed"
            r"|mailed|shipped)|(?:has|have) (?:just |now |already )*been (?:sent|forwarded|shared|posted|uploaded"
            r"|emailed|shipped|delivered)|is on its way|(?:is|are) in your (?:inbox|mailbox))\b"
        ),
        "called": pattern(
            r"\b(?:(?:i|we)(?:'ve| have)?(?: just| now| already)? (?:called|rang|phoned|rung|spoke|spoken|talked"
            r"|tried (?:to call|to reach|to ring|calling|ringing))"
            r"|left (?:you )?a (?:voicemail|voice ?mail|message)"
            r"|as (?:discussed|agreed|mentioned) (?:on|in|over) (?:the|our)"
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
