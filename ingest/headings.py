"""From the heading row of a sheet to the kind that it is about and what each column means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.process import extractOne

from graph.errors import Refused
from graph.names import normalised
from graph.questions.base import some
from graph.texts import LANGS, Lang
from graph.words import Words
from ingest.columns import NAME, REASON, Column, columns_of, marked

NEAR = 70
_NAMES: dict[str, Lang] = {normalised(NAME.say(lang)): lang for lang in LANGS}


@dataclass(frozen=True, slots=True)
class Headings:
    """What a heading row says: the kind, the language of its texts, and a column for each place, None for none."""

    kind: str
    lang: Lang
    columns: tuple[Column | None, ...]


def recognisable(cells: Sequence[str], words: Words) -> bool:
    """Whether a row is a heading row: one of its cells is `naam` or `name`, perhaps with a kind."""
    return _language(cells, words) is not None


def read_headings(cells: Sequence[str], words: Words, kind: str = "") -> Headings:
    """The meaning of a heading row; `kind` says what the sheet is about where somebody said so.

    A heading in brackets is a note of whoever made the sheet, and so is a last one `reden` or `reason`; they mean
    nothing. Raises `Refused` for a heading that is unknown or stands twice, and where the kind is not sure.
    """
    lang = _language(cells, words)
    if lang is None:
        raise Refused(
            "de eerste rij is de kop, en een van de koppen is naam; binck template maakt zo'n kop",
            "the first row is the heading, and one of the headings is name; binck template makes such a row",
        )
    columns = {name: columns_of(name, words) for name in ([kind] if kind else words.entities)}
    tables = {name: _table(its, lang) for name, its in columns.items()}
    said = [normalised(cell) for cell in cells]
    meant = [place for place, cell in enumerate(cells) if not _means_nothing(place, cells)]
    fits = [name for name, table in tables.items() if all(said[place] in table for place in meant)]
    if not fits:
        raise _unknown([(cells[place], said[place]) for place in meant], tables, words)
    marked = [name for name in fits if any(said[place] in _marks(columns[name]) for place in meant)]
    if len(marked or fits) > 1:
        raise _unsure(fits, words, lang)
    (found,) = marked or fits
    return Headings(found, lang, _columns(cells, meant, said, tables[found]))


def _columns(
    cells: Sequence[str], meant: list[int], said: list[str], table: dict[str, Column]
) -> tuple[Column | None, ...]:
    seen: dict[Column, int] = {}
    columns: list[Column | None] = [None] * len(cells)
    for place in meant:
        column = columns[place] = table[said[place]]
        if column in seen:
            first, second = cells[seen[column]], cells[place]
            raise Refused(
                f"de koppen {first!r} en {second!r} zijn dezelfde kolom; houd er een over",
                f"the headings {first!r} and {second!r} are the same column; keep one of them",
            )
        seen[column] = place
    return tuple(columns)


def _language(cells: Sequence[str], words: Words) -> Lang | None:
    """The language of the heading that is the name; None where there is no such heading."""
    said = {normalised(cell) for cell in cells}
    for name, lang in _NAMES.items():
        if name in said:
            return lang
    for name, lang in _NAMES.items():
        if any(one.startswith(f"{name} ") for one in said):
            headings = {normalised(heading) for kind in words.entities.values() for heading in marked(NAME, kind)}
            if {one for one in said if one.startswith(f"{name} ")} & headings:
                return lang
    return None


def _table(columns: Sequence[Column], lang: Lang) -> dict[str, Column]:
    """Each heading, normalised, with its column: those of the language first, so that they win."""
    table: dict[str, Column] = {}
    for one in (lang, *LANGS):
        for column in columns:
            table.setdefault(normalised(column.heading.say(one)), column)
    for column in columns:
        for other in column.also:
            table.setdefault(normalised(other), column)
    return table


def _means_nothing(place: int, cells: Sequence[str]) -> bool:
    cell = cells[place].strip()
    note = not cell or (cell.startswith("(") and cell.endswith(")"))
    reason = place == len(cells) - 1 and cell.casefold() in (REASON.nl, REASON.en)
    return note or reason


def _marks(columns: Sequence[Column]) -> set[str]:
    """The headings that name the kind of these columns, as in `sleutel (persoon)`."""
    named = [column for column in columns if column.role in ("name", "key")]
    found = {heading for column in named for heading in (column.heading.nl, column.heading.en, *column.also)}
    return {normalised(heading) for heading in found if "(" in heading}


def _unknown(headings: Sequence[tuple[str, str]], tables: Mapping[str, Mapping[str, Column]], words: Words) -> Refused:
    """Names what is unknown to the kind that knows most of the headings, with the nearest heading that it has."""

    def known(kind: str) -> tuple[int, float]:
        table = tables[kind]
        strange = [said for _, said in headings if said not in table]
        return len(headings) - len(strange), extractOne(strange[0], list(table))[1]

    kind = max(tables, key=known)
    strange = [(cell, said) for cell, said in headings if said not in tables[kind]]
    nearest = extractOne(strange[0][1], list(tables[kind]), score_cutoff=NEAR)
    names = ", ".join(repr(cell) for cell, _ in strange)
    near = tables[kind][nearest[0]].heading if nearest else None
    label = words.entities[kind].label
    return Refused(
        f"onbekend bij {label.nl}: {names}{f' (bedoelt u {near.nl!r}?)' if near else ''}; alle koppen geeft"
        f" binck template {kind} --all, en een kop tussen haakjes wordt overgeslagen",
        f"not known for {label.en}: {names}{f' (do you mean {near.en!r}?)' if near else ''}; all headings come from"
        f" binck template {kind} --all, and a heading in brackets is passed over",
    )


def _unsure(kinds: Sequence[str], words: Words, lang: Lang) -> Refused:
    labels = {one: some([words.entities[kind].label.say(one) for kind in kinds], one) for one in LANGS}
    marked = f"{NAME.say(lang)} ({words.entities[kinds[0]].label.say(lang)})"
    return Refused(
        f"deze koppen passen bij {labels['nl']}; schrijf als eerste kop bijvoorbeeld {marked!r},"
        f" of geef --kind {kinds[0]}",
        f"these headings fit {labels['en']}; write {marked!r}, say, as the first heading, or give --kind {kinds[0]}",
    )
