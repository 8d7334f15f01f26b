"""The first page: ask in words, look somebody up, choose a question, or browse."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter
from starlette.responses import Response

from api.desk import DeskDep
from api.pages.frame import Frame, FrameDep
from api.pages.render import RendererDep
from api.spoken import asked, spoken
from graph.desk import Desk
from graph.questions import MENU, Question, question_named
from graph.texts import number

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Item:
    """A question to choose: in words with dots for what is to be filled in, and its example."""

    asks: str
    url: str
    example: str
    example_url: str


@dataclass(frozen=True, slots=True)
class AskPage:
    """`menu` are groups of questions; `kinds` are `(kind, plural, how many)` of what there is."""

    template: ClassVar[str] = "ask.html"
    title: str
    example: Item
    menu: list[tuple[str, list[Item]]]
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
    menu = [(group.say(frame.lang), [item(q, desk, frame) for q in questions]) for group, questions in MENU]
    page = AskPage(frame.t("ask_title"), item(question_named("connects"), desk, frame), menu, kinds)
    return renderer.show(page, frame)


def item(question: Question, desk: Desk, frame: Frame) -> Item:
    return Item(
        spoken(question, {p.name: "…" for p in question.parameters}, frame.lang),
        frame.urls.answer(question.name),
        asked(desk, question, question.example, frame.lang),
        frame.urls.answer(question.name, question.example),
    )
