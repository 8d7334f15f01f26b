"""`changed`: what is new, gone, joined, parted and altered since a version or a date."""

from __future__ import annotations

import datetime

import pytest

from graph.adapters import MemoryStore
from graph.desk import Desk
from graph.errors import Refused
from graph.testing.source import Source
from tests.worlds import WORDS


@pytest.fixture
def desk() -> Desk:
    return Desk(MemoryStore(), WORDS, by="Zoë")


def load(desk: Desk, *sources: Source) -> None:
    for source in sources:
        assert not desk.knowledge.load(source.bundle()).sources[0].refused


def news(**starts: str) -> Source:
    """Ann, who was at each of these activities, which begin then."""
    source = Source("news", published="2021")
    ann = source.mention("ann", "person", "Ann")
    for key, start in starts.items():
        source.tie(ann, "took_part_in", source.mention(key, "activity", key.title()))
        source.property(f"news:{key}", "start", start)
    return source


def rows(desk: Desk, since: str = "") -> list[tuple[object, ...]]:
    found = desk.ask("changed", {"since": since}, "en")
    assert all(row["evidence"] and set(row["evidence"]) <= set(found.evidence) for row in found.rows)
    return [(row["state"], row["name"], row["note"]) for row in found.rows]


def test_what_a_load_brings(desk):
    load(desk, news(fair="2020"), news(fair="2020", show="2021"))
    assert rows(desk) == [("new", "Show", "with 1 tie")]
    assert [name for _, name, _ in rows(desk, "0")] == ["Fair", "Show", "Ann"]


def test_what_a_load_takes_away(desk):
    load(desk, news(fair="2020", show="2021"), news(fair="2020"))
    assert rows(desk) == [("gone", "Show", "with 1 tie")]


def test_a_tie_between_what_stays(desk):
    with_tie, without = news(fair="2020"), Source("news", published="2021")
    without.mention("ann", "person", "Ann")
    without.property(without.mention("fair", "activity", "Fair"), "start", "2020")
    load(desk, with_tie, without)
    assert rows(desk) == [("gone", "Ann took part in Fair", "")]
    load(desk, with_tie)
    assert rows(desk) == [("new", "Ann took part in Fair", "")]


def test_another_value(desk):
    load(desk, news(fair="2020"), news(fair="2021"))
    assert rows(desk) == [("altered", "Fair", "− 2020 + 2021")]
    found = desk.ask("changed", {}, "en")
    assert {found.evidence[str(key)].statement for key in found.rows[0]["evidence"]} == set(found.rows[0]["evidence"])


def test_two_that_a_judgement_makes_one_and_takes_apart(desk):
    other = Source("other")
    other.mention("annie", "person", "Annie")
    load(desk, news(), other)
    _, change = desk.knowledge.judge("same", "news:ann", "other:annie", "seen")
    (joined,) = rows(desk)
    assert joined[0] == "joined"
    assert {"Ann", "Annie"} == set(str(joined[2]).split(" and "))
    desk.knowledge.undo(change.id)
    assert [state for state, *_ in rows(desk)] == ["parted"]


def test_what_came_and_went_again_is_no_row(desk):
    load(desk, news(fair="2020"), news(fair="2020", show="2021"), news(fair="2020"))
    assert rows(desk, "1") == []
    assert desk.ask("changed", {"since": "1"}, "en").sentence == (
        "Since version 1: 2 changes (load news and load news). The network is as it was then."
    )


def test_since_a_date(desk):
    load(desk, news(fair="2020"))
    today = datetime.datetime.now(datetime.UTC).date()
    assert len(rows(desk, today.isoformat())) == 2
    assert rows(desk, (today + datetime.timedelta(days=2)).isoformat()) == []


def test_said_in_a_sentence(desk):
    load(desk, news(fair="2020"), news(fair="2021", show="2021"))
    assert desk.ask("changed", {}, "nl").sentence == (
        "Sinds versie 1: 1 wijziging (load news). Nieuw: 1 activiteit; 1 band. Veranderd: 1 gegeven."
    )


def test_an_empty_store_has_no_change(desk):
    assert desk.ask("changed", {}, "nl").sentence.startswith("Sinds versie 0: geen wijzigingen.")


@pytest.mark.parametrize(("since", "said"), [("7", "there is no version 7 yet; the last is 1"), ("/2020", "no begin")])
def test_what_no_version_or_date_is(desk, since, said):
    load(desk, news())
    with pytest.raises(Refused, match=said):
        desk.ask("changed", {"since": since}, "en")


def test_contact_details_stay_out(desk):
    before, after = news(), news()
    after.property("news:ann", "email", {"nl": "ann@example.org"})
    load(desk, before, after)
    assert rows(desk) == []
