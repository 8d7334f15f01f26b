"""A cell as somebody typed it becomes values of a property, or is refused with the ways to write one."""

from __future__ import annotations

import pytest

from graph.errors import Refused
from graph.words import Label, Property
from ingest.cell import Cells, is_name, parts_of
from tests.worlds import WORDS

LABEL = Label(nl="iets", en="something")
SECTOR = WORDS.entities["person"].properties["sector"]
ROLE = WORDS.ties["works_for"].properties["role"]
EMAIL = WORDS.entities["person"].properties["email"]


def value(text, type_, lang="nl"):
    return Cells(WORDS).value(text, Property(value=type_, label=LABEL), lang)


@pytest.mark.parametrize(
    ("type_", "text", "kept"),
    [
        ("text", "een tuin", {"nl": "een tuin"}),
        ("line", "De  Aar", "De Aar"),
        ("date", "3-9-2021", "2021-09-03"),
        ("quantity", "25 à 40", {"min": 25, "max": 40}),
        ("amount", "€ 1.300,00", 1300),
        ("number", "12", 12),
        ("address", "https://example.org/a", "https://example.org/a"),
        ("address", "www.example.org", "https://www.example.org"),
        ("address", "example.org/over?x=1", "https://example.org/over?x=1"),
    ],
)
def test_each_type_of_value_is_read_as_people_write_it(type_, text, kept):
    assert value(text, type_) == kept


def test_words_have_the_language_of_the_sheet():
    assert value("a garden", "text", "en") == {"en": "a garden"}


@pytest.mark.parametrize("text", ["bewoners", "BEWONERS", "residents", "Residents "])
def test_a_choice_is_its_label_in_either_language_or_its_identifier(text):
    assert Cells(WORDS).value(text, SECTOR, "nl") == "residents"
    assert Cells(WORDS).value("civil_society", SECTOR, "nl") == "civil_society"


def test_a_choice_that_is_none_names_those_there_are_or_the_nearest():
    with pytest.raises(Refused) as error:
        Cells(WORDS).value("bewoonster", SECTOR, "nl")
    assert error.value.say("nl") == (
        "'bewoonster' is geen keuze; kies uit ondernemers, onderwijs, overheid, bewoners, maatschappelijke organisaties"
    )
    with pytest.raises(Refused) as error:
        Cells(WORDS).value("directr", ROLE, "nl")
    assert error.value.say("nl").startswith("'directr' is geen keuze; het dichtst komen directeur, ")
    assert error.value.say("en").startswith("'directr' is no choice; the nearest are director, ")


def test_what_is_personal_is_not_repeated_when_it_is_refused():
    with pytest.raises(Refused) as error:
        Cells(WORDS).value("ann@example.org\x07", EMAIL, "nl")
    assert "ann@" not in error.value.say("nl") + error.value.say("en")


def test_several_stand_in_one_cell():
    assert parts_of("Ann |Bob;  Cor   Dee") == ["Ann", "Bob", "Cor Dee"]
    assert parts_of("eigenaar; lid", ROLE) == ["eigenaar", "lid"]
    text = Property(value="text", label=LABEL, many=True)
    assert parts_of("koffie; thee | brood", text) == ["koffie; thee", "brood"]
    assert parts_of("2019 || 2021", WORDS.ties["works_for"].properties["start"]) == ["2019", "", "2021"]


def test_a_name_has_a_letter_or_a_digit():
    assert [is_name(text) for text in ("Ann", "5", "東京", "-", "_", "?!", "")] == [True, True, True, *[False] * 4]
