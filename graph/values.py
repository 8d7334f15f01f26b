"""A value as it is written becomes the one form in which it is kept, or is refused."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from urllib.parse import urlsplit

from graph.dates import Date
from graph.errors import Refused
from graph.jsontext import Json
from graph.quantities import Quantity
from graph.texts import LANGS
from graph.words import Property, Words

LONGEST_LINE = 2_000
LONGEST_TEXT = 20_000
_WHOLE = re.compile(r"-?\d{1,12}", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def canonical(property_: Property, written: Json, words: Words) -> Json:
    """The form in which a value of this property is kept; the kept form stays itself.

    Text becomes `{language: words}`, a date ISO 8601, a quantity a number or
    `{"min", "max", "about"}`, an amount whole euros. Raises `Refused` with the rule; what is
    personal is not repeated in it.
    """
    try:
        if property_.value == "choice":
            return _choice(property_, written, words)
        return _FORMS[property_.value](written)
    except Refused:
        if property_.personal:
            raise not_shown() from None
        raise


def not_shown() -> Refused:
    """What is said of a personal value that breaks a rule, without the value."""
    return Refused(
        "deze waarde voldoet niet, en is persoonlijk: zij wordt hier niet getoond; kijk haar na in het bestand",
        "this value will not do, and is personal: it is not shown here; look at it in the file",
    )


def line(written: Json) -> str:
    """A name or title: one line of text, in Unicode normal form C."""
    if isinstance(written, (int, float)) and not isinstance(written, bool):
        written = str(written)
    if not isinstance(written, str) or not written.strip():
        raise Refused(f"{written!r} is geen tekst", f"{written!r} is not text")
    return _clean(" ".join(written.split()), LONGEST_LINE)


def texts(written: Json) -> dict[str, Json]:
    """Words with their language; a bare string is Dutch."""
    if isinstance(written, str):
        written = {"nl": written}
    if not isinstance(written, dict) or not written or not set(written) <= set(LANGS):
        raise Refused(
            f"{written!r} is geen tekst; schrijf een tekst, of {{nl: …, en: …}}",
            f"{written!r} is not a text; write a text, or {{nl: …, en: …}}",
        )
    return {lang: _text(words) for lang, words in sorted(written.items())}


def _text(words: Json) -> str:
    if not isinstance(words, str) or not words.strip():
        raise Refused(f"{words!r} is geen tekst", f"{words!r} is not text")
    return _clean(words.strip(), LONGEST_TEXT)


def _clean(text: str, longest: int) -> str:
    if text.isascii() and text.isprintable() and len(text) <= longest:
        return text
    if len(text) > longest:
        raise Refused(
            f"een tekst van {len(text)} tekens; ten hoogste {longest}",
            f"a text of {len(text)} characters; at most {longest}",
        )
    if _CONTROL.search(text):
        raise Refused(f"{text[:40]!r} bevat een stuurteken", f"{text[:40]!r} holds a control character")
    return unicodedata.normalize("NFC", text)


def _date(written: Json) -> str:
    return Date.parse(written if isinstance(written, str) else str(written)).iso


def _quantity(written: Json) -> Json:
    return Quantity.parse(written).json()


def _whole(written: Json) -> int:
    if isinstance(written, bool) or not _WHOLE.fullmatch(str(written)):
        raise Refused(f"{written!r} is geen heel getal", f"{written!r} is not a whole number")
    return int(str(written))


def _address(written: Json) -> str:
    address = line(written)
    try:
        parts = urlsplit(address)
    except ValueError:
        parts = None
    if parts is None or parts.scheme not in ("http", "https") or not parts.netloc or " " in address:
        raise Refused(f"{address!r} is geen http(s)-adres", f"{address!r} is not an http(s) address")
    return address


def _choice(property_: Property, written: Json, words: Words) -> str:
    options = words.choices[property_.choices or ""].choices
    if isinstance(written, str) and written in options:
        return written
    raise Refused(
        f"{written!r} is geen keuze uit {property_.choices}; kies uit {', '.join(options)}",
        f"{written!r} is not one of {property_.choices}; choose from {', '.join(options)}",
    )


_FORMS: dict[str, Callable[[Json], Json]] = {
    "text": texts,
    "line": line,
    "date": _date,
    "quantity": _quantity,
    "amount": _whole,
    "number": _whole,
    "address": _address,
}
