"""Which pages may show the panel, as an operator writes it: `https://helpdesk.example.org`."""

from __future__ import annotations

from string import ascii_lowercase, digits

FORM = (
    'it must be addresses such as "https://helpdesk.example.org", separated by commas: https (http only for '
    'localhost and 127.0.0.1, to try it), without a path and without "*". Correct it.'
)
_THIS_MACHINE = ("localhost", "127.0.0.1")
_LETTERS = frozenset(ascii_lowercase + digits + "-")


def panel_origins_from(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The origins, each once; raises ValueError, whose words say how to write them.

    They go into a header as they stand, so nothing passes that is not letter by letter an origin.
    """
    origins = tuple(dict.fromkeys(text.lower() for text in texts))
    if not all(map(_is_origin, origins)):
        raise ValueError(FORM)
    return origins


def _is_origin(text: str) -> bool:
    scheme, _, rest = text.partition("://")
    host, colon, port = rest.partition(":")
    schemes = ("https", "http") if host in _THIS_MACHINE else ("https",)
    return scheme in schemes and _is_host(host) and (not colon or _is_port(port))


def _is_host(text: str) -> bool:
    return all(label and _LETTERS.issuperset(label) and label.strip("-") == label for label in text.split("."))


def _is_port(text: str) -> bool:
    return text.isascii() and text.isdigit() and 1 <= int(text[:6]) <= 65_535
