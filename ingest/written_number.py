"""Amounts and quantities as people write them, in the plain form that the values of `graph` read."""

from __future__ import annotations

import re

from graph.errors import Refused
from graph.texts import Lang

_GROUPS: dict[Lang, str] = {"nl": ".", "en": ","}
_DECIMALS: dict[Lang, str] = {"nl": ",", "en": "."}
_GROUPED = {lang: re.compile(rf"-?\d{{1,3}}(?:{re.escape(mark)}\d{{3}})+", re.ASCII) for lang, mark in _GROUPS.items()}
_EURO = re.compile(r"€|\b(?:euros?|eur)\b\.?", re.IGNORECASE)
_WHOLE = re.compile(r"-?\d{1,12}", re.ASCII)
_BLANK_GROUP = re.compile(r"(?<=\d) (?=\d{3}(?!\d))", re.ASCII)
_NO_CENTS = re.compile(r"(.*)([.,])(?:00|--?|–)", re.ASCII)
_N = r"(\d[\d.,]*)"
_ABOUT = r"(?:~|±|ongeveer|circa|ca\.?|zo['’]?n|om en nabij|rond(?: de)?|about|around|approximately|approx\.?|c\.)"
_AT_LEAST = (
    r"(?:>=|≥|minstens|tenminste|ten minste|minimaal|op zijn minst|min\.|vanaf|at least|no fewer than|minimum(?: of)?)"
)
_AT_MOST = r"(?:<=|≤|hoogstens|ten ?hoogste|maximaal|max\.?|tot en met|at most|up to|no more than|maximum(?: of)?)"
_TO = r"(?:-|–|à|a|tot|tot en met|t/m|of|to|or)"
_RANGE = re.compile(rf"({_ABOUT} ?)?{_N} ?{_TO} ?{_N}", re.ASCII)
_BETWEEN = re.compile(rf"()(?:tussen(?: de)?|between) {_N} (?:en|and) {_N}", re.ASCII)
_ABOUT_N = re.compile(rf"({_ABOUT} ?)?{_N}", re.ASCII)
_LEAST_N = re.compile(rf"{_AT_LEAST} ?{_N}|{_N} ?\+", re.ASCII)
_MOST_N = re.compile(rf"{_AT_MOST} ?{_N}", re.ASCII)


def written_amount(text: str, lang: Lang) -> str:
    """Whole euros; raises `Refused` for cents, or where it is not sure what a dot or comma means.

    >>> [written_amount(text, "nl") for text in ("€ 1.300,00", "1300", "€ 1.300,-", "-500 euro")]
    ['1300', '1300', '1300', '-500']
    """
    bare = _BLANK_GROUP.sub("", " ".join(_EURO.sub(" ", text).split()))
    if cents := _NO_CENTS.fullmatch(bare):
        bare, lang = cents[1], next(one for one, mark in _DECIMALS.items() if mark == cents[2])
    whole = _ungrouped(bare, lang)
    if whole is None or not _WHOLE.fullmatch(whole):
        dot = "1.300" if lang == "nl" else "1,300"
        raise Refused(
            f"{text!r} is geen bedrag in hele euro's; schrijf 1300, of {dot}",
            f"{text!r} is not an amount in whole euros; write 1300, or {dot}",
        )
    return whole


def written_quantity(text: str, lang: Lang) -> str:
    """A quantity as `graph.quantities` reads it; raises `Refused` with the ways to write one.

    >>> [written_quantity(text, "nl") for text in ("17", "ongeveer 25", "25 à 40", "minstens 7", "zo'n 1.200")]
    ['17', '~25', '25-40', '>=7', '~1200']
    """
    plain = " ".join(text.casefold().split())
    if match := _ABOUT_N.fullmatch(plain):
        form = f"{'~' if match[1] else ''}{_figure(match[2], text, lang)}"
    elif match := _RANGE.fullmatch(plain) or _BETWEEN.fullmatch(plain):
        form = f"{'~' if match[1] else ''}{_figure(match[2], text, lang)}-{_figure(match[3], text, lang)}"
    elif match := _LEAST_N.fullmatch(plain):
        form = f">={_figure(match[1] or match[2], text, lang)}"
    elif match := _MOST_N.fullmatch(plain):
        form = f"<={_figure(match[1], text, lang)}"
    else:
        raise _no_quantity(text)
    return form


def _figure(written: str, text: str, lang: Lang) -> str:
    figure = _ungrouped(written, lang)
    if figure is None or not figure.isdigit():
        raise _no_quantity(text)
    return figure


def _ungrouped(figure: str, lang: Lang) -> str | None:
    """A figure without the marks that group its thousands in this language; None where they stand wrong."""
    plain = figure.replace(_GROUPS[lang], "") if _GROUPED[lang].fullmatch(figure) else figure
    return plain if re.fullmatch(r"-?\d+", plain, re.ASCII) else None


def _no_quantity(text: str) -> Refused:
    return Refused(
        f"{text!r} is geen aantal; schrijf 25, 25-40, ongeveer 25, minstens 7 of hoogstens 10",
        f"{text!r} is not a quantity; write 25, 25-40, about 25, at least 7 or at most 10",
    )
