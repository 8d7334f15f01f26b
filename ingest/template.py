"""A sheet to fill in about one kind: a heading row, or a workbook with choices and what each column means."""

from __future__ import annotations

from graph.csvtext import csv_text
from graph.errors import Unknown
from graph.names import normalised
from graph.texts import LANGS, Lang, Text
from graph.words import Words
from ingest.cell import BETWEEN
from ingest.columns import Column, columns_of, usual

_EXPLAINED = Text("(uitleg)", "(explained)")
_HOW = {
    "text": Text("tekst", "text"),
    "line": Text("tekst", "text"),
    "date": Text("3-9-2021, september 2021 of 2021", "3-9-2021 (day first), September 2021 or 2021"),
    "quantity": Text("25, 25-40, ongeveer 25, minstens 7, hoogstens 10", "25, 25-40, about 25, at least 7, at most 10"),
    "amount": Text("hele euro's: 1300 of € 1.300", "whole euros: 1300 or €1,300"),
    "number": Text("een heel getal", "a whole number"),
    "choice": Text("een van de keuzes", "one of the choices"),
    "address": Text("een adres op het web", "an address on the web"),
}
_OF_ROW = {
    "name": Text("Hoe het heet. Alleen dit is verplicht.", "What it is called. Only this is required."),
    "as_of": Text(
        "Wanneer u dit wist: de dag, de maand of het jaar.", "When you knew this: the day, the month or the year."
    ),
    "hearsay": Text("ja als u het van een ander hoorde.", "yes if you heard it from somebody else."),
    "key": Text(
        "Alleen nodig als twee rijen dezelfde naam hebben: iets wat ze uit elkaar houdt.",
        "Only needed when two rows have the same name: something that tells them apart.",
    ),
}


def kind_named(text: str, words: Words) -> str:
    """The kind that somebody calls by its identifier, label or plural; raises `Unknown` with those there are."""
    wanted = normalised(text)
    for name, kind in words.entities.items():
        called = (name, kind.label.nl, kind.label.en, kind.plural.nl, kind.plural.en)
        if wanted in {normalised(one) for one in called}:
            return name
    names = ", ".join(words.entities)
    raise Unknown(f"Er is geen soort {text!r}; er zijn: {names}", f"There is no kind {text!r}; there are: {names}")


def template_columns(kind: str, words: Words, *, everything: bool = False) -> list[Column]:
    """The columns of a template: the usual ones, or all that `load` understands."""
    columns = columns_of(kind, words)
    return columns if everything else usual(columns)


def template_csv(kind: str, words: Words, lang: Lang, *, everything: bool = False) -> str:
    """One heading row."""
    return csv_text([[column.heading.say(lang) for column in template_columns(kind, words, everything=everything)]])


def template_xlsx(kind: str, words: Words, lang: Lang, *, everything: bool = False) -> bytes:
    """A workbook: a sheet with the same heading row and drop-downs, and one that explains the columns."""
    from ingest.xlsx_file import Sheet, xlsx_bytes  # noqa: PLC0415 - openpyxl takes a seventh of a second to import

    columns = template_columns(kind, words, everything=everything)
    choices = {place: found for place, column in enumerate(columns) if (found := choices_of(column, words, lang))}
    headings = ("kolom", "wat", "hoe") if lang == "nl" else ("column", "what", "how")
    rows = [[c.heading.say(lang), meaning(c, words).say(lang), writing(c, words).say(lang)] for c in columns]
    plural = words.entities[kind].plural.say(lang)
    return xlsx_bytes(
        [
            Sheet(plural, [[c.heading.say(lang) for c in columns]], choices),
            Sheet(_EXPLAINED.say(lang), [headings, *rows]),
        ]
    )


def choices_of(column: Column, words: Words, lang: Lang) -> list[str]:
    """What a cell may be, where there is a list of that."""
    if column.role == "hearsay":
        return ["ja", "nee"] if lang == "nl" else ["yes", "no"]
    if column.property is None or column.property.choices is None:
        return []
    return [label.say(lang) for label in words.choices[column.property.choices].choices.values()]


def meaning(column: Column, words: Words) -> Text:
    """What a column is for, in a sentence."""
    if column.role in _OF_ROW:
        return _OF_ROW[column.role]
    if column.role == "tie":
        means = words.ties[column.tie].means
        return Text(means.nl, means.en)
    personal = column.property is not None and column.property.personal
    return Text(
        f"{column.heading.nl}{' (persoonlijk: wordt nergens getoond tenzij u erom vraagt)' if personal else ''}",
        f"{column.heading.en}{' (personal: shown nowhere unless you ask for it)' if personal else ''}",
    )


def writing(column: Column, words: Words) -> Text:
    """How to write in a column."""
    if column.role == "tie":
        kinds = {lang: ", ".join(words.entities[kind].label.say(lang) for kind in column.kinds) for lang in LANGS}
        return Text(
            f"naam van: {kinds['nl']}; meer dan één met {BETWEEN} ertussen",
            f"name of: {kinds['en']}; more than one with {BETWEEN} between them",
        )
    if column.property is None:
        return _HOW["date"] if column.role == "as_of" else Text("", "") if column.role == "key" else _HOW["text"]
    how = _HOW[column.property.value]
    if column.role == "tie_property":
        tie = words.ties[column.tie].label
        return Text(
            f"{how.nl}; evenveel als er namen staan bij ‘{tie.nl}’, met {BETWEEN} ertussen",
            f"{how.en}; as many as there are names in ‘{tie.en}’, with {BETWEEN} between them",
        )
    if column.property.many:
        return Text(f"{how.nl}; meer dan één met {BETWEEN} ertussen", f"{how.en}; more than one with {BETWEEN} between")
    return how
