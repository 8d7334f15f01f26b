"""Ties in pieces and sources by their titles, as every door and picture says them."""

from __future__ import annotations

from typing import Any, cast

from graph.export import named_tie_json
from graph.sentences import source_titles, tie_pieces
from graph.testing.source import Source
from tests.worlds import WORDS, bakery, network


def test_a_tie_in_pieces_says_which_piece_is_which_end():
    found = network(bakery())
    job = next(row for row in range(2) if found.tie(row).kind == "works_for")
    pieces = tie_pieces(WORDS, cast(dict[str, Any], named_tie_json(found, job)), "en")
    assert pieces == [("Ann", "from"), (" works as owner for ", ""), ("Bakery De Aar", "to"), (" (since 2019)", "")]


def test_a_source_goes_by_its_title_else_its_id_and_corrections_by_a_word():
    titled, bare = Source("report"), Source("notes")
    titled.source("title", "The report")
    for source in (titled, bare):
        ann = source.mention("ann", "person", "An")
        source.correct(ann, "name", "Ann")
    assert source_titles(network(titled, bare).sources, "nl") == {
        "report": "The report",
        "notes": "notes",
        "corrections": "Verbeteringen",
    }
