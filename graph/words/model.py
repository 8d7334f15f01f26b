"""What a file of the words may say: the shape of each kind, checked when it is read."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct, field

from graph.texts import Lang

ValueType: TypeAlias = Literal["text", "line", "date", "quantity", "amount", "number", "choice", "address"]
Shape: TypeAlias = Literal[
    "circle", "square", "diamond", "triangle", "triangle_down", "hexagon", "pentagon", "star", "ellipse", "box"
]
Colour: TypeAlias = Annotated[str, Meta(pattern=r"^#[0-9a-f]{6}$")]
Identifier: TypeAlias = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*$")]
Words1: TypeAlias = Annotated[str, Meta(pattern=r"\S")]


class _Word(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, dict=True):
    """What all files of the words share: a key that is not known is an error."""


class Label(_Word, frozen=True):
    """Words for a thing in both languages."""

    nl: Words1
    en: Words1

    def say(self, lang: Lang) -> str:
        return self.en if lang == "en" else self.nl


class Property(_Word, frozen=True):
    """One property: the type of its values, whether several are natural, whether it is personal data."""

    value: ValueType
    label: Label
    choices: Identifier | None = None
    many: bool = False
    personal: bool = False

    def __post_init__(self) -> None:
        if (self.value == "choice") != (self.choices is not None):
            raise ValueError("`choices` stands with `value: choice`, and only there")


class SameName(_Word, frozen=True):
    """When the rule of equal names applies: not for these values, or only with this property equal."""

    unless: dict[Identifier, tuple[str, ...]] = {}
    equal: Identifier | None = None
    or_: dict[Identifier, tuple[str, ...]] = field(name="or", default_factory=dict)


class EntityKind(_Word, frozen=True):
    """A kind of entity, from `entities/<name>.yaml`.

    A `detail` only fills in something larger, as a line does a budget: a map of everything leaves it out. A `record`
    tells what somebody does with the network, and nothing of the world: every map leaves it out, and who is looked for
    by a part of a name is never one.
    """

    name: Identifier
    label: Label
    plural: Label
    means: Label
    colour: Colour
    shape: Shape
    personal: bool = False
    detail: bool = False
    record: bool = False
    same_name: Literal["joins", "never"] | SameName = "joins"
    properties: dict[Identifier, Property] = {}


class Ends(_Word, frozen=True):
    """Kinds that a tie may go from, with the kinds that it may then go to."""

    from_: Annotated[tuple[Identifier, ...], Meta(min_length=1)] = field(name="from")
    to: Annotated[tuple[Identifier, ...], Meta(min_length=1)]


class TieKind(_Word, frozen=True):
    """A kind of tie, from `ties/<name>.yaml`.

    `sentence` reads the tie aloud with `{from}`, `{to}` and its properties; what stands in
    square brackets is said only when its property is known, and of `(one|several)` the second
    when `{from}` names several. `meant` reads it aloud when what it is about was not held.
    `lasting` kinds hold on a day (`as_of`) rather than happen. Kinds that `joins` bring their
    two ends together, so that somebody can stand between others through them; to be missed or
    to be about something does not. `columns` are the properties that have a column of their own
    in a spreadsheet's template; left out these are the identifying ones, with begin and end
    where the kind is lasting. A `rare` kind has columns only where all are asked for.
    """

    name: Identifier
    label: Label
    means: Label
    ends: Annotated[tuple[Ends, ...], Meta(min_length=1)]
    sentence: Label
    meant: Label | None = None
    symmetric: bool = False
    joins: bool = False
    lasting: bool = False
    identifying: tuple[Identifier, ...] = ()
    properties: dict[Identifier, Property] = {}
    columns: tuple[Identifier, ...] | None = None
    rare: bool = False

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Every allowed pair of kinds; both ways round for a symmetric tie."""
        pairs = {(a, b) for ends in self.ends for a in ends.from_ for b in ends.to}
        return frozenset(pairs | {(b, a) for a, b in pairs} if self.symmetric else pairs)

    @cached_property
    def on_the_tie(self) -> frozenset[str]:
        """The properties that are part of a tie statement itself."""
        return frozenset(self.identifying) | {"start", "end"}

    def __post_init__(self) -> None:
        for what, keys in (("identifying property", self.identifying), ("column", self.columns or ())):
            for key in keys:
                if key not in self.properties:
                    raise ValueError(f"{what} {key!r} is not among `properties`")


class Choices(_Word, frozen=True):
    """A list of choices, from `choices/<name>.yaml`."""

    name: Identifier
    label: Label
    choices: Annotated[dict[Identifier, Label], Meta(min_length=1)]


class SourceKind(_Word, frozen=True):
    """What is said of a source itself, from `source.yaml`."""

    label: Label
    plural: Label
    properties: dict[Identifier, Property]
