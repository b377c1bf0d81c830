"""The fields that say what a part is, read although they are broken."""

from __future__ import annotations

from email import policy
from email.message import Message as Headers

_MAX_STRUCTURED = 8_192


def content_type(headers: Headers, default: str = "text/plain") -> str:
    """The type in lower case; anything that is no "type/subtype" is the default, as RFC 2045 5.2 says."""
    value = _value(headers, "content-type").partition(";")[0].strip().lower()
    main, slash, sub = value.partition("/")
    return value if slash and main.strip() and sub.strip() and "/" not in sub else default


def parameter(headers: Headers, name: str, header: str = "content-type") -> str | None:
    """One parameter of a header (RFC 2231 forms too), or None where it is missing or unreadable."""
    value = _value(headers, header)
    if not value:
        return None
    try:
        short = Headers(policy=policy.compat32)
        short[header] = value
        found = short.get_param(name, None, header)
        if isinstance(found, tuple):
            charset, _, raw = found
            found = raw.encode("latin-1", "replace").decode(charset or "us-ascii", "replace")
    except Exception:  # the standard parser fails in many ways on names such as `name*` (cpython 151857)
        return None
    return str(found) if found is not None else None


def disposition(headers: Headers) -> str:
    """`attachment`, `inline` or an empty string."""
    return _value(headers, "content-disposition").partition(";")[0].strip().lower()


def transfer_encoding(headers: Headers) -> str:
    """The transfer encoding's name in lower case, without what some writers put behind it ("7bit;")."""
    return _value(headers, "content-transfer-encoding").partition(";")[0].strip().strip("\"'").lower()


def _value(headers: Headers, name: str) -> str:
    try:
        return " ".join(str(headers.get(name, ""))[:_MAX_STRUCTURED].split())
    except Exception:
        return ""
