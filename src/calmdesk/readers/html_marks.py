"""What mail programs mark in a page: quotes, signatures, hidden text."""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborNode

_HIDING = (
    "display:none",
    "visibility:hidden",
    "mso-hide:all",
    "font-size:0",
    "max-height:0",
    "opacity:0",
)
_ATTRIBUTIONS = frozenset({"gmail_attr", "moz-cite-prefix", "protonmail_quote_header"})
_QUOTES = frozenset({"yahoo_quoted", "protonmail_quote", "tutanota_quote", "wordsection_quote"})
_SIGNATURES = frozenset({"gmail_signature", "moz-signature", "protonmail_signature_block"})
_SIGNATURE_IDS = frozenset({"signature", "ms-outlook-mobile-signature", "applemailsignature"})
# Outlook puts the answered mail behind one of these as brothers, not children: all that follows is quoted.
_REST_IS_QUOTED = frozenset(
    {
        "appendonsend",
        "divrplyfwdmsg",
        "olk_src_body_section",
        "reply-intro",
        "mail-editor-reference-message-container",
    }
)


@dataclass(frozen=True)
class Marks:
    """Whether this element is quoted, everything after it is, or it is a signature."""

    quoted: bool
    rest_quoted: bool
    signature: bool


def marks(node: LexborNode, attributes: dict[str, str | None], style: str) -> Marks:
    """Read the marks of one element; Gmail's "indent" is a blockquote with no border and no quote."""
    classes = {name.removeprefix("x_") for name in (attributes.get("class") or "").lower().split()}
    identity = (attributes.get("id") or "").lower().removeprefix("x_")
    cited = attributes.get("type") == "cite" or "gmail_quote" in classes
    quote = node.tag == "blockquote" and (cited or "border:none" not in style)
    attribution = bool(classes & _ATTRIBUTIONS) and not _first_words(node).startswith("--")
    return Marks(
        quoted=quote or attribution or bool(classes & _QUOTES),
        rest_quoted=identity in _REST_IS_QUOTED,
        signature=bool(classes & _SIGNATURES) or identity in _SIGNATURE_IDS,
    )


def hidden(attributes: dict[str, str | None], style: str) -> bool:
    """Whether a person does not see this element."""
    return "hidden" in attributes or any(_hides(style, sign) for sign in _HIDING)


def _hides(style: str, sign: str) -> bool:
    at = style.find(sign)
    if at == -1:
        return False
    # "font-size:0.9em" and "opacity:0.5" are seen; "font-size:0px" and "max-height:0" are not.
    rest = style[at + len(sign) :]
    return not sign.endswith("0") or not rest.startswith((".", *"123456789")) or rest.startswith(".0;")


def _first_words(node: LexborNode) -> str:
    """How an attribution begins; "---- Forwarded message" must stay unquoted, so that all below it counts as quoted."""
    child = node.first_child
    for _ in range(5):
        if child is None or child.tag == "-text":
            break
        child = child.first_child
    return (child.text_content or "").lstrip() if child is not None and child.tag == "-text" else ""
