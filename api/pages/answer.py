"""One question: its form, and its answer as a sentence, a table and where it all comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from api.desk import DeskDep
from api.pages.ask import Item, item
from api.pages.forms import Form, question_form
from api.pages.frame import Frame, FrameDep
from api.pages.part import Part, part_of
from api.pages.proof import Proof, proofs
from api.pages.render import RendererDep
from api.pages.table import Heading, Row, headings, rows
from api.spoken import shown, spoken
from graph.asking import LONGEST
from graph.desk import Desk
from graph.errors import Ambiguous, BinckError, Unknown
from graph.questions import Question, evidence_json, question_named

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that may have been meant, and the same question about it."""

    kind: str
    name: str
    id: str
    url: str


@dataclass(slots=True)
class AnswerPage:
    """`words` are those in which it was asked, `nearest` the questions that may have been meant too.

    Before there is an answer, `notice` says what is wanted; `choices` or `look_for` help on."""

    template: ClassVar[str] = "answer.html"
    title: str
    form: Form
    words: str = ""
    nearest: list[Item] | None = None
    notice: str = ""
    choices: list[Choice] | None = None
    look_for: str = ""
    sentence: str = ""
    headings: list[Heading] | None = None
    rows: list[Row] | None = None
    proofs: list[Proof] | None = None
    meanings: list[tuple[str, str]] | None = None
    caveats: list[str] | None = None
    json_url: str = ""
    csv_url: str = ""
    part: Part | None = None


@router.get("/ask/{name}")
def answer(name: str, request: Request, desk: DeskDep, frame: FrameDep, renderer: RendererDep) -> Response:
    question = question_named(name)
    wanted = request.query_params
    given = {p.name: wanted[p.name].strip() for p in question.parameters if wanted.get(p.name, "").strip()}
    network = desk.network()
    reads = {p.name: shown(desk, network, p, given[p.name], frame.lang) for p in question.parameters if p.name in given}
    page = AnswerPage(spoken(question, reads, frame.lang), question_form(question, desk, frame, reads))
    page.words = wanted.get("words", "").strip()[:LONGEST]
    if page.words:
        others = [name for name in desk.understand(page.words).nearest if name != question.name]
        page.nearest = [item(question_named(name), desk, frame) for name in others]
    missing = [p.label.say(frame.lang) for p in question.parameters if p.required and p.name not in given]
    if missing:
        page.notice = frame.t("still_missing", names=", ".join(missing)) if wanted.keys() - {"lang"} else ""
        return renderer.show(page, frame)
    try:
        _fill(page, desk, question, given, frame)
    except BinckError as error:
        _explain(page, error, desk, question, given, frame)
        return renderer.show(page, frame, type(error).status)
    return renderer.show(page, frame)


def _fill(page: AnswerPage, desk: Desk, question: Question, given: dict[str, str], frame: Frame) -> None:
    answer = desk.ask(question.name, given, frame.lang)
    page.sentence, page.caveats = answer.sentence, answer.caveats
    page.headings, page.rows = headings(answer, frame), rows(answer, desk.network(), frame)
    page.meanings = [(c.label.say(frame.lang), c.means.say(frame.lang)) for c in answer.columns if c.means]
    page.proofs = proofs((evidence_json(answer.evidence[str(key)]) for key in answer.sentence_evidence), frame)
    page.part = part_of(desk.network(), answer, page.title, given, frame)
    page.json_url = frame.urls.api_question(question.name, given)
    page.csv_url = frame.urls.csv_question(question.name, given)


def _explain(
    page: AnswerPage, error: BinckError, desk: Desk, question: Question, given: dict[str, str], frame: Frame
) -> None:
    """What stands in the way of an answer, with a way on."""
    page.notice = error.say(frame.lang)
    if not isinstance(error, (Ambiguous, Unknown)):
        return
    naming = desk.naming(desk.network())
    for parameter in question.parameters:
        text = given.get(parameter.name, "")
        try:
            parameter.read(text, naming)
        except Ambiguous as several:
            page.notice = frame.t("several_fit", text=text)
            page.choices = [
                Choice(kind, name, id_, frame.urls.answer(question.name, {**given, parameter.name: id_}))
                for id_, kind, name in several.candidates
            ]
            return
        except Unknown:
            if text:
                page.look_for = text
                return
