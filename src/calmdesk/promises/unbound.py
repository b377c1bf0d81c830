"""Words that look like a commitment and bind nobody: refusals, conditions, offers, what was said before."""

from __future__ import annotations

from functools import cache
from typing import Any

from calmdesk.promises.opening import Opening
from calmdesk.promises.spaced import pattern


def is_unbound(text: str, opening: Opening) -> bool:
    """Whether what stands before or after an opening in its sentence takes the commitment back."""
    before, inside, after = text[: opening.start], text[opening.start : opening.end], text[opening.end :]
    patterns = _patterns()
    return bool(
        patterns["denied"].search(before)
        or patterns["told"].search(before)
        or patterns["condition"].search(patterns["even"].sub(" ", before))
        or patterns["not"].search(inside)
        or (
            patterns["waits"].search(patterns["even"].sub(" ", after))
            and not patterns["knows"].match(text[opening.end - 4 :])
        )
        or patterns["away"].search(text[opening.start :])
    )


@cache
def _patterns() -> dict[str, Any]:
    return {
        # I can't promise that we will; I don't think we'll; no guarantee that
        "denied": pattern(
            r"(?:\b(?:can't|cannot|can not|cant|couldn't|could not|don't|do not|dont|won't|will not|not|never"
            r"|didn't|wouldn't)"
            r" (?:\w+ ){0,2}(?:promise|guarantee|say|think|believe|expect|know|sure|certain|confirm|assume|see"
            r"|tell|commit|imagine|mean)"
            r"(?: (?:you|anything|for sure|yet|exactly))*(?: (?:that|if|whether|when|how|what|why))*"
            r"|\b(?:no (?:guarantee|promise|chance|way|idea|reason)|doubt|unlikely|impossible|unclear|unsure"
            r"|hard to say|wish)(?: (?:that|if|whether|when|how|to say|sure))*) ?$"
        ),
        "told": pattern(
            r"(?:\b(?:said|says|told|promised|thought|wrote|mentioned|claimed|asked|heard|were told|was told"
            r"|suggested|requested)(?: (?:you|me|us|him|her|them))?(?: (?:that|earlier|yesterday|today"
            r"|before))*"
            r"|\b(?:you|he|she|they) (?:think|say|want|expect|need|hope|ask|assume|prefer)s?(?: that)?"
            r"|\b(?:would you like|do you want|shall|should|whether|instead of"
            r"|rather than)(?: it)?(?: if)?) ?$"
        ),
        "condition": pattern(
            r"\b(?:if|unless|should you|once you|when you|whenever you|as soon as you|after you|until you"
            r"|provided|in case|assuming|had you|suppose)\b[^;]*$"
            # Send me the log and I'll check it
            r"|(?:^|please |you can |you could |just )(?:send|share|dm|post|provide|attach|reply|restart"
            r"|reboot|try|run|fill|drop|shoot|upload|let us know|let me know)\b[^;]*\band (?:then )?$"
        ),
        "even": pattern(
            r"\b(?:even if|as if|what if|see if|know if|check if|if any|if at all|whether or not|if possible"
            r"|wonder(?:ing)? if|sorry if|apologi[sz]e if)\b"
        ),
        "not": pattern(r"(?:\bnot\b|n't\b|\bnever\b|\bno longer\b|\bonly\b|\bhappy to\b|\bglad to\b)"),
        "waits": pattern(
            r"^[^;]{0,120}?\b(?:(?:if|once|when|as soon as|after|provided|until|assuming|unless|whenever"
            r"|in case) (?:that )?(?:you|u)(?:'ve|'re|'d|'ll|r)?\b"
            r"|if (?:that|this|it)(?:'s| is| works| suits| helps| would)|if (?:needed|necessary|required"
            r"|requested|more|further|additional|there's|there is|no|none|so|any|we don't|i don't|not)"
            r"|unless\b|or (?:would|do|should) you|\bif i (?:get|find|have|can)\b|if we (?:get|find|have|can))"
        ),
        "knows": pattern(r"^(?:know|pdated|osted|rmed|oop)? (?:if|when|once|as soon as|whether|after|in case)\b"),
        "away": pattern(
            r"^[^,;]{0,30}\b(?:back (?:in the office|at work|from (?:vacation|holiday|leave|my))"
            r"|out of (?:the )?office|on (?:vacation|holiday|leave)|day off|days off)\b"
        ),
    }
