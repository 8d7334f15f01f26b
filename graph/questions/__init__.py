"""The catalogue of questions, in the order of the menu."""

from __future__ import annotations

from graph.errors import Unknown
from graph.questions.agenda import Agenda
from graph.questions.base import Answer, Column, Question, ask, evidence_json
from graph.questions.blind_spots import BlindSpots
from graph.questions.bridges import Bridges
from graph.questions.brokers import Brokers
from graph.questions.came_of import CameOf
from graph.questions.chain import Chain
from graph.questions.changed import Changed
from graph.questions.communities import Communities
from graph.questions.connects import Connects
from graph.questions.core_group import CoreGroup
from graph.questions.core_values import CoreValues
from graph.questions.disconnects import Disconnects
from graph.questions.evidence import Evidence
from graph.questions.influence_of_source import InfluenceOfSource
from graph.questions.introduce_me import IntroduceMe
from graph.questions.knowledge_mix import KnowledgeMix
from graph.questions.knows_about import KnowsAbout
from graph.questions.ledger import Ledger
from graph.questions.lessons import Lessons
from graph.questions.method import Method
from graph.questions.mixing import Mixing
from graph.questions.needs_and_offers import NeedsAndOffers
from graph.questions.open_questions import OpenQuestions
from graph.questions.parameters import Parameter
from graph.questions.path import Path
from graph.questions.present import Present
from graph.questions.profile import Profile
from graph.questions.roles import Roles
from graph.questions.visible_and_findable import VisibleAndFindable
from graph.questions.what_if_leaves import WhatIfLeaves
from graph.questions.what_if_meet import WhatIfMeet

QUESTIONS: tuple[Question, ...] = (
    Connects(),
    Present(),
    Path(),
    KnowsAbout(),
    CameOf(),
    CoreValues(),
    Ledger(),
    Roles(),
    Brokers(),
    Bridges(),
    Disconnects(),
    BlindSpots(),
    Mixing(),
    Communities(),
    IntroduceMe(),
    WhatIfLeaves(),
    WhatIfMeet(),
    CoreGroup(),
    Agenda(),
    Lessons(),
    OpenQuestions(),
    KnowledgeMix(),
    NeedsAndOffers(),
    Chain(),
    Method(),
    VisibleAndFindable(),
    Profile(),
    Evidence(),
    InfluenceOfSource(),
    Changed(),
)

__all__ = ["QUESTIONS", "Answer", "Column", "Parameter", "Question", "ask", "evidence_json", "question_named"]


def question_named(name: str) -> Question:
    """Raises `Unknown` with the names there are."""
    for question in QUESTIONS:
        if question.name == name:
            return question
    names = ", ".join(question.name for question in QUESTIONS)
    raise Unknown(f"Er is geen vraag {name!r}; er zijn: {names}", f"There is no question {name!r}; there are: {names}")
