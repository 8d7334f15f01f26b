"""`binck copy`: a whole store into an empty one, with a word on how much it was."""

from __future__ import annotations

import pytest

from tests.api.cli_helpers import Binck
from tests.worlds import bakery

HERE, THERE = "sqlite:///binckhorst.db", "sqlite:///copy.db"


@pytest.fixture
def binck(tmp_path):
    return Binck(tmp_path).tell(bakery())


def test_it_says_how_much_was_copied_and_the_copy_is_the_same(binck):
    binck("withdraw", "news")
    assert binck("copy", HERE, THERE).out == f"{HERE} → {THERE}: 2 wijzigingen, 6 uitspraken, geen oordelen\n"
    assert binck("history", "--store", THERE, "--json").json == binck("history", "--json").json
    assert binck("verify", "--store", THERE).code == 0


def test_with_json_it_says_so_in_numbers(binck):
    assert binck("copy", HERE, THERE, "--json").json == {
        "from": HERE,
        "to": THERE,
        "changes": 1,
        "statements": 6,
        "judgements": 0,
    }


def test_a_store_that_holds_something_is_refused(binck):
    binck("copy", HERE, THERE)
    done = binck("copy", HERE, THERE, "--lang", "en")
    assert (done.code, done.out) == (1, "")
    assert done.err == f"Error: {THERE} holds something already (version 1); name an empty store\n"


def test_an_empty_store_is_said_to_be_empty(binck):
    done = binck("copy", "sqlite:///nothing.db", THERE, "--lang", "en")
    assert (done.code, done.out, done.err) == (0, "", "sqlite:///nothing.db is empty; nothing was copied.\n")
    assert not (binck.folder / "copy.db").exists()


@pytest.mark.neo4j
@pytest.mark.xdist_group("neo4j")
def test_to_a_server_and_back_gives_the_same_history(binck, neo4j_url, neo4j_server):
    password = {"NEO4J_PASSWORD": neo4j_server.password}
    assert binck("copy", HERE, neo4j_url, **password).code == 0
    assert binck("copy", neo4j_url, THERE, **password).code == 0
    assert binck("history", "--store", THERE, "--json").json == binck("history", "--json").json
    assert binck("status", "--store", neo4j_url, "--json", **password).json["store"] == neo4j_url
