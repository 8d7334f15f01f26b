"""The sources, and what each of them names."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, ClassVar, cast
from urllib.parse import urlsplit

from fastapi import APIRouter
from starlette.responses import Response

from api.desk import DeskDep
from api.pages.frame import Frame, FrameDep
from api.pages.render import RendererDep
from graph.dates import Date
from graph.desk import Desk
from graph.errors import Unknown
from graph.names import normalised
from graph.statements import CORRECTIONS
from graph.texts import number

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a source, in words; `host` is where `url` leads."""

    id: str
    title: str
    kind: str
    published: str
    fingerprint: str
    url: str
    host: str
    statements: str


@dataclass(frozen=True, slots=True)
class SourcesPage:
    template: ClassVar[str] = "sources.html"
    title: str
    sources: list[Source]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """`named` is by kind: the kind, its plural, and `(id, name)` of each."""

    template: ClassVar[str] = "source.html"
    title: str
    source: Source
    named: list[tuple[str, str, list[tuple[str, str]]]]


@router.get("/sources")
def sources(desk: DeskDep, frame: FrameDep, renderer: RendererDep) -> Response:
    return renderer.show(SourcesPage(frame.t("sources"), _sources(desk, frame)), frame)


@router.get("/source/{id}")
def source(id: str, desk: DeskDep, frame: FrameDep, renderer: RendererDep) -> Response:
    found = _sources(desk, frame)
    for one in found:
        if one.id == id:
            return renderer.show(SourcePage(one.title, one, _named(desk, id, frame)), frame)
    ids = ", ".join(one.id for one in found) or "-"
    raise Unknown(f"Er is geen bron {id!r}; er zijn: {ids}", f"There is no source {id!r}; there are: {ids}")


def _sources(desk: Desk, frame: Frame) -> list[Source]:
    with desk.store.reading() as view:
        counts = Counter(statement.source for statement in view.in_force())
    known = sorted(cast(list[dict[str, Any]], desk.sources()), key=lambda source: source["id"] == CORRECTIONS)
    return [_source(source, counts[source["id"]], frame) for source in known]


def _source(known: dict[str, Any], statements: int, frame: Frame) -> Source:
    url = known["url"] or ""
    return Source(
        known["id"],
        frame.titles.get(known["id"], known["id"]),
        frame.words.choice("source_kind", known["kind"], frame.lang) if known["kind"] else "",
        Date.parse(known["published"]).say(frame.lang) if known["published"] else "",
        known["fingerprint"] or "",
        url,
        urlsplit(url).hostname or "",
        number(statements, frame.lang),
    )


def _named(desk: Desk, source: str, frame: Frame) -> list[tuple[str, str, list[tuple[str, str]]]]:
    network = desk.network()
    with desk.store.reading() as view:
        rows = {network.row_of(mention.id) for mention in view.mentions_in([source])} - {None}
    by_kind: dict[str, list[tuple[str, str]]] = {}
    for row in rows:
        if row is not None:
            by_kind.setdefault(network.kinds[network.kind[row]], []).append((network.ids[row], network.names[row]))
    return [
        (name, kind.plural.say(frame.lang), sorted(by_kind[name], key=lambda one: (normalised(one[1]), one[0])))
        for name, kind in frame.words.entities.items()
        if name in by_kind
    ]
