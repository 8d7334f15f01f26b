"""Periods and versions as people write them in a question."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.dates import MONTHS
from graph.names import normalised

_MONTHS = {normalised(name): f"{n:02}" for names in MONTHS.values() for n, name in enumerate(names, start=1)}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_DATE = (
    rf"(?:(?:(?P<day{{n}}>\d{{{{1,2}}}}) )?(?P<name{{n}}>{_MONTH}) )?(?P<year{{n}}>{_YEAR})"
    rf"(?: (?P<m{{n}}>\d\d)(?: (?P<d{{n}}>\d\d))?)?"
)
_ONE = re.compile(rf"\b{_DATE.format(n=1)}\b")
_TWO = re.compile(
    rf"\b(?:(?:van|vanaf|tussen|from|between) )?{_DATE.format(n=1)} "
    rf"(?:tot en met|t m|tot|en|to|until|and) {_DATE.format(n=2)}\b"
)
_VERSION = re.compile(r"\b(?:versie|version) (\d+)\b")


def periods_in(text: str) -> Iterator[tuple[int, int, str, str]]:
    """`(first word, end, kind, value)` of each period and version in a text normalised as names are.

    A period is ISO 8601 as a question takes it, a version `version:12`.

    >>> list(periods_in("wat was er in september 2021"))
    [(4, 6, 'period', '2021-09')]
    >>> [found[3] for text in ("tussen 2019 en 2021 01", "since version 12") for found in periods_in(text)]
    ['2019/2021-01', 'version:12']
    """
    found: list[tuple[int, int]] = []
    for match in (*_TWO.finditer(text), *_ONE.finditer(text), *_VERSION.finditer(text)):
        if any(a < match.end() and match.start() < b for a, b in found):
            continue
        found.append(match.span())
        start = text[: match.start()].count(" ")
        end = start + match.group().count(" ") + 1
        if match.re is _VERSION:
            yield start, end, "version", f"version:{match[1]}"
        elif match.re is _TWO:
            yield start, end, "period", f"{_iso(match, 1)}/{_iso(match, 2)}"
        else:
            yield start, end, "period", _iso(match, 1)


def _iso(match: re.Match[str], n: int) -> str:
    parts = match.groupdict()
    month = _MONTHS.get(parts[f"name{n}"] or "") or parts[f"m{n}"]
    day = parts[f"day{n}"] or parts[f"d{n}"]
    return "-".join(filter(None, (parts[f"year{n}"], month, day and day.zfill(2) if month else None)))
