"""A template is a heading row that load understands, or a workbook that explains itself."""

from __future__ import annotations

import csv

import openpyxl
import pytest

from graph.errors import Unknown
from graph.texts import LANGS
from ingest.columns import columns_of
from ingest.loader import load_files
from ingest.template import kind_named, meaning, template_csv, template_xlsx, writing
from tests.worlds import WORDS


@pytest.mark.parametrize("everything", [False, True])
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", WORDS.entities)
def test_a_template_with_only_a_name_filled_in_is_loaded(knowledge, write, kind, lang, everything):
    heading = template_csv(kind, WORDS, lang, everything=everything)
    assert heading.count("\n") == 1
    (cells,) = csv.reader([heading])
    assert cells[0] == ("naam" if lang == "nl" else "name")
    (report,) = load_files(knowledge, [write(f"{heading}Koffie\n", "things.csv")])
    assert report.refused == []
    with knowledge.store.reading() as view:
        assert [(entity.kind, entity.name) for entity in view.entities()] == [(kind, "Koffie")]


@pytest.mark.parametrize("called", ["person", "persoon", "Personen", "people"])
def test_a_kind_is_named_by_its_identifier_label_or_plural(called):
    assert kind_named(called, WORDS) == "person"


def test_a_kind_that_there_is_not_is_refused_with_those_there_are():
    with pytest.raises(Unknown) as error:
        kind_named("robot", WORDS)
    assert error.value.say("nl").startswith("Er is geen soort 'robot'; er zijn: activity, ")


def test_a_workbook_has_the_same_headings_choices_and_what_each_column_means(knowledge, write):
    path = write(template_xlsx("person", WORDS, "nl"), "people.xlsx")
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["personen", "(uitleg)", "(keuzes)"]
    headings = [cell.value for cell in book["personen"][1]]
    assert ",".join(headings) == template_csv("person", WORDS, "nl").strip()
    lists = {str(one.sqref).partition("2")[0]: one.formula1 for one in book["personen"].data_validations.dataValidation}
    choices = [cell.value for cell in book["(keuzes)"]["A"] if cell.value]
    assert choices == [label.nl for label in WORDS.choices["sector"].choices.values()]
    assert lists["B"] == f"'(keuzes)'!$A$1:$A${len(choices)}"
    rows = [[cell.value for cell in row] for row in book["(uitleg)"].iter_rows()]
    assert [row[0] for row in rows] == ["kolom", *headings]
    assert rows[7] == [
        "werkt voor",
        "Iemand werkt voor, bestuurt of bezit een organisatie.",
        "naam van: organisatie; meer dan één met | ertussen",
    ]


def test_a_workbook_that_is_filled_in_is_loaded_and_its_explanation_is_not(knowledge, write):
    path = write(template_xlsx("person", WORDS, "en"), "people.xlsx")
    book = openpyxl.load_workbook(path)
    book["people"].append(["Ann", "residents"])
    book.save(path)
    (report,) = load_files(knowledge, [path])
    assert report.refused == []
    with knowledge.store.reading() as view:
        assert [entity.name for entity in view.entities()] == ["Ann"]


@pytest.mark.parametrize("kind", WORDS.entities)
def test_every_column_says_what_it_is_and_how_to_write_in_it(kind):
    for column in columns_of(kind, WORDS):
        assert meaning(column, WORDS).nl
        assert meaning(column, WORDS).en
        assert (writing(column, WORDS).nl == "") == (column.role == "key")


def test_what_is_personal_says_so():
    email = next(column for column in columns_of("person", WORDS) if column.word == "email")
    assert meaning(email, WORDS).en == "e-mail address (personal: shown nowhere unless you ask for it)"
