"""`binck measure` on small networks in files, and on the classics with the columns of their references."""

from __future__ import annotations

import csv
import io

import pytest

from tests.api.cli_helpers import Binck
from tests.graph.measures.classics import DATA, NAMES, classic, number, rows, same, suffixes

NODES = "id,sector\nAnn,bakery\nBob,bakery\nCat,town\nDirk,\n"
EDGES = "from,to\nAnn,Cat\nCat,Bob\nCat,Ann\nDirk,Dirk\n"


@pytest.fixture
def binck(tmp_path):
    return Binck(tmp_path)


@pytest.fixture
def measure(binck):
    """Call `binck measure` on the small network."""
    binck.write("nodes.csv", NODES)
    binck.write("edges.csv", EDGES)
    return lambda *args: binck("measure", *args, "--edges", "edges.csv", "--nodes", "nodes.csv")


def table(result) -> list[dict[str, str]]:
    assert (result.code, result.err) == (0, "")
    return list(csv.DictReader(io.StringIO(result.out)))


def on_classic(binck, name, measure, suffix="", *more):
    """The table of a measure on a classic."""
    one = classic(name)
    options = [*more, *(["--group", one.group] if one.group else [])]
    options += ["--directed"] if one.network(suffix).directed else []
    folder = DATA / name
    return table(binck("measure", measure, "--edges", folder / "edges.csv", "--nodes", folder / "nodes.csv", *options))


@pytest.mark.parametrize("name", [name for name in NAMES if suffixes(name, "brokerage_sna")])
def test_brokerage_prints_the_columns_of_the_reference_and_its_numbers(binck, name):
    for suffix in suffixes(name, "brokerage_sna"):
        for level, file, ids in (
            ([], "brokerage_sna", ("id", "group")),
            (["--groups"], "brokerage_sna_groups", ("group", "n")),
            (["--total"], "brokerage_sna_global", ("role", "raw")),
        ):
            wanted = rows(DATA / name / f"{file}{suffix}.csv")
            found = on_classic(binck, name, "brokerage", suffix, *level)
            assert list(found[0]) == list(wanted[0])
            assert [[row[key] for key in ids] for row in found] == [[row[key] for key in ids] for row in wanted]
            for key in [key for key in wanted[0] if key not in ids]:
                same([number(row[key]) for row in found], [number(row[key]) for row in wanted])


def test_what_is_not_defined_is_an_empty_field_and_null_in_json(measure):
    rows_ = table(measure("brokerage", "--group", "sector"))
    assert [(row["id"], row["raw_w_O"], row["z_w_I"]) for row in rows_] == [
        ("Ann", "0", ""),
        ("Bob", "0", ""),
        ("Cat", "2", ""),
        ("Dirk", "", ""),
    ]
    as_json = measure("brokerage", "--group", "sector", "--json").json
    assert [(row["id"], row["raw_w_O"], row["z_w_I"]) for row in as_json] == [
        ("Ann", 0, None),
        ("Bob", 0, None),
        ("Cat", 2, None),
        ("Dirk", None, None),
    ]


def test_csv_is_what_is_given_without_asking(measure):
    assert measure("brokerage", "--group", "sector").out == measure("brokerage", "--group", "sector", "--csv").out


def test_without_directed_an_arc_either_way_is_one_tie(measure):
    def raw(*more):
        return [row["raw_t"] for row in table(measure("brokerage", "--group", "sector", *more))]

    assert (raw(), raw("--directed")) == (["0", "0", "2", ""], ["0", "0", "1", ""])


def test_the_open_triads_are_the_proof(measure):
    assert table(measure("brokerage", "--group", "sector", "--triads")) == [
        {"from": "Ann", "broker": "Cat", "to": "Bob", "role": "w_O"},
        {"from": "Bob", "broker": "Cat", "to": "Ann", "role": "w_O"},
    ]


def test_partial_credit_has_no_expectation(measure):
    cat = table(measure("brokerage", "--group", "sector", "--partial"))[2]
    assert (cat["raw_w_O"], cat["exp_w_O"], cat["z_w_O"]) == ("2.0", "", "")


def test_groups_that_are_not_named_or_not_there_are_told_with_the_columns(measure):
    told = measure("brokerage")
    assert (told.code, told.out, told.err) == (
        2,
        "",
        "Fout: deze maat vergelijkt groepen; noem met --group een kolom van de knopen: sector\n",
    )
    told = measure("brokerage", "--group", "dept", "--lang", "en")
    assert (told.code, told.err) == (1, "Error: the nodes have no column 'dept'; there are: sector\n")


def test_a_measure_that_does_not_exist_is_told_with_those_that_do(measure):
    told = measure("beauty", "--lang", "en")
    assert (told.code, told.out) == (1, "")
    assert told.err.startswith("Error: 'beauty' is no measure; there are: brokerage")


def test_a_file_that_is_wrong_is_told_with_its_line(measure, binck):
    binck.write("edges.csv", "from,to\nAnn,Dora\n")
    told = binck("measure", "brokerage", "--edges", "edges.csv", "--nodes", "nodes.csv", "--group", "sector")
    assert (told.code, told.out) == (1, "")
    assert told.err == (
        "Fout: edges.csv, regel 2: 'Dora' in kolom to is geen knoop; zet die id in het bestand met knopen\n"
    )


REFERENCES = {
    "constraint": ("centrality_R", "constraint_igraph", ""),
    "effective_size": ("centrality_networkx", "effective_size", "symmetrised"),
    "efficiency": ("centrality_networkx", "efficiency", "symmetrised"),
    "betweenness": ("centrality_R", "betweenness_igraph", ""),
    "degree": ("centrality_networkx", "degree", ""),
    "degree_in": ("centrality_R", "degree_in_sna", "directed"),
    "degree_out": ("centrality_R", "degree_out_sna", "directed"),
    "closeness": ("centrality_R", "closeness_igraph", "symmetrised"),
    "eigenvector": ("centrality_R", "eigenvector_igraph", "symmetrised"),
    "pagerank": ("centrality_R", "pagerank_igraph", "directed"),
    "clustering": ("centrality_networkx", "clustering", "symmetrised"),
}
"""Where the reference of each column stands; the last says when only one of the two networks has one."""


@pytest.mark.parametrize("name", NAMES)
def test_every_column_of_the_other_measures_has_the_numbers_of_its_reference(binck, name):
    one = classic(name)
    for suffix in ("", "_symmetrised") if one.directed else ("_symmetrised",):
        found: dict[str, list[float]] = {}
        for measure in ("constraint", "betweenness", "centrality"):
            rows_ = on_classic(binck, name, measure, suffix)
            assert [row["id"] for row in rows_] == one.ids
            found |= {key: [number(row[key]) for row in rows_] for key in rows_[0] if key != "id"}
        for key, values in found.items():
            file, heading, only = REFERENCES.get(key, ("", "", ""))
            if not file or (only == "symmetrised" and not suffix) or (only == "directed" and suffix):
                continue
            ending = suffix if key != "degree" else ""
            same(values, one.column(file, f"{heading}{ending}"))


def test_betweenness_between_two_groups(measure):
    rows_ = table(measure("betweenness-between", "--group", "sector", "--from", "bakery", "--to", "bakery"))
    assert [(row["id"], row["betweenness"], row["error"]) for row in rows_] == [
        ("Ann", "0.0", "0.0"),
        ("Bob", "0.0", "0.0"),
        ("Cat", "1.0", "0.0"),
        ("Dirk", "0.0", "0.0"),
    ]


def test_groups_to_stand_between_are_asked_for_by_name(measure):
    told = measure("betweenness-between", "--group", "sector", "--lang", "en")
    assert (told.code, told.err) == (2, "Error: name a group of column sector with --from: bakery, town\n")
    told = measure("betweenness-between", "--group", "sector", "--from", "bakery", "--to", "mill", "--lang", "en")
    assert (told.code, told.err) == (1, "Error: --to: no group is called 'mill'; there are: bakery, town\n")


def test_weights_count_where_strength_does(measure, binck):
    binck.write("edges.csv", "from,to,w\nAnn,Bob,3\nAnn,Cat,1\nBob,Cat,1\n")
    assert [row["strength"] for row in table(measure("centrality", "--weight", "w"))] == ["4.0", "4.0", "2.0", "0.0"]
    plain, weighted = table(measure("constraint")), table(measure("constraint", "--weight", "w"))
    assert plain[0]["constraint"] == "1.125"
    assert weighted[0]["constraint"] == str((3 / 4 + 1 / 4 * 1 / 2) ** 2 + (1 / 4 + 3 / 4 * 1 / 4) ** 2)


def test_open_paths_between_two_groups(measure):
    assert table(measure("open-paths", "--group", "sector", "--from", "bakery", "--to", "town"))[0] == {
        "id": "Ann",
        "pairs": "0",
        "only": "0",
        "weight": "0.0",
        "left": "0",
        "right": "1",
    }


def test_link_scores_of_the_best_pairs(measure, binck):
    binck.write("edges.csv", "from,to,w\nAnn,Cat,1\nBob,Cat,2\nBob,Dirk,1\n")
    assert table(measure("link-scores", "--top", "1", "--by", "resource_allocation")) == [
        {
            "from": "Ann",
            "to": "Bob",
            "common_neighbours": "1",
            "jaccard": "0.5",
            "adamic_adar": "1.4426950408889634",
            "resource_allocation": "0.5",
            "preferential_attachment": "2",
        }
    ]
    assert [(row["from"], row["to"]) for row in table(measure("link-scores"))] == [("Ann", "Bob"), ("Cat", "Dirk")]
    assert table(measure("link-scores", "--group", "sector")) == []
    assert table(measure("link-scores", "--weight", "w"))[0]["common_neighbours"] == "3.0"


def test_projection_of_people_by_activities(measure, binck):
    binck.write("edges.csv", "from,to\nAnn,Cat\nBob,Cat\nBob,Cat\nAnn,Dirk\n")
    assert table(measure("projection")) == [{"from": "Ann", "to": "Bob", "shared": "1", "weight": "1.0"}]
    assert [tuple(row.values()) for row in table(measure("two-mode"))] == [
        ("Ann", "from", "2", "0.0"),
        ("Bob", "from", "1", ""),
        ("Cat", "to", "2", "0.0"),
        ("Dirk", "to", "1", ""),
    ]


def test_a_network_of_one_kind_is_no_two_mode_network(measure, binck):
    binck.write("edges.csv", "from,to\nAnn,Cat\nCat,Bob\n")
    told = measure("projection", "--lang", "en")
    assert (told.code, told.err) == (
        1,
        "Error: 'Cat' stands in from and in to; for this measure people stand in from and activities in to\n",
    )


def test_what_if_somebody_leaves_or_two_meet(measure):
    assert [tuple(row.values()) for row in table(measure("what-if"))] == [
        ("Ann", "0", "1"),
        ("Bob", "0", "1"),
        ("Cat", "1", "2"),
        ("Dirk", "0", "0"),
    ]
    assert table(measure("what-if", "--leaves", "Cat")) == [{"leaves": "Cat", "parted": "1", "farther": "0"}]
    assert table(measure("what-if", "--meet", "Ann", "Dirk")) == [
        {"from": "Ann", "to": "Dirk", "joined": "3", "nearer": "0"}
    ]
    told = measure("what-if", "--leaves", "Dora", "--lang", "en")
    assert (told.code, told.err) == (1, "Error: there is no node 'Dora'; see the column id of the nodes\n")


def test_communities_by_node_by_size_and_as_a_whole(measure):
    assert [row["community"] for row in table(measure("communities"))] == ["0", "0", "0", "1"]
    assert table(measure("communities", "--groups"))[0] == {"community": "0", "n": "3"}
    assert table(measure("communities", "--total")) == [{"communities": "2", "modularity": "0.0"}]


def test_mixing_of_groups(measure):
    rows_ = table(measure("mixing", "--group", "sector"))
    assert [(row["from"], row["to"], row["ties"], row["possible"]) for row in rows_] == [
        ("bakery", "bakery", "0", "1"),
        ("bakery", "town", "2", "2"),
        ("town", "town", "0", "0"),
    ]
    assert [row["e_i"] for row in table(measure("mixing", "--group", "sector", "--groups"))] == ["1.0", "1.0"]
    assert table(measure("mixing", "--group", "sector", "--total")) == [
        {"ties": "2", "e_i": "1.0", "modularity": "-0.5"}
    ]
    directed = table(measure("mixing", "--group", "sector", "--directed"))
    assert [row["ties"] for row in directed] == ["0", "1", "2", "0"]


def test_the_mix_of_groups_at_an_activity(measure, binck):
    binck.write("edges.csv", "from,to\nAnn,Dirk\nCat,Dirk\n")
    dirk = table(measure("two-mode", "--group", "sector"))[3]
    assert (dirk["blau"], dirk["iqv"]) == ("0.5", "1.0")
