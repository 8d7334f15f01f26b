"""The columns that a sheet about one kind can have, made from the words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from graph.names import normalised
from graph.texts import LANGS, Text
from graph.words import EntityKind, Property, TieKind, Words
from graph.words.model import Label

Role = Literal["name", "property", "tie", "tie_property", "as_of", "hearsay", "key"]

NAME = Text("naam", "name")
KEY = Text("sleutel", "key")
AS_OF = Text("stand van", "as of")
HEARSAY = Text("van horen zeggen", "hearsay")
REASON = Text("reden", "reason")


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One column: a property of who or what the row is about, a tie with it, or what hangs on that tie.

    `heading` is what a template has; `also` are other headings that mean the same. `kinds` are those that may be at
    the other end of a tie. `usual` is false for a column that a template has only when all are asked for.
    """

    role: Role
    heading: Text
    word: str = ""
    tie: str = ""
    property: Property | None = None
    kinds: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    usual: bool = True


def columns_of(kind: str, words: Words) -> list[Column]:
    """Every column of a kind: its name, its properties, its ties with what hangs on them, and those of the row."""
    entity = words.entities[kind]
    found = [Column("name", NAME, also=marked(NAME, entity))]
    found += [
        Column("property", _text(one.label), key, property=one, also=(key,)) for key, one in entity.properties.items()
    ]
    for name, tie in sorted(words.ties.items(), key=lambda item: _place(item[1])):
        if any(a == kind for a, _ in tie.pairs):
            found += _tie_columns(name, tie, _other_kinds(kind, tie))
    key = Text(f"{KEY.nl} ({entity.label.nl})", f"{KEY.en} ({entity.label.en})")
    found += [
        Column("as_of", AS_OF),
        Column("hearsay", HEARSAY),
        Column("key", key, also=(KEY.nl, KEY.en, "id", *marked(KEY, entity))),
    ]
    return _told_apart(found)


def _other_kinds(kind: str, tie: TieKind) -> tuple[str, ...]:
    """The kinds at the far end of a tie from this one, in the order in which the words name them."""
    ends = [(end.from_, end.to) for end in tie.ends]
    ends += [(end.to, end.from_) for end in tie.ends if tie.symmetric]
    return tuple(dict.fromkeys(far for near, fars in ends if kind in near for far in fars))


def _tie_columns(name: str, tie: TieKind, kinds: tuple[str, ...]) -> list[Column]:
    usual = tie.columns
    if usual is None:
        usual = (*tie.identifying, *(("start", "end") if tie.lasting else ()))
    order = [*usual, *(key for key in tie.properties if key not in usual)]
    found = [Column("tie", _text(tie.label), tie=name, kinds=kinds, also=(name,), usual=not tie.rare)]
    for key in order:
        if key in tie.properties:
            one = tie.properties[key]
            label = Text(f"{tie.label.nl}: {one.label.nl}", f"{tie.label.en}: {one.label.en}")
            shown = not tie.rare and key in usual
            found.append(Column("tie_property", label, key, name, one, also=(f"{name}: {key}",), usual=shown))
    return found


def _place(tie: TieKind) -> tuple[bool, bool, bool, int, str]:
    """What binds longest comes first, and of that what is said most precisely."""
    return not (tie.joins and tie.lasting), not tie.joins, not tie.identifying, len(tie.pairs), tie.name


def _told_apart(columns: list[Column]) -> list[Column]:
    """Columns whose headings would be equal get their word of the language of the code behind it."""
    for lang in LANGS:
        times = Counter(normalised(column.heading.say(lang)) for column in columns)
        columns = [
            column if times[normalised(column.heading.say(lang))] == 1 or not column.also else _longer(column)
            for column in columns
        ]
    return columns


def _longer(column: Column) -> Column:
    own = f"{column.tie}: {column.word}" if column.tie and column.word else column.tie or column.word
    nl, en = column.heading.nl, column.heading.en
    return replace(column, heading=Text(f"{nl} ({own})", f"{en} ({own})")) if own else column


def marked(what: Text, kind: EntityKind) -> tuple[str, ...]:
    """The headings that name the kind as well, in whichever language and by its identifier."""
    called = dict.fromkeys((kind.label.nl, kind.label.en, kind.name))
    return tuple(f"{what.say(lang)} ({name})" for lang in LANGS for name in called)


def _text(label: Label) -> Text:
    return Text(label.nl, label.en)


def usual(columns: Iterable[Column]) -> list[Column]:
    """The columns of a template."""
    return [column for column in columns if column.usual]
