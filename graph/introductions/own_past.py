"""The past of a network itself: who had no bond before a date and came to have one, and which rules held of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from graph.bonds import bonds
from graph.copresence import joining
from graph.dates import OPEN_START
from graph.errors import Misasked
from graph.introductions.ranked import pairing_of
from graph.introductions.scene import ORGANISATION, Scene, scene_of
from graph.introductions.weights import BOOSTS, GROUNDS
from graph.network import Bools, Network
from graph.openpaths import Floats, Longs


@dataclass(frozen=True, slots=True)
class OwnPast:
    """Pairs of people and organisations that some ground found on what was known before a date.

    `one` and `other`, shape (p,), are their rows; `strengths`, shape (p, rules), how far each rule of `RULES` held,
    the grounds first; `came`, shape (p,), whether they have a bond now. `undated` counts the ties without a begin,
    which are taken as known.
    """

    network: Network
    one: Longs
    other: Longs
    strengths: Floats
    came: Bools
    undated: int


def own_past(network: Network, before: str) -> OwnPast:
    """What the rules would have found before a date (a day in ISO 8601), and what came of it by now.

    Raises `Misasked` for the first day that there is.
    """
    day = date.fromisoformat(before)
    if day == date.min:
        raise Misasked(
            f"voor {before} ligt geen dag; kies een latere", f"no day lies before {before}; choose a later one"
        )
    known = network.where(period=("", (day - timedelta(days=1)).isoformat()))
    scene, n = scene_of(known), len(network.ids)
    one, other, grounds = pairing_of(scene).by_rule(len(GROUNDS))
    actors = (scene.sort[one] <= ORGANISATION) & (scene.sort[other] <= ORGANISATION)
    one, other, grounds = one[actors], other[actors], grounds[actors]
    now = bonds(network)
    came = np.isin(one * n + other, now.tail.astype(np.int64) * n + now.to)
    ties = joining(network)
    undated = int((network.tie_first[ties] == OPEN_START).sum())
    return OwnPast(known, one, other, np.column_stack([grounds, boosted(scene, one, other)]), came, undated)


def boosted(scene: Scene, one: Longs, other: Longs) -> Floats:
    """How far each boost holds of pairs. Shape (p, boosts)."""
    columns = [rule.boost(scene, one, other) for rule in BOOSTS if rule.boost]
    found: Floats = np.column_stack(columns)
    return found
