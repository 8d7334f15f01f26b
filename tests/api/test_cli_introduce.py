"""`binck introduce` on the Binckhorst network: text, JSON, whom it is asked for, and what cannot be asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.introductions import RULES
from tests.api.cli_helpers import Binck, load_binckhorst


@pytest.fixture(scope="module")
def binck(tmp_path_factory: pytest.TempPathFactory) -> Binck:
    return load_binckhorst(tmp_path_factory.mktemp("binckhorst"))


def test_a_proposal_has_its_reasons_and_who_can_be_asked(binck: Binck) -> None:
    done = binck("introduce", "--top", "1")
    first, *lines = done.out.splitlines()
    assert first == "1. gemeente Den Haag – Hogeschool Rotterdam"
    assert lines[0] == (
        "   gemist waar de ander was (1,5): gemeente Den Haag werd gemist bij Excursie: MerweVierhavens; "
        "Hogeschool Rotterdam deed mee aan Excursie: MerweVierhavens als mede-organisator"
    )
    assert lines[-1].startswith("   vraag I'M BINCK: ")
    assert "Een voorstel is geen band" in done.err


def test_in_json_each_reason_has_its_rule_points_and_evidence(binck: Binck) -> None:
    found = binck("introduce", "--json", "--lang", "en").json
    assert len(found["proposals"]) == 10
    assert [rule["name"] for rule in found["rules"]] == [rule.name for rule in RULES]
    grounds = {rule["name"] for rule in found["rules"] if rule["finds_pairs"]}
    for proposal in found["proposals"]:
        assert proposal["score"] > 0
        assert proposal["message"].keys() == {"nl", "en"}
        assert any(reason["rule"] in grounds for reason in proposal["reasons"])
        assert all(reason["evidence"] for reason in proposal["reasons"] if reason["rule"] in grounds)
    (missed,) = [r for r in found["proposals"][0]["reasons"] if r["rule"] == "wanted-where-other-was"]
    assert {piece["source"] for piece in missed["evidence"]} == {"kip-eindrapportage"}


def test_it_may_be_asked_for_one_for_a_subject_or_across_sectors(binck: Binck) -> None:
    for proposal in binck("introduce", "--for", "Sabrina Lindemann", "--json").json["proposals"]:
        assert "Sabrina Lindemann" in (proposal["one"]["name"], proposal["other"]["name"])
    for proposal in binck("introduce", "--across", "onderwijs,ondernemers", "--json").json["proposals"]:
        ends = (proposal["one"]["sectors"], proposal["other"]["sectors"])
        assert any("education" in a and "entrepreneurs" in b for a, b in (ends, ends[::-1]))
    assert "verdienmodellen" in binck("introduce", "--theme", "verdienmodellen").out


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--across", "onderwijs"], "--across wil twee sectoren met een komma ertussen, niet 'onderwijs'"),
        (["--for", "nobody-at-all"], "Niets heet 'nobody-at-all'"),
        (["--theme", "Sabrina Lindemann"], "Niets heet 'Sabrina Lindemann'"),
    ],
)
def test_what_cannot_be_asked_says_why(binck: Binck, given: list[str], said: str) -> None:
    done = binck("introduce", *given)
    assert done.code != 0
    assert said in done.err


def test_an_empty_store_has_nobody_to_introduce(tmp_path: Path) -> None:
    done = Binck(tmp_path)("introduce")
    assert (done.code, done.out) == (0, "")
    assert "De bronnen geven hier geen reden" in done.err


def test_for_each_the_best_with_the_reason(binck: Binck) -> None:
    found = binck("introduce", "--each", "--json").json["each"]
    assert len({one["id"] for one in found}) == len(found) > 50
    (peek,) = [one for one in found if one["name"] == "Gert-Joost Peek"]
    (alone,) = binck("introduce", "--for", "Gert-Joost Peek", "--top", "1", "--json").json["proposals"]
    assert peek["other"] in (alone["one"]["id"], alone["other"]["id"])
    assert (peek["score"], peek["gain"]) == (alone["score"], alone["gain"])
    assert peek["why"].endswith(alone["reasons"][0]["says"])
    table = binck("introduce", "--each", "--top", "2", "--lang", "en").out
    assert "whom to meet" in table
    assert binck("introduce", "--each", "--for", "Gert-Joost Peek").code == 2


def test_for_each_of_an_empty_store_is_nobody(tmp_path: Path) -> None:
    done = Binck(tmp_path)("introduce", "--each", "--json")
    assert (done.code, done.json["each"]) == (0, [])
