"""A question in plain words: to its answer, or to the questions that come nearest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import APIRouter, Query
from starlette.responses import RedirectResponse, Response

from api.desk import DeskDep
from api.pages.ask import Item, item
from api.pages.frame import FrameDep
from api.pages.render import RendererDep
from graph.asking import LONGEST
from graph.questions import question_named

router = APIRouter()


@dataclass(frozen=True, slots=True)
class UnclearPage:
    """What was asked and is not clear; `nearest` may have been meant."""

    template: ClassVar[str] = "unclear.html"
    title: str
    text: str
    nearest: list[Item]


@router.get("/ask")
def understand(
    desk: DeskDep, frame: FrameDep, renderer: RendererDep, words: Annotated[str, Query(max_length=LONGEST)] = ""
) -> Response:
    text = words.strip()
    if not text:
        return RedirectResponse(frame.urls.home(), 307)
    reading = desk.understand(text)
    if reading.question:
        return RedirectResponse(frame.urls.answer(reading.question, {**reading.parameters, "words": text}), 307)
    nearest = [] if reading.nonsense else [item(question_named(name), desk, frame) for name in reading.nearest]
    return renderer.show(UnclearPage(frame.t("unclear_title"), text, nearest), frame)
