"""The catalogue of questions."""

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
from graph.questions.introductions_made import IntroductionsMade
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
from graph.texts import Text

MENU: tuple[tuple[Text, tuple[Question, ...]], ...] = (
    (
        Text("Verbinden", "Connecting"),
        (Connects(), IntroduceMe(), IntroductionsMade(), Path(), KnowsAbout(), NeedsAndOffers(), WhatIfMeet()),
    ),
    (
        Text("Wie en wat", "Who and what"),
        (Profile(), Present(), CoreGroup(), CoreValues(), Roles()),
    ),
    (
        Text("Wat er gebeurde", "What happened"),
        (Agenda(), CameOf(), Lessons(), OpenQuestions(), Chain(), Ledger()),
    ),
    (
        Text("Het netwerk als geheel", "The network as a whole"),
        (Brokers(), Bridges(), Disconnects(), BlindSpots(), Communities(), Mixing(), KnowledgeMix(), WhatIfLeaves()),
    ),
    (
        Text("Waar het op steunt", "What it rests on"),
        (Evidence(), InfluenceOfSource(), Changed(), VisibleAndFindable(), Method()),
    ),
)
"""The catalogue in groups, as the menu shows it."""

QUESTIONS: tuple[Question, ...] = tuple(question for _, questions in MENU for question in questions)

__all__ = ["MENU", "QUESTIONS", "Answer", "Column", "Parameter", "Question", "ask", "evidence_json", "question_named"]


def question_named(name: str) -> Question:
    """Raises `Unknown` with the names there are."""
    for question in QUESTIONS:
        if question.name == name:
            return question
    names = ", ".join(question.name for question in QUESTIONS)
    raise Unknown(f"Er is geen vraag {name!r}; er zijn: {names}", f"There is no question {name!r}; there are: {names}")
