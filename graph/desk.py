"""The desk: an open store with its words, where every door asks. Holds the network of the present version."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Mapping

from graph.asking import Reader, Reading
from graph.bulk import many_objects
from graph.changes import JUDGEMENT, STATEMENT
from graph.export import entity_json, graph_json, named_tie_json, sources_json
from graph.jsontext import Json
from graph.knowledge import Knowledge, waiting_corrections
from graph.local import local_file
from graph.naming import Named, Naming
from graph.network import Network
from graph.network_file import kept_network
from graph.questions import Answer, ask, question_named
from graph.store import Store, View
from graph.texts import Lang
from graph.verify import Verdict, verify
from graph.words import Words


class Desk:
    """Answers questions about a store; one object serves many threads."""

    def __init__(self, store: Store, words: Words, by: str = "") -> None:
        self.store = store
        self.words = words
        self.knowledge = Knowledge(store, words, by)
        self._lock = threading.Lock()
        self._network: Network | None = None
        self._last_change = ""
        self._naming: Naming | None = None
        self._reader: Reader | None = None

    def network(self) -> Network:
        """The network of the store's present version, read again when the version moved."""
        with self.store.reading() as view:
            return self._network_of(view)

    def _network_of(self, view: View) -> Network:
        with self._lock, many_objects():
            # a store put back from a backup may have the same number of changes and others in it
            if self._network is None or (self._network.version, self._last_change) != (view.version, view.last_change):
                file = local_file(self.store.url, "network")
                self._network = kept_network(view, self.words, file)
                self._naming = self._reader = None
                self._last_change = view.last_change
            return self._network

    def naming(self, network: Network) -> Naming:
        """Names of that network, kept for the present one."""
        with self._lock:
            if network is not self._network:
                return Naming(network)
            if self._naming is None:
                self._naming = Naming(network)
            return self._naming

    def ask(self, question: str, given: Mapping[str, str], lang: Lang) -> Answer:
        with self.store.reading() as view:
            network = self._network_of(view)
            return ask(question_named(question), view, network, self.naming(network), given, lang)

    def understand(self, text: str) -> Reading:
        """How a question in words is read; it is not answered."""
        network = self.network()
        naming = self.naming(network)
        with self._lock:
            if self._reader is None or network is not self._network:
                self._reader = Reader(naming)
            return self._reader.read(text)

    def find(self, text: str) -> list[Named]:
        return self.naming(self.network()).find(text)

    def resolve(self, text: str) -> Named:
        """One entity of any kind, by id or name."""
        return self.naming(self.network()).resolve(text, tuple(self.words.entities))

    def show(self, text: str, *, personal: bool = False) -> dict[str, Json]:
        """An entity as the export has it, with its ties and the names at their ends."""
        network = self.network()
        row = self.naming(network).resolve(text, tuple(self.words.entities)).row
        ties = [named_tie_json(network, tie, personal=personal) for tie in network.ties_at(row)]
        return {**entity_json(network, row, personal=personal), "ties": list(ties)}

    def export(self, *, personal: bool = False) -> dict[str, Json]:
        return graph_json(self.network(), personal=personal)

    def sources(self) -> list[dict[str, Json]]:
        return sources_json(self.network())

    def status(self) -> dict[str, Json]:
        """What the store holds, in numbers, and what waits for somebody."""
        network = self.network()
        with self.store.reading() as view:
            waiting = waiting_corrections(view, self.words)
            statements, questions = view.count(), view.questions()
        entities = Counter(network.kinds[kind] for kind in network.kind)
        ties = Counter(network.tie_kinds[kind] for kind in network.tie_kind)
        return {
            "store": self.store.url,
            "version": network.version,
            "sources": len(network.sources),
            "statements": statements,
            "entities": dict(sorted(entities.items())),
            "ties": dict(sorted(ties.items())),
            "open_questions": len(questions),
            "corrections_waiting": [{"id": c.id, "statement": c.of, "property": c.word} for c in waiting],
        }

    def verify(self) -> Verdict:
        with self.store.reading() as view:
            return verify(view, self.words)

    def address(self, text: str) -> str:
        """The address of a mention as it is given, or of the entity that a name stands for."""
        with self.store.reading() as view:
            if view.mentions([text]):
                return text
        return self.resolve(text).id

    def open_questions(self) -> list[dict[str, Json]]:
        """What only a person can decide, in a steady order, with the name that it is about."""
        network = self.network()
        with self.store.reading() as view:
            questions = sorted(view.questions(), key=lambda question: question.id)
        found: list[dict[str, Json]] = []
        for question in questions:
            row = network.row_of(question.b)
            name = network.names[row] if row is not None else question.b
            found.append({"id": question.id, "kind": question.kind, "a": question.a, "b": question.b, "name": name})
        return found

    def history(self, entity: str | None = None) -> list[dict[str, Json]]:
        """The changes, oldest first; those that touched one entity when it is named."""
        with self.store.reading() as view:
            changes = view.changes()
        if entity is None:
            return [change.json() for change in changes]
        mentions = set(self.network().entity(self.resolve(entity).row).ids)
        with self.store.reading() as view:
            held = {id_ for change in changes for id_ in change.ids(STATEMENT)}
            about = {s.id for s in view.statements(held) if {s.subject, s.object} & mentions}
            judged = {id_ for change in changes for id_ in change.ids(JUDGEMENT)}
            about |= {j.id for j in view.judgements_by_id(judged) if {j.a, j.b} & mentions}
        return [change.json() for change in changes if about & {part.id for part in change.parts}]
