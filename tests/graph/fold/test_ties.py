"""Tie statements add up to ties: by kind, ends and identifying properties, and then by period."""

from __future__ import annotations

import pytest

from graph.statements import Statement
from graph.testing.source import Source
from tests.worlds import only_tie, periods, sum_of, values


class Work(Source):
    """Ann and a shop; `works` says that she works there."""

    def __init__(self) -> None:
        super().__init__("s")
        self.ann = self.mention("ann", "person", "Ann")
        self.shop = self.mention("shop", "organisation", "Shop")

    def works(self, start: str = "", end: str = "", **more: str) -> Statement:
        given = {"start": start, "end": end, **more}
        return self.tie(self.ann, "works_for", self.shop, **{key: value for key, value in given.items() if value})


def test_the_same_tie_in_two_sources_is_one_with_the_evidence_of_both():
    one, two = Work(), Source("t")
    one.works()
    two.tie(two.mention("a", "person", "Ann"), "works_for", two.mention("s", "organisation", "Shop"))
    tie = only_tie(sum_of(one, two))
    assert (tie.from_id, tie.to_id) == ("s:ann", "s:shop")
    assert sorted(evidence.source for evidence in tie.evidence) == ["s", "t"]


def test_another_role_is_another_tie_and_a_role_not_given_is_a_value_of_its_own():
    work = Work()
    for role in ("owner", "intern", ""):
        work.works(role=role)
    assert sorted(str(tie.first("role")) for tie in sum_of(work).ties.values()) == ["None", "intern", "owner"]


def test_a_contribution_is_told_apart_by_its_form():
    source = Source("s")
    shop, project = source.mention("a", "organisation", "Shop"), source.mention("p", "project", "Plan")
    for form in ("money", "in_kind", "money"):
        source.tie_property(source.tie(shop, "contributed", project, form=form), "planned", 100)
    assert sorted(str(tie.first("form")) for tie in sum_of(source).ties.values()) == ["in_kind", "money"]


def test_a_corrected_role_makes_no_second_tie_and_the_printed_one_stays_as_evidence():
    work = Work()
    work.works(role="owner")
    work.correct(work.works(role="intern"), "role", "owner")
    tie = only_tie(sum_of(work))
    assert values(tie, "role") == ["owner", "intern"]
    assert tie.properties["role"][0].evidence[0].corrects == work.statements[-2].id


def test_a_symmetric_tie_is_the_same_from_either_end():
    source = Source("s")
    bob, ann = source.mention("b", "person", "Bob"), source.mention("a", "person", "Ann")
    source.tie(bob, "knows", ann)
    source.tie(ann, "knows", bob)
    assert (only_tie(sum_of(source)).from_id, only_tie(sum_of(source)).to_id) == ("s:a", "s:b")


def test_a_tie_that_is_not_symmetric_has_a_direction():
    source = Source("s")
    bob, ann = source.mention("b", "person", "Bob"), source.mention("a", "person", "Ann")
    source.tie(bob, "introduced", ann)
    source.tie(ann, "introduced", bob)
    assert len(sum_of(source).ties) == 2


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (("2018", "2020"), ("2019", "2021"), True),
        (("2018", "2018"), ("2019", "2019"), True),  # they touch: 31 December and 1 January
        (("2018", "2018"), ("2020", "2020"), False),
        (("2018", "2019-11"), ("2019-12", ""), True),
        (("2018", "2019-10"), ("2019-12", ""), False),
        (("2018", "2019"), ("2019-12-31", ""), True),  # outermost days: 2019 may mean its last day
        (("", "2018"), ("2020", ""), False),
        (("", "2020"), ("2020", ""), True),
        (("2018", ""), ("", "2019"), True),  # a missing end is open
    ],
)
def test_dated_statements_whose_periods_overlap_or_touch_are_one_tie(one, other, together):
    work = Work()
    work.works(*one)
    work.works(*other)
    assert (len(sum_of(work).ties) == 1) is together


def test_a_chain_of_overlaps_is_one_tie_though_its_ends_do_not_meet():
    work = Work()
    for start, end in (("2014", "2015"), ("2018", "2019"), ("2015", "2016"), ("2016", "2018")):
        work.works(start, end)
    assert len(sum_of(work).ties) == 1


def test_a_long_period_holds_together_the_short_ones_within_it():
    work = Work()
    for start, end in (("2010", "2020"), ("2011", "2012"), ("2018", "2019")):
        work.works(start, end)
    assert len(sum_of(work).ties) == 1


def test_as_of_a_year_holds_when_some_day_of_that_year_does():
    work = Work()
    work.works("2015", "2016-06")
    work.works(as_of="2016")
    assert len(sum_of(work).ties) == 1


def test_an_undated_statement_supports_every_tie_of_its_identity():
    work = Work()
    work.works("2015", "2016")
    work.works("2019", "2020")
    undated = work.works()
    ties = sum_of(work).ties.values()
    assert len(ties) == 2
    assert all(undated.id in {evidence.statement for evidence in tie.evidence} for tie in ties)


@pytest.mark.parametrize(
    ("as_of", "supports"),
    [("2016", ["2015"]), ("2019-06-01", ["2019"]), ("2017", [""]), ("2016-12-31", ["2015"]), ("2022", [""])],
)
def test_a_statement_with_only_as_of_supports_the_ties_that_hold_that_day(as_of, supports):
    work = Work()
    work.works("2015", "2016")
    work.works("2019", "2020")
    held = work.works(as_of=as_of)
    found = [tie.start for tie in sum_of(work).ties.values() if held.id in {e.statement for e in tie.evidence}]
    assert found == supports


def test_those_that_fit_no_period_form_one_undated_tie():
    work = Work()
    work.works("2015", "2016")
    work.works(as_of="2011")
    work.works(as_of="2021")
    assert periods(sum_of(work)) == [("", ""), ("2015", "2016")]


def test_without_any_dated_statement_all_are_one_undated_tie():
    work = Work()
    work.works()
    work.works(as_of="2011")
    assert periods(sum_of(work)) == [("", "")]


def test_a_corrected_period_is_the_one_that_counts():
    work = Work()
    work.works("2019", "2020")
    work.correct(work.works("1920", "1921"), "start", "2019")
    (tie,) = sum_of(work).ties.values()
    assert values(tie, "start")[0] == "2019"
    assert "1920" in values(tie, "start")


def test_the_id_of_a_tie_is_that_of_its_smallest_dated_statement_else_of_its_smallest():
    work = Work()
    dated = [work.works("2018", "2019"), work.works("2019", "2020")]
    undated = [work.works(), work.works(as_of="2018")]
    assert only_tie(sum_of(work)).id == min(s.id for s in dated)
    work.statements = [s for s in work.statements if s not in dated]
    assert only_tie(sum_of(work)).id == min(s.id for s in undated)


def test_other_properties_follow_the_tie_statement_that_they_name():
    source = Source("s")
    tour, series = source.mention("t", "activity", "Tour"), source.mention("r", "activity", "Tours")
    early = source.tie(tour, "part_of", series, start="2015", end="2015")
    late = source.tie(tour, "part_of", series, start="2019", end="2019")
    source.tie_property(early, "edition", {"nl": "1"})
    source.tie_property(late, "edition", {"nl": "5"})
    assert {t.start: t.first("edition") for t in sum_of(source).ties.values()} == {
        "2015": {"nl": "1"},
        "2019": {"nl": "5"},
    }


def test_start_and_end_are_properties_with_evidence_like_any_other():
    work = Work()
    one, other = work.works("2018", "2020"), work.works("2018", "2021")
    tie = only_tie(sum_of(work))
    assert {e.statement for e in tie.properties["start"][0].evidence} == {one.id, other.id}
    assert sorted(map(str, values(tie, "end"))) == ["2020", "2021"]


def test_a_tie_whose_ends_become_one_leaves_the_graph_and_becomes_a_question():
    source = Source("s")
    ann, anja = source.mention("ann", "person", "Ann"), source.mention("anja", "person", "Anja")
    knows = source.tie(ann, "knows", anja)
    assert list(sum_of(source).ties) == [knows.id]
    source.judge("same", ann, anja)
    graph = sum_of(source)
    assert graph.ties == {}
    assert list(graph.questions) == [f"loop/{knows.id}/s:anja"]


def test_a_tie_of_which_an_end_is_not_mentioned_any_more_supports_nothing():
    work = Work()
    work.works()
    work.statements.remove(work.shop)
    assert sum_of(work).ties == {}
