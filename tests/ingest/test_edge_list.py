"""Files of nodes and edges as people make them, and what is said of one that cannot be read."""

from __future__ import annotations

import pytest

from ingest.edge_list import read_edges, read_nodes
from ingest.yaml_file import Unreadable


@pytest.fixture
def read(tmp_path):
    """Read both files; the nodes are Ann, Bob and Cat unless others are given."""

    def of(edges, nodes="id\nAnn\nBob\nCat\n", weight=""):
        for name, text in (("edges.csv", edges), ("nodes.csv", nodes)):
            (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_edges(tmp_path / "edges.csv", read_nodes(tmp_path / "nodes.csv"), weight)

    return of


@pytest.fixture
def refusal(read, tmp_path):
    """Why reading was refused, in both languages, without the folder."""

    def of(*args, **settings):
        with pytest.raises(Unreadable) as error:
            read(*args, **settings)
        return tuple(error.value.say(lang).replace(f"{tmp_path}/", "") for lang in ("nl", "en"))

    return of


def ends(edges):
    return list(zip(edges.tail.tolist(), edges.head.tolist(), strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "from,to\nAnn,Bob\nCat,Ann\n",
        '"from","to"\n"Ann","Bob"\n"Cat","Ann"\n',
        "from;to\nAnn;Bob\nCat;Ann",
        "from\tto\nAnn\tBob\nCat\tAnn\n",
        "\ufefffrom,to\r\nAnn,Bob\r\n\r\nCat,Ann\r\n",
        "year,To,From\n2021,Bob,Ann\n2022,Ann,Cat\n",
        "from,to\n Ann ,Bob\nCat, Ann\n",
    ],
    ids=["plain", "quoted", "semicolons", "tabs", "of a spreadsheet", "other columns and order", "blanks around"],
)
def test_edges_are_read_as_people_write_them(read, text):
    assert ends(read(text)) == [(0, 1), (2, 0)]


def test_an_id_may_have_spaces_commas_and_quotes(read):
    nodes = 'id\n"Bakery De Aar, The Hague"\n"the ""old"" mill"\n'
    assert ends(read('from,to\n"Bakery De Aar, The Hague","the ""old"" mill"\n', nodes)) == [(0, 1)]


def test_other_columns_of_nodes_are_kept_and_na_is_not_known(tmp_path):
    path = tmp_path / "nodes.csv"
    path.write_text("id,sector,size\nAnn,trade,\nBob,NA,3\n")
    nodes = read_nodes(path)
    assert nodes.ids == ["Ann", "Bob"]
    assert nodes.columns == {"sector": ["trade", ""], "size": ["", "3"]}


def test_weights_are_numbers_with_a_decimal_comma_where_semicolons_part(read):
    assert read("from,to,w\nAnn,Bob,1.5\nBob,Cat,0\n", weight="w").weight.tolist() == [1.5, 0]
    assert read("from;to;w\nAnn;Bob;1,5\n", weight="w").weight.tolist() == [1.5]
    assert read("from,to,w\nAnn,Bob,1.5\n").weight is None


def test_no_edges_are_no_error(read):
    assert ends(read("from,to\n")) == []


def test_an_end_that_is_no_node_is_named_with_its_line(refusal):
    assert refusal("from,to\nAnn,Bob\n\nAnn,Dora\n") == (
        "edges.csv, regel 4: 'Dora' in kolom to is geen knoop; zet die id in het bestand met knopen",
        "edges.csv, line 4: 'Dora' in column to is no node; put that id in the file of nodes",
    )


def test_a_node_that_stands_twice_or_has_no_id_is_named_with_its_line(refusal):
    assert refusal("from,to\n", "id\nAnn\nBob\nAnn\n") == (
        "nodes.csv, regel 4: knoop 'Ann' staat al op regel 2; elke id staat er één keer",
        "nodes.csv, line 4: node 'Ann' stands on line 2 already; every id stands once",
    )
    assert refusal("from,to\n", "id,sector\nAnn,a\n,b\n")[1] == (
        "nodes.csv, line 3: a node without id; fill the column in"
    )


@pytest.mark.parametrize("weight", ["-1", "much", "", "NA", "inf", "nan"])
def test_a_weight_that_is_no_number_from_nought_is_named_with_its_line(refusal, weight):
    assert refusal(f"from,to,w\nAnn,Bob,1\nAnn,Cat,{weight}\n", weight="w")[1] == (
        f"edges.csv, line 3: weight {weight!r} in column w is no number from 0"
    )


def test_a_column_that_is_missing_or_stands_twice_is_named_with_those_there_are(refusal):
    assert refusal("source,target\nAnn,Bob\n") == (
        "edges.csv, regel 1: er moet één kolom 'from' zijn; wat er is: source, target",
        "edges.csv, line 1: there must be one column 'from'; there is: source, target",
    )
    assert refusal("from,to,to\nAnn,Bob,Cat\n")[1].endswith("there must be one column 'to'; there is: from, to, to")
    assert refusal("", weight="w")[1] == "edges.csv, line 1: there must be one column 'from'; there is: nothing"


def test_a_row_of_another_length_is_named_with_its_line(refusal):
    assert refusal("from,to\nAnn,Bob\nAnn\n")[1] == "edges.csv, line 3: 1 fields, and the headings are 2"


def test_what_is_no_utf_8_or_no_csv_is_named_with_its_line(refusal):
    assert refusal("from,to\nAnn,Zoë\n".encode("latin-1"))[1] == (
        "edges.csv, line 2: this is no UTF-8; save it as CSV UTF-8"
    )
    assert refusal('from,to\nAnn,"Bob"x\n')[1].startswith("edges.csv, line 2: no CSV: ")
