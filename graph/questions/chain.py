"""What came before and after something: its editions, and what built on what, as a line in time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from graph.aftermath import last_day
from graph.copresence import HAPPENINGS
from graph.dates import OPEN_END, OPEN_START
from graph.jsontext import Json
from graph.naming import Named
from graph.network import NOT_HELD, Network
from graph.questions.base import Answer, Column, Notes, some
from graph.questions.parameters import Parameter
from graph.telling import kind_label, texts_of, when
from graph.texts import Lang, Text, counted, listed


class Chain:
    """The line that something stands in: the editions of its series, and what it built on and what built on it.

    In the line are the thing asked about; the series that it is an edition of, or is, with all editions;
    and what any of those builds on (`follows_from`), or what builds on it, step by step, as far as the
    sources tell. Rows are in the order of time, by begin, those without a date by the number of their
    edition, else last; `on` says what each built on, `edition` its number. What came from it in other ways,
    results and lessons, is asked with `came-of`.
    """

    name = "chain"
    label = Text("In welke lijn", "In which line")
    asks = Text("In welke lijn staat {project}?", "In which line does {project} stand?")
    parameters = (
        Parameter("project", Text("project, reeks of activiteit", "project, series or activity"), HAPPENINGS),
    )
    example: ClassVar[Mapping[str, str]] = {"project": "Kernwaarden Binckhorst 2017-2030"}

    def answer(self, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        notes, top = Notes(network), given["project"]
        rows, editions, on = _line(network, top.row)
        answer = Answer(
            self.name,
            {"project": top.id},
            "",
            (
                Column("when", Text("wanneer", "when")),
                Column("name", Text("wat", "what")),
                Column("kind_label", Text("soort", "kind")),
                Column("edition", Text("editie", "edition")),
                Column("on_names", Text("bouwt voort op", "builds on")),
                Column("note", Text("opmerking", "note")),
            ),
            network.version,
        )
        order = sorted(rows, key=lambda row: _place(network, row, editions))
        for row in order:
            answer.rows.append(_row(network, notes, row, editions, on, lang))
        notes.draw([top.id])
        answer.sentence = _sentence(network, order, editions, on, top, lang)
        return notes.finish(answer, lang)


def _line(network: Network, top: int) -> tuple[list[int], dict[int, int], dict[int, list[int]]]:
    """Everything in the line; the tie by which each is an edition; and those by which each builds on others."""
    editions, on = _editions(network, top), dict[int, list[int]]()
    rows = list(dict.fromkeys([top, *editions, *(int(network.head[tie]) for tie in editions.values())]))
    for row in rows:
        for tie in network.ties_at(row, "follows_from"):
            before, after = int(network.head[tie]), int(network.tail[tie])
            if tie not in on.setdefault(after, []):
                on[after].append(tie)
            rows += [one for one in (before, after) if one not in rows]
    return rows, editions, on


def _editions(network: Network, top: int) -> dict[int, int]:
    """The editions of the series that it is, or of which it is an edition, each with the tie that says so."""
    mine = [tie for tie in network.ties_at(top, "part_of") if int(network.tail[tie]) == top]
    wholes = [top, *(int(network.head[tie]) for tie in mine)]
    found: dict[int, int] = {}
    for whole in wholes:
        for tie in network.ties_at(whole, "part_of"):
            if int(network.head[tie]) == whole and _is_series(network, whole, tie):
                found.setdefault(int(network.tail[tie]), tie)
    return found


def _is_series(network: Network, whole: int, tie: int) -> bool:
    """Whether a part is an edition of this: of a series, or with the number of its edition."""
    if network.kinds[network.kind[whole]] not in HAPPENINGS:
        return False
    return "series" in network.entity(whole).all("type") or network.tie(tie).first("edition") is not None


def _edition(network: Network, tie: int | None, lang: Lang = "nl") -> str:
    if tie is None:
        return ""
    value = network.tie(tie).first("edition")
    return network.words.value(network.words.ties["part_of"].properties["edition"], value, lang) if value else ""


def _place(network: Network, row: int, editions: dict[int, int]) -> tuple[int, int, str, str]:
    """By begin, then by the number of the edition, then by name; a series before what is in it."""
    first = int(network.first[row])
    if first == OPEN_START:
        first = last_day(network, row) if network.last[row] != OPEN_END else OPEN_END
    number = _edition(network, editions.get(row))
    return (first, int(number) if number.isdecimal() else 10**6, network.names[row], network.ids[row])


def _row(
    network: Network, notes: Notes, row: int, editions: dict[int, int], on: dict[int, list[int]], lang: Lang
) -> dict[str, Json]:
    entity = network.entity(row)
    ties = on.get(row, [])
    mine = [tie for tie in (editions.get(row), *ties) if tie is not None]
    evidence = notes.note_ties(network.tie(tie) for tie in mine)
    hanging = [network.tie(tie).properties.get(key, ()) for tie in mine for key in ("what", "edition")]
    own = [entity.properties.get(key, ()) for key in ("start", "end", "status")]
    evidence += notes.note_values(value for values in (*hanging, *own) for value in values)
    notes.draw([entity.id])
    status = str(entity.first("status") or "")
    what = network.words.ties["follows_from"].properties["what"]
    values = [value for tie in ties for value in network.tie(tie).all("what")]
    said = [network.words.value(what, value, lang).rstrip(".") for value in values]
    if status in NOT_HELD:
        said.insert(0, network.words.choice("status", status, lang))
    if "series" in entity.all("type"):
        said = [*texts_of(network, entity, "frequency", lang), *said]
    return {
        "when": when(entity, lang),
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "kind_label": kind_label(network, row, lang),
        "edition": _edition(network, editions.get(row), lang),
        "on": [network.ids[network.head[tie]] for tie in ties],
        "on_names": listed([network.names[network.head[tie]] for tie in ties], lang),
        "note": "; ".join(said),
        "evidence": list(dict.fromkeys(evidence or notes.note_known(entity))),
    }


def _sentence(
    network: Network, order: list[int], editions: dict[int, int], on: dict[int, list[int]], top: Named, lang: Lang
) -> str:
    en = lang == "en"
    if len(order) == 1:
        return (
            f"The sources tell neither what {top.name} builds on nor what builds on it."
            if en
            else f"De bronnen vertellen niet waar {top.name} op voortbouwt en wat erop voortbouwt."
        )
    parts = []
    mine = [network.names[row] for row in order if row in editions]
    if mine:
        many = counted(len(mine), Text("editie", "edition"), Text("edities", "editions"), lang)
        parts.append(f"{many}: {some(mine, lang)}")
    before = [network.names[network.head[tie]] for tie in on.get(top.row, [])]
    after = [network.names[row] for row, ties in on.items() if any(int(network.head[tie]) == top.row for tie in ties)]
    if before:
        parts.append(f"it builds on {listed(before, lang)}" if en else f"het bouwt voort op {listed(before, lang)}")
    if after:
        names = some(sorted(after), lang)
        builds = ("builds" if en else "bouwt") if len(after) == 1 else ("build" if en else "bouwen")
        parts.append(f"on it {builds} {names}" if en else f"erop {builds} {names} voort")
    things = counted(len(order), Text("ding", "thing"), Text("dingen", "things"), lang)
    lead = f"In the line of {top.name} stand {things}" if en else f"In de lijn van {top.name} staan {things}"
    return f"{lead}; {'; '.join(parts)}." if parts else f"{lead}."
