"""The map: of everything, of what is around somebody, or of an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar

from fastapi import APIRouter, Query
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from api.desk import DeskDep
from api.pages.frame import Frame, FrameDep
from api.pages.render import Renderer, RendererDep
from api.potential import potential_ties
from api.proposed import introducible
from api.security import SCRIPTED
from api.spoken import shown, spoken
from api.urls import DEFAULT
from graph.questions import question_named
from viz.picture import Picture, around_picture, part_picture, whole_picture
from viz.positions import Positions
from viz.wanted import Wanted, wanted

if TYPE_CHECKING:
    from viz.page import Form

LONGEST = 2_000
FURTHEST = 6
router = APIRouter()


@dataclass(frozen=True, slots=True)
class MapPage:
    """`links` lead back to what the map is of, and further."""

    template: ClassVar[str] = "map.html"
    title: str
    body: Markup
    scripts: tuple[str, ...]
    links: list[tuple[str, str]]


@router.get("/static/vis-network.min.js")
def vis_network() -> Response:
    """The script that draws the map, from the package that ships it."""
    from viz.page import vis_network as script  # noqa: PLC0415 - half a second that only maps need

    return Response(script(), media_type="text/javascript; charset=utf-8")


@router.get("/map")
def whole_map(
    request: Request,
    desk: DeskDep,
    frame: FrameDep,
    renderer: RendererDep,
    around: Annotated[str, Query(max_length=LONGEST)] = "",
    steps: Annotated[int, Query(ge=1, le=FURTHEST)] = 1,
    potential: Annotated[str, Query(max_length=LONGEST)] = "",
) -> Response:
    choice, network = _choice(request, frame), desk.network()
    if not around.strip():
        positions: Positions = request.app.state.positions
        proposed = potential_ties(desk, network, frame.lang) if potential else None
        picture = whole_picture(network, choice, positions, proposed=proposed)
        form = _form(frame.urls.map(), (), frame, frame.urls.introductions())
        return _respond(frame.t("map_title"), picture, form, [], frame, renderer)
    found = desk.resolve(around)
    cards = frame.urls.introductions(found.id) if introducible(network, found.row) else ""
    form = _form(frame.urls.map(), (("around", found.id), ("steps", str(steps))), frame, cards)
    links = [
        (frame.t("map_back", name=found.name), frame.urls.entity(found.id)),
        (frame.t("map_whole"), frame.urls.map()),
    ]
    if steps == 1:
        links.insert(1, (frame.t("map_further"), frame.urls.map(found.id, 2)))
    proposed = potential_ties(desk, network, frame.lang, found.row) if potential and cards else None
    picture = around_picture(network, choice, found.row, steps, proposed=proposed)
    return _respond(frame.t("map_around", name=found.name), picture, form, links, frame, renderer)


@router.get("/ask/{name}/map")
def answer_map(name: str, request: Request, desk: DeskDep, frame: FrameDep, renderer: RendererDep) -> Response:
    question, asked = question_named(name), request.query_params
    given = {p.name: asked[p.name].strip() for p in question.parameters if asked.get(p.name, "").strip()}
    answer, network = desk.ask(name, given, frame.lang), desk.network()
    reads = {p.name: shown(desk, network, p, given[p.name], frame.lang) for p in question.parameters if p.name in given}
    picture = part_picture(network.part(answer.entities, answer.ties), _choice(request, frame))
    links = [
        (frame.t("map_back_answer"), frame.urls.answer(name, given)),
        (frame.t("map_whole"), frame.urls.map()),
    ]
    title = frame.t("map_answer", question=spoken(question, reads, frame.lang))
    form = _form(frame.urls.answer_map(name, {}), tuple(given.items()), frame)
    return _respond(title, picture, form, links, frame, renderer)


def _choice(request: Request, frame: Frame) -> Wanted:
    asked = request.query_params
    return wanted(
        frame.words,
        kinds=asked.getlist("kind"),
        sectors=asked.getlist("sector"),
        since=asked.get("since", ""),
        until=asked.get("until", ""),
        everything=bool(asked.get("all")),
    )


def _form(action: str, hidden: tuple[tuple[str, str], ...], frame: Frame, cards: str = "") -> Form:
    from viz.page import Form  # noqa: PLC0415 - half a second that only maps need

    language = (("lang", frame.lang),) if frame.lang != DEFAULT else ()
    return Form(action.partition("?")[0], (*hidden, *language), cards)


def _respond(
    title: str,
    picture: Picture,
    form: Form,
    links: list[tuple[str, str]],
    frame: Frame,
    renderer: Renderer,
) -> Response:
    from viz.page import SCRIPTS, map_body  # noqa: PLC0415 - half a second that only maps need

    body = map_body(picture, frame.lang, form=form, address=frame.urls.entity)
    return renderer.show(MapPage(title, body, SCRIPTS, links), frame, headers=SCRIPTED)
