"""The columns of a sheet are made from the words: a kind that is only data has its sheet."""

from __future__ import annotations

from collections import Counter

import pytest

from graph.names import normalised
from graph.texts import LANGS
from graph.words import load_words
from ingest.columns import columns_of, usual
from tests.worlds import WORDS


def headings(kind, words=WORDS, lang="nl"):
    return [column.heading.say(lang) for column in usual(columns_of(kind, words))]


def test_a_sheet_has_the_name_then_properties_then_ties_then_what_is_said_of_the_row():
    assert headings("place") == [
        "naam",
        *["soort", "omschrijving", "adres"],
        *["deel van", "deel van: editie", "belichaamt", "zoekt", "zoekt: wat"],
        *["stand van", "van horen zeggen", "sleutel (plek)"],
    ]
    assert headings("place", lang="en")[:4] == ["name", "type", "description", "address"]


def test_the_ties_of_a_person_begin_with_her_work_its_role_and_period():
    assert headings("person")[6:14] == [
        *["werkt voor", "werkt voor: rol", "werkt voor: begin", "werkt voor: einde"],
        *["lid van", "lid van: rol", "lid van: begin", "lid van: einde"],
    ]


def test_what_is_seldom_filled_in_has_a_column_only_among_all():
    every = [column.heading.nl for column in columns_of("person", WORDS)]
    assert {"bezet", "kent: begin", "droeg bij aan: begroot"} <= set(every) - set(headings("person"))


def test_a_tie_knows_what_may_stand_at_its_other_end_from_this_kind():
    ends = {column.tie: column.kinds for column in columns_of("activity", WORDS) if column.role == "tie"}
    assert ends["part_of"] == ("activity", "project")
    assert "knows" not in ends
    friends = {column.tie: column.kinds for column in columns_of("person", WORDS) if column.role == "tie"}
    assert friends["knows"] == ("person",)


@pytest.mark.parametrize("kind", WORDS.entities)
@pytest.mark.parametrize("lang", LANGS)
def test_no_two_columns_have_the_same_heading(kind, lang):
    found = Counter(normalised(column.heading.say(lang)) for column in columns_of(kind, WORDS))
    assert [heading for heading, times in found.items() if times > 1] == []


MADE_UP = {
    "entities/lighthouse": """
label: {nl: "vuurtoren", en: "lighthouse"}
plural: {nl: "vuurtorens", en: "lighthouses"}
means: {nl: "Een licht aan zee.", en: "A light by the sea."}
colour: "#aa3300"
shape: star
properties:
  height: {value: quantity, label: {nl: "maat", en: "size"}}
  width: {value: quantity, label: {nl: "maat", en: "size"}}
""",
    "ties/lights": """
label: {nl: "verlicht", en: "lights"}
means: {nl: "Schijnt op.", en: "Shines on."}
ends:
  - {from: [lighthouse], to: [place, lighthouse]}
  - {from: [person], to: [lighthouse]}
sentence: {nl: "{from} verlicht {to}", en: "{from} lights {to}"}
symmetric: true
lasting: true
properties:
  start: {value: date, label: {nl: "begin", en: "start"}}
""",
}


@pytest.fixture
def coast(tmp_path):
    for name, text in MADE_UP.items():
        path = tmp_path / f"{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load_words(tmp_path)


def test_a_made_up_kind_has_its_columns_and_equal_labels_are_told_apart(coast):
    assert headings("lighthouse", coast) == [
        *["naam", "maat (height)", "maat (width)", "verlicht", "verlicht: begin"],
        *["stand van", "van horen zeggen", "sleutel (vuurtoren)"],
    ]


def test_a_symmetric_tie_goes_both_ways(coast):
    (lights,) = (column for column in columns_of("lighthouse", coast) if column.role == "tie")
    assert lights.kinds == ("place", "lighthouse", "person")
    assert "verlicht" in headings("place", coast)
