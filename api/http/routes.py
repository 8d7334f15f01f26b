"""The addresses under `/api`, all of them for reading."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from api.answer_csv import answer_csv, file_name
from api.catalogue import catalogue_json
from api.desk import DeskDep
from api.http import schemas
from api.http.language import LangDep
from api.http.replies import CSV, csv_reply, reply
from api.spoken import reading_json
from graph.errors import Refused
from graph.export import json_schema
from graph.questions import QUESTIONS, Question

LONGEST = 2_000
router = APIRouter(prefix="/api")

Id = Annotated[
    str,
    Path(
        description="Any address of the entity, or a name that fits it alone.",
        min_length=1,
        max_length=LONGEST,
        examples=["Kenniswerkplaats KIP"],
    ),
]
Asked = Annotated[
    str,
    Query(
        description="The question.",
        min_length=1,
        max_length=LONGEST,
        examples=["wie verbindt onderwijs met ondernemers?"],
    ),
]
Words = Annotated[
    str, Query(description="A name, or a part of it.", min_length=1, max_length=LONGEST, examples=["KIP"])
]


def _gives(shape: Any) -> dict[int | str, dict[str, Any]]:
    return {200: {"model": shape}}


@router.get("/status", responses=_gives(schemas.Status), summary="What the store holds, in numbers")
def status(desk: DeskDep) -> Response:
    return reply(desk.status())


@router.get("/questions", responses=_gives(list[schemas.Question]), summary="The catalogue of questions")
def questions(lang: LangDep) -> Response:
    return reply(catalogue_json(lang), lang)


@router.get("/ask", responses=_gives(schemas.Understood), summary="A question in plain words, Dutch or English")
def in_words(words: Asked, desk: DeskDep, lang: LangDep) -> Response:
    """How it is read, and its answer when it is clear and nothing is missing."""
    reading = desk.understand(words)
    clear = reading.question and not reading.missing
    answered = desk.ask(str(reading.question), reading.parameters, lang).json() if clear else None
    return reply({**reading_json(desk, reading, lang), "answer": answered}, lang)


@router.get("/questions/{name}.csv", include_in_schema=False)
def answer_as_csv(name: str, request: Request, desk: DeskDep, lang: LangDep) -> Response:
    """The rows of an answer as a file for a spreadsheet; the documentation has an entry for each question."""
    answered = desk.ask(name, _given(request), lang)
    return csv_reply(answer_csv(answered, lang), file_name(answered), lang)


@router.get("/questions/{name}", include_in_schema=False)
def answer(name: str, request: Request, desk: DeskDep, lang: LangDep) -> Response:
    """The answer to a question; the documentation has an entry for each of them."""
    return reply(desk.ask(name, _given(request), lang).json(), lang)


def _given(request: Request) -> dict[str, str]:
    """The parameters of a question as they are asked, each once."""
    given: dict[str, str] = {}
    for key, value in request.query_params.multi_items():
        if key in given:
            raise Refused(f"{key} staat er meer dan eens", f"{key} is given more than once")
        if key != "lang":
            given[key] = value
    return given


@router.get("/entities", responses=_gives(list[schemas.Found]), summary="Find by name, a typing error allowed")
def entities(q: Words, desk: DeskDep) -> Response:
    return reply([{"id": n.id, "kind": n.kind, "name": n.name, "matched": n.matched} for n in desk.find(q)])


@router.get("/entities/{id:path}", responses=_gives(schemas.WholeEntity), summary="One entity with its ties")
def entity(id: Id, desk: DeskDep) -> Response:
    return reply(desk.show(id))


@router.get("/graph", responses=_gives(schemas.Graph), summary="The whole graph")
def graph(desk: DeskDep) -> Response:
    return reply(desk.export())


@router.get("/schema", responses=_gives(dict[str, Any]), summary="The JSON Schema of the whole graph")
def schema(desk: DeskDep) -> Response:
    return reply(json_schema(desk.words))


@router.get("/sources", responses=_gives(list[schemas.Source]), summary="The sources")
def sources(desk: DeskDep) -> Response:
    return reply(desk.sources())


def describe(question: Question) -> None:
    """Give a question entries of its own in the documentation, with its parameters and example."""

    def asked(request: Request, desk: DeskDep, lang: LangDep) -> Response:
        return answer(question.name, request, desk, lang)

    def asked_as_csv(request: Request, desk: DeskDep, lang: LangDep) -> Response:
        return answer_as_csv(question.name, request, desk, lang)

    parameters = [
        {
            "name": p.name,
            "in": "query",
            "required": p.required,
            "description": f"{p.label.en} (takes: {p.takes_in_words})",
            "schema": {"type": "string"},
            **({"example": question.example[p.name]} if p.name in question.example else {}),
        }
        for p in question.parameters
    ]
    router.add_api_route(
        f"/questions/{question.name}",
        asked,
        name=question.name,
        operation_id=f"ask_{question.name}",
        summary=question.asks.en,
        description=question.__doc__,
        responses=_gives(schemas.Answer),
        openapi_extra={"parameters": parameters},
    )
    router.add_api_route(
        f"/questions/{question.name}.csv",
        asked_as_csv,
        name=f"{question.name}.csv",
        operation_id=f"ask_{question.name}_csv",
        summary=f"{question.asks.en} As CSV",
        description="The rows of the answer with the source, place and certainty of each, for a spreadsheet.",
        response_class=Response,
        responses={200: {"content": {CSV: {"schema": {"type": "string"}}}}},
        openapi_extra={"parameters": parameters},
    )


for _question in QUESTIONS:
    describe(_question)
