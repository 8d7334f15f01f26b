"""Dates are as precise as the source is: a year stays a year."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.dates import OPEN_END, OPEN_START, Date, days, say_period
from graph.errors import Refused

dates = st.dates().flatmap(lambda day: st.sampled_from([f"{day}"[:4], f"{day}"[:7], f"{day}"])).map(Date.parse)


def day(iso: str) -> int:
    return datetime.date.fromisoformat(iso).toordinal()


@pytest.mark.parametrize(
    ("iso", "precision", "nl", "en"),
    [
        ("2021", "year", "2021", "2021"),
        ("2021-09", "month", "september 2021", "September 2021"),
        ("2021-09-03", "day", "3 september 2021", "3 September 2021"),
        ("2021-01", "month", "januari 2021", "January 2021"),
        ("0099-03-01", "day", "1 maart 99", "1 March 99"),
    ],
)
def test_a_date_is_said_at_its_precision_and_never_as_a_faked_first_of_january(iso, precision, nl, en):
    date = Date.parse(iso)
    assert (date.precision, date.say("nl"), date.say("en")) == (precision, nl, en)


@pytest.mark.parametrize(
    "iso",
    [
        *"21 2021-9 2021-13 2021-00 2021-09-00 2021-02-29 2021-02-30 0000 10000 -2021".split(),
        *["2021-09-03T10:00", "03-09-2021", "2021/09", " 2021", "2021\n", "٢٠٢١", ""],
    ],
)
def test_what_is_no_date_is_refused_with_the_three_ways_to_write_one(iso):
    with pytest.raises(Refused) as refused:
        Date.parse(iso)
    assert refused.value.say("nl") == f"{iso!r} is geen datum; schrijf 2021, 2021-09 of 2021-09-03"
    assert refused.value.say("en") == f"{iso!r} is not a date; write 2021, 2021-09 or 2021-09-03"


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2021", "2021-01-01", "2021-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("9999", "9999-01-01", "9999-12-31"),
        ("2021-09-03", "2021-09-03", "2021-09-03"),
    ],
)
def test_a_date_reaches_from_its_first_to_its_last_day(iso, first, last):
    assert (Date.parse(iso).first, Date.parse(iso).last) == (day(first), day(last))


def test_dates_of_other_precision_are_not_equal_though_they_overlap():
    year, first_day = Date.parse("2021"), Date.parse("2021-01-01")
    assert year != first_day
    assert year.overlaps(first_day)
    assert not Date.parse("2021-02").overlaps(first_day)


def test_only_what_lies_wholly_before_is_surely_before():
    assert Date.parse("2020").surely_before(Date.parse("2021"))
    assert not Date.parse("2021").surely_before(Date.parse("2021-12-31"))
    assert not Date.parse("2021").surely_before(Date.parse("2021"))


@given(dates, dates)
def test_two_dates_overlap_or_one_is_surely_before_the_other(a: Date, b: Date):
    assert [a.overlaps(b), a.surely_before(b), b.surely_before(a)].count(True) == 1
    assert a.overlaps(b) == b.overlaps(a)


@given(dates)
def test_a_date_is_kept_as_it_was_written(date: Date):
    assert Date.parse(date.iso) == date
    assert date.first <= date.last


def test_a_missing_start_or_end_is_open():
    assert days("", "") == (OPEN_START, OPEN_END)
    assert days("2021-09", "2021-09") == (day("2021-09-01"), day("2021-09-30"))
    assert OPEN_START < Date.parse("0001").first < Date.parse("9999").last < OPEN_END


@pytest.mark.parametrize(
    ("start", "end", "nl", "en"),
    [
        ("2019", "2020-05", "2019 tot en met mei 2020", "2019 to May 2020"),
        ("2019", "2019", "2019", "2019"),
        ("2019", "", "sinds 2019", "since 2019"),
        ("", "2019", "tot 2019", "until 2019"),
        ("", "", "", ""),
    ],
)
def test_a_period_in_words(start, end, nl, en):
    assert (say_period(start, end, "nl"), say_period(start, end, "en")) == (nl, en)
