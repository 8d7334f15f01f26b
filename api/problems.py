"""What went wrong, as RFC 9457 has it; every door of the web says the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from http import HTTPStatus

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from graph.errors import Ambiguous, BinckError
from graph.texts import LANGS, Text

_TITLES = {
    400: Text("Dat kan niet", "That cannot be done"),
    403: Text("Niet van deze pagina", "Not from this page"),
    404: Text("Niet gevonden", "Not found"),
    405: Text("Hier kan alleen gelezen worden", "This can only be read"),
    409: Text("Meer dan één mogelijkheid", "More than one possibility"),
    422: Text("Niet begrepen", "Not understood"),
    500: Text("Er ging iets mis", "Something went wrong"),
    503: Text("De opslag is niet te gebruiken", "The store cannot be used"),
    507: Text("De opslag is vol", "The store is full"),
}
_DETAILS = {
    403: Text(
        "Een oordeel wordt alleen aangenomen van een pagina van deze server zelf; open /duplicates en kies daar.",
        "A judgement is only taken from a page of this server itself; open /duplicates and choose there.",
    ),
    404: Text("Op dit adres is niets.", "There is nothing at this address."),
    405: Text("Dit adres kent alleen GET.", "This address knows only GET."),
}
_RULES = {
    "missing": Text("ontbreekt", "is missing"),
    "literal_error": Text(f"kies uit {', '.join(LANGS)}", f"choose from {', '.join(LANGS)}"),
    "string_too_short": Text("mag niet leeg zijn", "must not be empty"),
    "string_too_long": Text("is te lang", "is too long"),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """A status with its title, what exactly is wrong, and who may have been meant."""

    status: int
    kind: str
    detail: Text
    candidates: Sequence[tuple[str, str, str]] = field(default=())

    @property
    def title(self) -> Text:
        if self.status in _TITLES:
            return _TITLES[self.status]
        phrase = HTTPStatus(self.status).phrase
        return Text(phrase, phrase)

    @property
    def type(self) -> str:
        """A name for this sort of problem that does not change with the language."""
        return f"urn:binckhorst-network:problem:{self.kind}"


def problem_of(error: Exception) -> Problem:
    """The problem that an error is; what nobody foresaw says nothing of itself."""
    if isinstance(error, BinckError):
        candidates = error.candidates if isinstance(error, Ambiguous) else ()
        return Problem(type(error).status, _kebab(type(error).__name__), error.message, candidates)
    if isinstance(error, RequestValidationError):
        return Problem(422, "refused", _validation(error))
    if isinstance(error, HTTPException):
        detail = _DETAILS.get(error.status_code, Text(error.detail, error.detail))
        return Problem(error.status_code, _kebab(HTTPStatus(error.status_code).phrase.title()), detail)
    return Problem(
        500,
        "internal",
        Text(
            "Dit is een fout in het programma; wat er misging staat in het venster waarin het draait.",
            "This is a mistake in the program; what went wrong stands in the window in which it runs.",
        ),
    )


def wrong_host(host: str) -> Problem:
    """A request that calls this computer by a name that is not its own."""
    return Problem(
        400,
        "wrong-host",
        Text(
            f"Deze server luistert alleen naar deze computer; {host!r} is een andere naam. Gebruik http://127.0.0.1.",
            f"This server listens to this computer only; {host!r} is another name. Use http://127.0.0.1.",
        ),
    )


def _validation(error: RequestValidationError) -> Text:
    said: tuple[list[str], list[str]] = ([], [])
    for item in error.errors():
        rule = _RULES.get(item["type"], Text(item["msg"], item["msg"]))
        name = str(item["loc"][-1])
        for lang, parts in zip(LANGS, said, strict=True):
            parts.append(f"{name}: {rule.say(lang)}")
    return Text("; ".join(said[0]), "; ".join(said[1]))


def _kebab(name: str) -> str:
    """`StoreBusy` and `Not Found` as `store-busy` and `not-found`."""
    return re.sub(r"(?<=[a-z])[ ]?(?=[A-Z])", "-", name).lower()
