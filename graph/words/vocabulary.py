"""All the words together: what kinds there are, and how a value or a tie is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.dates import Date
from graph.errors import WordsError
from graph.jsontext import Json
from graph.quantities import Quantity
from graph.texts import Lang, agreeing, euros, say
from graph.words.model import Choices, EntityKind, Property, SourceKind, TieKind

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Words:
    """The kinds of entity and tie, the choices, and what is said of sources."""

    entities: Mapping[str, EntityKind]
    ties: Mapping[str, TieKind]
    choices: Mapping[str, Choices]
    source: SourceKind

    @cached_property
    def personal(self) -> frozenset[str]:
        """The properties that are personal data in some kind of entity or tie."""
        properties = [kind.properties for kind in self.entities.values()]
        properties += [kind.properties for kind in self.ties.values()]
        return frozenset(key for its in properties for key, one in its.items() if one.personal)

    @cached_property
    def records(self) -> frozenset[str]:
        """The kinds of entity that tell what somebody does with the network, and nothing of the world."""
        return frozenset(name for name, kind in self.entities.items() if kind.record)

    def must_know(self, entities: Iterable[str], ties: Iterable[str]) -> None:
        """Raises `WordsError` when a store speaks of kinds that these words do not have."""
        unknown = sorted({*entities} - self.entities.keys()) + sorted({*ties} - self.ties.keys())
        if unknown:
            names = ", ".join(unknown)
            raise WordsError(
                f"de opslag kent {names} en de woorden niet; noem met BINCK_WORDS de map waarmee hij is gemaakt",
                f"the store has {names} and the words have not; name by BINCK_WORDS the folder that it was made with",
            )

    def choice(self, list_name: str, choice: str, lang: Lang) -> str:
        """The label of a choice; the identifier itself when the list no longer has it."""
        choices = self.choices.get(list_name)
        label = choices.choices.get(choice) if choices else None
        return label.say(lang) if label else choice

    def value(self, property_: Property, value: Json, lang: Lang) -> str:
        """A value in words."""
        match property_.value:
            case "date":
                return Date.parse(str(value)).say(lang)
            case "quantity":
                return Quantity.parse(value).say(lang)
            case "amount":
                return euros(int(str(value)), lang)
            case "choice":
                return self.choice(property_.choices or "", str(value), lang)
        return say(value, lang)

    def sentence(
        self,
        kind: str,
        from_: str,
        to: str,
        properties: Mapping[str, Json],
        lang: Lang,
        *,
        held: bool = True,
        many: bool = False,
    ) -> str:
        """A tie read aloud, with the properties that are known.

        `properties` holds a value of each, or a list of values, the shown one first: all are
        said where several are natural. A bracketed part whose property is absent is left out. `held` says whether
        what the tie is about took place, `many` whether `from_` names several.
        """
        tie = self.ties[kind]
        known = {"from": from_, "to": to}
        for key, values in properties.items():
            listed = values if isinstance(values, list) else [values]
            if listed and key in tie.properties:
                said = listed if tie.properties[key].many else listed[:1]
                known[key] = "; ".join(self.value(tie.properties[key], value, lang) for value in said)

        def part(match: re.Match[str]) -> str:
            return match[1] if all(slot in known for slot in _SLOT.findall(match[1])) else ""

        template = (tie.sentence if held or tie.meant is None else tie.meant).say(lang)
        text = _OPTIONAL.sub(part, agreeing(template, many))
        return _SLOT.sub(lambda slot: known.get(slot[1], ""), text)
