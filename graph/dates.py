"""Dates with their precision, and periods made of them."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

from graph.errors import Refused
from graph.texts import Lang

MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december".split(),
    "en": "January February March April May June July August September October November December".split(),
}
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Date:
    """A year, a month or a day, never more precise than it was given.

    `first` and `last` are its outermost days as proleptic ordinals
    (`datetime.date.toordinal`); the notation is ISO 8601 at the precision known.

    >>> Date.parse("2021-09").say("nl"), Date.parse("2021-09-03").say("en"), Date.parse("2021").say("nl")
    ('september 2021', '3 September 2021', '2021')
    >>> Date.parse("2021").overlaps(Date.parse("2021-09-03")), Date.parse("2021") == Date.parse("2021-01-01")
    (True, False)
    """

    iso: str
    first: int
    last: int

    @staticmethod
    @lru_cache(maxsize=65536)
    def parse(iso: str) -> Date:
        """Read ISO 8601 at year, month or day precision; raises `Refused` for anything else."""
        match = _ISO.fullmatch(iso)
        try:
            if match is None or "00" in match.groups()[1:]:
                raise ValueError
            year, month, day = (int(part) if part else 0 for part in match.groups())
            first = datetime.date(year, month or 1, day or 1)
            last_month = month or 12
            last = datetime.date(year, last_month, day or calendar.monthrange(year, last_month)[1])
        except ValueError:
            raise Refused(
                f"{iso!r} is geen datum; schrijf 2021, 2021-09 of 2021-09-03",
                f"{iso!r} is not a date; write 2021, 2021-09 or 2021-09-03",
            ) from None
        return Date(iso, first.toordinal(), last.toordinal())

    @property
    def precision(self) -> str:
        return {4: "year", 7: "month"}.get(len(self.iso), "day")

    def overlaps(self, other: Date) -> bool:
        return self.first <= other.last and other.first <= self.last

    def surely_before(self, other: Date) -> bool:
        """Whether every day this may mean lies before every day of `other`."""
        return self.last < other.first

    def say(self, lang: Lang) -> str:
        parts = [int(part) for part in self.iso.split("-")]
        words = [str(parts[0])]
        if len(parts) > 1:
            words.insert(0, MONTHS[lang][parts[1] - 1])
        if len(parts) > 2:
            words.insert(0, str(parts[2]))
        return " ".join(words)


OPEN_START = 0
OPEN_END = datetime.date.max.toordinal() + 1


def days(start: str, end: str) -> tuple[int, int]:
    """The outermost days of a period; an empty start or end is open.

    >>> days("2021", "2021-02") == (Date.parse("2021-01-01").first, Date.parse("2021-02-28").last)
    True
    >>> days("", "2021")[0] == OPEN_START, days("2021", "")[1] == OPEN_END
    (True, True)
    """
    return (Date.parse(start).first if start else OPEN_START, Date.parse(end).last if end else OPEN_END)


def say_period(start: str, end: str, lang: Lang) -> str:
    """A period in words; a single date where start and end are the same.

    >>> say_period("2021-08-01", "2022-05-31", "nl"), say_period("2019", "", "en"), say_period("", "", "en")
    ('1 augustus 2021 tot en met 31 mei 2022', 'since 2019', '')
    """
    first, last = (Date.parse(iso).say(lang) if iso else "" for iso in (start, end))
    if first and last:
        return first if first == last else f"{first} {'to' if lang == 'en' else 'tot en met'} {last}"
    if first:
        return f"{'since' if lang == 'en' else 'sinds'} {first}"
    return f"{'until' if lang == 'en' else 'tot'} {last}" if last else ""
