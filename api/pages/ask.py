"""The first page: look somebody up, ask a question, or browse."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter
from starlette.responses import Response

from api.desk import DeskDep
from api.pages.forms import Form, question_form
from api.pages.frame import FrameDep
from api.pages.render import RendererDep
from graph.questions import QUESTIONS
from graph.texts import number

router = APIRouter()


@dataclass(frozen=True, slots=True)
class AskPage:
    """`kinds` are `(kind, plural, how many)` of what there is."""

    template: ClassVar[str] = "ask.html"
    title: str
    forms: list[Form]
    kinds: list[tuple[str, str, str]]


@router.get("/")
def ask(desk: DeskDep, frame: FrameDep, renderer: RendererDep) -> Response:
    network = desk.network()
    counts = Counter(network.kinds[kind] for kind in network.kind.tolist())
    kinds = [
        (name, kind.plural.say(frame.lang), number(counts[name], frame.lang))
        for name, kind in frame.words.entities.items()
        if counts[name]
    ]
    kinds.sort(key=lambda kind: -counts[kind[0]])
    forms = [question_form(question, desk, frame) for question in QUESTIONS]
    return renderer.show(AskPage(frame.t("ask_title"), forms, kinds), frame)
