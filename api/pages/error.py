"""The page that says what went wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from starlette.requests import Request
from starlette.responses import Response

from api.pages.frame import bare_frame
from api.pages.render import renderer_of
from api.problems import Problem
from graph.desk import Desk


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """`candidates` are `(id, kind, name)` of who may have been meant."""

    template: ClassVar[str] = "error.html"
    title: str
    detail: str
    candidates: list[tuple[str, str, str]]


def problem_page(request: Request, problem: Problem, headers: dict[str, str]) -> Response:
    """A problem as a page with a way on."""
    desk: Desk = request.app.state.desk
    frame = bare_frame(request, desk.words)
    page = ErrorPage(problem.title.say(frame.lang), problem.detail.say(frame.lang), list(problem.candidates))
    return renderer_of(request).show(page, frame, problem.status, headers)
