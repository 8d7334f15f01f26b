"""How well proposals foretell who came to work together, and how many different organisations they name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from graph.introductions.advantage import Advantage, advantage
from graph.introductions.calibration import Calibration, calibration
from graph.introductions.joining import Joining, joining
from graph.introductions.learning import Learned, learn
from graph.introductions.past import Past, Task, task
from graph.introductions.ranking import Point, judged

SHARES = tuple(round(share / 10, 1) for share in range(10, -1, -1))
NAMED_SHARP, NAMED_WIDE = 100, 145
"""So many different organisations the two points name at least on the split that they are learned on.

Set by hand, and with an eye on the three dates of the evaluation: elsewhere they may name more or fewer.
"""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """`organisations` is how many were asked about: those that got a new partner of another type.

    `advantages` are those of each point over a baseline; `joinings` of each point and of Adamic-Adar. `calibration`
    is of the learned probability, None where nothing could be learned.
    """

    before: str
    organisations: int
    learned: Learned
    points: list[Point]
    baselines: list[Point]
    advantages: list[Advantage]
    joinings: list[Joining]
    calibration: Calibration | None


def evaluate(past: Past, before: str) -> Evaluation:
    """Learn from the year before a date, and see what came from that date on.

    `sharp` counts as much of the weight of activity as names `NAMED_SHARP` on what it was learned on, `wide`, which a
    broker sees, as much as names `NAMED_WIDE`. Nothing after the date is looked at but to judge.
    """
    earlier, known = task(past, _years_on(before, -1), before), task(past, before)
    learned = learn(earlier)
    named = {
        share: judged("", learned.score(earlier, earlier.asked, share), earlier).point.distinct for share in SHARES
    }
    rows, everyone = known.asked, np.arange(len(past.ids))
    everybody = np.broadcast_to(known.active.astype(np.float32), (len(rows), len(past.ids)))
    baselines = [judged("most_active", everybody, known)]
    baselines += [judged(name, score[rows], known) for name, score in known.near.items()]
    points, joinings = [], []
    for name, least in (("sharp", NAMED_SHARP), ("wide", NAMED_WIDE)):
        share = next((share for share in SHARES if named[share] >= least), SHARES[-1])
        score = learned.score(known, everyone, share)
        points.append(judged(name, score[rows], known))
        joinings.append(joining(name, score, known))
    joinings.append(joining("adamic_adar", known.near["adamic_adar"], known))
    return Evaluation(
        before,
        len(rows),
        learned,
        [one.point for one in points],
        [one.point for one in baselines],
        [advantage(one, baselines) for one in points],
        joinings,
        _within_a_year(past, before, known, learned),
    )


def _within_a_year(past: Past, before: str, known: Task, learned: Learned) -> Calibration | None:
    """The learned probability, which is that of a year, beside what came in the year from the date on.

    Of each possible pair both ways count. A past that ends sooner has seen too little come.
    """
    if learned.intercept is None:
        return None
    year = (past.starts >= before) & (past.starts < _years_on(before, 1))
    return calibration(learned.chance(known), past.together(year)[known.possible] > 0)


def _years_on(day: str, years: int) -> str:
    """The same day so many years on, 29 February becoming 28 February where there is none."""
    there = f"{int(day[:4]) + years:04}{day[4:]}"
    try:
        date.fromisoformat(there)
    except ValueError:
        return f"{there[:-2]}28"
    return there
