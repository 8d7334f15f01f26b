"""What a picture says of itself in words."""

from __future__ import annotations

from graph.texts import Lang, Text, counted, number
from viz.potential import Potential
from viz.scene import Scene
from viz.texts import text

TIE, TIES = Text("band", "tie"), Text("banden", "ties")
_THING, _THINGS = Text("ding", "thing"), Text("dingen", "things")
_SOURCE, _SOURCES = Text("bron", "source"), Text("bronnen", "sources")


def shown_of(scene: Scene, lang: Lang) -> str:
    """How much is drawn of what there is."""
    drawn, total = len(scene.drawn), scene.total
    if not total:
        return text("nothing", lang)
    ties = ties_of(scene.drawn_ties, lang)
    if drawn == total:
        return text("all_shown", lang, things=counted(total, _THING, _THINGS, lang), ties=ties)
    return text("shown", lang, drawn=number(drawn, lang), total=number(total, lang), ties=ties)


def with_proposals(shown: str, potential: Potential | None, lang: Lang) -> str:
    """The same, and where they were asked for how many proposals are drawn, which no other number has in it."""
    return f"{shown} {proposals_of(potential, lang)}".rstrip()


def proposals_of(potential: Potential | None, lang: Lang) -> str:
    """How many proposals are drawn; nothing where they were not asked for."""
    return "" if potential is None else text("proposals_shown", lang, n=number(len(potential.drawn), lang))


def ties_of(count: int, lang: Lang) -> str:
    return counted(count, TIE, TIES, lang)


def made_of(scene: Scene, lang: Lang) -> str:
    """What the picture was made of."""
    network = scene.network
    sources = counted(len(network.sources), _SOURCE, _SOURCES, lang)
    return text("made_of", lang, version=network.version, sources=sources)
