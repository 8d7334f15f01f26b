"""What kinds the store has under a name, looked up once somebody asks."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property

from graph.bulk import many_objects
from graph.knowledge import Knowledge
from graph.names import normalised
from graph.network import read_network


class KnownKinds:
    """Answers for the version of the store at the first question."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def __call__(self, name: str) -> Collection[str]:
        """The kinds of everything that any source calls by this normalised name."""
        return self._by_name.get(name, ())

    @cached_property
    def _by_name(self) -> dict[str, set[str]]:
        with many_objects(), self._knowledge.store.reading() as view:
            network = read_network(view, self._knowledge.words)
        found: dict[str, set[str]] = {}
        for row, names in enumerate(network.all_names):
            for name in names:
                found.setdefault(normalised(name), set()).add(network.kinds[network.kind[row]])
        return found
