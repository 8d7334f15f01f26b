"""The rules that a statement must keep before it may enter the store."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from graph.dates import Date
from graph.errors import Refused
from graph.jsontext import Json
from graph.statements import (
    CERTAINTIES,
    CORRECTION,
    CORRECTIONS,
    MENTION,
    PROPERTY,
    SOURCE,
    TIE,
    TIE_PROPERTY,
    Statement,
    source_of,
)
from graph.values import canonical, line, not_shown, texts
from graph.words import Property, Words
from graph.words.model import Label

MOST_PRINTED_WORDS = 6
_LOCATOR = re.compile(r"(line|row|page|cell) (\d{1,9})|(lines|rows|pages) (\d{1,9})-(\d{1,9})", re.ASCII)
_KEY = re.compile(r"[a-z0-9][a-z0-9._-]{0,199}", re.ASCII)
_NAME = Property(value="line", label=Label(nl="naam", en="name"))


@dataclass(slots=True)
class Context:
    """What a statement may refer to: mentions with their kind and tie statements of its own source."""

    kinds: dict[str, str] = field(default_factory=dict)
    ties: dict[str, Statement] = field(default_factory=dict)
    begins: dict[str, dict[str, str]] = field(default_factory=dict)
    lines: int | None = None

    @classmethod
    def of(cls, statements: Iterable[Statement]) -> Context:
        context = cls()
        for statement in statements:
            context.add(statement)
        return context

    def add(self, statement: Statement) -> None:
        """Let later statements refer to this one."""
        if statement.form == MENTION:
            self.kinds.setdefault(statement.subject, statement.word)
        elif statement.form == TIE:
            self.ties[statement.id] = statement
        elif statement.form == SOURCE and statement.word == "lines" and isinstance(statement.value, int):
            self.lines = statement.value
        elif statement.form == PROPERTY and statement.word in ("start", "end"):
            self.begins.setdefault(statement.subject, {}).setdefault(statement.word, str(statement.value))


def check(statement: Statement, context: Context, words: Words) -> None:
    """Raises `Refused` with the rule that this statement breaks; what is personal is not repeated in it."""
    try:
        _check(statement, context, words)
    except Refused:
        if statement.form in (PROPERTY, TIE_PROPERTY, CORRECTION) and statement.word in words.personal:
            raise not_shown() from None
        raise


def _check(statement: Statement, context: Context, words: Words) -> None:
    _check_evidence(statement, context)
    match statement.form:
        case "source":
            _check_value(statement.word, statement.value, words.source.properties, "source", words)
        case "mention":
            _check_mention(statement, context, words)
        case "property":
            kind = _kind_of(statement.subject, statement, context)
            _check_value(statement.word, statement.value, words.entities[kind].properties, kind, words)
            known = context.begins.get(statement.subject, {})
            if statement.word in ("start", "end"):
                check_period({**known, statement.word: str(statement.value)})
        case "tie":
            _check_tie(statement, context, words)
        case "tie_property":
            _check_tie_property(statement, context, words)
        case "correction":
            if statement.source != CORRECTIONS or not statement.of:
                raise Refused(
                    "een verbetering hoort bij de bron corrections en noemt wat zij verbetert",
                    "a correction belongs to the source corrections and names what it corrects",
                )
            if statement.reason is None:
                raise Refused("een verbetering heeft een reden nodig", "a correction needs a reason")
        case form:
            raise Refused(f"onbekende vorm {form!r}", f"unknown form {form!r}")


def fits(correction: Statement, target: Statement, words: Words, kind: str = "") -> None:
    """Whether a correction can mend this statement; raises `Refused` when not.

    A property means what the kind of its mention says; of an unknown kind any that has it will do.
    """
    if target.form == CORRECTION:
        raise Refused(
            f"{target.id} is zelf een verbetering; trek die in en verbeter de bron",
            f"{target.id} is itself a correction; withdraw it and correct the source",
        )
    owners = _owners(target, words, kind)
    for allowed in owners[:-1]:
        try:
            return _check_value(correction.word, correction.value, allowed, target.form, words)
        except Refused:
            continue
    return _check_value(correction.word, correction.value, owners[-1] if owners else {}, target.form, words)


def _owners(target: Statement, words: Words, kind: str) -> list[Mapping[str, Property]]:
    """What a correction of this statement may say; several where it is not known whose property it is."""
    owners: list[Mapping[str, Property]]
    match target.form:
        case "mention":
            return [{"name": _NAME}]
        case "tie":
            tie = words.ties[target.word]
            return [{key: property_ for key, property_ in tie.properties.items() if key in tie.on_the_tie}]
        case "source":
            owners = [words.source.properties]
        case "tie_property":
            owners = [tie.properties for tie in words.ties.values()]
        case _:
            owners = (
                [words.entities[kind].properties] if kind else [found.properties for found in words.entities.values()]
            )
    return [{target.word: properties[target.word]} for properties in owners if target.word in properties]


def _check_evidence(statement: Statement, context: Context) -> None:
    if statement.certainty not in CERTAINTIES:
        raise Refused(
            f"zekerheid {statement.certainty!r} bestaat niet; kies uit {', '.join(CERTAINTIES)}",
            f"there is no certainty {statement.certainty!r}; choose from {', '.join(CERTAINTIES)}",
        )
    if statement.certainty == "inferred" and statement.reason is None:
        raise Refused("wat is afgeleid heeft een reden nodig", "what is inferred needs a reason")
    if statement.reason is not None:
        _same(statement.reason, texts(statement.reason))
    if statement.as_of:
        Date.parse(statement.as_of)
    if len(statement.printed.split()) > MOST_PRINTED_WORDS:
        raise Refused(
            f"{statement.printed!r}: ten hoogste {MOST_PRINTED_WORDS} woorden van de bron",
            f"{statement.printed!r}: at most {MOST_PRINTED_WORDS} words of the source",
        )
    if statement.printed:
        _same(statement.printed, line(statement.printed))
    if statement.locator:
        _check_locator(statement.locator, context.lines)


def _check_locator(locator: str, lines: int | None) -> None:
    found = _place(locator)
    if found is None:
        raise Refused(f"{locator!r} is geen plaats in een bron", f"{locator!r} is not a place in a source")
    first, last = found
    if first < 1 or last < first:
        raise Refused(f"{locator!r} loopt niet van voor naar achter", f"{locator!r} does not run forward")
    if lines is not None and locator.startswith("line") and last > lines:
        raise Refused(
            f"{locator!r} ligt buiten de bron, die {lines} regels heeft",
            f"{locator!r} lies outside the source, which has {lines} lines",
        )


@lru_cache(maxsize=4096)
def _place(locator: str) -> tuple[int, int] | None:
    """The first and last line, row or page that a locator names."""
    match = _LOCATOR.fullmatch(locator)
    return (int(match[2] or match[4]), int(match[2] or match[5])) if match else None


def _check_mention(statement: Statement, context: Context, words: Words) -> None:
    source, _, key = statement.subject.partition(":")
    if source != statement.source or not _KEY.fullmatch(key):
        raise Refused(
            f"sleutel {key!r}: kleine letters, cijfers, punt, liggend streepje of streepje",
            f"key {key!r}: lower case letters, digits, dot, underscore or hyphen",
        )
    if statement.word not in words.entities:
        raise Refused(
            f"er is geen soort {statement.word!r}; kies uit {', '.join(words.entities)}",
            f"there is no kind {statement.word!r}; choose from {', '.join(words.entities)}",
        )
    if context.kinds.get(statement.subject, statement.word) != statement.word:
        raise Refused(
            f"{statement.subject} is al van de soort {context.kinds[statement.subject]}",
            f"{statement.subject} is already of the kind {context.kinds[statement.subject]}",
        )
    _same(statement.value, line(statement.value))


def _check_tie(statement: Statement, context: Context, words: Words) -> None:
    if statement.word not in words.ties:
        raise Refused(
            f"er is geen band {statement.word!r}; kies uit {', '.join(words.ties)}",
            f"there is no tie {statement.word!r}; choose from {', '.join(words.ties)}",
        )
    kind = words.ties[statement.word]
    ends = (_kind_of(statement.subject, statement, context), _kind_of(statement.object, statement, context))
    if ends not in kind.pairs:
        pairs = "; ".join(f"{', '.join(e.from_)} → {', '.join(e.to)}" for e in kind.ends)
        raise Refused(
            f"{statement.word} gaat niet van {ends[0]} naar {ends[1]}; wel: {pairs}",
            f"{statement.word} does not go from {ends[0]} to {ends[1]}; it may go: {pairs}",
        )
    if statement.subject == statement.object:
        raise Refused(
            f"{statement.word} van {statement.subject} met zichzelf",
            f"{statement.word} of {statement.subject} with itself",
        )
    allowed = {key: kind.properties[key] for key in kind.properties if key in kind.on_the_tie}
    for key, value in statement.properties:
        _check_value(key, value, allowed, statement.word, words)
    check_period({key: str(value) for key, value in statement.properties})


def _check_tie_property(statement: Statement, context: Context, words: Words) -> None:
    tie = context.ties.get(statement.of)
    if tie is None or (tie.subject, tie.object) != (statement.subject, statement.object):
        raise Refused(
            f"de band van {statement.word!r} staat niet in deze bron, of is geweigerd",
            f"the tie of {statement.word!r} is not in this source, or was refused",
        )
    kind = words.ties[tie.word]
    allowed = {key: kind.properties[key] for key in kind.properties if key not in kind.on_the_tie}
    _check_value(statement.word, statement.value, allowed, tie.word, words)


def _kind_of(mention: str, statement: Statement, context: Context) -> str:
    kind = context.kinds.get(mention)
    if kind is None or source_of(mention) != statement.source:
        raise Refused(
            f"{mention!r} is in deze bron niet genoemd, of is geweigerd",
            f"{mention!r} is not mentioned in this source, or was refused",
        )
    return kind


def _check_value(key: str, value: Json, allowed: Mapping[str, Property], owner: str, words: Words) -> None:
    property_ = allowed.get(key)
    if property_ is None:
        raise Refused(
            f"{owner} heeft hier geen eigenschap {key!r}; wel: {', '.join(allowed) or 'geen'}",
            f"{owner} has no property {key!r} here; it has: {', '.join(allowed) or 'none'}",
        )
    kept = canonical(property_, value, words)
    if property_.personal and value != kept:
        raise not_shown()
    _same(value, kept)


def _same(value: Json, kept: Json) -> None:
    if value != kept or type(value) is not type(kept):
        raise Refused(f"{value!r} staat niet in de vorm {kept!r}", f"{value!r} is not in the form {kept!r}")


def check_period(values: Mapping[str, str]) -> None:
    """Raises `Refused` when the `end` among these lies before the `start`."""
    start, end = values.get("start"), values.get("end")
    if start and end and Date.parse(end).last < Date.parse(start).first:
        raise Refused(f"het einde {end} ligt voor het begin {start}", f"the end {end} lies before the start {start}")
