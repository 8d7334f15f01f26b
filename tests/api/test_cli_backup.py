"""`binck backup` and `restore` as a user meets them."""

from __future__ import annotations

import pytest

from tests.api.cli_helpers import Binck, graph_of, same_keys
from tests.worlds import bakery, two_anns


@pytest.fixture
def baking(tmp_path):
    return Binck(tmp_path).tell(bakery())


def test_a_backup_is_made_and_put_back(baking):
    made = baking("backup", "kept.db")
    assert (made.code, made.out) == (0, "")
    assert made.err.startswith("Bewaard in kept.db: versie 1, 6 uitspraken, 0,")
    before = graph_of(baking)
    baking.tell(*two_anns())
    refused = baking("restore", "kept.db", "--lang", "en")
    assert (refused.code, refused.err) == (
        1,
        "Error: sqlite:///binckhorst.db is not empty (version 3); with --replace the backup takes its place, "
        "and what is there is kept apart first\n",
    )
    done = baking("restore", "kept.db", "--replace")
    assert done.code == 0
    assert done.err.startswith("Teruggezet uit kept.db: versie 1, 6 uitspraken, 0,")
    assert "Wat er stond is bewaard in binckhorst.db-before-restore-" in done.err
    assert graph_of(baking) == before
    assert baking("verify").out == "In orde: de som klopt.\n"


def test_in_json_both_say_what_they_hold_and_what_was_there(baking):
    made = baking("backup", "kept.db", "--json").json
    assert same_keys(made, ["file", "store", "version", "statements", "bytes"])
    assert (made["file"], made["store"], made["version"], made["statements"]) == (
        "kept.db",
        "sqlite:///binckhorst.db",
        1,
        6,
    )
    new = baking("restore", "kept.db", "--store", "sqlite:///new.db", "--json").json
    assert (new["store"], new["before"]) == ("sqlite:///new.db", None)
    again = baking("restore", "kept.db", "--replace", "--json").json
    assert same_keys(again["before"], ["file", "version", "statements", "bytes"])


def test_a_damaged_store_is_named_as_such_and_set_aside(baking):
    baking("backup", "kept.db")
    baking.store.write_bytes(baking.store.read_bytes()[:5000])
    assert "is beschadigd; met --replace" in baking("restore", "kept.db").err
    done = baking("restore", "kept.db", "--replace")
    assert done.err.endswith(".db (beschadigd)\n")
    assert baking("verify").code == 0


def test_a_file_that_is_there_is_replaced_only_by_force(baking):
    assert baking("backup", "kept.db").code == 0
    assert "--force" in baking("backup", "kept.db").err
    assert baking("backup", "kept.db", "--force").code == 0
