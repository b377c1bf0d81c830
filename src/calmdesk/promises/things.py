"""What is promised, read from the words right after "I will": a call, an update, a fix, a visit, a check."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from calmdesk.promises.spaced import pattern

CONTACTS = frozenset({"call", "update"})
# What the requester notices least: "look into it and call you" is a promise to call.
ON_THE_WAY = frozenset({"check", "escalate"})

_NEWS = (
    r"(?:(?:status |progress |quick |short |further |new |next |another |final |proper |clear |firm |full |more "
    r"|better )*(?:update|answer|reply|response|news|word|information|info|details|feedback|eta|confirmation"
    r"|decision|result|email|e-mail|mail|message|estimate|report|something|anything)s?)"
)
_DONE = (
    r"(?:fixed|resolved|sorted|repaired|restored|solved|ready|done|finished|completed|complete|replaced|back up"
    r"|back online|online|up and running|running|back to normal|working|set up|unlocked|reset|installed|in place"
    r"|patched|back|up again|closed out|together|merged)"
)
_GONE = r"(?:delivered|shipped|sent|with you|over to you|out to you|to you|on (?:its|their) way|posted|collected)"
_PERSON = r"(?:engineer|technician|tech|someone|somebody|colleague|specialist|expert|person)"
_THEM = (
    r"(?:the|our|my|their|a|an|another|his|her|its|them|him|microsoft|vendor|support|someone|networks?|facilities"
    r"|hr|it)"
)

# The first that fits is taken. Each stands at the beginning of what follows "I will".
_THINGS: tuple[tuple[str, str], ...] = (
    (
        "visit",
        r"(?:come|coming|stop|stopping|drop|dropping|swing|pop|popping|head) (?:by|over|round|around|down|up|out"
        r"|in|past|to you|to your|and see)\b|be (?:there|along|at your|with you|over|on site|onsite|on-site"
        r"|at the|at reception|around to)\b|visit\w*\b|meet (?:you|with you)"
        rf"|(?:send|sending|get|have) (?:over |out )?(?:you )?(?:an?|our|the|one of our|my) (?:[a-z]+ )?{_PERSON}"
        r"|(?:send|sending|get) (?:someone|somebody)",
    ),
    (
        "call",
        r"(?:re)?(?:call|ring|phone|dial|telephone)(?:ing)? (?:you|your|on your|back|again)\b"
        r"|(?:call|ring|phone)(?:ing)? (?:then|at|by|in|on|tomorrow|within|around|before|next|later|between"
        r"|first)\b|giv(?:e|ing) (?:you )?a (?:quick |short )?(?:call|ring|bell|buzz|shout|phone call)"
        r"|(?:speak|talk) (?:to|with) you|have (?:a|another) (?:quick )?call with you",
    ),
    (
        "update",
        r"(?:get|getting|come|coming|report|reporting|circle|circling|write|writing|be|check"
        r"|text) back\b(?: (?:to|with) you)?|(?:let|letting) (?:you|them|everyone|everybody|all|u|ya)(?: guys"
        r"| all| both)? know\b|keep(?:ing)? (?:you|everyone|everybody|u|this ticket|the ticket"
        r"|this thread)(?: all| both)? (?:\w+ )?(?:updated|posted|informed|in the loop|up to date|up-to-date"
        r"|advised|in the picture)|(?:update|updating|message|messaging|email|emailing|e-mail|mail|text|ping"
        r"|pinging|contact|contacting|inform|notify|answer|advise) (?:you|u|everyone|everybody)\b"
        r"|tell you (?:more|when|what|how|by|as soon|the|about)\b"
        r"|(?:update|updating) (?:the|this|your) (?:ticket|case|thread|incident|issue|request|page|status)\b"
        r"|(?:post|posting|give|giving|get|getting|bring|provide|providing|share|sharing|send|sending"
        rf"|have)(?: (?:you|u|everyone|back))?(?: here)? (?:an? |the |some |our |my |your |any |with )*{_NEWS}\b"
        r"|have (?:something|more|news|it|this|that|an idea|a plan"
        r"|a better idea)\b(?: to (?:say|tell|report|share))?(?: for you)"
        r"|follow(?:ing)? up\b(?: (?:on|here|by|at|with you))?"
        r"|(?:be|stay|get|getting|keep) in (?:touch|contact)\b|touch base\b|reach(?:ing)? out to you|reach out\b"
        r"|(?:write|writing)(?: to)?(?: you)?\b|(?:reply|replying|respond|responding|answer|answering)\b"
        r"|confirm(?:ing)?\b|revert\b|report\b(?: to you)",
    ),
    (
        "fix",
        r"(?:fix|resolv|sort|repair|restor|solv|finish|complet|reset|replac|reinstall|install|unlock|patch"
        r"|re-?imag|rebuild|deploy|merg|rectif|finaliz|finalis)(?:e|ing|ting|ying|y)?\b"
        r"|correct (?:it|this|that|the|your)\b|be (?:all )?(?:done|finished|ready|through)\b"
        r"|set(?:ting)? (?:it|this|that|you|your|up)\b|roll(?:ing)? (?:it |this |that )?out\b"
        r"|see to (?:it|this|that)|take care of|tak(?:e|ing) (?:it|this) (?:on|over)"
        r"|(?:handle|handling|deal with|dealing with|tackle|work on|working on|get on it|get to it|get onto"
        r"|get it done|get this done|get that done|jump on|push(?:ing)? a fix|ship(?:ping)? a fix|release a fix"
        r"|publish a fix|make a fix|do a release|take a stab|have a go)\b"
        r"|(?:get|have|getting|having) (?:(?:it|this|that|you|your|everything|things|the|our|a|an|some|all|them"
        rf"|these|those|of|[a-z0-9-]+) ){{0,6}}{_DONE}\b",
    ),
    (
        "send",
        r"(?:send|sending|forward|forwarding|deliver|delivering|ship|shipping|provide|providing|share|sharing"
        r"|post|posting|upload|uploading|attach|attaching|bring|bringing|hand|pass|resend|publish|release)\b"
        r"|(?:get|have|drop) (?:(?:it|this|that|these|those|them|the|a|an|your|one|new|some"
        r"|[a-z0-9-]+) ){1,5}(?:over |out |off )?(?:to|with|at|for) you\b"
        rf"|(?:get|have) (?:[a-z0-9-]+ ){{1,6}}{_GONE}\b|mail\b|e-?mail (?:it|them|the|this|that|your)\b",
    ),
    (
        "escalate",
        r"(?:escalat(?:e|ing)|chas(?:e|ing)|rais(?:e|ing))\b"
        r"|(?:contact|call|ring|phone|email|message|ping|reach out to|follow up with|get in touch with|get onto"
        rf"|write to|speak to|speak with|talk to|talk with|ask|involve|loop in) {_THEM}\b"
        r"|(?:pass|hand|bring|assign|transfer|route) (?:it|this|that|your)\b"
        r"|(?:open|file|log|create) (?:a|an|the) (?:ticket|case|request|incident|issue|bug)",
    ),
    (
        "check",
        r"(?:check|checking|look(?:ing)? (?:in ?to|at|up|for|it|this|that|through|over|closer|further)"
        r"|investigat(?:e|ing)|find(?:ing)? out|test|testing|review|reviewing|verify|examine|analy[sz]e|debug"
        r"|trace|reproduce|dig|looking)\b|(?:have|having|take|taking|get) (?:a|an"
        r"|another) (?:\w+ )?(?:\w+ )?look\b|see (?:what|if|whether|why|how|about)|try (?:to )?(?:reproduce|find)",
    ),
)
# A verb outside the list is promised only with a time; these say what the desk is, allows or announces.
_NO_PROMISE = frozenset(
    "able admit always appear apply assume attend be become begin bet call cancel celebrate close come conduct "
    "consider continue cost decline depend enjoy expect explain feel find fly forget get go guess happen hate "
    "have ignore imagine join keep know leave let like lose love mean mention miss most move need never no not "
    "note observe only open perform postpone presume reboot receive refuse regard reject remain remember reopen "
    "restart run say see shortly show shut simply sit soon stand start stay still stop switch take that think "
    "this travel treat try turn undergo understand use wait want will work would".split()
)
_WORD_MOST = 20


class Thing(NamedTuple):
    """`end` is where its words end, counted from where they were looked for."""

    what: str
    end: int


def thing_of(rest: str) -> Thing | None:
    """The promised thing at the beginning of `rest`."""
    for what, compiled in _compiled():
        found = compiled.match(rest)
        if found:
            return Thing(what, found.end())
    return None


def any_verb(rest: str) -> Thing | None:
    """A verb outside the list ("handle" is in it, "migrate" is not), unless it promises nothing."""
    word = rest.split(" ", 1)[0].rstrip(",.:;!")
    if not word.isalpha() or word in _NO_PROMISE or not 2 < len(word) <= _WORD_MOST:
        return None
    return Thing(word, len(word))


def finished(words: str) -> str | None:
    """What is done where the words begin with one that says so: "fixed" and "back online" fix, "sent" sends."""
    return next((what for what, compiled in _finished() if compiled.match(words)), None)


@cache
def _compiled() -> tuple[tuple[str, Any], ...]:
    return tuple((what, pattern(rf"(?:be )?(?:{source})")) for what, source in _THINGS)


@cache
def _finished() -> tuple[tuple[str, Any], ...]:
    return ("fix", pattern(rf"(?:{_DONE})\b")), ("send", pattern(rf"(?:{_GONE})\b"))
