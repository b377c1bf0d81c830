"""Words that look like a commitment and bind nobody: refusals, conditions, offers, what was said before."""

from __future__ import annotations

from functools import cache
from typing import Any

from calmdesk.promises.opening import Opening
from calmdesk.promises.spaced import pattern


def is_unbound(text: str, opening: Opening) -> bool:
    """Whether what stands before or after an opening in its sentence takes the commitment back."""
    before, inside, onward = text[: opening.start], text[opening.start : opening.end], text[opening.start :]
    patterns = _patterns()
    return bool(
        patterns["denied"].search(before)
        or patterns["told"].search(before)
        or patterns["condition"].search(patterns["even"].sub(" ", before))
        or patterns["not"].search(inside)
        or patterns["waits"].search(patterns["even"].sub(" ", onward))
        or patterns["away"].search(onward)
    )


@cache
def _patterns() -> dict[str, Any]:
    return {
        # I can't promise that we will; I don't think we'll; no guarantee that
        "denied": pattern(
            r"(?:\b(?:can't|cannot|can not|cant|couldn't|could not|don't|do not|dont|won't|will not|not|never"
            r"|didn't|wouldn't) (?:\w+ ){0,2}(?:promise|guarantee|say|think|believe|expect|know|sure|certain"
            r"|confirm|assume|see|tell|commit|imagine|mean)(?: (?:you|anything|for sure|yet|exactly))*(?: (?:that"
            r"|if|whether|when|how|what|why))*|\b(?:no (?:guarantee|promise|chance|way|idea|reason)|doubt"
            r"|unlikely|impossible|unclear|unsure|hard to say"
            r"|wish)(?: (?:that|if|whether|when|how|to say|sure))*) ?$"
        ),
        "told": pattern(
            r"(?:\b(?:said|says|told|promised|thought|wrote|mentioned|claimed|asked|heard|were told|was told"
            r"|suggested|requested)(?: (?:you|me|us|him|her|them))?(?: (?:that|earlier|yesterday|today|before))*"
            r"|\b(?:you|he|she|they) (?:think|say|want|expect|need|hope|ask|assume|prefer)s?(?: that)?"
            r"|\b(?:would you like|do you want|shall|should|whether|instead of|rather than)(?: it)?(?: if)?) ?$"
        ),
        "condition": pattern(
            r"\b(?:if|unless|should you|once you|when you|whenever you|as soon as you|after you|until you"
            r"|provided|in case|assuming|had you|suppose)\b[^;]*$"
            # Send me the log and I'll check it
            r"|(?:^|please |you can |you could |just )(?:send|share|dm|post|provide|attach|reply|restart|reboot"
            r"|try|run|fill|drop|shoot|upload|let us know|let me know)\b[^;]*\band (?:then )?$"
        ),
        # No conditions, though they look like some: even if it rains; let you know when you can pick it up.
        "even": pattern(
            r"\b(?:(?:even|as|what|wonder(?:ing)?|sorry|apologi[sz]e) if|if any|if at all|whether or not"
            r"|if possible|(?:know|see|check|test|verify|confirm|find out|posted|updated|informed|in the loop"
            r"|tell you) (?:if|when|once|as soon as|whether|after|in case)(?: (?:you|i|we)\b)?)"
        ),
        "not": pattern(r"(?:\bnot\b|n't\b|\bnever\b|\bno longer\b|\bonly\b|\bhappy to\b|\bglad to\b)"),
        "waits": pattern(
            r"^[^;]{0,160}?\b(?:(?:if|once|when|as soon as|after|provided|until|assuming|unless|whenever"
            r"|in case) (?:that )?(?:you|u)(?:'ve|'re|'d|'ll|r)?\b"
            r"|if (?:that|this|it)(?:'s| is| works| suits| helps| would)"
            r"|if (?:needed|necessary|required|requested|more|further|additional|there's|there is|no|none|so|any"
            r"|we don't|i don't|not)|unless\b|or (?:would|do|should) you|\bif i (?:get|find|have|can)\b"
            r"|if we (?:get|find|have|can))"
        ),
        "away": pattern(
            r"^[^,;]{0,30}\b(?:back (?:in the office|at work|from (?:vacation|holiday|leave|my))"
            r"|out of (?:the )?office|on (?:vacation|holiday|leave)|day off|days off)\b"
        ),
    }
