"""HTML mail as the text a person sees, with quoted parts marked the way plain mail marks them."""

from __future__ import annotations

from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from calmdesk.readers.charsets import storable
from calmdesk.readers.html_guard import stripped, too_costly

MAX_HTML = 1_000_000
MAX_TEXT = 300_000
_MAX_NODES = 100_000
_MAX_QUOTE_DEPTH = 10

_DROPPED = frozenset(
    {
        "script",
        "style",
        "head",
        "title",
        "template",
        "noscript",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "select",
        "textarea",
        "audio",
        "video",
    }
)
_BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    }
)
_PARAGRAPHS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "p", "pre", "table", "ul", "ol", "blockquote"})
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
class HtmlText:
    """`text` has "> " before each quoted line; `signature` is what the mail program marked as one."""

    text: str
    signature: str = ""
    cut: bool = False


def html_text(html: str) -> HtmlText:
    """What the page shows: no scripts, styles or hidden text, links by their words, pictures left out.

    Copes with unclosed tags, 100,000 nodes and any depth; longer pages are cut and say so. Gmail's "indent" is a
    blockquote with no border and no quote.
    """
    shown = html[:MAX_HTML]
    if too_costly(shown):
        return HtmlText(storable(stripped(shown))[:MAX_TEXT], cut=True)
    page = _Page()
    root = LexborHTMLParser(shown).root
    whole = _walk(root, page) if root is not None else True
    page.end_line()
    return HtmlText(
        text=storable(_joined(page.lines)),
        signature=storable(_joined(page.signature)).strip(),
        cut=not whole or len(html) > MAX_HTML,
    )


@dataclass
class _Page:
    lines: list[tuple[int, str]] = field(default_factory=list)
    signature: list[tuple[int, str]] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    quote: int = 0
    rest_quoted: bool = False
    signing: int = 0
    verbatim: int = 0
    gap: bool = False
    size: int = 0

    def write(self, text: str) -> None:
        text = text[: MAX_TEXT - self.size]
        self.size += len(text)
        if self.verbatim:
            first, *others = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
            self.line.append(first)
            for other in others:
                self.end_line(keep_empty=True)
                self.line.append(other)
            return
        words = text.split()
        if not words:
            if text and self.line and not self.line[-1].endswith(" "):
                self.line.append(" ")
            return
        if text[0].isspace() and self.line and not self.line[-1].endswith(" "):
            self.line.append(" ")
        self.line.append(" ".join(words))
        if text[-1].isspace():
            self.line.append(" ")

    def end_line(self, *, keep_empty: bool = False) -> None:
        text = "".join(self.line)
        text = text.rstrip() if self.verbatim else text.strip()
        self.line.clear()
        if text or keep_empty:
            depth = min(self.quote + self.rest_quoted, _MAX_QUOTE_DEPTH)
            target = self.signature if self.signing else self.lines
            if self.gap and target:
                target.append((min(depth, target[-1][0]), ""))
            self.gap = False
            target.append((depth, text))


def _walk(root: LexborNode, page: _Page) -> bool:
    """Depth first without recursion; False where the page was too large to be read to its end."""
    node = root
    seen = 0
    open_nodes: list[tuple[LexborNode, tuple[int, int, int]]] = []
    while True:
        seen += 1
        if seen > _MAX_NODES or page.size >= MAX_TEXT:
            return False
        before = (page.quote, page.signing, page.verbatim)
        child = node.first_child if _enter(node, page) else None
        if child is not None:
            open_nodes.append((node, before))
            node = child
            continue
        _leave(node, page, before)
        while not open_nodes or (following := node.next) is None:
            if not open_nodes:
                return True
            node, before = open_nodes.pop()
            _leave(node, page, before)
        node = following


def _enter(node: LexborNode, page: _Page) -> bool:
    """Open one node; False where nothing inside it is shown."""
    tag = node.tag or ""
    if tag == "-text":
        page.write(node.text_content or "")
        return False
    if tag in _DROPPED or tag.startswith(("_", "!", "-")):
        return False
    attributes = node.attributes
    style = (attributes.get("style") or "").lower().replace(" ", "") if attributes else ""
    if "hidden" in attributes or any(_hides(style, sign) for sign in _HIDING):
        return False
    if tag == "br":
        page.end_line(keep_empty=True)
    elif tag == "img":
        # Mail programs send emoji as pictures with the emoji as their text.
        alternative = attributes.get("alt") or ""
        if 0 < len(alternative) <= 4 and not alternative.isascii():
            page.write(alternative)
    elif tag in ("td", "th"):
        page.write(" ")
    elif tag in _BLOCKS:
        page.end_line()
        page.gap = page.gap or tag in _PARAGRAPHS
    _mark(node, attributes, style, page)
    if tag == "li":
        page.write("- ")
    page.verbatim += tag == "pre"
    return True


def _leave(node: LexborNode, page: _Page, before: tuple[int, int, int]) -> None:
    tag = node.tag or ""
    if tag in _BLOCKS or before[:2] != (page.quote, page.signing):
        page.end_line()
        page.gap = page.gap or tag in _PARAGRAPHS
    page.quote, page.signing, page.verbatim = before


def _mark(node: LexborNode, attributes: dict[str, str | None], style: str, page: _Page) -> None:
    classes = {name.removeprefix("x_") for name in (attributes.get("class") or "").lower().split()}
    identity = (attributes.get("id") or "").lower().removeprefix("x_")
    cited = attributes.get("type") == "cite" or "gmail_quote" in classes
    indented = "border:none" in style and not cited
    attribution = bool(classes & _ATTRIBUTIONS) and not _first_words(node).startswith("--")
    if (node.tag == "blockquote" and not indented) or classes & _QUOTES or attribution:
        page.end_line()
        page.quote += 1
    if identity in _REST_IS_QUOTED:
        page.end_line()
        page.rest_quoted = True
    if classes & _SIGNATURES or identity in _SIGNATURE_IDS:
        page.end_line()
        page.signing += 1


def _first_words(node: LexborNode) -> str:
    """How an attribution begins; Gmail's "---- Forwarded message" stands there unquoted, so that all below it counts."""
    child = node.first_child
    for _ in range(5):
        if child is None or child.tag == "-text":
            break
        child = child.first_child
    return (child.text_content or "").lstrip() if child is not None and child.tag == "-text" else ""


def _hides(style: str, sign: str) -> bool:
    at = style.find(sign)
    if at == -1:
        return False
    # "font-size:0.9em" and "opacity:0.5" are seen; "font-size:0px" and "max-height:0" are not.
    rest = style[at + len(sign) :]
    return not sign.endswith("0") or not rest.startswith((".", *"123456789")) or rest.startswith(".0;")


def _joined(lines: list[tuple[int, str]]) -> str:
    return "\n".join((">" * depth + (" " + text if text else "")) if depth else text for depth, text in lines).strip(
        "\n"
    )
