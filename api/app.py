"""The web application: JSON under `/api`, pages everywhere else."""

from __future__ import annotations

from collections.abc import Collection
from importlib.metadata import version
from pathlib import Path

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Scope

import viz
from api import pages
from api.http.head import HeadAsGet
from api.http.openapi import document
from api.http.replies import problem_reply
from api.http.routes import router as json_routes
from api.pages.error import problem_page
from api.pages.render import Renderer
from api.problems import Problem, problem_of, wrong_host
from api.security import HEADERS, LOCAL, Guard
from graph.desk import Desk
from graph.errors import BinckError
from graph.local import local_file
from viz.positions import Positions

STATIC = Path(__file__).parent / "static"
MAP_STATIC = Path(viz.__file__).parent / "static"


def create_app(desk: Desk, *, hosts: Collection[str] | None = LOCAL) -> FastAPI:
    """An application that answers from `desk`, to requests for one of `hosts`; None is any."""
    app = FastAPI(version=version("binck"), docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    app.openapi = lambda: document(app)  # type: ignore[method-assign]
    app.state.desk = desk
    app.state.renderer = Renderer(desk.words)
    app.state.positions = Positions(local_file(desk.store.url, "map.json"))
    app.include_router(json_routes)
    app.include_router(pages.router)
    app.mount("/static/map", StaticFiles(directory=MAP_STATIC))
    app.mount("/static", StaticFiles(directory=STATIC))
    for kind in (BinckError, RequestValidationError, HTTPException, Exception):
        app.add_exception_handler(kind, _handle)
    app.add_middleware(Guard, hosts=hosts, refuse=_refuse)
    app.add_middleware(HeadAsGet)
    return app


def _handle(request: Request, error: Exception) -> Response:
    return _respond(request, problem_of(error), getattr(error, "headers", None))


def _respond(request: Request, problem: Problem, headers: dict[str, str] | None = None) -> Response:
    """A problem as JSON under `/api` and to whoever wants no page, else as a page."""
    path, accept = request.scope["path"], request.headers.get("accept", "*/*")
    wants_page = "text/html" in accept or "*/*" in accept
    # what nobody foresaw is answered outside the guard, so its headers are put on here
    said = {**HEADERS, **(headers or {})}
    if path == "/api" or path.startswith("/api/") or not wants_page:
        return problem_reply(request, problem, said)
    return problem_page(request, problem, said)


def _refuse(scope: Scope) -> ASGIApp:
    request = Request(scope)
    return problem_reply(request, wrong_host(request.headers.get("host", "")))
