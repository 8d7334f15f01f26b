"""Two names may mean the same for a reason that can be read; what differs for good makes no pair."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.likeness import abbreviates, likeness, name_parts


def reason(one, other, *, people):
    found = likeness(name_parts(one), name_parts(other), people=people)
    return found and found.reason.nl


SAME_WORDS = "dezelfde naam, op volgorde, voorvoegsels of rechtsvorm na"
PEOPLE = [
    ("Ann de Wit", "ANN DE WIT", "dezelfde naam"),
    ("Jan vd Berg", "Jan van den Berg", SAME_WORDS),
    ("Lindeman, Sanne", "Sanne Lindeman", SAME_WORDS),
    ("Wit, Ann de", "dr. Ann de Wit", SAME_WORDS),
    ("J. 't Hart", "J. Hart", SAME_WORDS),
    ("S. Lindeman", "Sanne Lindeman", "S. kan Sanne zijn en de achternaam is gelijk"),
    ("S.M. Lindeman", "S. Lindeman", "S.M. kan S. zijn en de achternaam is gelijk"),
    ("E. van der Bos", "Eva Bos", "E. kan Eva zijn en de achternaam is gelijk"),
    ("S. Lindemann", "Sanne Lindeman", "S. kan Sanne zijn en de achternaam scheelt een letter"),
    ("Saskia Ruisink", "Saskia Ruijsink", "één letter verschil"),
    ("Margaretha Ruisinck", "Margareta Ruisink", "2 letters verschil"),
    ("Ann Bakker", "Anna Bakker", "één letter verschil"),
    ("Rob Bakker", "Robert Bakker", "Rob kan Robert zijn"),
    ("Kwakkel", "Gerda Kwakkel", "alleen de achternaam, en die is gelijk"),
    ("Gerda", "Gerda Kwakkel", "alleen de voornaam, en die is gelijk"),
    ("Jan de Vries", "Jaap de Vries", None),
    ("Tom Bos", "Tim Bos", None),
    ("A. Bos", "B. Bos", None),
    ("Bob", "Rob", None),
    ("Ann", "Ben", None),
]
THINGS = [
    ("Stichting De Aar", "De Aar B.V.", SAME_WORDS),
    ("Gemeente Voorbeeld", "Voorbeeld", SAME_WORDS),
    ("Universiteit Leuven", "Leuven Universiteit", SAME_WORDS),
    ("Glas Huis", "Glashuis", "dezelfde letters, anders in woorden verdeeld"),
    ("Bakkerij De Aar", "Bakerij De Aar", "één letter verschil"),
    ("WUR", "Wad University & Research", "WUR kan een afkorting zijn van Wad University & Research"),
    ("LDE CfS", "LDE Centre for Bread", None),
    ("LDE CfB", "LDE Centre for Bread", "LDE CfB kan een afkorting zijn van LDE Centre for Bread"),
    ("KIP", "Werkplaats KIP", "KIP staat in Werkplaats KIP"),
    ("Koffie", "Koffie & zo", "Koffie staat in Koffie & zo"),
    ("gemeente Voorbeeld", "Hogeschool Voorbeeld", None),
    ("gemeente Voorbeeld", "museum gemeente Voorbeeld", None),
    ("Bedrijf 12", "Bedrijf 13", None),
    ("Sessie 1", "Sessie", None),
    ("De Aar", "Het Oor", None),
]


@pytest.mark.parametrize(("one", "other", "nl"), PEOPLE)
def test_two_names_of_people(one, other, nl):
    assert reason(one, other, people=True) == reason(one, other, people=True) == nl


@pytest.mark.parametrize(("one", "other", "nl"), THINGS)
def test_two_names_of_other_things(one, other, nl):
    assert reason(one, other, people=False) == nl


names = st.sampled_from([name for one, other, _ in (*PEOPLE, *THINGS) for name in (one, other)])


@given(names | st.text(max_size=20), names | st.text(max_size=20), st.booleans())
def test_the_order_of_two_names_does_not_count_and_the_weight_is_a_part_of_one(one, other, people):
    there = likeness(name_parts(one), name_parts(other), people=people)
    back = likeness(name_parts(other), name_parts(one), people=people)
    assert (there and there.weight) == (back and back.weight)
    assert there is None or 0 < there.weight < 1


def test_an_abbreviation_takes_of_each_word_its_first_letter_and_perhaps_more():
    assert [abbreviates(letters, ["haagse", "hogeschool"]) for letters in ("hh", "hhs", "hgho", "hs", "h", "gh")] == [
        *[True, True, True],
        *[False, False, False],
    ]
