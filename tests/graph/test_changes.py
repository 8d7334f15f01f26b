"""A change is told in ids and never in content; which changes count when some were taken back."""

from __future__ import annotations

from graph.changes import JUDGEMENT, STATEMENT, WITHDRAWN, Change, Part, standing


def history(*undoes: int | None) -> list[Change]:
    """Changes 0, 1, ...; a number is the place of the change that it takes back."""
    changes: list[Change] = []
    for place, undone in enumerate(undoes):
        last = changes[-1].id if changes else ""
        taken = "" if undone is None else changes[undone].id
        changes.append(Change.after(last, "2021", "Zoë", f"step {place}", [], taken))
    return changes


def places(left: list[Change], of: list[Change]) -> list[int]:
    return [of.index(change) for change in left]


def test_the_id_of_a_change_depends_on_all_before_it():
    first = Change.after("", "2021", "Zoë", "load", [Part(True, STATEMENT, "x", "news")])
    assert first.id == Change.after("", "2021", "Zoë", "load", [Part(True, STATEMENT, "x", "news")]).id
    assert first.id != Change.after("c1", "2021", "Zoë", "load", first.parts).id
    assert first.id != Change.after("", "2021", "Zoë", "load", [Part(False, STATEMENT, "x", "news")]).id


def test_a_change_in_json_lists_what_it_did():
    parts = [
        Part(True, STATEMENT, "s2", "news"),
        Part(True, STATEMENT, "s1", "news"),
        Part(False, STATEMENT, "s3", "news"),
        Part(True, JUDGEMENT, "j1", "hand"),
        Part(False, JUDGEMENT, "j2", "hand"),
        Part(True, WITHDRAWN, "almanac", ""),
    ]
    change = Change.after("", "2021-09-03T10:00:00.000Z", "Zoë", "because", parts)
    assert change.json() == {
        "id": change.id,
        "at": "2021-09-03T10:00:00.000Z",
        "by": "Zoë",
        "why": "because",
        "undoes": None,
        "statements_added": ["s1", "s2"],
        "statements_withdrawn": ["s3"],
        "judgements": ["j1", "j2"],
        "judgements_withdrawn": ["j2"],
    }


def test_without_undo_every_change_stands():
    changes = history(None, None, None)
    assert standing(changes) == changes


def test_an_undo_takes_itself_and_what_it_undid_away():
    changes = history(None, None, 0)
    assert places(standing(changes), changes) == [1]


def test_an_undone_undo_lets_the_change_stand_again():
    changes = history(None, 0, 1)
    assert places(standing(changes), changes) == [0]
    changes = history(None, 0, 1, 2)
    assert standing(changes) == []


def test_an_undo_of_something_before_a_part_of_history_counts_in_that_part():
    changes = history(None, None, 0)
    assert places(standing(changes[1:]), changes) == [1, 2]
