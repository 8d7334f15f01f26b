"""Templates become pages: Jinja2, everything escaped, a missing value is an error."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, ClassVar, Protocol

from fastapi import Depends
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from api.pages.frame import Frame
from graph.words import Words
from viz.marks import mark

TEMPLATES = Path(__file__).parent.parent / "templates"


class Page(Protocol):
    """What a template is given: one dataclass for each."""

    template: ClassVar[str]

    @property
    def title(self) -> str:
        """What stands in the title of the window."""


class Renderer:
    """Fills templates for a set of words."""

    def __init__(self, words: Words) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        # made from the colours and shapes of the words, which are checked when they are read
        self._marks = {name: Markup(mark(kind)) for name, kind in words.entities.items()}

    def show(
        self, page: Page, frame: Frame, status: int = 200, headers: Mapping[str, str] | None = None
    ) -> HTMLResponse:
        """The page as a response."""
        html = self._environment.get_template(page.template).render(
            page=page, frame=frame, t=frame.t, urls=frame.urls, mark=lambda kind: self._marks.get(kind, "")
        )
        return HTMLResponse(html, status, {"Content-Language": frame.lang, **(headers or {})})


def renderer_of(request: Request) -> Renderer:
    renderer: Renderer = request.app.state.renderer
    return renderer


RendererDep = Annotated[Renderer, Depends(renderer_of)]
