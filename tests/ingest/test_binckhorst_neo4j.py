"""The Binckhorst network on a Neo4j server is the one in SQLite, to the byte; and Cypher tells the same as `binck`."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graph.adapters import SqliteStore, open_store
from graph.copying import copy_store
from graph.desk import Desk
from graph.jsontext import dumps
from graph.network import ACTORS
from graph.questions import QUESTIONS
from graph.texts import LANGS
from ingest.loader import files_named, load_files
from tests.cypher import agrees, cypher, wipe

pytestmark = [pytest.mark.neo4j, pytest.mark.xdist_group("neo4j")]
PAGE = (Path(__file__).parents[2] / "docs" / "neo4j.md").read_text(encoding="utf-8")
CYPHER = dict(re.findall(r"^### \d+\. (.+?)\n.*?```cypher\n(.*?)```", PAGE, re.DOTALL | re.MULTILINE))
Rows = list[list[Any]]


@dataclass(frozen=True)
class Both:
    """The data set in both stores."""

    sqlite: Desk
    neo4j: Desk

    @property
    def url(self) -> str:
        return self.neo4j.store.url


@pytest.fixture(scope="module")
def both(neo4j_server, tmp_path_factory, words) -> Iterator[Both]:
    folder = tmp_path_factory.mktemp("both")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEO4J_PASSWORD", neo4j_server.password)
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        wipe(neo4j_server.url)
        both = Both(
            Desk(SqliteStore(folder / "binck.db"), words, by="Zoë"), Desk(open_store(neo4j_server.url), words, by="Zoë")
        )
        for desk in (both.sqlite, both.neo4j):
            load_files(desk.knowledge, files_named([]))
        yield both
        both.neo4j.store.close()


def test_the_export_is_the_same_to_the_byte(both):
    assert dumps(both.neo4j.export(personal=True)) == dumps(both.sqlite.export(personal=True))


def test_the_network_kept_on_this_computer_exports_the_same(both, words):
    both.neo4j.network()
    again = Desk(open_store(both.url), words)
    kept = list(Path(os.environ["XDG_CACHE_HOME"]).rglob("*-network"))
    assert len(kept) == 1
    assert dumps(again.export()) == dumps(both.sqlite.export())


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_every_question_is_answered_the_same(both, question, lang):
    one, other = (desk.ask(question.name, question.example, lang).json() for desk in (both.sqlite, both.neo4j))
    assert dumps(other) == dumps(one)


def test_what_is_kept_adds_up_and_is_what_cypher_shows(both, words):
    assert both.neo4j.verify().differences == ()
    agrees(both.url, both.neo4j.store, words)


def test_status_is_the_same_but_for_the_name(both):
    one, other = both.sqlite.status(), both.neo4j.status()
    assert {**other, "store": ""} == {**one, "store": ""}


def test_a_copy_out_of_neo4j_is_what_went_in(both, tmp_path, words):
    copy = Desk(SqliteStore(tmp_path / "copy.db"), words)
    copy_store(both.neo4j.store, copy.store)
    assert dumps(copy.export()) == dumps(both.sqlite.export())
    assert copy.history() == both.neo4j.history()
    assert copy.verify().ok


# ------------------------------------------------------------------------------------------ the ten questions in Cypher


def said_of_ger_kwakkel(desk: Desk) -> Rows:
    with desk.store.reading() as view:
        ids = [m.id for m in view.mentions_of([desk.resolve("Ger Kwakkel").id])]
        found = {(s.source, s.locator or None, s.printed or None, s.word, s.certainty) for s in view.about(ids)}
    return [list(row) for row in sorted(found, key=lambda row: (row[0], row[1] or "", row[3]))]


def connecting(*kinds: str) -> Callable[[Desk], Rows]:
    def rows(desk: Desk) -> Rows:
        answer = desk.ask("connects", {"from": "education", "to": "entrepreneurs"}, "nl")
        assert len(answer.rows) < 25  # the catalogue shows no more
        found = [[row["name"], row["pairs"]] for row in answer.rows if row["kind"] in kinds and row["pairs"]]
        return sorted(found, key=lambda row: (-row[1], row[0]))

    return rows


def at_the_excursion(desk: Desk) -> Rows:
    rows = desk.ask("present", {"activity": "Excursie: MerweVierhavens"}, "nl").rows
    how = {"present": "TOOK_PART_IN", "missing": "MISSED"}
    return [[row["name"], how[str(row["state"])], row["role"]] for row in rows]


def embodied(desk: Desk) -> Rows:
    rows = desk.ask("values", {}, "nl").rows
    found = [[row["value"], None if row["gap"] else row["name"]] for row in rows if row["way"] == "embodies"]
    return sorted(found, key=lambda row: (row[0], row[1] or ""))


def budgeted(desk: Desk) -> Rows:
    rows = desk.ask("ledger", {"project": "Kenniswerkplaats KIP"}, "nl").rows
    return sorted([row["name"], row["side"], row["planned"], row["actual"]] for row in rows if row["type"] == "line")


def shortest(desk: Desk) -> Rows:
    network = desk.network()
    graph = nx.Graph()
    for a, b, _, tie in network.to_networkx().edges(data=True, keys=True):
        if network.words.ties[tie["kind"]].joins:
            graph.add_edge(a, b)
    a, b = (desk.resolve(name).id for name in ("Ger Kwakkel", "Phlip Boswinkel"))
    paths = list(nx.all_shortest_paths(graph, a, b))
    assert len(paths) == 1
    return [[[network.names[network.row_of(id_)] for id_ in paths[0]], len(paths[0]) - 1]]


def per_sector(desk: Desk) -> Rows:
    network = desk.network()
    counts = dict.fromkeys(network.sectors, 0)
    for row in network.rows_of_kind(*ACTORS).tolist():
        for sector in network.sectors_of(row):
            counts[sector] += 1
    return [[sector, n] for sector, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if n]


def everywhere(desk: Desk) -> Rows:
    network = desk.network()
    activities = set(network.rows_of_kind("activity").tolist())
    went = {
        network.names[row]: len({network.other(tie, row) for tie in network.ties_at(row, "took_part_in")} & activities)
        for row in network.rows_of_kind("person").tolist()
    }
    ranked = sorted(went.items(), key=lambda item: (-item[1], item[0]))
    return [[name, n] for name, n in ranked if n][:10]


def resembling(desk: Desk) -> Rows:
    return [[desk.find("kwakel")[0].name, ["Entity", "Person"]]]


TEN = dict(
    zip(
        CYPHER,
        (
            said_of_ger_kwakkel,
            connecting("activity", "project"),
            connecting("person", "organisation"),
            at_the_excursion,
            embodied,
            budgeted,
            shortest,
            per_sector,
            everywhere,
            resembling,
        ),
        strict=True,
    )
)


@pytest.mark.parametrize("asked", CYPHER)
def test_a_question_in_cypher_is_answered_as_binck_answers_it(both, asked):
    wanted = TEN[asked](both.sqlite)
    assert wanted
    assert cypher(both.url, CYPHER[asked]) == wanted
