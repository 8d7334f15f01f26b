"""Weights learned from a store's own past by `binck evaluate`, kept, used by `binck introduce`, and left aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.api.cli_helpers import Binck
from tests.graph.introductions.test_rule_weights import BEFORE, paired


@pytest.fixture
def binck(tmp_path: Path) -> Binck:
    """A store of which the past tells that who share a craft come to know each other."""
    return Binck(tmp_path).tell(paired())


def test_it_tells_what_was_learned_beside_the_weights_by_hand(binck):
    done = binck("evaluate", "--before", BEFORE, "--lang", "en")
    assert [line.split() for line in done.out.splitlines() if "same subject" in line] == [
        ["same", "subject", "1.50", "3.00", "30", "24"]
    ]
    assert "Of 60 pairs that the rules found before 2020-01-01, 24 came to have a bond." in done.err
    assert list(binck.folder.glob("*weights*")) == []


def test_what_is_kept_is_used_until_it_is_left_aside(binck):
    found = binck("evaluate", "--before", BEFORE, "--keep", "--json").json
    assert (found["weights"]["same-subject"], found["by_hand"]["same-subject"]) == (3.0, 1.5)
    assert (binck.folder / found["kept"]).is_file()
    used = binck("introduce", "--top", "1", "--json").json
    assert {rule["name"]: rule["weight"] for rule in used["rules"]} == found["weights"]
    assert "geleerd uit wat dit netwerk voor 2020-01-01 wist" in binck("introduce", "--top", "1").err
    by_hand = binck("introduce", "--top", "1", "--by-hand", "--json").json
    assert {rule["name"]: rule["weight"] for rule in by_hand["rules"]} == found["by_hand"]


def test_a_damaged_file_is_named_and_the_weights_are_those_by_hand(binck):
    found = binck("evaluate", "--before", BEFORE, "--keep", "--json").json
    (file,) = binck.folder.glob("*weights*")
    file.write_text("{")
    for given in ([], ["--json"], ["--each"]):
        done = binck("introduce", *given)
        assert (done.code, f"{file.name}: is geen bestand met gewichten" in done.err) == (0, True)
    used = binck("introduce", "--json").json
    assert {rule["name"]: rule["weight"] for rule in used["rules"]} == found["by_hand"]


def test_a_network_without_a_past_keeps_the_weights_by_hand(binck):
    done = binck("evaluate", "--before", "2022-01-01", "--lang", "en")
    assert done.code == 1
    assert "Choose another day, or keep the weights set by hand" in done.err


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (["--activities", "people.csv"], "alle drie, of geen"),
        (
            ["--activities", "p", "--participations", "p", "--organisations", "p", "--keep"],
            "gaat niet samen met bestanden",
        ),
    ],
)
def test_what_does_not_go_together_is_a_wrong_call(binck, given, says):
    (binck.folder / "p").touch()
    (binck.folder / "people.csv").touch()
    done = binck("evaluate", "--before", BEFORE, *given)
    assert (done.code, says in done.err) == (2, True)
