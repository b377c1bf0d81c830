"""How people say a time, as a piece of a pattern."""

from __future__ import annotations

_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_CLOCK = (
    r"(?:(?:about|around|roughly|exactly|shortly after|just after)\s+)?(?:\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\b)?|"
    r"\d{1,2}\s?(?:[ap]\.?m\b|o'clock)|half past " + _NUMBER + r"|(?:a )?quarter (?:past|to) " + _NUMBER + r"|"
    r"noon\b|midnight\b|lunch(?:time)?\b|" + _NUMBER + r"(?:[ -](?:fifteen|thirty|forty-five))?(?: o'clock)?\b)"
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|"
    r"aug|sept|sep|oct|nov|dec)\b"
)
_PART = r"(?:morning|afternoon|evening|night|noon|lunch|lunchtime)\b"
_DAY = (
    rf"(?:(?:(?:last|this|next)\s+)?{_WEEKDAY}(?:\s+{_PART})?|(?:yesterday|today|tomorrow)\b(?:\s+{_PART})?|tonight\b|"
    rf"(?:this|last)\s+(?:morning|afternoon|evening|night|week|weekend|month|year|spring|summer|autumn|winter)\b|"
    rf"the (?:weekend|end of (?:the|this) (?:week|month|day|year)|(?:start|beginning) of (?:the|this) "
    rf"(?:week|month|year)|day before yesterday|other day)\b|"
    rf"(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b|"
    rf"the \d{{1,2}}(?:st|nd|rd|th)\b)"
)
# "Monday at nine", "9 am on Friday", "early this morning".
WHEN = (
    rf"(?:(?:early|late|first thing|very early)\s+)?(?:{_DAY}(?:,?\s+(?:(?:at|around|about)\s+)?{_CLOCK})?|"
    rf"{_CLOCK}(?:\s+(?:on\s+)?{_DAY})?)"
)
BARE_HOUR = r"\d{1,2}\b"
# Words whose day is another one when they are repeated later.
PASSING = (
    r"(?i)\b(?:today|tonight|yesterday|tomorrow|this \w+|last (?:night|week|month|\w+day)|the other day|\w+ ago)\b"
)
