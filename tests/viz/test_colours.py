"""Colours that can be told apart and seen, whatever the paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viz.colours import DARK_PAPER, LIGHT_PAPER, OTHER, PALETTE, contrast, in_order, on_any_paper

channels = st.integers(0, 255)
colours = st.builds("#{:02x}{:02x}{:02x}".format, channels, channels, channels)


def test_the_first_six_have_a_colour_each_and_the_rest_share_a_grey() -> None:
    given_out = in_order([f"sector {place}" for place in range(8)])
    assert list(given_out.values()) == [*PALETTE, OTHER, OTHER]
    assert len({*PALETTE, OTHER}) == 7


@pytest.mark.parametrize(
    ("one", "other", "wanted"), [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#abcdef", "#abcdef", 1)]
)
def test_contrast_is_what_wcag_says_it_is(one: str, other: str, wanted: float) -> None:
    assert round(contrast(one, other), 2) == wanted
    assert contrast(one, other) == contrast(other, one)


@given(colours)
def test_any_colour_can_be_made_to_be_seen_on_light_and_on_dark_paper(colour: str) -> None:
    made = on_any_paper(colour)
    assert contrast(made, LIGHT_PAPER) >= 3
    assert contrast(made, DARK_PAPER) >= 3


def test_a_colour_that_is_seen_already_stays_as_it_is() -> None:
    assert on_any_paper("#0b6e99") == "#0b6e99"
