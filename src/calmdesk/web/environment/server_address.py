"""The address of a server that calmdesk itself calls: whole, without a password, and not over an open line."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

# Names that no public name server answers.
_PRIVATE_ENDINGS = (".localhost", ".local", ".internal", ".lan", ".home.arpa")
MOST = 500


def server_address(text: str, *, example: str, key_goes_to: str) -> str:
    """The address without a slash at its end, empty where there is none; raises ValueError, whose words say what is
    allowed.
    """
    if not text:
        return ""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        host, parts = "", urlsplit("")
    if not host or parts.scheme not in ("http", "https") or len(text) > MOST or not is_plain(text):
        raise ValueError(f'it must look like "{example}". Correct it, or leave it out.')
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise ValueError(f"it must hold no password, no ? and no #. Put the key into {key_goes_to}.")
    if parts.scheme == "http" and not _is_private(host):
        raise ValueError("it must begin with https:// unless the server is on this machine or in a private network.")
    return text.rstrip("/")


def is_plain(text: str) -> bool:
    return text.isascii() and text.isprintable() and " " not in text


def _is_private(host: str) -> bool:
    try:
        address = ip_address(host)
    except ValueError:
        # A name of one word is a machine or a container beside this one; a bare number is any address at all.
        return ("." not in host and host[0].isalpha()) or host.endswith(_PRIVATE_ENDINGS)
    return address.is_loopback or (address.is_private and not address.is_link_local and not address.is_unspecified)
