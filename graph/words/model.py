"""What a file of the words may say: the shape of each kind, checked when it is read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from graph.texts import Lang

ValueType = Literal["text", "line", "date", "quantity", "amount", "number", "choice", "address"]
Shape = Literal[
    "circle", "square", "diamond", "triangle", "triangle_down", "hexagon", "pentagon", "star", "ellipse", "box"
]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Words1 = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class _Word(BaseModel):
    # lax, since a file's scalars are all read as text: "true" becomes True
    model_config = ConfigDict(extra="forbid", frozen=True)


class Label(_Word):
    """Words for a thing in both languages."""

    nl: Words1
    en: Words1

    def say(self, lang: Lang) -> str:
        return self.en if lang == "en" else self.nl


class Property(_Word):
    """One property: the type of its values, whether several are natural, whether it is personal data."""

    value: ValueType
    label: Label
    choices: Identifier | None = None
    many: bool = False
    personal: bool = False

    @model_validator(mode="after")
    def _choices_only_for_choice(self) -> Property:
        if (self.value == "choice") != (self.choices is not None):
            raise ValueError("`choices` stands with `value: choice`, and only there")
        return self


class SameName(_Word):
    """When the rule of equal names applies: not for these values, or only with this property equal."""

    unless: Mapping[Identifier, tuple[str, ...]] = Field(default_factory=dict)
    equal: Identifier | None = None
    or_: Mapping[Identifier, tuple[str, ...]] = Field(default_factory=dict, alias="or")


class EntityKind(_Word):
    """A kind of entity, from `entities/<name>.yaml`."""

    name: Identifier
    label: Label
    plural: Label
    means: Label
    colour: Colour
    shape: Shape
    personal: bool = False
    same_name: Literal["joins", "never"] | SameName = "joins"
    properties: Mapping[Identifier, Property] = Field(default_factory=dict)


class Ends(_Word):
    """Kinds that a tie may go from, with the kinds that it may then go to."""

    from_: tuple[Identifier, ...] = Field(alias="from", min_length=1)
    to: tuple[Identifier, ...] = Field(min_length=1)


class TieKind(_Word):
    """A kind of tie, from `ties/<name>.yaml`.

    `sentence` reads the tie aloud with `{from}`, `{to}` and its properties; what stands in
    square brackets is said only when its property is known. `lasting` kinds hold on a day
    (`as_of`) rather than happen. Kinds that `joins` bring their two ends together, so that
    somebody can stand between others through them; to be missing or to be about something
    does not.
    """

    name: Identifier
    label: Label
    means: Label
    ends: tuple[Ends, ...] = Field(min_length=1)
    sentence: Label
    symmetric: bool = False
    joins: bool = False
    lasting: bool = False
    identifying: tuple[Identifier, ...] = ()
    properties: Mapping[Identifier, Property] = Field(default_factory=dict)

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Every allowed pair of kinds; both ways round for a symmetric tie."""
        pairs = {(a, b) for ends in self.ends for a in ends.from_ for b in ends.to}
        return frozenset(pairs | {(b, a) for a, b in pairs} if self.symmetric else pairs)

    @cached_property
    def on_the_tie(self) -> frozenset[str]:
        """The properties that are part of a tie statement itself."""
        return frozenset(self.identifying) | {"start", "end"}

    @model_validator(mode="after")
    def _identifying_is_declared(self) -> TieKind:
        for key in self.identifying:
            if key not in self.properties:
                raise ValueError(f"identifying property {key!r} is not among `properties`")
        return self


class Choices(_Word):
    """A list of choices, from `choices/<name>.yaml`."""

    name: Identifier
    label: Label
    choices: Mapping[Identifier, Label] = Field(min_length=1)


class SourceKind(_Word):
    """What is said of a source itself, from `source.yaml`."""

    label: Label
    plural: Label
    properties: Mapping[Identifier, Property]
