"""Quantities, exact or as vague as the source leaves them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.errors import Refused
from graph.jsontext import Json
from graph.texts import Lang, number

_WRITTEN = re.compile(r"(~)?(?:(\d+)(?:-(\d+))?|(>=|<=)(\d+))", re.ASCII)
_LIMIT = 10**12


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many: exact (`low == high`), a range, at least, at most, or about.

    >>> Quantity.parse("~25-40").json(), Quantity.parse("17").json(), Quantity.parse(">=7").json()
    ({'min': 25, 'max': 40, 'about': True}, 17, {'min': 7})
    >>> Quantity.parse({"min": 7}).say("en"), Quantity.parse("25-40").say("nl"), Quantity.parse("~80").say("en")
    ('at least 7', '25 tot 40', 'about 80')
    """

    low: int | None
    high: int | None
    about: bool = False

    @classmethod
    def parse(cls, written: Json) -> Quantity:
        """Read `25`, `25-40`, `>=7`, `<=10`, `~80`, or the JSON form; raises `Refused`."""
        match written:
            case bool():
                pass
            case int() if 0 <= written < _LIMIT:
                return cls(written, written)
            case str():
                return cls._from_text(written)
            case dict() if written and set(written) <= {"min", "max", "about"}:
                low, high, about = written.get("min"), written.get("max"), written.get("about", False)
                if all(n is None or type(n) is int for n in (low, high)) and isinstance(about, bool):
                    return cls._ordered(low, high, about, written)  # type: ignore[arg-type]
        raise _refused(written)

    @classmethod
    def _from_text(cls, written: str) -> Quantity:
        match = _WRITTEN.fullmatch(written.strip())
        if match is None:
            raise _refused(written)
        about, low, high, bound, n = match.groups()
        if bound:
            return cls._ordered(
                int(n) if bound == ">=" else None, int(n) if bound == "<=" else None, bool(about), written
            )
        return cls._ordered(int(low), int(high or low), bool(about), written)

    @classmethod
    def _ordered(cls, low: int | None, high: int | None, about: bool, written: Json) -> Quantity:
        if (low is None and high is None) or (low is not None and high is not None and low > high):
            raise _refused(written)
        if not all(n is None or 0 <= n < _LIMIT for n in (low, high)):
            raise _refused(written)
        return cls(low, high, about)

    def json(self) -> Json:
        """A bare number when exact, else `{"min", "max", "about"}` with what is known."""
        if self.low == self.high and not self.about:
            return self.low
        form: dict[str, Json] = {k: v for k, v in (("min", self.low), ("max", self.high)) if v is not None}
        return form | {"about": True} if self.about else form

    def overlaps(self, other: Quantity) -> bool:
        """Whether both can be the same number; `about` is not stretched."""
        return (self.low or 0) <= (_LIMIT if other.high is None else other.high) and (other.low or 0) <= (
            _LIMIT if self.high is None else self.high
        )

    def say(self, lang: Lang) -> str:
        en = lang == "en"
        about = ("about " if en else "ongeveer ") if self.about else ""
        if self.low is None:
            return f"{about}{'at most' if en else 'ten hoogste'} {number(self.high or 0, lang)}"
        if self.high is None:
            return f"{about}{'at least' if en else 'ten minste'} {number(self.low, lang)}"
        if self.low == self.high:
            return f"{about}{number(self.low, lang)}"
        return f"{about}{number(self.low, lang)} {'to' if en else 'tot'} {number(self.high, lang)}"


def _refused(written: object) -> Refused:
    return Refused(
        f"{written!r} is geen hoeveelheid; schrijf 25, 25-40, >=7, <=10 of ~80",
        f"{written!r} is not a quantity; write 25, 25-40, >=7, <=10 or ~80",
    )
