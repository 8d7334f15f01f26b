"""JSON responses: canonical text, and one shape for everything that goes wrong."""

from __future__ import annotations

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from api.http.language import accepted
from api.problems import Problem
from graph.jsontext import Json, dumps
from graph.texts import Lang

PROBLEM = "application/problem+json"
CSV = "text/csv"


def reply(value: object, lang: Lang | None = None) -> Response:
    """A value as JSON; `lang` is named when its sentences are in that language."""
    headers = {"Content-Language": lang, "Vary": "Accept-Language"} if lang else {}
    return Response(dumps(value), media_type="application/json", headers=headers)


def csv_reply(text: bytes, name: str, lang: Lang) -> Response:
    """A file that a browser keeps instead of showing; `name` is plain letters, digits and hyphens."""
    said = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Content-Language": lang,
        "Vary": "Accept-Language",
    }
    return Response(text, media_type=CSV, headers=said)


def problem_reply(request: Request, problem: Problem, headers: dict[str, str] | None = None) -> Response:
    """A problem in the language that the request asks for, also when it asks badly."""
    lang = accepted(request)
    body: dict[str, Json] = {
        "type": problem.type,
        "title": problem.title.say(lang),
        "status": problem.status,
        "detail": problem.detail.say(lang),
        "instance": quote(request.scope["path"]),
    }
    if problem.candidates:
        body["candidates"] = [{"id": id_, "kind": kind, "name": name} for id_, kind, name in problem.candidates]
    said = {"Content-Language": lang, "Vary": "Accept-Language", **(headers or {})}
    return Response(dumps(body), problem.status, said, PROBLEM)
