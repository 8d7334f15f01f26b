"""The language of a JSON response: `?lang=`, else `Accept-Language`, else Dutch."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query
from starlette.requests import Request

from graph.texts import LANGS, Lang


def preferred(accept: str) -> Lang:
    """The language that a header `Accept-Language` likes best among those there are.

    >>> preferred("en-GB,en;q=0.8"), preferred("de, nl;q=0.4, en;q=0.5"), preferred("fr"), preferred("en;q=0")
    ('en', 'en', 'nl', 'nl')
    """
    wishes: dict[Lang, float] = {}
    for part in accept.split(","):
        name, _, weight = part.partition(";")
        for lang in LANGS:
            if name.strip().lower().partition("-")[0] == lang:
                wishes[lang] = max(wishes.get(lang, 0.0), _weight(weight))
    best = max(LANGS, key=lambda lang: wishes.get(lang, 0.0))
    return best if wishes.get(best) else LANGS[0]


def _weight(text: str) -> float:
    name, _, value = text.partition("=")
    try:
        return float(value) if name.strip() == "q" else 1.0
    except ValueError:
        return 0.0


def accepted(request: Request) -> Lang:
    """The language for a request; a `lang` that is none of ours counts as not given."""
    asked = request.query_params.get("lang")
    for lang in LANGS:
        if lang == asked:
            return lang
    return preferred(request.headers.get("accept-language", ""))


def _language(
    request: Request,
    lang: Annotated[
        Lang | None, Query(description="The language of sentences; else that of `Accept-Language`.")
    ] = None,
) -> Lang:
    return lang or accepted(request)


LangDep = Annotated[Lang, Depends(_language)]
