"""All values are kept; which is shown first. Corrections come before everything, the printed value beside them."""

from __future__ import annotations

from graph.fold.order import Corrections
from graph.testing.source import Source
from tests.worlds import WORDS, entity, sum_of, values


def shop(id_: str, size: int, published: str = "", certainty: str = "stated") -> Source:
    """A source that gives the shop a size."""
    source = Source(id_, published=published)
    mention = source.mention("shop", "organisation", "Shop")
    reason = {"en": "counted chairs"} if certainty == "inferred" else None
    source.property(mention, "size", size, certainty=certainty, reason=reason)
    return source


def sizes(*sources: Source) -> list[object]:
    return values(entity(sum_of(*sources), f"{sources[0].id}:shop"), "size")


def test_values_on_which_sources_disagree_are_all_kept_each_with_its_source():
    found = entity(sum_of(shop("a", 3), shop("b", 4)), "a:shop").properties["size"]
    assert {value.value: [e.source for e in value.evidence] for value in found} == {3: ["a"], 4: ["b"]}


def test_equal_values_are_one_value_with_all_the_evidence():
    found = entity(sum_of(shop("a", 3), shop("b", 3)), "a:shop").properties["size"]
    assert [[value.value, len(value.evidence)] for value in found] == [[3, 2]]


def test_what_is_stated_comes_before_what_is_inferred_and_that_before_hearsay():
    said = [shop("a", 1, certainty="hearsay"), shop("b", 2, certainty="inferred"), shop("c", 3)]
    assert sizes(*said) == [3, 2, 1]


def test_the_source_published_later_comes_first_and_of_unknown_date_last():
    assert sizes(shop("a", 1), shop("b", 2, "2019"), shop("c", 3, "2021-05")) == [3, 2, 1]


def test_a_source_counts_as_published_on_its_earliest_day():
    assert sizes(shop("a", 1, "2021"), shop("b", 2, "2021-01-02")) == [2, 1]


def test_certainty_goes_before_date():
    assert sizes(shop("a", 1, "1999"), shop("b", 2, "2021", "hearsay")) == [1, 2]


def test_what_is_equal_in_all_that_is_ordered_by_the_id_of_the_statement():
    said = [shop("a", 1), shop("b", 2)]
    ids = {source.statements[-1].id: source.statements[-1].value for source in said}
    assert sizes(*said) == [ids[id_] for id_ in sorted(ids)]


def test_a_correction_comes_first_and_the_printed_value_stays_beside_it():
    slip = shop("a", 13, "2021")
    slip.correct(slip.statements[-1], "size", 3, "the comma fell out")
    first, printed = entity(sum_of(slip, shop("b", 4, "2022")), "a:shop").properties["size"][:2]
    assert (first.value, first.evidence[0].source, first.evidence[0].reason) == (
        3,
        "corrections",
        {"en": "the comma fell out"},
    )
    assert first.evidence[0].corrects == slip.statements[-2].id
    assert printed.value == 4


def test_a_corrected_date_of_publication_is_the_one_that_counts():
    slip = shop("a", 1, "2012")
    assert sizes(slip, shop("b", 2, "2019")) == [2, 1]
    slip.correct(slip.statements[0], "published", "2021")
    assert sizes(slip, shop("b", 2, "2019")) == [1, 2]


def test_a_correction_of_a_type_is_read_by_whichever_kind_has_that_type():
    source = Source("a")
    type_ = source.property(source.mention("shop", "organisation", "Shop"), "type", "school")
    source.correct(type_, "type", "company")
    assert values(entity(sum_of(source), "a:shop"), "type") == ["company", "school"]


def test_a_corrected_name_is_shown_and_the_printed_one_is_still_a_name():
    source = Source("a")
    source.correct(source.mention("b", "person", "Ruljsink"), "name", "Ruijsink")
    found = entity(sum_of(source), "a:b")
    assert (found.name, [name.value for name in found.names]) == ("Ruijsink", ["Ruijsink", "Ruljsink"])


def test_a_property_of_a_tie_is_corrected_like_any_other():
    source = Source("a")
    giver, project = source.mention("g", "organisation", "Fund"), source.mention("p", "project", "Plan")
    slip = source.tie_property(source.tie(giver, "contributed", project, form="money"), "actual", 471)
    source.correct(slip, "actual", 47)
    (tie,) = sum_of(source).ties.values()
    assert values(tie, "actual") == [47, 471]


def test_a_correction_of_what_is_not_there_waits_and_changes_nothing():
    source = shop("a", 3)
    waiting = source.correct("not-there-yet", "size", 4)
    assert Corrections(source.statements, WORDS).waiting == [waiting]
    assert sizes(source) == [3]


def test_a_correction_that_its_statement_cannot_take_waits_too():
    source = shop("a", 3)
    wrong = source.correct(source.statements[-1], "size", "many")
    assert Corrections(source.statements, WORDS).waiting == [wrong]


def test_a_correction_of_a_correction_that_came_first_waits_and_never_counts():
    source = shop("a", 13)
    first = source.correct(source.statements[-1], "size", 3)
    second = source.correct(first, "size", 4)
    assert Corrections(source.statements, WORDS).waiting == [second]
    assert sizes(source) == [3, 13]
