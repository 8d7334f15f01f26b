"""The rules that only add to a pair: how much each holds of many pairs at once, and of one in words.

The docstring of each is its explanation, which the reader of a proposal sees.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import numpy as np

from graph.aloud import ties_aloud
from graph.dates import OPEN_START, say_period
from graph.introductions.past import FADES_AFTER
from graph.introductions.scene import Scene
from graph.openpaths import Floats, Longs
from graph.texts import Lang, Text, counted

FADED = 0.1
"""What has faded to less counts no more."""

FEW = 2
"""Who has no more bonds than this is a newcomer."""

Boost = Callable[[Scene, Longs, Longs], Floats]
"""How far a rule holds of pairs of rows, from 0 to 1; all of one shape."""

Words = Callable[[Scene, int, int], tuple[Text, tuple[int, ...]]]
"""What a rule finds of a pair of which it holds, in words, with the ties that show it."""


def other_sectors(scene: Scene, one: Longs, other: Longs) -> Floats:
    """They are of different sectors, which is where cross-pollination comes from."""
    bits = scene.network.sector_bits
    mine, theirs = bits[one], bits[other]
    found: Floats = ((mine != 0) & (theirs != 0) & (mine & theirs == 0)).astype(np.float64)
    return found


def sectors_said(scene: Scene, one: int, other: int) -> tuple[Text, tuple[int, ...]]:
    network = scene.network

    def said(lang: Lang) -> str:
        sides = (
            ", ".join(network.words.choice("sector", sector, lang) for sector in network.sectors_of(row))
            for row in (one, other)
        )
        return (" and " if lang == "en" else " en ").join(sides)

    return Text(said("nl"), said("en")), ()


def other_groups(scene: Scene, one: Longs, other: Longs) -> Floats:
    """They belong to different groups of the network with few bonds between these, so the tie would be a bridge."""
    degree, group = scene.bonds.degree, scene.group
    apart = (group[one] != group[other]) & (degree[one] > 0) & (degree[other] > 0)
    found: Floats = apart / (1 + scene.between_groups(one, other))
    return found


def groups_said(scene: Scene, one: int, other: int) -> tuple[Text, tuple[int, ...]]:
    n = int(scene.between_groups(np.array([one]), np.array([other]))[0])
    return Text(f"tussen hun groepen: {_bonds(n, 'nl')}", f"between their groups: {_bonds(n, 'en')}"), ()


def newcomer(scene: Scene, one: Longs, other: Longs) -> Floats:
    """One of them has few bonds, and would gain most by one more."""
    n = np.minimum(scene.acquaintances[one], scene.acquaintances[other])
    found: Floats = np.where(n <= FEW, 1 - n / (2 * FEW), 0.0)
    return found


def newcomer_said(scene: Scene, one: int, other: int) -> tuple[Text, tuple[int, ...]]:
    least = min((one, other), key=lambda row: int(scene.acquaintances[row]))
    n, name = int(scene.acquaintances[least]), scene.network.names[least]
    return Text(
        f"{name} heeft {_bonds(n, 'nl')} met personen en organisaties",
        f"{name} has {_bonds(n, 'en')} with people and organisations",
    ), ()


def _bonds(n: int, lang: Lang) -> str:
    return counted(n, Text("band", "bond"), Text("banden", "bonds"), lang)


def other_knowledge(scene: Scene, one: Longs, other: Longs) -> Floats:
    """They have different kinds of knowledge, which complete each other."""
    bits = scene.knowledge_bits
    mine, theirs = bits[one], bits[other]
    complete = mine.any(axis=1) & theirs.any(axis=1) & ~(mine & theirs).any(axis=1)
    return np.asarray(complete, np.float64)


def knowledge_said(scene: Scene, one: int, other: int) -> tuple[Text, tuple[int, ...]]:
    ties = (*scene.knowledge[one].values(), *scene.knowledge[other].values())
    return ties_aloud(scene.network, ties), ties


def same_period(scene: Scene, one: Longs, other: Longs) -> Floats:
    """Both were active in the same years, by the days on which something with others began."""
    begin, end = _shared_days(scene, one, other)
    found: Floats = ((begin != OPEN_START) & (begin <= end)).astype(np.float64)
    return found


def period_said(scene: Scene, one: int, other: int) -> tuple[Text, tuple[int, ...]]:
    begin, end = (int(day[0]) for day in _shared_days(scene, np.array([one]), np.array([other])))
    a, b = (str(date.fromordinal(day).year) for day in (begin, end))
    return Text(say_period(a, b, "nl"), say_period(a, b, "en")), ()


def _shared_days(scene: Scene, one: Longs, other: Longs) -> tuple[Longs, Longs]:
    """The days between which both were active, `OPEN_START` first where of one no day is known."""
    first, last = scene.begins
    known = (last[one] != OPEN_START) & (last[other] != OPEN_START) & scene.able[one] & scene.able[other]
    return np.where(known, np.maximum(first[one], first[other]), OPEN_START), np.minimum(last[one], last[other])


def recently_active(scene: Scene, one: Longs, other: Longs) -> Floats:
    """Of both something with others began recently, beside the newest that the sources tell; it fades by the year."""
    last = np.minimum(scene.begins[1][one], scene.begins[1][other])
    faded = np.exp((last - scene.newest) / FADES_AFTER / 365.25)
    known = (last != OPEN_START) & scene.able[one] & scene.able[other]
    return np.where(known & (faded >= FADED), faded, 0.0)


def recent_said(scene: Scene, one: int, other: int) -> tuple[Text, tuple[int, ...]]:
    last = scene.begins[1]
    said = "; ".join(f"{scene.network.names[row]} {date.fromordinal(int(last[row])).year}" for row in (one, other))
    return Text(said, said), ()
