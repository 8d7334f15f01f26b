"""Names beside marks: short, and never one over another."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viz.labels import LINES, SIZES, WIDEST, Named, lines_of, placed, sizes_of, width

WORLDS = st.lists(
    st.builds(
        Named,
        x=st.integers(0, 400).map(float),
        y=st.integers(0, 300).map(float),
        radius=st.integers(4, 12).map(float),
        lines=st.sampled_from([("Ann",), ("Bakery", "De Aar"), ("Kenniswerkplaats",)]),
        size=st.sampled_from(SIZES),
    ),
    max_size=40,
)


def meet(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Ann", ["Ann"]),
        ("gemeente Den Haag", ["gemeente", "Den Haag"]),
        ("Bakery De Aar on the corner", ["Bakery De Aar", "on the corner"]),
        ("a b\n c\td", ["a b c d"]),
        ("projectontwikkelaars", ["projectontwikkelaars"]),
        ("", [""]),
    ],
)
def test_a_name_is_parted_into_lines_of_about_equal_length(name, lines):
    assert lines_of(name) == lines


def test_a_name_that_is_too_long_is_cut_with_an_ellipsis():
    lines = lines_of("The association of all who ever baked a loaf of bread in the street behind the mill")
    assert len(lines) == LINES
    assert lines[-1].endswith("…")
    assert lines_of("Zeer" * 500)[-1].endswith("…")


@given(st.text(max_size=300))
def test_no_label_is_larger_than_its_room_whatever_the_name(name):
    lines = lines_of(name)
    assert 1 <= len(lines) <= LINES
    assert all(width(line) <= WIDEST * 1.31 + 1 for line in lines)


def test_a_joined_sign_stays_whole_where_a_name_is_cut():
    farmer = "👩\u200d🌾"
    lines = lines_of(farmer * 40)
    assert all(line.rstrip("…").count("👩") == line.count("🌾") for line in lines)


@given(WORLDS)
def test_no_label_lies_over_another(marks):
    labels = placed(marks)
    assert not any(meet(a.box, b.box) for a, b in itertools.combinations(labels, 2))


@given(WORLDS)
def test_only_letters_larger_than_others_may_cover_a_mark(marks):
    for label in placed(marks):
        if label.size == min(mark.size for mark in marks):
            others = [mark for number, mark in enumerate(marks) if number != label.of]
            assert not any(
                meet(label.box, (m.x - m.radius, m.y - m.radius, m.x + m.radius, m.y + m.radius)) for m in others
            )


def test_a_mark_with_room_has_its_name_below_it_and_the_first_goes_first():
    ann = Named(100, 100, 5, ("Ann",), 12)
    bob = Named(100, 104, 5, ("Bob",), 12)
    (label,) = placed([ann])
    assert (label.anchor, label.lines) == ("middle", ("Ann",))
    assert label.box[1] > 105
    assert placed([ann, bob])[0].lines == ("Ann",)


def test_those_with_most_ties_have_the_largest_letters():
    assert sizes_of([54, 39, 18, 17, 7, 6, 1]) == [17, 17, 17, 14, 14, 12, 12]
    assert sizes_of([3, 1]) == [14, 14]
    assert sizes_of([]) == []
