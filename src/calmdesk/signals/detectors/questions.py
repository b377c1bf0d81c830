"""What the desk asked."""

from __future__ import annotations

import re2

_OPEN = re2.compile(
    r"(?i)\b(?:what (?:exactly|happens|happened|did|do|does|changed|steps)|which steps|how (?:did|does|do|long|often)|"
    r"when did|since when|can you (?:describe|tell|explain|walk|give)|could you (?:describe|tell|explain|walk|give)|"
    r"please (?:describe|explain|tell)|tell me (?:more|what|how)|walk me through|describe (?:the|what|how)|"
    r"any (?:details|more information)|more details|why )"
)


def open_question(text: str) -> bool:
    """Whether a text asks for more than a yes, a no or a single fact."""
    return ("?" in text or "please" in text.lower() or "tell me" in text.lower()) and bool(_OPEN.search(text))
