"""What was planned, held, put off and called off, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import ClassVar

from graph.dates import OPEN_END, OPEN_START, Date, say_period
from graph.jsontext import Json
from graph.naming import Named
from graph.network import NOT_HELD, Network
from graph.questions.base import Answer, Column, Notes, some
from graph.questions.parameters import PERIOD, Parameter, period_days
from graph.questions.structure_text import shown_of
from graph.scope import happenings
from graph.telling import texts_of, when
from graph.texts import Lang, Text, counted, listed

MOST = 100
_PERIOD = Text("periode, zoals 2021-09/2022", "period, such as 2021-09/2022")
UNSAID = ""


class Agenda:
    """Which activities there were and are to be: planned, held, postponed, cancelled or not realised, and why.

    Rows are activities, series apart, by date; of a theme those that are about it, of a place those held
    there or about it, with their parts. In a period are those of which some day may lie in it; an
    activity without a date is in no period, and is counted. What a source does not say of the status is
    left open: an activity that it tells of as something that took place counts as held only where it says
    so. `why` is what the sources give as the reason.
    """

    name = "agenda"
    label = Text("Agenda", "Agenda")
    asks = Text(
        "Wat staat of stond er op de agenda ({period}, {theme}, {place})?",
        "What is or was on the agenda ({period}, {theme}, {place})?",
    )
    parameters = (
        Parameter(
            "period", Text("periode, zoals 2021-09/2022", "period, such as 2021-09/2022"), (PERIOD,), required=False
        ),
        Parameter("theme", Text("thema", "theme"), ("theme",), required=False),
        Parameter("place", Text("plek", "place"), ("place",), required=False),
    )
    example: ClassVar[Mapping[str, str]] = {"period": "2021-09/2022-07"}

    def answer(self, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        notes = Notes(network)
        rows, undated = _rows_of(network, given)
        answer = Answer(
            self.name,
            {p.name: given[p.name].id if p.name in given else None for p in self.parameters},
            "",
            (
                Column("when", Text("wanneer", "when")),
                Column("name", Text("wat", "what")),
                Column("type_labels", Text("soort", "type")),
                Column("status_label", Text("status", "status")),
                Column("why", Text("waarom", "why")),
                Column("place_names", Text("waar", "where")),
                Column("of_names", Text("deel van", "part of")),
            ),
            network.version,
        )
        for row in rows[:MOST]:
            answer.rows.append(_row(network, notes, row, lang))
        notes.draw(one.id for one in given.values() if one.row >= 0)
        answer.sentence = _sentence(network, answer, rows, given, lang)
        answer.caveats = [*_undated(undated, lang), *shown_of(MOST, len(rows), lang), _UNTOLD.say(lang)]
        return notes.finish(answer, lang)


_UNTOLD = Text(
    "Wat de bronnen niet noemen, kan er ook geweest zijn.", "What the sources do not name may have been there too."
)


def _rows_of(network: Network, given: Mapping[str, Named]) -> tuple[list[int], int]:
    """The activities asked for by date, and how many more there are without one."""
    wanted = set(network.rows_of_kind("activity").tolist())
    for key in ("theme", "place"):
        if key in given:
            wanted &= set(happenings(network, given[key]))
    once = [row for row in wanted if "series" not in network.entity(row).all("type")]
    dated = [row for row in once if network.first[row] != OPEN_START]
    undated = len(once) - len(dated)
    if "period" in given:
        first, last = period_days(given["period"])
        dated = [row for row in dated if _first(network, row) <= last and _last(network, row) >= first]
    else:
        dated, undated = once, 0
    return sorted(dated, key=lambda row: (_first(network, row), network.names[row], network.ids[row])), undated


def _first(network: Network, row: int) -> int:
    """Its first day; what has none comes last."""
    first = int(network.first[row])
    return first if first != OPEN_START else OPEN_END


def _last(network: Network, row: int) -> int:
    """Its last day; of an activity without an end the last that its begin may be."""
    entity = network.entity(row)
    end = str(entity.first("end") or entity.first("start") or "")
    return Date.parse(end).last if end else int(network.last[row])


def _row(network: Network, notes: Notes, row: int, lang: Lang) -> dict[str, Json]:
    entity = network.entity(row)
    told = ("start", "end", "status", "status_reason", "type")
    evidence = notes.note_values(value for key in told for value in entity.properties.get(key, ()))
    at = [t for t in network.ties_at(row, "held_at") if int(network.tail[t]) == row]
    of = [t for t in network.ties_at(row, "part_of") if int(network.tail[t]) == row]
    evidence += notes.note_ties(network.tie(tie) for tie in (*at, *of))
    notes.draw([entity.id])
    status = str(entity.first("status") or UNSAID)
    return {
        "when": when(entity, lang),
        "start": entity.first("start"),
        "end": entity.first("end"),
        "id": entity.id,
        "name": entity.name,
        "types": list(entity.all("type")),
        "type_labels": listed(texts_of(network, entity, "type", lang), lang),
        "status": status or None,
        "status_label": network.words.choice("status", status, lang) if status else "",
        "why": "; ".join(texts_of(network, entity, "status_reason", lang)),
        "place_names": listed(sorted({network.names[network.head[t]] for t in at}), lang),
        "of_names": listed(sorted({network.names[network.head[t]] for t in of}), lang),
        "evidence": list(dict.fromkeys(evidence or notes.note_known(entity))),
    }


def _sentence(network: Network, answer: Answer, rows: list[int], given: Mapping[str, Named], lang: Lang) -> str:
    en = lang == "en"
    about = ", ".join(given[key].name for key in ("theme", "place") if key in given)
    lead = _period(given.get("period"), lang)
    of = (f" around {about}" if en else f" rond {about}") if about else ""
    many = counted(len(rows), Text("activiteit", "activity"), Text("activiteiten", "activities"), lang)
    told = f"{lead}the sources name {many}{of}" if en else f"{lead}noemen de bronnen {many}{of}"
    if not lead:
        told = f"The sources name {many}{of}" if en else f"De bronnen noemen {many}{of}"
    counts = Counter(str(network.entity(row).first("status") or UNSAID) for row in rows)
    parts = [
        f"{n} {network.words.choice('status', status, lang)}" for status, n in counts.most_common() if status != UNSAID
    ]
    if counts[UNSAID] and parts:
        parts.append(f"{counts[UNSAID]} without a word on it" if en else f"{counts[UNSAID]} waar dat niet bij staat")
    told += f": {listed(parts, lang)}." if parts else "."
    off = [row for row in answer.rows if row["status"] in NOT_HELD and row["status"] != "planned"]
    if off:
        names = [
            f"{row['name']} ({str(row['why']).partition('; ')[0]})" if row["why"] else str(row["name"]) for row in off
        ]
        told += f" {'Not held' if en else 'Niet doorgegaan'}: {some(names, lang)}."
    return told


def _period(period: Named | None, lang: Lang) -> str:
    if period is None:
        return ""
    start, _, end = period.id.partition("/")
    said = say_period(start, end, lang)
    if start and end and start != end:
        return f"From {said} " if lang == "en" else f"Van {said} "
    if start and end:
        on = len(start) == len("2021-09-03")
        return f"{'On' if on else 'In'} {said} " if lang == "en" else f"{'Op' if on else 'In'} {said} "
    return f"{said[0].upper()}{said[1:]} "


def _undated(undated: int, lang: Lang) -> list[str]:
    if not undated:
        return []
    many = counted(undated, Text("activiteit", "activity"), Text("activiteiten", "activities"), lang)
    return [
        f"{many} more without a date cannot be placed in a period."
        if lang == "en"
        else f"Nog {many} zonder datum zijn niet in een periode te plaatsen."
    ]
