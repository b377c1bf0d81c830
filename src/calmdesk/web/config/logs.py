"""Structured logs: one JSON object a line, that never holds message text.

An exception is written as its kind and where it happened; its own words are left out, because a library's error may
quote what it was given.
"""

from __future__ import annotations

import json
import logging
import logging.config
import traceback
from datetime import UTC, datetime
from pathlib import Path

_EXTRA = ("conversation", "raw", "rule", "team", "user", "seconds", "count", "status_code", "state")


class JsonLines(logging.Formatter):
    """Time, level, logger, the constant message, and a short list of known extra fields."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": _message(record),
        }
        line |= {
            name: getattr(record, name) for name in _EXTRA if isinstance(getattr(record, name, None), (str, int, float))
        }
        if route := _route(record):
            line["route"] = route
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__name__
            line["frames"] = [
                f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
                for frame in traceback.extract_tb(record.exc_info[2])[-12:]
            ]
        return json.dumps(line, ensure_ascii=False)


def set_up_logging(level: str = "INFO") -> None:
    """Send every logger through `JsonLines` to standard error."""
    quiet = {"level": "WARNING"}
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"json": {"()": JsonLines}},
            "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
            "root": {"level": level, "handlers": ["stderr"]},
            "loggers": {
                "axes": quiet,
                "uvicorn.error": quiet,
                "uvicorn.access": quiet,
                "httpx": quiet,
                "httpcore": quiet,
                "django.db.backends": {"level": "WARNING"},
            },
        }
    )


def _route(record: logging.LogRecord) -> str:
    """Which page failed, as the URL map writes it: without what stood in the address."""
    match = getattr(getattr(record, "request", None), "resolver_match", None)
    return str(match.route) if match else ""


def _message(record: logging.LogRecord) -> str:
    # Our own messages are constants. Others' may be built from anything, so only their template is kept.
    own = record.name.startswith("calmdesk")
    return record.getMessage() if own else str(record.msg)[:300]
