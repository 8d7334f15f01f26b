"""Where something is known from: every source, what they disagree on, what is hearsay or inferred."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from graph.aloud import tie_aloud
from graph.jsontext import Json
from graph.model import Evidence as Piece
from graph.model import Value, counting
from graph.naming import Named
from graph.network import Network
from graph.questions.base import Answer, Column, Notes
from graph.questions.parameters import ANYTHING, Parameter
from graph.sentences import source_titles
from graph.statements import CERTAINTY_LABELS, CORRECTIONS
from graph.texts import Lang, Text, counted, listed, say

DISAGREE, CORRECTED, HEARSAY, INFERRED, SOURCE = "disagree", "corrected", "hearsay", "inferred", "source"
_STATES = {
    DISAGREE: Text("bronnen verschillen", "sources disagree"),
    CORRECTED: Text("verbeterd", "corrected"),
    HEARSAY: CERTAINTY_LABELS["hearsay"],
    INFERRED: CERTAINTY_LABELS["inferred"],
    SOURCE: Text("bron", "source"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that is said: in words, with all its values, or one for a tie, and what they rest on."""

    words: str
    values: tuple[Value, ...]
    evidence: list[Piece]
    several: bool = True


class Evidence:
    """Where we have something from: every source, what they disagree on, and what is not plainly stated.

    Of an entity: its names, properties and ties; with `to`, only the ties between the two. Rows are

    - `disagree`: a property of which there is one by its nature, and of which the sources say different
      things that count; the one shown first comes first;
    - `corrected`: what a source printed and a correction put right, with the reason;
    - `hearsay` and `inferred`: what rests on nothing better, with the reason where one is given;
    - `source`: each source, with how much of this rests on it, and how much on it alone.

    What is personal, such as an e-mail address, is not in it.
    """

    name = "evidence"
    label = Text("Waar komt het vandaan", "Where is it from")
    asks = Text("Waar weten we van {entity} vandaan?", "Where do we know {entity} from?")
    parameters = (
        Parameter("entity", Text("wie of wat", "who or what"), ANYTHING),
        Parameter("to", Text("alleen de band met", "only the tie with"), ANYTHING, required=False),
    )
    example: ClassVar[Mapping[str, str]] = {"entity": "Gert-Joost Peek"}

    def answer(self, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        notes, one, other = Notes(network), given["entity"], given.get("to")
        told = list(_ties(network, notes, one.row, other.row if other else None, lang))
        if other is None:
            told = [*_properties(network, one.row, lang), *told]
        titles = source_titles(network.sources, lang)
        answer = Answer(
            self.name,
            {"entity": one.id, "to": other.id if other else None},
            "",
            (
                Column("state_label", Text("wat", "what")),
                Column("name", Text("in woorden", "in words")),
                Column("source_names", Text("bron", "source")),
                Column("n", Text("steunt erop", "rests on it")),
                Column("alone", Text("alleen erop", "on it alone")),
                Column("note", Text("opmerking", "note")),
            ),
            network.version,
        )
        for it in told:
            answer.rows += _doubts(notes, it, titles, lang)
        answer.rows.sort(key=lambda row: list(_STATES).index(str(row["state"])))
        answer.rows += _sources(network, notes, told, titles, lang)
        notes.draw([one.id, *([other.id] if other else [])])
        answer.sentence = _sentence(answer, one, other, lang)
        return notes.finish(answer, lang)


def _properties(network: Network, row: int, lang: Lang) -> Iterator[Told]:
    entity = network.entity(row)
    kind = network.words.entities[entity.kind]
    name = "name" if lang == "en" else "naam"
    yield Told(name, entity.names, [e for value in entity.names for e in value.evidence])
    for key, values in entity.properties.items():
        property_ = kind.properties.get(key)
        if property_ is None or property_.personal:
            continue
        said = listed(
            [network.words.value(property_, value.value, lang).rstrip(".") for value in counting(values)], lang
        )
        words = f"{property_.label.say(lang)}: {said}"
        yield Told(words, values, [e for value in values for e in value.evidence], property_.many)


def _ties(network: Network, notes: Notes, row: int, other: int | None, lang: Lang) -> Iterator[Told]:
    for tie_row in network.ties_at(row):
        if other is None or network.other(tie_row, row) == other:
            tie = network.tie(tie_row)
            notes.note_ties([tie])
            hanging = [e for values in tie.properties.values() for value in values for e in value.evidence]
            pieces = list({e.statement: e for e in (*tie.evidence, *hanging)}.values())
            yield Told(tie_aloud(network, tie_row, tie, lang), (), pieces)


def _doubts(notes: Notes, told: Told, titles: Mapping[str, str], lang: Lang) -> Iterator[dict[str, Json]]:
    counts = counting(told.values)
    if not told.several and len(counts) > 1:
        yield _row(DISAGREE, told.words, told.evidence, notes, titles, lang)
    for piece in told.evidence:
        if piece.source == CORRECTIONS:
            yield _row(CORRECTED, told.words, [piece], notes, titles, lang, say(piece.reason, lang))
    best = told.evidence[0].certainty if told.evidence else ""
    if best in (HEARSAY, INFERRED):
        yield _row(best, told.words, told.evidence, notes, titles, lang, say(told.evidence[0].reason, lang))


def _row(
    state: str,
    words: str,
    evidence: list[Piece],
    notes: Notes,
    titles: Mapping[str, str],
    lang: Lang,
    note: str = "",
) -> dict[str, Json]:
    return {
        "state": state,
        "state_label": _STATES[state].say(lang),
        "name": words,
        "sources": list[Json](dict.fromkeys(e.source for e in evidence)),
        "source_names": listed(list(dict.fromkeys(titles.get(e.source, e.source) for e in evidence)), lang),
        "n": None,
        "alone": None,
        "note": note,
        "evidence": notes.note(evidence),
    }


def _sources(
    network: Network, notes: Notes, told: list[Told], titles: Mapping[str, str], lang: Lang
) -> Iterator[dict[str, Json]]:
    rests: dict[str, list[Told]] = {}
    for it in told:
        for source in dict.fromkeys(e.source for e in it.evidence):
            rests.setdefault(source, []).append(it)
    order = sorted(rests, key=lambda source: (-len(rests[source]), source))
    for source in order:
        if source == CORRECTIONS:
            continue
        pieces = [e for it in rests[source] for e in it.evidence if e.source == source]
        alone = sum({e.source for e in it.evidence} - {CORRECTIONS} == {source} for it in rests[source])
        row = _row(SOURCE, titles.get(source, source), pieces, notes, titles, lang)
        yield row | {"n": len(rests[source]), "alone": alone, "note": source}


def _sentence(answer: Answer, one: Named, other: Named | None, lang: Lang) -> str:
    en = lang == "en"
    sources = [row for row in answer.rows if row["state"] == SOURCE]
    many = counted(len(sources), Text("bron", "source"), Text("bronnen", "sources"), lang)
    if other and not sources:
        return (
            f"Between {one.name} and {other.name} the sources name no tie."
            if en
            else f"Tussen {one.name} en {other.name} noemen de bronnen geen band."
        )
    what = one.name if other is None else f"{one.name} {'and' if en else 'en'} {other.name}"
    lead = f"What we know of {what} comes from {many}" if en else f"Wat we van {what} weten komt uit {many}"
    first = f"; {'most' if en else 'het meest'}: {sources[0]['name']} ({sources[0]['n']})" if len(sources) > 1 else ""
    parts = []
    points = sum(row["state"] == DISAGREE for row in answer.rows)
    if points:
        many = counted(points, Text("punt", "point"), Text("punten", "points"), lang)
        parts.append(f"on {many} they disagree" if en else f"op {many} verschillen zij")
    for state, what_ in ((INFERRED, Text("afgeleid", "inferred")), (HEARSAY, Text("van horen zeggen", "hearsay"))):
        n = sum(row["state"] == state for row in answer.rows)
        if n:
            are = ("is" if n == 1 else "are") if en else ("is" if n == 1 else "zijn")
            parts.append(f"{n} {are} {what_.say(lang)}")
    rest = listed(parts, lang)
    return f"{lead}{first}." + (f" {rest[0].upper()}{rest[1:]}." if rest else "")
