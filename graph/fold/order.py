"""Which of several values is shown first, and what each rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from graph.dates import Date
from graph.errors import Refused
from graph.jsontext import Json, dumps
from graph.model import Evidence, Value
from graph.rules import fits
from graph.statements import CERTAINTIES, CORRECTION, SOURCE, Statement
from graph.words import Words

Rank: TypeAlias = tuple[int, int, int, str]
Claim: TypeAlias = tuple[Json, Statement]
"""A value, and the statement that says it."""

_CERTAINTY = {certainty: place for place, certainty in enumerate(CERTAINTIES)}
_UNKNOWN = 1


class Order:
    """Ranks statements: correction, then certainty, then the source published later, then the id."""

    def __init__(self, statements: Iterable[Statement], corrections: Corrections) -> None:
        self._evidence: dict[str, Evidence] = {}
        claims: dict[str, list[Claim]] = {}
        for statement in statements:
            if statement.form == SOURCE and statement.word == "published":
                found = corrections.readings(statement, statement.word, statement.value)
                claims.setdefault(statement.source, []).extend(found)
        self._published = {
            source: -Date.parse(str(min(found, key=lambda claim: _bare_rank(claim[1]))[0])).first
            for source, found in claims.items()
        }

    def rank(self, statement: Statement) -> Rank:
        """Smaller is shown first; a source of unknown date comes last."""
        return (
            0 if statement.form == CORRECTION else 1,
            _CERTAINTY[statement.certainty],
            self._published.get(statement.source, _UNKNOWN),
            statement.id,
        )

    def evidence(self, statements: list[Statement]) -> tuple[Evidence, ...]:
        """The evidence that statements are, in the order shown."""
        if len(statements) > 1:
            statements = sorted(statements, key=self.rank)
        return tuple([self.shown(statement) for statement in statements])

    def shown(self, statement: Statement) -> Evidence:
        """A statement as evidence; the same object each time."""
        found = self._evidence.get(statement.id)
        if found is None:
            found = self._evidence[statement.id] = _evidence(statement)
        return found

    def values(self, claims: list[Claim]) -> tuple[Value, ...]:
        """Claims as values in the order shown, equal ones as one value with all evidence."""
        if len(claims) == 1:
            return (Value(claims[0][0], (self.shown(claims[0][1]),)),)
        found: dict[object, tuple[Json, list[Evidence]]] = {}
        for value, statement in sorted(claims, key=lambda claim: self.rank(claim[1])):
            key = value if isinstance(value, str) else dumps(value)
            found.setdefault(key, (value, []))[1].append(self.shown(statement))
        return tuple(Value(value, tuple(given)) for value, given in found.values())


class Corrections:
    """The corrections in force, by the statement that each one mends.

    `waiting` are those whose statement is not among `statements`, or whose value it cannot take.
    """

    def __init__(self, statements: Iterable[Statement], words: Words) -> None:
        statements = list(statements)
        found = [statement for statement in statements if statement.form == CORRECTION]
        wanted = {correction.of for correction in found}
        targets = {statement.id: statement for statement in statements if statement.id in wanted} if found else {}
        self._of: dict[str, list[Statement]] = {}
        self.waiting: list[Statement] = []
        for correction in sorted(found, key=_bare_rank):
            if correction.of in targets and _fits(correction, targets[correction.of], words):
                self._of.setdefault(correction.of, []).append(correction)
            else:
                self.waiting.append(correction)

    def readings(self, statement: Statement, word: str, printed: Json) -> list[Claim]:
        """What a statement says of `word`: the corrections first, then what is printed."""
        found = self._of.get(statement.id)
        if found is None:
            return [] if printed is None else [(printed, statement)]
        readings = [(c.value, c) for c in found if c.word == word]
        return readings if printed is None else [*readings, (printed, statement)]

    def right_properties(self, statement: Statement) -> Mapping[str, Json]:
        """What counts of the properties on a tie statement itself, by key."""
        said = dict(statement.properties)
        for correction in reversed(self._of.get(statement.id, ())):
            said[correction.word] = correction.value
        return said

    def words_of(self, statement: Statement) -> list[str]:
        """The properties on a tie statement itself, printed or corrected."""
        words = [key for key, _ in statement.properties]
        return words + [c.word for c in self._of.get(statement.id, ()) if c.word not in words]

    def right(self, statement: Statement, word: str, printed: Json) -> Json:
        """The value that counts: the best correction, else what is printed."""
        found = self._of.get(statement.id)
        if found is not None:
            for correction in found:
                if correction.word == word:
                    return correction.value
        return printed


def _fits(correction: Statement, target: Statement, words: Words) -> bool:
    try:
        fits(correction, target, words)
    except Refused:
        return False
    return True


def _evidence(statement: Statement) -> Evidence:
    return Evidence(
        statement.id,
        statement.source,
        statement.locator,
        statement.printed,
        statement.certainty,
        statement.as_of,
        statement.reason,
        statement.of if statement.form == CORRECTION else "",
    )


def _bare_rank(statement: Statement) -> Rank:
    return (0 if statement.form == CORRECTION else 1, _CERTAINTY[statement.certainty], _UNKNOWN, statement.id)
