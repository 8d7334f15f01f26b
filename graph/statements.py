"""A statement: one thing that one source says about one entity or one tie."""

from __future__ import annotations

import builtins
import hashlib
from dataclasses import dataclass, field
from typing import Any, Final, cast

from graph.jsontext import Json, dumps
from graph.texts import Text

SOURCE: Final = "source"
MENTION: Final = "mention"
PROPERTY: Final = "property"
TIE: Final = "tie"
TIE_PROPERTY: Final = "tie_property"
CORRECTION: Final = "correction"

CORRECTIONS: Final = "corrections"
"""The source whose statements correct those of others."""

CERTAINTY_LABELS: Final = {
    "stated": Text("gezegd", "stated"),
    "inferred": Text("afgeleid", "inferred"),
    "hearsay": Text("van horen zeggen", "hearsay"),
}
CERTAINTIES: Final = tuple(CERTAINTY_LABELS)
"""How sure a statement is, the surest first."""

ID_LENGTH: Final = 24


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """One fact with its evidence; the id is a hash of all of it, source included.

    | form         | subject           | word          | object       | of            | value       |
    |--------------|-------------------|---------------|--------------|---------------|-------------|
    | source       | the source        | its property  |              |               | the value   |
    | mention      | the mention       | kind          |              |               | the name    |
    | property     | the mention       | property      |              |               | the value   |
    | tie          | the mention from  | kind of tie   | mention to   |               |             |
    | tie_property | the mention from  | property      | mention to   | tie statement | the value   |
    | correction   |                   | property      |              | what it mends | right value |

    `properties` holds what is part of a tie itself: its identifying properties and its
    `start` and `end`, by key. A mention's id is `source:key`. A correction of a mention has
    the word `name`. `reason` says why something is inferred or corrected.
    """

    form: str
    source: str
    subject: str
    word: str
    object: str = ""
    of: str = ""
    value: Json = None
    properties: tuple[tuple[str, Json], ...] = ()
    locator: str = ""
    printed: str = ""
    certainty: str = "stated"
    reason: Json = None
    as_of: str = ""
    id: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", hashlib.sha256(dumps(self.content())).hexdigest()[:ID_LENGTH])

    def content(self) -> list[builtins.object]:
        """Everything but the id, in the order of the fields: what a store keeps."""
        return [
            self.form,
            self.source,
            self.subject,
            self.word,
            self.object,
            self.of,
            self.value,
            self.properties,
            self.locator,
            self.printed,
            self.certainty,
            self.reason,
            self.as_of,
        ]

    @classmethod
    def from_content(cls, content: Json) -> Statement:
        """The statement that `content()` came from."""
        fields: list[Any] = list(cast("list[Any]", content))
        fields[7] = tuple((key, value) for key, value in fields[7])
        return cls(*fields)

    def get(self, key: str) -> Json:
        """What this tie statement says of one of its own properties, else None."""
        for name, value in self.properties:
            if name == key:
                return value
        return None

    def __eq__(self, other: builtins.object) -> bool:
        return isinstance(other, Statement) and other.id == self.id

    def __hash__(self) -> int:
        return hash(self.id)


def mention_id(source: str, key: str) -> str:
    """The address of a mention: its source and its key there."""
    return f"{source}:{key}"


def source_of(mention: str) -> str:
    return mention.partition(":")[0]
