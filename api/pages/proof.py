"""Evidence as it stands on a page: the source as a link, then where and how sure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from api.pages.frame import Frame
from graph.sentences import evidence_line


@dataclass(frozen=True, slots=True)
class Proof:
    """One line; `rest` begins with its comma."""

    source: str
    title: str
    rest: str


def proofs(evidence: Iterable[Mapping[str, Any]], frame: Frame) -> list[Proof]:
    """Each piece of evidence as a line, equal lines once."""
    found: dict[Proof, None] = {}
    for piece in evidence:
        title = frame.titles.get(piece["source"], piece["source"])
        line = evidence_line({**piece, "source": title}, frame.lang)
        found[Proof(piece["source"], title, line[len(title) :])] = None
    return list(found)
