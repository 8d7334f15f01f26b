"""Quantities are exact, or as vague as the source leaves them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import Refused
from graph.quantities import Quantity

numbers = st.integers(0, 10**6)
quantities = st.one_of(
    numbers.map(Quantity.parse),
    st.tuples(numbers, numbers).map(lambda pair: Quantity.parse(f"~{min(pair)}-{max(pair)}")),
    numbers.map(lambda n: Quantity.parse(f">={n}")),
    numbers.map(lambda n: Quantity.parse(f"<={n}")),
)


@pytest.mark.parametrize(
    ("written", "kept", "nl", "en"),
    [
        (17, 17, "17", "17"),
        ("17", 17, "17", "17"),
        ("25-40", {"min": 25, "max": 40}, "25 tot 40", "25 to 40"),
        (">=7", {"min": 7}, "ten minste 7", "at least 7"),
        ("<=10", {"max": 10}, "ten hoogste 10", "at most 10"),
        ("~80", {"min": 80, "max": 80, "about": True}, "ongeveer 80", "about 80"),
        ("~25-40", {"min": 25, "max": 40, "about": True}, "ongeveer 25 tot 40", "about 25 to 40"),
        (
            {"min": 1200, "about": True},
            {"min": 1200, "about": True},
            "ongeveer ten minste 1.200",
            "about at least 1,200",
        ),
        ({"min": 3, "max": 3}, 3, "3", "3"),
        (0, 0, "0", "0"),
    ],
)
def test_a_quantity_is_kept_and_said_as_vague_as_it_was_written(written, kept, nl, en):
    quantity = Quantity.parse(written)
    assert (quantity.json(), quantity.say("nl"), quantity.say("en")) == (kept, nl, en)


@pytest.mark.parametrize(
    "written",
    [
        *["", "many", "-3", "40-25", "1.5", "1000000000000", "9" * 40, "\N{ARABIC-INDIC DIGIT SEVEN}"],
        *[-3, 1.5, None, True, 10**12, []],
        *[{}, {"about": True}, {"min": "7"}, {"min": 7, "note": ""}, {"min": True}, {"min": -1}],
        *[{"min": 3, "about": "x"}, {"min": 9, "max": 3}],
    ],
)
def test_what_is_no_quantity_is_refused_with_the_ways_to_write_one(written):
    with pytest.raises(Refused) as refused:
        Quantity.parse(written)
    assert refused.value.say("nl") == f"{written!r} is geen hoeveelheid; schrijf 25, 25-40, >=7, <=10 of ~80"
    assert refused.value.say("en") == f"{written!r} is not a quantity; write 25, 25-40, >=7, <=10 or ~80"


@given(quantities)
def test_the_kept_form_is_read_back_as_itself(quantity: Quantity):
    assert Quantity.parse(quantity.json()) == quantity


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ("25-40", 30, True),
        ("25-40", 41, False),
        (">=7", 8, True),
        (">=7", "<=6", False),
        (">=7", "<=7", True),
        (0, 0, True),
    ],
)
def test_quantities_overlap_when_both_can_be_the_same_number(one, other, overlap):
    a, b = Quantity.parse(one), Quantity.parse(other)
    assert a.overlaps(b) == b.overlaps(a) == overlap


@given(quantities)
def test_a_quantity_overlaps_itself(quantity: Quantity):
    assert quantity.overlaps(quantity)
