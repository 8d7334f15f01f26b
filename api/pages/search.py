"""What a name may stand for, and everything of one kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.desk import DeskDep
from api.pages.frame import FrameDep
from api.pages.render import RendererDep
from graph.names import normalised
from graph.naming import Named
from graph.network import Network

LONGEST = 2_000
MOST = 200
router = APIRouter()


@dataclass(frozen=True, slots=True)
class SearchPage:
    """`found` is cut at so many; `total` is how many there are."""

    template: ClassVar[str] = "search.html"
    title: str
    text: str
    kind: str
    found: list[Named]
    total: int
    asked: bool


@router.get("/search")
def search(
    desk: DeskDep,
    frame: FrameDep,
    renderer: RendererDep,
    q: Annotated[str, Query(max_length=LONGEST)] = "",
    kind: str = "",
) -> Response:
    text, network = q.strip(), desk.network()
    if text:
        found = desk.naming(network).find(text, [kind] if kind else None)
    else:
        found = _all(network, kind)
    title = (
        frame.words.entities[kind].plural.say(frame.lang) if kind in frame.words.entities else frame.t("search_title")
    )
    page = SearchPage(title[0].upper() + title[1:], text, kind, found[:MOST], len(found), bool(text or kind))
    return renderer.show(page, frame)


def _all(network: Network, kind: str) -> list[Named]:
    """Everything of a kind, by name."""
    rows = network.rows_of_kind(kind).tolist()
    rows.sort(key=lambda row: (normalised(network.names[row]), network.ids[row]))
    return [Named(kind, network.ids[row], network.names[row], row) for row in rows]
