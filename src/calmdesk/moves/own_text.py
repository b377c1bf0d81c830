"""A message with everything blanked that is not the writer's own speech."""

from __future__ import annotations

from calmdesk.signals.moment import Moment


def own_text(moment: Moment) -> str:
    """The text with spaces in place of code, logs, links and quotes, so that every place stays what it is."""
    parts, at = [], 0
    for zone in moment.zones:
        start = max(at, zone.start)
        if start < zone.end:
            parts += [moment.text[at:start], _blank(moment.text[start : zone.end])]
            at = zone.end
    return "".join([*parts, moment.text[at:]])


def _blank(text: str) -> str:
    return "\n".join(" " * len(line) for line in text.split("\n"))
