"""What a question is, and what an answer is: the same object on every page, in JSON and on paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias, runtime_checkable

from graph.dates import Date, say_period
from graph.errors import Misasked
from graph.introductions.steps import INTRODUCTIONS
from graph.jsontext import Json
from graph.model import Entity, Evidence, Tie, Value
from graph.names import normalised
from graph.naming import WORD, Named, Naming
from graph.network import Network
from graph.questions.parameters import Parameter
from graph.statements import CORRECTIONS
from graph.store import View
from graph.texts import Lang, Text, listed


@dataclass(frozen=True, slots=True)
class Column:
    """A key of the rows, with its heading, and what the heading means where that is not plain."""

    key: str
    label: Text
    means: Text | None = None


@dataclass(slots=True)
class Answer:
    """A sentence, rows, what each row rests on, the part of the network to draw, and caveats.

    Every row has `evidence`, a list of keys of `evidence`; a row about an entity has its `id`.
    What the sentence says beyond the rows rests on `sentence_evidence`, keys likewise.
    """

    question: str
    parameters: Mapping[str, Json]
    sentence: str
    columns: tuple[Column, ...]
    version: int
    rows: list[dict[str, Json]] = field(default_factory=list)
    caveats: list[str] = field(default_factory=list)
    evidence: dict[str, Evidence] = field(default_factory=dict)
    entities: list[str] = field(default_factory=list)
    ties: list[str] = field(default_factory=list)
    sentence_evidence: list[Json] = field(default_factory=list)

    def json(self) -> dict[str, Json]:
        return {
            "question": self.question,
            "parameters": dict(self.parameters),
            "sentence": self.sentence,
            "sentence_evidence": list(self.sentence_evidence),
            "rows": list(self.rows),
            "caveats": list(self.caveats),
            "evidence": {key: evidence_json(found) for key, found in sorted(self.evidence.items())},
            "network": {"entities": list(self.entities), "ties": list(self.ties)},
            "version": self.version,
        }


class Entry(Protocol):
    """An entry of the catalogue. Its docstring is its definition, in the documentation too."""

    @property
    def name(self) -> str: ...

    @property
    def label(self) -> Text: ...

    @property
    def asks(self) -> Text:
        """The question in words, with `{parameter}` where a name goes."""

    @property
    def parameters(self) -> tuple[Parameter, ...]: ...

    @property
    def example(self) -> Mapping[str, str]:
        """Values that make a telling answer about the Binckhorst network."""


class OfNow(Entry, Protocol):
    """A question that the network of the present version answers."""

    def answer(self, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        """The answer about this network; `given` has every required parameter."""


@runtime_checkable
class OfThePast(Entry, Protocol):
    """A question that takes the history too."""

    def answer_from(self, view: View, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        """The answer about the version of `view`, of which `network` is the network."""


Question: TypeAlias = OfNow | OfThePast


def ask(
    question: Question, view: View, network: Network, naming: Naming, given: Mapping[str, str], lang: Lang
) -> Answer:
    """Answer a question whose parameters are given as people write them; `network` is that of `view`.

    Raises `Misasked` for a parameter that is missing or not the question's, `Unknown`,
    `Ambiguous` or `Refused` for what was given.
    """
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in given:
        if name not in known:
            wanted = ", ".join(known) or "-"
            raise Misasked(
                f"{question.name} kent geen {name!r}; wel: {wanted}",
                f"{question.name} knows no {name!r}; it takes: {wanted}",
            )
    for name, parameter in known.items():
        if parameter.required and not given.get(name, "").strip():
            example = ", ".join(f"{key} {value!r}" for key, value in question.example.items())
            raise Misasked(
                f"{question.name} mist {name!r} ({parameter.label.nl}); bijvoorbeeld {example}",
                f"{question.name} lacks {name!r} ({parameter.label.en}); for example {example}",
            )
    defaults = {name: parameter.default for name, parameter in known.items() if parameter.default}
    filled = defaults | {name: value for name, value in given.items() if value.strip()}
    named = {name: known[name].read(value, naming) for name, value in filled.items()}
    if isinstance(question, OfThePast):
        answer = question.answer_from(view, network, named, lang)
    else:
        answer = question.answer(network, named, lang)
    if network.version == 0:
        answer.caveats.insert(0, _EMPTY.say(lang))
    answer.caveats += [
        caveat.say(lang) for name, one in named.items() if known[name].free for caveat in _read_as(filled[name], one)
    ]
    return answer


_EMPTY = Text("Er is nog niets geladen; binck load doet dat.", "Nothing was loaded yet; binck load does that.")


def _read_as(text: str, named: Named) -> list[Text]:
    """Where any word is taken: as what a word was read that is no name of its own."""
    if named.kind == WORD or normalised(named.matched) in normalised(text):
        return []
    word = f"{WORD}:{normalised(text)}"
    return [
        Text(
            f"“{text}” is gelezen als “{named.name}”; het woord zelf zoekt u met “{word}”.",
            f"“{text}” was read as “{named.name}”; the word itself is looked for with “{word}”.",
        )
    ]


_BY = {
    False: Text("de bronnen", "the sources"),
    True: Text("de bronnen behalve de introducties", "the sources but for the introductions"),
}
"""Who says as of when it is, where what is recorded by oneself is part of it, and where it is not."""


class Notes:
    """Collects evidence while rows are made, and says what the answer as a whole rests on."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.evidence: dict[str, Evidence] = {}
        self._entities: dict[str, None] = {}
        self._ties: dict[str, None] = {}
        self._sectors: dict[tuple[int, str | None], list[Json]] = {}

    def note(self, evidence: Iterable[Evidence]) -> list[Json]:
        """Remember evidence; the keys to put in a row, each once."""
        keys: dict[str, None] = {}
        for found in evidence:
            self.evidence[found.statement] = found
            keys[found.statement] = None
        return list(keys)

    def note_known(self, *entities: Entity) -> list[Json]:
        """By what each is known: the first evidence that it is there at all, that of what is recorded oneself last."""
        return self.note(
            next((found for found in entity.evidence if found.source != INTRODUCTIONS), entity.evidence[0])
            for entity in entities
            if entity.evidence
        )

    def note_values(self, values: Iterable[Value]) -> list[Json]:
        return self.note(evidence for value in values for evidence in value.evidence)

    def note_ties(self, ties: Iterable[Tie]) -> list[Json]:
        """Remember ties with their ends as part of what is drawn; the keys of their evidence."""
        ties = list(ties)
        for tie in ties:
            self._ties[tie.id] = None
            self._entities[tie.from_id] = self._entities[tie.to_id] = None
        return self.note(evidence for tie in ties for evidence in tie.evidence)

    def note_sector(self, row: int, sector: str | None = None) -> list[Json]:
        """Why somebody counts as of a sector, or of the sectors that she has: her own, and that of where she works."""
        found = self._sectors.get((row, sector))
        if found is None:
            jobs = [int(self.network.head[tie]) for tie in self.network.ties_at(row, "works_for")]
            keys: dict[Json, None] = {}
            for one in (row, *jobs):
                # most people have no sector of their own, and need not be read
                values = self.network.entity(one).properties.get("sector", ()) if self.network.own_sector[one] else ()
                keys |= dict.fromkeys(self.note(v.evidence[0] for v in values if sector in (None, v.value)))
            found = self._sectors[row, sector] = list(keys)
        return found

    def draw(self, entities: Iterable[str]) -> None:
        for entity in entities:
            self._entities[entity] = None

    def finish(self, answer: Answer, lang: Lang) -> Answer:
        """Put evidence, the part to draw and the standing caveats into an answer."""
        answer.evidence = self.evidence
        answer.entities, answer.ties = sorted(self._entities), sorted(self._ties)
        answer.caveats += [caveat.say(lang) for caveat in (*self._as_of(), *self._certainty())]
        return answer

    def _as_of(self) -> list[Text]:
        """As of when the sources speak, since a network changes and a report does not."""
        days, undated = [], 0
        sources = {found.source for found in self.evidence.values()}
        by = _BY[INTRODUCTIONS in sources]
        for source in sources - {CORRECTIONS, INTRODUCTIONS}:
            held = [Date.parse(e.as_of) for e in self.evidence.values() if e.source == source and e.as_of]
            published = self.network.sources.get(source, {}).get("published")
            if published:
                held.append(Date.parse(str(published)))
            if held:
                days += held
            else:
                undated += 1
        notes = []
        if days:
            oldest, newest = min(days, key=lambda d: d.first), max(days, key=lambda d: d.last)
            if oldest.first >= newest.first or oldest.iso == newest.iso:
                notes.append(
                    Text(
                        f"Stand van {newest.say('nl')}, volgens {by.nl}.",
                        f"As of {newest.say('en')}, by {by.en}.",
                    )
                )
            else:
                period = {lang: say_period(oldest.iso, newest.iso, lang) for lang in ("nl", "en")}
                notes.append(
                    Text(
                        f"Stand van {period['nl']}, volgens {by.nl}; wat sindsdien veranderde staat er niet in.",
                        f"As of {period['en']}, by {by.en}; what changed since is not in it.",
                    )
                )
        if undated == 1:
            notes.append(Text("Eén bron noemt zelf geen datum.", "One source gives no date of its own."))
        elif undated:
            notes.append(
                Text(f"{undated} bronnen noemen zelf geen datum.", f"{undated} sources give no date of their own.")
            )
        return notes

    def _certainty(self) -> list[Text]:
        inferred = sum(e.certainty == "inferred" for e in self.evidence.values())
        hearsay = sum(e.certainty == "hearsay" for e in self.evidence.values())
        notes = []
        if inferred:
            all_ = len(self.evidence)
            are, zijn = ("is", "is") if inferred == 1 else ("are", "zijn")
            notes.append(
                Text(
                    f"{inferred} van de {all_} bewijsplaatsen {zijn} afgeleid; de reden staat erbij.",
                    f"{inferred} of the {all_} pieces of evidence {are} inferred; the reason stands beside.",
                )
            )
        if hearsay:
            notes.append(Text(f"{hearsay} van horen zeggen.", f"{hearsay} from hearsay."))
        return notes


def evidence_json(evidence: Evidence) -> dict[str, Json]:
    """Evidence as the contract has it, with the statement and reason beside."""
    return {
        "source": evidence.source,
        "locator": evidence.locator or None,
        "printed": evidence.printed or None,
        "certainty": evidence.certainty,
        "as_of": evidence.as_of or None,
        "reason": evidence.reason,
        "statement": evidence.statement,
        "corrects": evidence.corrects or None,
    }


def some(names: list[str], lang: Lang, most: int = 3, total: int = 0) -> str:
    """The first few names, and how many more there are of `total`, or of those given.

    >>> some(["a", "b", "c", "d", "e"], "nl"), some(["a", "b"], "en"), some(["a", "b", "c"], "en", total=9)
    ('a, b, c en 2 andere', 'a and b', 'a, b, c and 6 others')
    """
    rest = max(total, len(names)) - most
    if rest <= 0:
        return listed(names, lang)
    if lang == "en":
        return f"{', '.join(names[:most])} and {rest} {'other' if rest == 1 else 'others'}"
    return f"{', '.join(names[:most])} en {rest} {'ander' if rest == 1 else 'andere'}"
