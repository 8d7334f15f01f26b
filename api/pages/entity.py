"""One person, organisation, activity ...: its names, what is known, its ties, whom to meet, and where that stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, cast

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from api.desk import DeskDep
from api.pages.frame import Frame, FrameDep
from api.pages.meeting import Meeting, whom_to_meet
from api.pages.part import Part, part_around
from api.pages.proof import Proof, proofs
from api.pages.render import RendererDep
from api.pages.spoken_tie import Segment, spoken_tie
from graph.naming import SECTOR
from graph.questions import QUESTIONS
from graph.sentences import corrected_by, only_printed, tie_evidence
from graph.texts import say
from graph.words import Property

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Shown:
    """One value; `printed` when it was corrected and only shows what the source has."""

    text: str
    lang: str
    url: str
    printed: bool
    proofs: list[Proof]


@dataclass(frozen=True, slots=True)
class Known:
    """One property with its values, the best first."""

    label: str
    values: list[Shown]


@dataclass(frozen=True, slots=True)
class SaidTie:
    """One tie read aloud."""

    segments: list[Segment]
    proofs: list[Proof]


@dataclass(frozen=True, slots=True)
class EntityPage:
    template: ClassVar[str] = "entity.html"
    title: str
    id: str
    kind: str
    others: list[str]
    sectors: list[str]
    properties: list[Known]
    ties: list[tuple[str, list[SaidTie]]]
    proofs: list[Proof]
    questions: list[tuple[str, str]]
    part: Part | None
    meeting: Meeting | None


@router.get("/entity/{id:path}")
def entity(id: str, desk: DeskDep, frame: FrameDep, renderer: RendererDep) -> Response:
    found = desk.resolve(id)
    canonical = found.id
    if canonical != id:
        known = desk.network().row_of(id) is not None
        return RedirectResponse(frame.urls.entity(canonical), 308 if known else 307)
    shown = cast(dict[str, Any], desk.show(id))
    words = frame.words
    page = EntityPage(
        shown["name"],
        shown["id"],
        shown["kind"],
        [name for name in shown["names"] if name != shown["name"]],
        [words.choice(SECTOR, sector, frame.lang) for sector in shown["sectors"]],
        _known(shown, words.entities[shown["kind"]].properties, frame),
        _ties(shown, frame),
        proofs(shown["evidence"], frame),
        _questions(shown, frame),
        part_around(desk.network(), found.row, frame),
        whom_to_meet(desk, desk.network(), found.row, frame),
    )
    return renderer.show(page, frame)


def _known(shown: Mapping[str, Any], properties: Mapping[str, Property], frame: Frame) -> list[Known]:
    """The properties in the order of the words; what the words do not have comes last under its own key."""
    order = [key for key in properties if key in shown["properties"]]
    found = []
    for key in [*order, *sorted(shown["properties"].keys() - set(order))]:
        values = shown["properties"][key]
        corrected = corrected_by(values)
        label = properties[key].label.say(frame.lang) if key in properties else key
        found.append(Known(label, [_value(value, properties.get(key), corrected, frame) for value in values]))
    return found


def _value(value: Mapping[str, Any], property_: Property | None, corrected: set[str], frame: Frame) -> Shown:
    texts = value.get("texts", value["value"])
    text = frame.words.value(property_, texts, frame.lang) if property_ else say(texts, frame.lang)
    lang = next(iter(texts)) if "texts" in value and frame.lang not in texts else ""
    url = str(value["value"]) if property_ and property_.value == "address" else ""
    return Shown(text, lang, url, only_printed(value, corrected), proofs(value["evidence"], frame))


def _ties(shown: Mapping[str, Any], frame: Frame) -> list[tuple[str, list[SaidTie]]]:
    """The ties by kind, in the order of the words."""
    found = []
    for name, kind in frame.words.ties.items():
        ties = [tie for tie in shown["ties"] if tie["kind"] == name]
        said = [SaidTie(spoken_tie(tie, shown["id"], frame), proofs(tie_evidence(tie), frame)) for tie in ties]
        if said:
            found.append((kind.label.say(frame.lang), said))
    return found


def _questions(shown: Mapping[str, Any], frame: Frame) -> list[tuple[str, str]]:
    """Questions that this alone answers, as words and link."""
    found = []
    for question in QUESTIONS:
        needed = [p for p in question.parameters if p.required] or list(question.parameters)
        if len(needed) == 1 and shown["kind"] in needed[0].takes:
            name = needed[0].name
            text = question.asks.say(frame.lang).replace(f"{{{name}}}", shown["name"])
            found.append((text, frame.urls.answer(question.name, {name: shown["id"]})))
    return found
