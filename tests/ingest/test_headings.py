"""The heading row alone tells what a sheet is about; columns may be left out, moved, and written in either language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import Refused
from graph.texts import LANGS
from ingest.columns import columns_of, usual
from ingest.headings import read_headings, recognisable
from tests.worlds import WORDS


def meaning(cells, kind=""):
    """Kind and language of a heading row, with the Dutch heading of each column."""
    found = read_headings(cells, WORDS, kind)
    return found.kind, found.lang, [column and column.heading.nl for column in found.columns]


@pytest.mark.parametrize("which", [usual, list], ids=["usual", "all"])
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", WORDS.entities)
def test_the_heading_row_of_a_template_tells_its_kind_and_language(kind, lang, which):
    columns = which(columns_of(kind, WORDS))
    found = read_headings([column.heading.say(lang) for column in columns], WORDS)
    assert (found.kind, found.lang) == (kind, lang)
    assert [column.heading for column in found.columns] == [column.heading for column in columns]


@given(st.data())
def test_columns_may_be_left_out_and_moved_while_the_key_names_the_kind(data: st.DataObject):
    kind = data.draw(st.sampled_from(list(WORDS.entities)))
    columns = columns_of(kind, WORDS)
    kept = data.draw(st.lists(st.sampled_from(columns[1:-1]), unique=True, max_size=8))
    order = data.draw(st.permutations([columns[0], *kept, columns[-1]]))
    found = read_headings([column.heading.nl for column in order], WORDS)
    assert found.kind == kind
    assert [column.heading for column in found.columns] == [column.heading for column in order]


@pytest.mark.parametrize(
    ("cells", "kind", "lang", "columns"),
    [
        (["naam", "werkt voor"], "person", "nl", ["naam", "werkt voor"]),
        (["Name ", "WORKS FOR", "works for : Role"], "person", "en", ["naam", "werkt voor", "werkt voor: rol"]),
        (["naam", "knows", "Telefoonnummer"], "person", "nl", ["naam", "kent", "telefoonnummer"]),
        (["name", "kent", "email"], "person", "en", ["naam", "kent", "e-mailadres"]),
        (["naam (persoon)"], "person", "nl", ["naam"]),
        (["naam (person)"], "person", "nl", ["naam"]),
        (["name (activity)", "id"], "activity", "en", ["naam", "sleutel (activiteit)"]),
        (["kent", "naam"], "person", "nl", ["kent", "naam"]),
        (["naam", "kent", "", "(notitie)", "reden"], "person", "nl", ["naam", "kent", None, None, None]),
    ],
)
def test_headings_in_either_language_or_by_identifier(cells, kind, lang, columns):
    found = meaning(cells)
    assert found == (kind, lang, columns)


def test_a_kind_that_was_named_decides_where_the_headings_do_not():
    assert meaning(["naam", "sector"], "organisation") == ("organisation", "nl", ["naam", "sector"])


REFUSED = {
    "no name": (["kent"], "de eerste rij is de kop, en een van de koppen is naam; binck template maakt zo'n kop"),
    "two kinds fit": (
        ["naam", "sector"],
        "deze koppen passen bij organisatie en persoon; schrijf als eerste kop bijvoorbeeld 'naam (organisatie)',"
        " of geef --kind organisation",
    ),
    "a slip": (
        ["naam", "werkt vor"],
        "onbekend bij persoon: 'werkt vor' (bedoelt u 'werkt voor'?); alle koppen geeft binck template person --all,"
        " en een kop tussen haakjes wordt overgeslagen",
    ),
    "nothing like it": (
        ["naam", "kent", "qqqq", "zzzz"],
        "onbekend bij persoon: 'qqqq', 'zzzz'; alle koppen geeft binck template person --all, en een kop tussen haakjes"
        " wordt overgeslagen",
    ),
    "one column twice": (
        ["naam", "kent", "knows"],
        "de koppen 'kent' en 'knows' zijn dezelfde kolom; houd er een over",
    ),
    "the name in two languages": (
        ["naam", "name", "kent"],
        "de koppen 'naam' en 'name' zijn dezelfde kolom; houd er een over",
    ),
    "kinds that differ": (
        ["naam (persoon)", "sleutel (thema)"],
        "onbekend bij persoon: 'sleutel (thema)' (bedoelt u 'sleutel (persoon)'?); alle koppen geeft binck template"
        " person --all, en een kop tussen haakjes wordt overgeslagen",
    ),
    "a reason that is not last": (
        ["naam", "reden", "kent"],
        "onbekend bij persoon: 'reden' (bedoelt u 'gemist bij: reden'?); alle koppen geeft binck template person --all,"
        " en een kop tussen haakjes wordt overgeslagen",
    ),
}


@pytest.mark.parametrize(("cells", "nl"), REFUSED.values(), ids=REFUSED)
def test_a_heading_row_that_is_not_sure_is_refused_with_the_way_out(cells, nl):
    with pytest.raises(Refused) as error:
        read_headings(cells, WORDS)
    assert error.value.say("nl") == nl
    assert error.value.say("en")


def test_a_row_is_recognisable_by_its_name():
    assert [
        recognisable([cell, "x"], WORDS) for cell in ("naam", "NAME", "name (person)", "naam (x)", "titel", "")
    ] == [
        *[True, True, True],
        *[False, False, False],
    ]


@given(st.lists(st.text(max_size=12), max_size=6))
def test_whatever_stands_there_it_is_understood_or_refused(cells):
    try:
        found = read_headings(cells, WORDS)
    except Refused:
        return
    assert len(found.columns) == len(cells)
