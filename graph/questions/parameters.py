"""What a question wants to know, and how what a person typed for it is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.dates import days
from graph.errors import Refused, Unknown
from graph.names import normalised
from graph.naming import SOURCE, WORD, Named, Naming
from graph.texts import Text

ANYTHING = (
    "person",
    "organisation",
    "activity",
    "project",
    "theme",
    "core_value",
    "knowledge_type",
    "knowledge_question",
    "method",
    "place",
)
"""Kinds of entity that stand for themselves; the others are a detail of one of these."""
_VERSION = re.compile(r"^(?:version|versie)[: ]\s*", re.IGNORECASE)
CHOICE = "choice"
PERIOD = "period"
"""A year, month or day, or two of them with a slash between, of which one may be left out (ISO 8601)."""
VERSION = "version"
"""A number of a version; what reads as a date is a period before it is a version, unless `version` stands in front."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing that a question wants to know.

    `takes` lists kinds of entity, `sector`, `word` for any other word, `source`, `period`, `version`, or
    `choice` for one of `choices` (by key, with labels). `default` stands for it when nothing was given.
    """

    name: str
    label: Text
    takes: tuple[str, ...]
    required: bool = True
    choices: Mapping[str, Text] = field(default_factory=dict)
    default: str = ""

    def read(self, text: str, naming: Naming) -> Named:
        """What `text` stands for; raises `Unknown`, `Ambiguous`, or `Refused` for a period that is none."""
        if CHOICE in self.takes:
            return self._choice(text)
        if SOURCE in self.takes:
            return naming.source(text)
        if VERSION in self.takes:
            number = _VERSION.sub("", text.strip())
            if number.isdecimal() and (len(number) != 4 or number != text.strip()):
                return Named(VERSION, number, number, -1, text)
        if PERIOD in self.takes:
            return _period(text)
        return naming.resolve(text, self.takes)

    @property
    def takes_in_words(self) -> str:
        """What may be given, for help: kinds, or the keys of the choices.

        >>> Parameter("by", Text("per", "by"), (CHOICE,), choices=dict.fromkeys("ab", Text("", ""))).takes_in_words
        'a | b'
        """
        return " | ".join(self.choices) if self.choices else ", ".join(self.takes)

    @property
    def free(self) -> bool:
        """Whether any word will do."""
        return WORD in self.takes

    def _choice(self, text: str) -> Named:
        wanted = normalised(text)
        for key, label in self.choices.items():
            if wanted in {normalised(word) for word in (key, label.nl, label.en)}:
                return Named(CHOICE, key, label.nl, -1, text)
        names = {"nl": [], "en": []}  # type: dict[str, list[str]]
        for label in self.choices.values():
            names["nl"].append(repr(label.nl))
            names["en"].append(repr(label.en))
        raise Unknown(
            f"{self.label.nl} kan niet {text!r} zijn; wel: {', '.join(names['nl'])}",
            f"{self.label.en} cannot be {text!r}; it can be: {', '.join(names['en'])}",
        )


def period_days(period: Named) -> tuple[int, int]:
    """The outermost days of a period that was read, as ordinals; open ends as in `graph.dates.days`."""
    start, _, end = period.id.partition("/")
    return days(start, end)


def _period(text: str) -> Named:
    """`2021-09` is `2021-09/2021-09`; raises `Refused` with the forms there are."""
    start, slash, end = (part.strip() for part in text.strip().partition("/"))
    end = end if slash else start
    try:
        first, last = days(start, end)
    except Refused:
        first, last = 1, 0
    if first > last or not (start or end):
        raise Refused(
            f"{text!r} is geen periode; schrijf 2021, 2021-09, 2021-09-03, of 2021-09/2022-03 van en tot en met",
            f"{text!r} is not a period; write 2021, 2021-09, 2021-09-03, or 2021-09/2022-03 from and to",
        )
    return Named(PERIOD, f"{start}/{end}", text.strip(), -1, text)
