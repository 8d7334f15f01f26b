"""Whom to bring together: a card for each proposal, with its reasons and a text to send."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Any, ClassVar, cast
from urllib.parse import quote

from fastapi import APIRouter, Query
from starlette.responses import RedirectResponse, Response

from api.desk import DeskDep
from api.introducing import step_of, taken_back, today
from api.introductions import proposals_json, weights_said
from api.pages.forms import Field, field
from api.pages.frame import Frame, FrameDep
from api.pages.lives import LifeCard, life_cards
from api.pages.posted import FormDep
from api.pages.proof import Proof, proofs
from api.pages.render import RendererDep
from api.recorded import ALREADY, recorded
from graph.changes import Change
from graph.desk import Desk
from graph.errors import BinckError, Unknown
from graph.introductions import proposals
from graph.introductions.kept_weights import weights_in_use
from graph.introductions.scene import SUBJECTS
from graph.introductions.steps import INTRODUCTIONS, LATER
from graph.introductions.weights import Weights
from graph.jsontext import Json
from graph.network import ACTORS
from graph.questions import Parameter
from graph.texts import Text

LONGEST = 2_000
MOST = 10
NOTHING_NEW = "already"
"""In the place of a change, that there was none to make."""
PUT_OFF = 90
"""Days after which what is put off comes back, where nobody chooses another day."""
WHO = Parameter("for", Text("voor wie; leeg is iedereen", "for whom; empty is everybody"), ACTORS, required=False)
THEME = Parameter("theme", Text("waarom; leeg is alles", "for what; empty is everything"), SUBJECTS, required=False)
router = APIRouter()


@dataclass(frozen=True, slots=True)
class SaidReason:
    label: str
    says: str
    proofs: list[Proof]


@dataclass(frozen=True, slots=True)
class Card:
    """`ends` are `(kind, name, url)` of the two, with their `addresses`; `mail` opens the text in the mail program."""

    ends: list[tuple[str, str, str]]
    addresses: tuple[str, str]
    reasons: list[SaidReason]
    gain: int
    chain: list[str]
    against: list[str]
    message: str
    mail: str


@dataclass(frozen=True, slots=True)
class IntroductionsPage:
    """`running` and `rested` are introductions that were recorded; `done` the change that was just made, to take back.

    `told` says what that change was. `today`, `tomorrow` and `later` are the days that the forms begin with, or at
    which they begin; `names` those of whoever may have made one; `weights` what is to say of the weights.
    """

    template: ClassVar[str] = "introductions.html"
    title: str
    fields: list[Field]
    cards: list[Card]
    notice: str
    rules: list[tuple[str, str]]
    weights: list[str]
    running: list[LifeCard]
    rested: list[LifeCard]
    names: list[str]
    today: str
    tomorrow: str
    later: str
    given: dict[str, str]
    told: str
    done: str


@router.get("/introductions")
def introductions(
    desk: DeskDep,
    frame: FrameDep,
    renderer: RendererDep,
    for_: Annotated[str, Query(alias="for", max_length=LONGEST)] = "",
    theme: Annotated[str, Query(max_length=LONGEST)] = "",
    done: Annotated[str, Query(max_length=40)] = "",
) -> Response:
    network = desk.network()
    given = {"for": for_.strip(), "theme": theme.strip()}
    fields = [field(desk, network, p, given[p.name], frame.lang) for p in (WHO, THEME)]
    used = weights_in_use(desk.store.url)
    cards, rules, notice, status = [], [], "", 200
    try:
        found = _found(desk, given, used.weights, frame)
    except BinckError as error:
        notice, status = error.say(frame.lang), type(error).status
    else:
        said = cast(Any, found)
        cards = [_card(one, frame) for one in said["proposals"]]
        rules = [(rule["label"], rule["explained"]) for rule in said["rules"]]
        notice = "" if cards else frame.t("no_introductions")
    running, rested = life_cards(network, frame)
    change, day = _change(desk, done), date.today()
    page = IntroductionsPage(
        frame.t("introductions"),
        fields,
        cards,
        notice,
        rules,
        weights_said(used, frame.lang) if cards else [],
        running,
        rested,
        sorted({network.names[row] for row in network.rows_of_kind(*ACTORS).tolist()}, key=str.casefold),
        day.isoformat(),
        (day + timedelta(days=1)).isoformat(),
        (day + timedelta(days=PUT_OFF)).isoformat(),
        given,
        _told(desk, done, change, frame),
        change.id if change else "",
    )
    return renderer.show(page, frame, status)


@router.post("/introductions")
def step(form: FormDep, desk: DeskDep, frame: FrameDep) -> Response:
    """Record a step; put off, the day is that on which it comes back."""
    day = form.get("until" if form.get("step") == LATER else "day", "")
    change = step_of(desk, {**form, "day": day})
    return _back(form, frame, change)


@router.post("/introductions/back")
def back(form: FormDep, desk: DeskDep, frame: FrameDep) -> Response:
    return _back(form, frame, taken_back(desk, form))


@router.post("/introductions/undo")
def undo(form: FormDep, desk: DeskDep, frame: FrameDep) -> Response:
    change = _change(desk, form.get("change", ""))
    if change is None:
        id_ = form.get("change", "")
        raise Unknown(f"Er is geen introductie met wijziging {id_!r}", f"There is no introduction of change {id_!r}")
    return _back(form, frame, desk.knowledge.undo(change.id))


def _back(form: dict[str, str], frame: Frame, change: Change | None) -> Response:
    """To the list that the form stood in."""
    done = change.id if change else NOTHING_NEW
    return RedirectResponse(frame.urls.introductions(form.get("for", ""), form.get("theme", ""), done), 303)


def _change(desk: Desk, id_: str) -> Change | None:
    """The change with this id, if all that it did was to tell of introductions."""
    with desk.store.reading() as view:
        change = next((change for change in view.changes() if change.id == id_), None)
    return change if change and {part.origin for part in change.parts} == {INTRODUCTIONS} else None


def _told(desk: Desk, done: str, change: Change | None, frame: Frame) -> str:
    if change:
        return recorded(desk, change, frame.lang)
    return ALREADY.say(frame.lang) if done == NOTHING_NEW else ""


def _found(desk: Desk, given: dict[str, str], weights: Weights, frame: Frame) -> dict[str, Json]:
    """The proposals as JSON."""
    network = desk.network()
    naming = desk.naming(network)
    rows = {p.name: p.read(given[p.name], naming).row for p in (WHO, THEME) if given[p.name]}
    found = proposals(network, MOST, who=rows.get("for"), subject=rows.get("theme"), weights=weights, today=today())
    return proposals_json(network, found, weights, frame.lang)


def _card(proposal: Any, frame: Frame) -> Card:
    ends = [(e["kind"], e["name"], frame.urls.entity(e["id"])) for e in (proposal["one"], proposal["other"])]
    text = proposal["message"][frame.lang]
    return Card(
        ends,
        (proposal["one"]["id"], proposal["other"]["id"]),
        [SaidReason(r["label"], r["says"], proofs(r["evidence"], frame)) for r in proposal["reasons"]],
        proposal["gain"],
        proposal["chain_says"] if len(proposal["chain"]) > 2 else [],
        proposal["against"],
        text,
        f"mailto:?body={quote(text)}",
    )
