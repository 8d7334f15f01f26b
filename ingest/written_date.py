"""Dates as people write them, the day before the month; never made more precise than they were written."""

from __future__ import annotations

import re

from graph.dates import MONTHS, Date
from graph.errors import Refused

_YEAR = r"(?P<y>\d{4})"
_MONTH = r"(?P<m>\d{1,2})"
_NAMED = r"(?P<m>[a-zë]+)\.?"
_DAY = r"(?P<d>\d{1,2})"
_NTH = r"(?P<d>\d{1,2})(?:e|ste|de|st|nd|rd|th)?"
_WEEKDAYS = (
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma di wo do vr za zo"
    " monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun"
)
_WEEKDAY = rf"(?:(?:{_WEEKDAYS.replace(' ', '|')})\.?,? )?"
_FORMS = [
    re.compile(form, re.ASCII)
    for form in (
        _YEAR,
        rf"{_YEAR}(?P<s>[-/.]){_MONTH}(?:(?P=s){_DAY})?(?:[t ]00:00(?::00(?:\.0+)?)?)?",
        rf"{_WEEKDAY}{_DAY} ?(?P<s>[-/. ]) ?{_MONTH} ?(?P=s) ?{_YEAR}",
        rf"{_MONTH} ?[-/.] ?{_YEAR}",
        rf"{_WEEKDAY}{_NTH}[ -]{_NAMED}[ -]{_YEAR}",
        rf"{_NAMED}[ -]{_YEAR}",
        rf"{_NAMED} {_NTH},? {_YEAR}",
    )
]
_TWO_DIGITS = re.compile(r"(?:\d{1,2}[-/. ])?(?:\d{1,2}|[a-zë]+\.?)[-/. ]['’]?\d{2}|['’]\d{2}")
_SHORTEST = 3
_ALSO = {"mrt": 3, "sept": 9}
_NO_MONTH = ""


def written_date(text: str) -> str:
    """A date in ISO 8601 at the precision it has; raises `Refused` with the rule.

    >>> [written_date(text) for text in ("3-9-2021", "03/09/2021", "3 september 2021", "sept. 2021", "9-2021", "2021")]
    ['2021-09-03', '2021-09-03', '2021-09-03', '2021-09', '2021-09', '2021']
    """
    plain = " ".join(text.casefold().split())
    for form in _FORMS:
        match = form.fullmatch(plain)
        if match is not None:
            found = match.groupdict()
            month = found.get("m") and _month(found["m"])
            if month != _NO_MONTH:
                return _existing(text, found["y"], month, found.get("d"))
    if _TWO_DIGITS.fullmatch(plain):
        raise Refused(
            f"{text!r}: schrijf het jaar met vier cijfers, zoals 3-9-2021",
            f"{text!r}: write the year in four digits, as in 3-9-2021",
        )
    raise Refused(
        f"{text!r} is geen datum; schrijf 3-9-2021, september 2021 of 2021",
        f"{text!r} is not a date; write 3-9-2021, September 2021 or 2021",
    )


def _month(written: str) -> str:
    """The number of a month as it was written in figures or words; nothing for a word that is no month."""
    if written.isdigit():
        return written
    if written in _ALSO:
        return str(_ALSO[written])
    for names in MONTHS.values():
        for number, name in enumerate(names, 1):
            if written in (name.casefold(), name[:_SHORTEST].casefold()):
                return str(number)
    return _NO_MONTH


def _existing(text: str, year: str, month: str | None, day: str | None) -> str:
    try:
        return Date.parse("-".join([year, *(part.zfill(2) for part in (month, day) if part)])).iso
    except Refused:
        raise Refused(
            f"{text!r} is een dag of maand die niet bestaat; de dag staat voor de maand, zoals 3-9-2021",
            f"{text!r} is a day or month that does not exist; the day comes before the month, as in 3-9-2021",
        ) from None
