"""The rules by which two are proposed for an introduction: a table of small functions with weights.

A rule that is a *ground* finds pairs; one that is a *boost* only adds to pairs that some ground found. The docstring
of its function is its explanation, which the reader of a proposal sees.
"""

from __future__ import annotations

import inspect
from dataclasses import dataclass

from graph.introductions import boosts, grounds
from graph.introductions.boosts import Boost, Words
from graph.introductions.grounds import Ground
from graph.texts import Lang, Text


@dataclass(frozen=True, slots=True)
class Rule:
    """`weight` is what it counts for when it holds fully; `ground` is there, or `boost` with its `words`."""

    name: str
    label: Text
    weight: float
    dutch: str
    ground: Ground | None = None
    boost: Boost | None = None
    words: Words | None = None

    def explained(self, lang: Lang) -> str:
        """What the rule looks at, and why it counts: in English its docstring."""
        if lang == "nl":
            return self.dutch
        return " ".join(inspect.cleandoc((self.ground or self.boost).__doc__ or "").split())


RULES = (
    Rule(
        "need-meets-offer",
        Text("vraag en aanbod", "need meets offer"),
        3,
        "De een zoekt iets rond een onderwerp waar de ander iets rond biedt.",
        ground=grounds.need_meets_offer,
    ),
    Rule(
        "raised-and-answered",
        Text("vraag en antwoord", "question and answer"),
        3,
        "De een stelde een vraag die de ander beantwoordde.",
        ground=grounds.raised_and_answered,
    ),
    Rule(
        "wanted-where-other-was",
        Text("gemist waar de ander was", "missed where the other was"),
        1.5,
        "De een was gewenst en werd gemist waar de ander was: wat een ontmoeting had moeten zijn, kwam er niet.",
        ground=grounds.wanted_where_other_was,
    ),
    Rule(
        "need-meets-knowledge",
        Text("vraag en kennis", "need meets knowledge"),
        1.5,
        "De een zoekt iets rond een onderwerp waar de ander mee te maken heeft.",
        ground=grounds.need_meets_knowledge,
    ),
    Rule(
        "same-subject",
        Text("zelfde onderwerp", "same subject"),
        1.5,
        "Beiden hebben met hetzelfde thema, dezelfde kernwaarde of soort kennis te maken, en niet langs dezelfde"
        " activiteit. Hoe minder het er zijn, hoe meer het zegt.",
        ground=grounds.same_subject,
    ),
    Rule(
        "known-by-both",
        Text("gezamenlijke bekende", "common acquaintance"),
        1,
        "Iemand of een organisatie heeft met beiden een band; hoe minder banden die heeft, hoe meer het zegt. Wie"
        " allebei bij een organisatie werken, er lid of deel van zijn of haar oprichtten, kennen elkaar en hoeven niet"
        " te worden voorgesteld. Een band waardoor de een bij de ander hoort telt half: wie die kent, is al bekend. Zo"
        " ook een band van niets dan een opening: wie een huis opent, hoeft niet te kennen wie erin zit.",
        ground=grounds.known_by_both,
    ),
    Rule(
        "other-sectors",
        Text("andere sector", "another sector"),
        1,
        "Zij komen uit verschillende sectoren, en daar komt kruisbestuiving van.",
        boost=boosts.other_sectors,
        words=boosts.sectors_said,
    ),
    Rule(
        "other-groups",
        Text("slaat een brug", "builds a bridge"),
        1,
        "Zij horen bij verschillende groepen van het netwerk met weinig banden ertussen: hun band zou een brug zijn.",
        boost=boosts.other_groups,
        words=boosts.groups_said,
    ),
    Rule(
        "newcomer",
        Text("nieuwkomer", "newcomer"),
        0.5,
        "Een van beiden heeft weinig banden, en wint het meest bij een erbij.",
        boost=boosts.newcomer,
        words=boosts.newcomer_said,
    ),
    Rule(
        "other-knowledge",
        Text("andere kennis", "other knowledge"),
        0.5,
        "Zij hebben verschillende soorten kennis, die elkaar aanvullen.",
        boost=boosts.other_knowledge,
        words=boosts.knowledge_said,
    ),
    Rule(
        "same-period",
        Text("zelfde tijd", "same period"),
        0.25,
        "Beiden waren in dezelfde jaren actief, naar de dagen waarop iets met anderen begon.",
        boost=boosts.same_period,
        words=boosts.period_said,
    ),
    Rule(
        "recently-active",
        Text("onlangs actief", "recently active"),
        0.25,
        "Van beiden begon onlangs iets met anderen, naast het nieuwste dat de bronnen vertellen; het dooft met de"
        " jaren.",
        boost=boosts.recently_active,
        words=boosts.recent_said,
    ),
)
"""Weights are set by hand: what somebody asked for counts most, what two share half of that, and what a tie would
bridge decides between pairs that are as good."""
