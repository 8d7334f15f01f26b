"""A cell, as somebody typed it, becomes values of a property."""

from __future__ import annotations

import re

from rapidfuzz.process import extract

from graph.errors import Refused
from graph.jsontext import Json
from graph.names import normalised
from graph.texts import LANGS, Lang
from graph.values import canonical, not_shown
from graph.words import Property, Words
from ingest.written_date import written_date
from ingest.written_number import written_amount, written_quantity

BETWEEN = "|"
_BETWEEN_NAMES = re.compile(r"[|;]")
_ALL = 8
_NEAR = 3
_NO_SCHEME = re.compile(r"(?!\w+:)[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?", re.ASCII)
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


def parts_of(cell: str, property_: Property | None = None) -> list[str]:
    """What stands in one cell: parted by `|`, and names (no property) and choices by `;` as well."""
    names = property_ is None or property_.value == "choice"
    parts = _BETWEEN_NAMES.split(cell) if names else cell.split(BETWEEN)
    return [" ".join(part.split()) if names else part.strip() for part in parts]


def is_name(text: str) -> bool:
    """Whether a text can be a name: it has a letter or a digit."""
    return _LETTER_OR_DIGIT.search(text) is not None


class Cells:
    """Reads values; what was read before, such as a role or a date, is not worked out again."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._read: dict[tuple[int, Lang, str], Json] = {}

    def value(self, text: str, property_: Property, lang: Lang) -> Json:
        """One value in the form in which it is kept; raises `Refused`, in which nothing personal is repeated."""
        asked = (id(property_), lang, text)
        if asked not in self._read:
            try:
                self._read[asked] = canonical(property_, self._plain(text, property_, lang), self._words)
            except Refused:
                if property_.personal:
                    raise not_shown() from None
                raise
        return self._read[asked]

    def _plain(self, text: str, property_: Property, lang: Lang) -> Json:
        match property_.value:
            case "text":
                return {lang: text}
            case "date":
                return written_date(text)
            case "quantity":
                return written_quantity(text, lang)
            case "amount" | "number":
                return written_amount(text, lang)
            case "choice":
                return self._choice(text, property_, lang)
            case "address":
                return f"https://{text}" if _NO_SCHEME.fullmatch(text) else text
        return text

    def _choice(self, text: str, property_: Property, lang: Lang) -> str:
        """The choice with this identifier, or this label in either language, the sheet's own first."""
        choices = self._words.choices[property_.choices or ""].choices
        wanted = normalised(text)
        for one in (lang, *LANGS):
            hits = [key for key, label in choices.items() if normalised(label.say(one)) == wanted]
            if len(hits) == 1:
                return hits[0]
        if wanted.replace(" ", "_") in choices:
            return wanted.replace(" ", "_")
        called = {label.say(one): key for key, label in choices.items() for one in LANGS}
        all_ = len(choices) <= _ALL
        near = [called[found[0]] for found in extract(text, list(called), limit=2 * _NEAR)]
        keys = list(choices) if all_ else list(dict.fromkeys(near))[:_NEAR]
        nl, en = (", ".join(choices[key].say(one) for key in keys) for one in LANGS)
        raise Refused(
            f"{text!r} is geen keuze; {'kies uit' if all_ else 'het dichtst komen'} {nl}",
            f"{text!r} is no choice; {'choose from' if all_ else 'the nearest are'} {en}",
        )
