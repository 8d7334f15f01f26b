"""What may be the same, two side by side; the buttons judge, and a judgement can be taken back at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, cast

from fastapi import APIRouter, Query
from starlette.responses import RedirectResponse, Response

from api.desk import DeskDep
from api.pages.frame import Frame, FrameDep
from api.pages.posted import FormDep
from api.pages.render import RendererDep
from api.pages.spoken_tie import Segment, spoken_tie
from graph.changes import JUDGEMENT
from graph.desk import Desk
from graph.errors import Refused, Unknown
from graph.judgements import VERDICTS
from graph.values import line
from ingest.duplicates import propose

MOST = 20
MOST_TIES = 6
router = APIRouter()


@dataclass(frozen=True, slots=True)
class Side:
    """One of two: its other names, some of its ties read aloud, and how many ties there are besides."""

    id: str
    name: str
    others: list[str]
    ties: list[list[Segment]]
    more: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two that may be the same, and why."""

    kind: str
    sides: tuple[Side, Side]
    why: str


@dataclass(frozen=True, slots=True)
class DuplicatesPage:
    """`total` is how many pairs there are; `done` the change that was just made, to take back."""

    template: ClassVar[str] = "duplicates.html"
    title: str
    pairs: list[Pair]
    total: int
    verdicts: list[tuple[str, str]]
    done: str


@router.get("/duplicates")
def duplicates(
    desk: DeskDep, frame: FrameDep, renderer: RendererDep, done: Annotated[str, Query(max_length=40)] = ""
) -> Response:
    network = desk.network()
    with desk.store.reading() as view:
        proposals = propose(network, view)
    questions = [q for q in cast(list[dict[str, Any]], desk.open_questions()) if q["kind"] == "same"]
    pairs = [_pair(q["a"], q["b"], frame.t("shares_a_name"), desk, frame) for q in questions[:MOST]]
    for proposal in proposals[: MOST - len(pairs)]:
        pairs.append(_pair(proposal.a.id, proposal.b.id, proposal.why(frame.lang), desk, frame))
    verdicts = [(verdict, frame.t(f"verdict_{verdict}")) for verdict in VERDICTS]
    made = done if done and _judges(desk, done) else ""
    total = len(questions) + len(proposals)
    return renderer.show(DuplicatesPage(frame.t("duplicates"), pairs, total, verdicts, made), frame)


def _pair(a: str, b: str, why: str, desk: Desk, frame: Frame) -> Pair:
    one, other = (cast(dict[str, Any], desk.show(id_)) for id_ in (a, b))
    return Pair(one["kind"], (_side(a, one, frame), _side(b, other, frame)), why)


def _side(id_: str, shown: dict[str, Any], frame: Frame) -> Side:
    ties = [spoken_tie(tie, shown["id"], frame) for tie in shown["ties"][:MOST_TIES]]
    others = [name for name in shown["names"] if name != shown["name"]]
    return Side(id_, shown["name"], others, ties, len(shown["ties"]) - len(ties))


@router.post("/duplicates")
def judge(form: FormDep, desk: DeskDep, frame: FrameDep) -> Response:
    why = form.get("why", "")
    if not why.strip():
        raise Refused("een oordeel heeft een reden nodig", "a judgement needs a reason")
    verdict = form.get("verdict", "")
    _, change = desk.knowledge.judge(verdict, form.get("a", ""), form.get("b", ""), line(why))
    return RedirectResponse(frame.urls.duplicates(change.id if change else ""), 303)


@router.post("/duplicates/undo")
def undo(form: FormDep, desk: DeskDep, frame: FrameDep) -> Response:
    change = form.get("change", "")
    if not _judges(desk, change):
        raise Unknown(f"Er is geen oordeel met wijziging {change!r}", f"There is no judgement of change {change!r}")
    desk.knowledge.undo(change)
    return RedirectResponse(frame.urls.duplicates(), 303)


def _judges(desk: Desk, id_: str) -> bool:
    """Whether there is such a change, and all that it did was to judge."""
    with desk.store.reading() as view:
        change = next((change for change in view.changes() if change.id == id_), None)
    return change is not None and {part.what for part in change.parts} == {JUDGEMENT}
