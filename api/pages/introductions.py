"""Whom to bring together: a card for each proposal, with its reasons and a text to send."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, cast
from urllib.parse import quote

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.desk import DeskDep
from api.introductions import proposals_json
from api.pages.forms import Field, field
from api.pages.frame import Frame, FrameDep
from api.pages.proof import Proof, proofs
from api.pages.render import RendererDep
from graph.desk import Desk
from graph.errors import BinckError
from graph.introductions import proposals
from graph.introductions.scene import SUBJECTS
from graph.network import ACTORS
from graph.questions import Parameter
from graph.texts import Text

LONGEST = 2_000
MOST = 10
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
    """`ends` are `(kind, name, url)` of the two; `mail` opens the text in the mail program."""

    ends: list[tuple[str, str, str]]
    reasons: list[SaidReason]
    gain: int
    chain: list[str]
    against: list[str]
    message: str
    mail: str


@dataclass(frozen=True, slots=True)
class IntroductionsPage:
    template: ClassVar[str] = "introductions.html"
    title: str
    fields: list[Field]
    cards: list[Card]
    notice: str
    rules: list[tuple[str, str]]


@router.get("/introductions")
def introductions(
    desk: DeskDep,
    frame: FrameDep,
    renderer: RendererDep,
    for_: Annotated[str, Query(alias="for", max_length=LONGEST)] = "",
    theme: Annotated[str, Query(max_length=LONGEST)] = "",
) -> Response:
    network = desk.network()
    given = {"for": for_.strip(), "theme": theme.strip()}
    fields = [field(desk, network, p, given[p.name], frame.lang) for p in (WHO, THEME)]
    cards, rules, notice, status = [], [], "", 200
    try:
        said = cast(Any, _found(desk, given, frame))
    except BinckError as error:
        notice, status = error.say(frame.lang), type(error).status
    else:
        cards = [_card(one, frame) for one in said["proposals"]]
        rules = [(rule["label"], rule["explained"]) for rule in said["rules"]]
        notice = "" if cards else frame.t("no_introductions")
    page = IntroductionsPage(frame.t("introductions"), fields, cards, notice, rules)
    return renderer.show(page, frame, status)


def _found(desk: Desk, given: dict[str, str], frame: Frame) -> object:
    network = desk.network()
    naming = desk.naming(network)
    rows = {p.name: p.read(given[p.name], naming).row for p in (WHO, THEME) if given[p.name]}
    found = proposals(network, MOST, who=rows.get("for"), subject=rows.get("theme"))
    return proposals_json(network, found, frame.lang)


def _card(proposal: Any, frame: Frame) -> Card:
    ends = [(e["kind"], e["name"], frame.urls.entity(e["id"])) for e in (proposal["one"], proposal["other"])]
    text = proposal["message"][frame.lang]
    return Card(
        ends,
        [SaidReason(r["label"], r["says"], proofs(r["evidence"], frame)) for r in proposal["reasons"]],
        proposal["gain"],
        proposal["chain_says"] if len(proposal["chain"]) > 2 else [],
        proposal["against"],
        text,
        f"mailto:?body={quote(text)}",
    )
