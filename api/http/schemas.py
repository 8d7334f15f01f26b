"""The shapes of the JSON, for the documentation; a test holds real answers against them."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Problem(Shape):
    """What went wrong (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    candidates: list[Candidate] | None = None


class Candidate(Shape):
    id: str
    kind: str
    name: str


class Evidence(Shape):
    """Where something comes from."""

    source: str
    locator: str | None
    printed: str | None
    certainty: Literal["stated", "inferred", "hearsay"]
    as_of: str | None
    reason: dict[str, str] | None
    statement: str
    corrects: str | None


class Waiting(Shape):
    """A correction whose statement is not there."""

    id: str
    statement: str
    property: str


class Status(Shape):
    """What the store holds, in numbers."""

    store: str
    version: int
    sources: int
    statements: int
    entities: dict[str, int]
    ties: dict[str, int]
    open_questions: int
    corrections_waiting: list[Waiting]


class Parameter(Shape):
    name: str
    label: str
    takes: list[str]
    required: bool
    choices: dict[str, str]
    default: str | None


class Question(Shape):
    """An entry of the catalogue."""

    name: str
    label: str
    asks: str
    parameters: list[Parameter]
    example: dict[str, str]


class Drawn(Shape):
    """The part of the network that an answer is about."""

    entities: list[str]
    ties: list[str]


class Answer(Shape):
    """A sentence, rows, what they rest on, and caveats. Every row names its `evidence` by key."""

    question: str
    parameters: dict[str, str | None]
    sentence: str
    rows: list[dict[str, Any]]
    sentence_evidence: list[str]
    caveats: list[str]
    evidence: dict[str, Evidence]
    network: Drawn
    version: int


class Understood(Shape):
    """How a question in words is read, and its answer when it is clear and lacks nothing.

    `question` is null when nothing fits; `missing` names what the question needs and was not named; `nearest` are
    the three questions that come nearest; `unread` the words that say nothing; `asked` the question in words.
    """

    question: str | None
    parameters: dict[str, str]
    missing: list[str]
    nearest: list[str]
    unread: list[str]
    asked: str | None
    answer: Answer | None


class Found(Shape):
    """Something that may be meant by a name."""

    id: str
    kind: str
    name: str
    matched: str


class Source(Shape):
    id: str
    title: str | None
    kind: str | None
    published: str | None
    fingerprint: str | None
    url: str | None


class Value(Shape):
    value: Any
    texts: dict[str, str] | None = None
    evidence: list[Evidence] = Field(min_length=1)


class Tie(Shape):
    id: str
    kind: str
    from_: str = Field(alias="from")
    to: str
    start: str | None
    end: str | None
    properties: dict[str, list[Value]]
    evidence: list[Evidence] = Field(min_length=1)


class NamedTie(Tie):
    """A tie with the names at its ends; `from_many` when the first names several, so that a verb agrees."""

    from_name: str
    to_name: str
    held: bool
    from_many: bool


class Entity(Shape):
    id: str
    ids: list[str]
    kind: str
    name: str
    names: list[str]
    sectors: list[str]
    properties: dict[str, list[Value]]
    evidence: list[Evidence]


class WholeEntity(Entity):
    """An entity with its ties."""

    ties: list[NamedTie]


class Graph(Shape):
    """The whole graph; its JSON Schema is at `/api/schema`."""

    format: Literal["binckhorst-network/1"]
    version: int
    sources: list[Source]
    entities: list[Entity]
    ties: list[Tie]
