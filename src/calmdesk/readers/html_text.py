"""HTML mail as the text a person sees, with quoted parts marked the way plain mail marks them."""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from calmdesk.readers.charsets import storable
from calmdesk.readers.html_guard import stripped, too_costly
from calmdesk.readers.html_marks import hidden, marks
from calmdesk.readers.html_page import MAX_TEXT, Page, joined

MAX_HTML = 1_000_000
_MAX_NODES = 100_000

_NOT_SHOWN = """
script style head title template noscript iframe object embed svg math select textarea audio video
"""
_OWN_LINES = """
address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html
li main nav ol p pre section table tbody tfoot thead tr ul
"""
_DROPPED = frozenset(_NOT_SHOWN.split())
_BLOCKS = frozenset(_OWN_LINES.split())
_PARAGRAPHS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "p", "pre", "table", "ul", "ol", "blockquote"})


@dataclass(frozen=True)
class HtmlText:
    """`text` has "> " before each quoted line; `signature` is what the mail program marked as one."""

    text: str
    signature: str = ""
    cut: bool = False


def html_text(html: str) -> HtmlText:
    """What the page shows: no scripts, styles or hidden text, links by their words, pictures left out.

    Copes with unclosed tags, 100,000 nodes and any depth; longer pages are cut and say so.
    """
    shown = html[:MAX_HTML]
    if too_costly(shown):
        return HtmlText(storable(stripped(shown))[:MAX_TEXT], cut=True)
    page = Page()
    root = LexborHTMLParser(shown).root
    whole = _walk(root, page) if root is not None else True
    page.end_line()
    return HtmlText(
        text=storable(joined(page.lines)),
        signature=storable(joined(page.signature)).strip(),
        cut=not whole or page.full or len(html) > MAX_HTML,
    )


def _walk(root: LexborNode, page: Page) -> bool:
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


def _enter(node: LexborNode, page: Page) -> bool:
    """Open one node; False where nothing inside it is shown."""
    tag = node.tag or ""
    if tag == "-text":
        page.write(node.text_content or "")
        return False
    if tag in _DROPPED or tag.startswith(("_", "!", "-")):
        return False
    attributes = node.attributes
    style = (attributes.get("style") or "").lower().replace(" ", "") if attributes else ""
    if hidden(attributes, style):
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
    found = marks(node, attributes, style)
    if found.quoted or found.rest_quoted or found.signature:
        page.end_line()
        page.quote += found.quoted
        page.rest_quoted = page.rest_quoted or found.rest_quoted
        page.signing += found.signature
    if tag == "li":
        page.write("- ")
    page.verbatim += tag == "pre"
    return True


def _leave(node: LexborNode, page: Page, before: tuple[int, int, int]) -> None:
    tag = node.tag or ""
    if tag in _BLOCKS or before[:2] != (page.quote, page.signing):
        page.end_line()
        page.gap = page.gap or tag in _PARAGRAPHS
    page.quote, page.signing, page.verbatim = before
