"""A change: what somebody did, when and why, in ids and never in content."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from graph.jsontext import Json, dumps

STATEMENT: Final = "statement"
JUDGEMENT: Final = "judgement"
WITHDRAWN: Final = "withdrawn"


class Part(NamedTuple):
    """One thing that a change did.

    `what` is a statement or judgement that `origin` (a file, or a person's hand) began or
    ceased to hold, or the mark that a source or judgement is withdrawn until it is named.
    """

    added: bool
    what: str
    id: str
    origin: str


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the history; `undoes` is the id of the change that it takes back."""

    id: str
    at: str
    by: str
    why: str
    undoes: str
    parts: tuple[Part, ...]

    @classmethod
    def after(cls, last: str, at: str, by: str, why: str, parts: Iterable[Part], undoes: str = "") -> Change:
        """A change that follows the one with id `last`; its id depends on all before it."""
        parts = tuple(parts)
        digest = hashlib.sha256(dumps([last, at, by, why, undoes, [tuple(part) for part in parts]])).hexdigest()
        return cls("c" + digest[:15], at, by, why, undoes, parts)

    def ids(self, what: str, added: bool | None = None) -> list[str]:
        return sorted({part.id for part in self.parts if part.what == what and added in (None, part.added)})

    def json(self) -> dict[str, Json]:
        return {
            "id": self.id,
            "at": self.at,
            "by": self.by,
            "why": self.why,
            "undoes": self.undoes or None,
            "statements_added": list(self.ids(STATEMENT, True)),
            "statements_withdrawn": list(self.ids(STATEMENT, False)),
            "judgements": list(self.ids(JUDGEMENT)),
            "judgements_withdrawn": list(self.ids(JUDGEMENT, False)),
        }


def standing(changes: Iterable[Change]) -> list[Change]:
    """The changes that count: one and the undo that took it back take each other away.

    Of a part of the history, an undo of something before that part counts itself.
    """
    changes = list(changes)
    here = {change.id for change in changes}
    gone: set[str] = set()
    left = []
    for change in reversed(changes):
        if change.id in gone:
            continue
        if change.undoes in here:
            gone.add(change.undoes)
        else:
            left.append(change)
    return left[::-1]
