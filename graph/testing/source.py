"""A source that speaks tersely, for tests and made-up worlds."""

from __future__ import annotations

from typing import TypeAlias, TypedDict

from typing_extensions import Unpack

from graph.bundle import Bundle
from graph.jsontext import Json
from graph.judgements import Judgement
from graph.statements import (
    CORRECTION,
    CORRECTIONS,
    MENTION,
    PROPERTY,
    SOURCE,
    TIE,
    TIE_PROPERTY,
    Statement,
    mention_id,
)


class Evidence(TypedDict, total=False):
    """What any statement may say of where it comes from."""

    locator: str
    printed: str
    certainty: str
    reason: Json
    as_of: str


Address: TypeAlias = "str | Statement"
"""A mention: its address, or the statement that names it."""


class Source:
    """Everything one source says; each method adds a statement and returns it.

    >>> news = Source("news", published="2021")
    >>> ann, bob = news.mention("ann", "person", "Ann"), news.mention("bob", "person", "Bob")
    >>> tie = news.tie(ann, "knows", bob, start="2020")
    >>> ann.subject, tie.properties, len(news.statements)
    ('news:ann', (('start', '2020'),), 4)
    """

    def __init__(self, id_: str, *, published: str = "") -> None:
        self.id = id_
        self.statements: list[Statement] = []
        self.judgements: list[Judgement] = []
        if published:
            self.source("published", published)

    def __repr__(self) -> str:
        said = [f"  {' '.join(map(str, s.content()))}" for s in self.statements]
        return "\n".join([f"Source({self.id!r})", *said, *(f"  {j.verdict} {j.a} {j.b}" for j in self.judgements)])

    def bundle(self) -> Bundle:
        return Bundle(self.id, list(self.statements), list(self.judgements), f"{self.id}.yaml")

    def source(self, word: str, value: Json) -> Statement:
        """A property of the source itself."""
        return self._add(Statement(SOURCE, self.id, self.id, word, value=value))

    def mention(self, key: str, kind: str, name: str, **evidence: Unpack[Evidence]) -> Statement:
        return self._add(Statement(MENTION, self.id, mention_id(self.id, key), kind, value=name, **evidence))

    def property(self, of: Address, word: str, value: Json, **evidence: Unpack[Evidence]) -> Statement:
        return self._add(Statement(PROPERTY, self.id, address(of), word, value=value, **evidence))

    def tie(self, from_: Address, kind: str, to: Address, *, as_of: str = "", **properties: str) -> Statement:
        """`properties` are those on the tie itself: `start`, `end`, and what identifies it."""
        own: tuple[tuple[str, Json], ...] = tuple(sorted(properties.items()))
        return self._add(Statement(TIE, self.id, address(from_), kind, address(to), properties=own, as_of=as_of))

    def tie_property(self, tie: Statement, word: str, value: Json, **evidence: Unpack[Evidence]) -> Statement:
        hanging = Statement(TIE_PROPERTY, self.id, tie.subject, word, tie.object, of=tie.id, value=value, **evidence)
        return self._add(hanging)

    def correct(self, target: str | Statement, word: str, value: Json, reason: str = "a slip") -> Statement:
        """A correction of any statement, by the source `corrections`."""
        of = target if isinstance(target, str) else target.id
        correction = Statement(CORRECTION, CORRECTIONS, "", word, of=of, value=value, reason={"en": reason})
        return self._add(correction)

    def judge(self, verdict: str, a: Address, b: Address, why: str = "seen") -> Judgement:
        judgement = Judgement(verdict, address(a), address(b), {"en": why})
        self.judgements.append(judgement)
        return judgement

    def _add(self, statement: Statement) -> Statement:
        self.statements.append(statement)
        return statement


def address(mention: Address) -> str:
    return mention if isinstance(mention, str) else mention.subject
