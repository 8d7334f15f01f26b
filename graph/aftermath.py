"""What came of an activity, project or introduction: what followed from it by the sources, and what only came after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.copresence import BIG, HAPPENINGS, presence, with_parts
from graph.dates import OPEN_END, OPEN_START, Date
from graph.introductions.lives import lives
from graph.model import Value, counting
from graph.network import ACTORS, Network

FOLLOWS, EDITION, MADE, PRESENTED, ANSWERED = "follows", "edition", "made", "presented", "answered"
RAISED, RESULT, LESSON, TIE, AGAIN = "raised", "result", "lesson", "tie", "again"
MET, LED = "met", "led"

_BY_TIE = {
    "worked_out": MADE,
    "publishes": MADE,
    "presented_to": PRESENTED,
    "answers": ANSWERED,
    "raised": RAISED,
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing that came of it.

    `row` is what came (-1 for a text, which is `value`), `at` the activity or project, or part
    of it, that it came of; `via` what lies between when it followed further on, else -1;
    `ties` show it, the telling one first.
    """

    state: str
    at: int
    row: int = -1
    ties: tuple[int, ...] = ()
    via: int = -1
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class Aftermath:
    """All outcomes, whether a day is known of it or of a part, and how many ties of those who were there have none."""

    outcomes: list[Outcome]
    dated: bool
    undated: int


def aftermath(network: Network, top: int) -> Aftermath:
    """What came of an activity or project and its parts, or of an introduction."""
    parts = with_parts(network, top)
    found = list(_follows(network, parts))
    led = {tie for life in lives(network) if life.row == top for tie in life.led}
    found += [Outcome(LED, top, -1, (tie,)) for tie in sorted(led) if int(network.head[tie]) != top]
    follows = {outcome.row for outcome in found}
    found += [edition for edition in _editions(network, top, parts) if edition.row not in follows]
    for part in parts:
        found += _said(network, part)
    known = {outcome.row for outcome in found}
    ties, undated = _ties_after(network, parts, led)
    again = [outcome for outcome in _again(network, top, parts) if outcome.row not in known]
    return Aftermath([*found, *ties, *again], any(last_day(network, part) != OPEN_START for part in parts), undated)


def last_day(network: Network, row: int) -> int:
    """The day after which something comes after it: its end, else its begin; `OPEN_START` when neither is known."""
    if network.last[row] != OPEN_END:
        return int(network.last[row])
    if network.first[row] == OPEN_START:
        return OPEN_START
    return Date.parse(str(network.entity(row).first("start"))).last


def _follows(network: Network, parts: list[int]) -> Iterator[Outcome]:
    """What builds on it or on a part of it, and what builds on that; not what is itself a part."""
    came: dict[int, tuple[int, int]] = {part: (part, -1) for part in parts}
    rows = list(parts)
    for row in rows:
        at, _ = came[row]
        for tie in network.ties_at(row, "follows_from"):
            after = int(network.tail[tie])
            if int(network.head[tie]) == row and after not in came:
                came[after] = (at, row)
                rows.append(after)
                yield Outcome(FOLLOWS, at, after, (tie,), -1 if row in parts else row)


def _editions(network: Network, top: int, parts: list[int]) -> Iterator[Outcome]:
    """Later editions of the series that it is an edition of, by date, else by number."""
    for mine in network.ties_at(top, "part_of"):
        whole = int(network.head[mine])
        if int(network.tail[mine]) != top or network.kinds[network.kind[whole]] != "activity":
            continue
        series = "series" in network.entity(whole).all("type")
        for tie in network.ties_at(whole, "part_of"):
            other = int(network.tail[tie])
            if other in parts or int(network.head[tie]) != whole:
                continue
            if (series or _edition(network, mine)) and _is_later(network, top, mine, other, tie):
                yield Outcome(EDITION, top, other, (tie, mine))


def _is_later(network: Network, top: int, mine: int, other: int, tie: int) -> bool:
    day, then = last_day(network, top), int(network.first[other])
    if OPEN_START not in (day, then):
        return then > day
    numbers = _edition(network, mine), _edition(network, tie)
    return all(number.isdecimal() for number in numbers) and int(numbers[0]) < int(numbers[1])


def _edition(network: Network, tie: int) -> str:
    edition = network.tie(tie).first("edition")
    return str(next(iter(edition.values()))) if isinstance(edition, dict) else str(edition or "")


def _said(network: Network, part: int) -> Iterator[Outcome]:
    """What it worked out, handed over, asked and answered; when two met; and its results and lessons in words."""
    for tie in network.ties_at(part, *_BY_TIE):
        if int(network.tail[tie]) == part:
            yield Outcome(_BY_TIE[network.tie_kinds[network.tie_kind[tie]]], part, int(network.head[tie]), (tie,))
    entity = network.entity(part)
    for state in (MET, RESULT, LESSON):
        for value in counting(entity.properties.get(state, ())):
            yield Outcome(state, part, value=value)


def _ties_after(network: Network, parts: list[int], led: set[int]) -> tuple[list[Outcome], int]:
    """Ties between two that were there which surely began after it; and how many there are without a begin.

    Those that it `led` to are told as that, and are neither.
    """
    joins = [name for name, kind in network.words.ties.items() if kind.joins]
    found: dict[int, Outcome] = {}
    undated: set[int] = set()
    for part in parts:
        there, day = _present(network, part), last_day(network, part)
        for one in sorted(there):
            for tie in network.ties_at(one, *joins):
                if int(network.tail[tie]) != one or int(network.head[tie]) not in there:
                    continue
                if tie in led or day == OPEN_START:
                    continue
                if network.tie_first[tie] == OPEN_START:
                    undated.add(tie)
                elif network.tie_first[tie] > day:
                    found.setdefault(tie, Outcome(TIE, part, -1, (tie,)))
    return list(found.values()), len(undated)


def _again(network: Network, top: int, parts: list[int]) -> Iterator[Outcome]:
    """Later activities of fewer than `BIG` at which two or more who were there met again."""
    size = presence(network).size
    joins = [name for name, kind in network.words.ties.items() if kind.joins]
    activity = network.kinds.index("activity")
    seen = {*parts, *(int(network.head[tie]) for tie in network.ties_at(top, "part_of"))}
    for part in parts:
        there, day = _present(network, part), last_day(network, part)
        if day == OPEN_START or network.kind[part] != activity or size[part] >= BIG:
            continue
        later: dict[int, dict[int, int]] = {}
        for one in sorted(there):
            for tie in network.ties_at(one, *joins):
                other = network.other(tie, one)
                if network.kind[other] == activity and network.happened[other] and network.first[other] > day:
                    later.setdefault(other, {})[one] = tie
        for other, met in later.items():
            if other not in seen and len(met) > 1 and size[other] < BIG:
                seen.add(other)
                yield Outcome(AGAIN, part, other, tuple(met.values()))


def _present(network: Network, row: int) -> set[int]:
    """The people and organisations that were at a happening that was held, or that an introduction brings together."""
    ends = {end for life in lives(network) if life.row == row for end in life.ends}
    if ends:
        return {end for end in ends if network.kinds[network.kind[end]] in ACTORS}
    if network.kinds[network.kind[row]] not in HAPPENINGS or not network.happened[row]:
        return set()
    joins = [name for name, kind in network.words.ties.items() if kind.joins]
    others = {network.other(tie, row) for tie in network.ties_at(row, *joins)}
    return {other for other in others if network.kinds[network.kind[other]] in ACTORS}
