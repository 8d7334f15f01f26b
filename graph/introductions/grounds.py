"""The rules that find pairs: on what occasions two may be brought together.

The docstring of each is its explanation, which the reader of a proposal sees.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import sqrt

import numpy as np

from graph.copresence import joining, meetings, presence
from graph.introductions.occasions import ONE, OTHER, Occasions
from graph.introductions.scene import ACTIVITY, BELONGING, ORGANISATION, Scene
from graph.measures.sparse import spread
from graph.network import Ints
from graph.openpaths import Floats, Longs

HUB = 20
"""Whoever has more bonds than this is known to so many that being known to her says little."""

COMMON = 1000
"""A subject with which more than so many have to do brings nobody together."""

BY_WAY_OF = sqrt(0.5)
"""How far somebody has to do with a subject by way of an activity: of two of these, half."""

FLEETING = ("opened",)
"""Ties that bring their ends together once, and need not make them acquainted."""

Ground = Callable[[Scene], Occasions]


def need_meets_offer(scene: Scene) -> Occasions:
    """One needs something around a subject around which the other offers something."""
    network, parts = scene.network, []
    for key, match in enumerate(scene.matches):
        parts.append((key, int(network.tail[match.need]), ONE, match.need))
        parts += [(key, int(network.tail[offer]), OTHER, offer) for offer in match.offers]
    return _two_sided(scene, parts)


def need_meets_knowledge(scene: Scene) -> Occasions:
    """One needs something around a subject with which the other has to do."""
    network, busy = scene.network, scene.busy
    need = np.array([match.need for match in scene.matches], np.int64)
    of, place = spread(*(busy.first[[match.target + end for match in scene.matches]] for end in (0, 1)))
    needy, key = network.tail[need].astype(np.int64), np.arange(len(need))
    able = scene.able[needy]
    return Occasions.of(
        np.concatenate([key[able], of]),
        np.concatenate([needy[able], busy.who[place]]),
        weight=np.concatenate([np.ones(int(able.sum())), np.where(busy.by[place] < 0, 1.0, 0.5)]),
        side=np.concatenate([np.full(int(able.sum()), ONE), np.full(len(place), OTHER)]),
        tie=np.concatenate([need[able], busy.tie[place]]),
        by=np.concatenate([np.full(int(able.sum()), -1), busy.by[place]]),
    )


def raised_and_answered(scene: Scene) -> Occasions:
    """One raised a question that the other answered."""
    network = scene.network
    parts = [
        (question, int(network.tail[tie]), side, tie)
        for question in network.rows_of_kind("knowledge_question").tolist()
        for side, kind in ((ONE, "raised"), (OTHER, "answers"))
        for tie in network.ties_at(question, kind)
    ]
    return _two_sided(scene, parts)


def wanted_where_other_was(scene: Scene) -> Occasions:
    """One was wanted and missing where the other was: what was to be a meeting did not come about."""
    network, (first, who) = scene.network, scene.present
    joins = [name for name, kind in network.words.ties.items() if kind.joins]
    parts = []
    for key, missed in enumerate(network.ties_of_kind(("missed",)).tolist()):
        where = int(network.head[missed])
        there = {network.other(tie, where): tie for tie in reversed(network.ties_at(where, *joins))}
        parts.append((key, int(network.tail[missed]), ONE, missed))
        parts += [(key, other, OTHER, there.get(other, -1)) for other in who[first[where] : first[where + 1]].tolist()]
    return _two_sided(scene, parts)


def same_subject(scene: Scene) -> Occasions:
    """Both have to do with the same theme, core value or kind of knowledge, not by way of the same activity.

    The fewer do, the more it says.
    """
    busy = scene.busy
    kept = (np.diff(busy.first) <= COMMON)[busy.subject]
    who, tie, by = busy.who[kept], busy.tie[kept], busy.by[kept]
    own = by < 0
    # who took part in an activity that has to do with it has no need of that activity, nor of others who did
    apart = np.where(own, np.where(scene.sort[who] == ACTIVITY, tie, -1), by)
    weight = np.where(own, 1.0, BY_WAY_OF)
    return Occasions.of(busy.subject[kept], who, weight=weight, apart=apart, tie=tie, by=by, share=_rare)


def known_by_both(scene: Scene) -> Occasions:
    """A person or organisation has a bond with both; the fewer bonds she has, the more it says.

    Who both work for an organisation, are its members or part of it, or founded it know each other, and need no
    introduction. A bond by which one belongs to the other counts half: whom that one knows is known already. So does
    one of nothing but an opening: who opens a house need not know who is in it.
    """
    network, n = scene.network, scene.bonds.n
    bonds = scene.bonds.among(scene.able)
    many = bonds.degree
    trusted = (many > 1) & (many <= HUB)
    on = trusted[bonds.tail]
    middle, row = bonds.tail[on].astype(np.int64), bonds.to[on].astype(np.int64)
    belongs = network.ties_of_kind(BELONGING)
    tail, head = network.tail[belongs].astype(np.int64), network.head[belongs].astype(np.int64)
    pair = middle * n + row
    inside = np.isin(pair, head * n + tail)
    weight = np.where(inside | np.isin(pair, tail * n + head) | np.isin(pair, _fleeting(scene)), 0.5, 1.0)
    joined = scene.joined
    there = trusted[joined.tail] & (scene.sort[joined.to] == ACTIVITY)
    others = np.ones(int(there.sum()))
    found = Occasions.of(
        np.concatenate([middle, joined.tail[there]]),
        np.concatenate([row, joined.to[there]]),
        weight=np.concatenate([weight, others]),
        apart=np.concatenate([np.where(inside, 0, -1), -others.astype(np.int64)]),
        middle=True,
    )
    share: Floats = 1 / (many[found.middle] - 1)
    return replace(found, share=share)


def _fleeting(scene: Scene) -> Longs:
    """Pairs with a bond of nothing but an opening, as one row times n plus the other, either way round."""
    network = scene.network
    ties, all_ = network.ties_of_kind(FLEETING), joining(network)
    if not len(ties):
        return ties.astype(np.int64)
    more = all_[~np.isin(all_, ties)]
    us, vs, _ = meetings(network, presence(network))
    opened = _both_ways(scene, network.tail[ties], network.head[ties])
    firm = np.union1d(_both_ways(scene, network.tail[more], network.head[more]), _both_ways(scene, us, vs))
    return np.setdiff1d(opened, firm).astype(np.int64)


def _both_ways(scene: Scene, one: Ints, other: Ints) -> Longs:
    """Each pair as the one row times n plus the other, and the other way round."""
    n = scene.bonds.n
    found: Longs = np.concatenate([one.astype(np.int64) * n + other, other.astype(np.int64) * n + one])
    return found


def _rare(many: Longs) -> Floats:
    found: Floats = 1 / np.log2(np.maximum(many, 2))
    return found


def _two_sided(scene: Scene, parts: list[tuple[int, int, int, int]]) -> Occasions:
    """Occasions of key, row, side and tie, of who can be introduced alone."""
    kept = [part for part in parts if scene.sort[part[1]] <= ORGANISATION]
    key, row, side, tie = np.array(kept, np.int64).reshape(-1, 4).T
    return Occasions.of(key, row, side=side, tie=tie)
