"""What somebody wants to see, said in her own words."""

from __future__ import annotations

import numpy as np
import pytest

from graph.errors import Refused
from graph.network import Network
from tests.viz.towns import street
from tests.worlds import WORDS, network
from viz.wanted import DRAWN, LISTED, USUAL, Wanted, wanted


def left(choice: Wanted) -> list[str]:
    found: Network = choice.of(network(street()))
    return sorted(found.names[row] for row in np.flatnonzero(found.entity_on).tolist())


def test_without_a_choice_it_is_everything_but_details():
    assert wanted(WORDS) == USUAL == Wanted(most=DRAWN)
    assert left(USUAL) == ["Ann", "Bakery", "Bob", "Cas", "Dot", "Fair", "Plan", "School"]
    assert left(Wanted(details=True)) == left(Wanted(everything=True)) == sorted([*left(USUAL), "Flour"])


def test_kinds_and_sectors_go_by_any_of_their_names_in_the_order_of_the_words():
    choice = wanted(WORDS, kinds=["Personen", "activity", "persoon", ""], sectors=["Civil society", "onderwijs"])
    assert choice == Wanted(kinds=("activity", "person"), sectors=("education", "civil_society"))


def test_a_detail_is_drawn_when_it_is_asked_for_by_name():
    assert left(wanted(WORDS, kinds=["budget line"])) == ["Flour"]


def test_people_of_a_sector_are_drawn_without_what_they_work_for():
    assert left(wanted(WORDS, kinds=["person"], sectors=["education"])) == ["Cas"]
    assert left(wanted(WORDS, sectors=["education"])) == ["Cas", "Fair", "Plan", "School"]


def test_a_period_leaves_out_what_surely_lies_outside_it():
    assert "Fair" not in left(wanted(WORDS, until="2020"))
    assert "Fair" in left(wanted(WORDS, since="2021-05-31", until="2022"))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"kinds": ["ship"]}, "there is no 'ship'; choose from activity, budget_line"),
        ({"sectors": ["navy"]}, "there is no 'navy'; choose from entrepreneurs, education"),
        ({"since": "May"}, "'May' is not a date; write 2021"),
        (
            {"since": "2022", "until": "2021-12"},
            "the period begins at 2022 and ends before, at 2021-12; turn them round",
        ),
    ],
)
def test_what_cannot_be_meant_is_refused_with_a_way_out(given, said):
    with pytest.raises(Refused) as error:
        wanted(WORDS, **given)
    assert error.value.say("en").startswith(said)


def test_no_more_is_drawn_than_a_picture_holds():
    assert wanted(WORDS, most=10**6).most == LISTED
    assert wanted(WORDS, most=0).most == 1


def test_only_a_choice_of_what_something_is_narrows():
    assert not Wanted(everything=True, most=5).narrows
    assert all(one.narrows for one in (Wanted(kinds=("person",)), Wanted(sectors=("education",)), Wanted(until="2020")))
