"""What is known of the sources themselves."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from graph.fold.order import Claim, Corrections, Order
from graph.store import View
from graph.words import Words


def read_sources(view: View, words: Words, only: Collection[str] | None = None) -> dict[str, dict[str, Any]]:
    """What is known of each source, or of `only` some, the shown value of each property, by its id."""
    known: dict[str, dict[str, Any]] = {source: {} for source in (view.sources() if only is None else only)}
    statements = view.of_sources(known)
    corrections = Corrections([*statements, *view.corrections_of(s.id for s in statements)], words)
    order = Order(statements, corrections)
    claims: dict[tuple[str, str], list[Claim]] = {}
    for statement in statements:
        found = claims.setdefault((statement.source, statement.word), [])
        found += corrections.readings(statement, statement.word, statement.value)
    for (source, word), found in claims.items():
        known[source][word] = order.values(found)[0].value
    return known
