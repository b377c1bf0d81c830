"""Days as people name them: tomorrow, next Tuesday, the 14th, 14 March, Wednesday next week, the end of the month."""

from __future__ import annotations

import re2

from calmdesk.promises.time_values import Day, DayWord

_WEEKDAYS = {
    "mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_TOMORROW = r"tomorr?ow|tommorr?ow|tomorow|tmrw|tmr|2moro"

# Each alternative is tried in this order; the name of the group says how to read it.
DAY = (
    rf"(?P<beyond>(?:the )?day after (?:{_TOMORROW}))|(?P<tomorrow>(?:(?:the )?(?:end|close) of )?(?:{_TOMORROW}))"
    r"|(?P<today>(?:later |(?:the )?(?:end|close) of )?(?:today|this day)|within the day"
    rf"|in the course of the day)|(?P<of_next>(?:on )?{_WEEKDAY},? (?:of )?next week"
    rf"|next week,? (?:on )?{_WEEKDAY}|{_WEEKDAY} week\b)|(?P<next_weekday>next {_WEEKDAY})"
    r"|(?P<early>(?:early|earlier|beginning of|start of|first half of)(?: in)?(?: the)? next week)"
    r"|(?P<weekend>(?:over |by |at |on |during |this |next )*(?:the |this )?(?:coming )?week-?end)"
    r"|(?P<week>(?:(?:by |at )?(?:the )?(?:end|close|late) (?:of )?(?:the |this |next )?(?:working "
    r"|business )?week|(?:later |late |during |some time |sometime |within |in the course of )*(?:this|next"
    r"|the coming) week|within the week|in the course of the week|eow|by the week's end))"
    r"|(?P<month>(?:(?:by |at )?(?:the )?end (?:of )?(?:the |this |next )?month|(?:later )?(?:this|next) month"
    rf"|eom))|(?P<iso>\d{{4}}-\d{{1,2}}-\d{{1,2}})|(?P<day_month>(?:{_WEEKDAY},? )?(?:the )?\d{{1,2}}(?:st|nd|rd"
    rf"|th)?(?: of)? {_MONTH}(?:,? \d{{4}})?\b)|(?P<month_day>(?:{_WEEKDAY},? )?{_MONTH} (?:the )?\d{{1,2}}(?:st"
    rf"|nd|rd|th)?\b(?:,? \d{{4}}\b)?)|(?P<of_month>(?:{_WEEKDAY},? )?the \d{{1,2}}(?:st|nd|rd|th)\b)"
    r"|(?P<slashed>\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b|\d{1,2}/\d{1,2}\b)"
    rf"|(?P<weekday>(?:this |this coming |coming )?{_WEEKDAY})\b"
)
_NUMBER = re2.compile(r"\d+")
_A_WEEKDAY = re2.compile(rf"\b{_WEEKDAY}\b")
_A_MONTH = re2.compile(rf"\b{_MONTH}\b")


def day_of(kind: str, words: str) -> Day | None:
    """The day that the words of one of the groups above name, or None where they name none (the 42nd)."""
    match kind:
        case "beyond":
            return Day(DayWord.AHEAD, 2)
        case "tomorrow":
            return Day(DayWord.AHEAD, 1)
        case "today":
            return Day(DayWord.TODAY)
        case "of_next":
            return Day(DayWord.WEEKDAY_OF_NEXT_WEEK, _weekday(words))
        case "next_weekday":
            return Day(DayWord.NEXT_WEEKDAY, _weekday(words.removeprefix("next ")))
        case "weekday":
            return Day(DayWord.WEEKDAY, _weekday(words))
        case "early":
            return Day(DayWord.EARLY_WEEK, 1)
        case "weekend":
            return Day(DayWord.WEEKEND, int("next " in words))
        case "week":
            return Day(DayWord.WEEK, int("next" in words or "coming" in words))
        case "month":
            return Day(DayWord.MONTH, int("next" in words))
    return _date(kind, words)


def _date(kind: str, words: str) -> Day | None:
    numbers = [int(number) for number in _NUMBER.findall(words)]
    swapped = False
    if kind == "iso":
        year, month, day = numbers
    elif kind == "slashed":
        day, month, year = (*numbers, 0)[:3]
        if month > 12:
            day, month = month, day
        swapped = day <= 12 and day != month
    else:
        day, year = (*numbers, 0)[:2]
        month = 0 if kind == "of_month" else _MONTHS.index(_A_MONTH.findall(words)[-1][:3]) + 1
    year += 2000 if 0 < year < 100 else 0
    if not (1 <= day <= 31 and month <= 12 and (year == 0 or 1970 <= year <= 9998)):
        return None
    weekday = _weekday(words) if _A_WEEKDAY.search(words) else None
    return Day(DayWord.DATE, day, month, year, weekday, swapped)


def _weekday(words: str) -> int:
    return _WEEKDAYS[_A_WEEKDAY.search(words)[0][:3]]
