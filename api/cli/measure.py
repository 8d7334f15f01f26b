"""`binck measure`: a measure of any network that stands in two files of comma-separated values."""

from __future__ import annotations

from pathlib import Path

import click

from api.cli.command import command
from api.cli.output import print_csv, print_json
from graph.measures.catalogue import measure_named
from graph.measures.given import Given, Wish
from graph.measures.links import RANKED_BY
from graph.measures.sparse import Sparse
from graph.texts import Lang
from ingest.edge_list import read_edges, read_nodes

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@command(
    "measure",
    "Bereken een maat op een netwerk uit twee CSV-bestanden, zoals R sna, igraph en networkx dat doen."
    " Zonder --directed is een pijl heen of terug één band. Een leeg veld is: niet gedefinieerd."
    " ¦ Compute a measure on a network in two CSV files, as R sna, igraph and networkx do."
    " Without --directed an arc either way is one tie. An empty field is: not defined.",
    "measure brokerage --edges edges.csv --nodes nodes.csv --group sector",
)
@click.argument("name", metavar="NAME")
@click.option(
    "--edges", required=True, type=_FILE, help="De banden, kolommen from en to. ¦ The ties, columns from and to."
)
@click.option("--nodes", required=True, type=_FILE, help="De knopen, kolom id. ¦ The nodes, column id.")
@click.option("--group", default="", help="De kolom met de groep van elke knoop. ¦ The column of each node's group.")
@click.option("--directed", is_flag=True, help="Een pijl is een pijl. ¦ An arc is an arc.")
@click.option("--weight", default="", help="De kolom met het gewicht van elke band. ¦ The column of each tie's weight.")
@click.option("--groups", "level", flag_value="groups", help="Per groep (brokerage). ¦ By group (brokerage).")
@click.option("--total", "level", flag_value="total", help="Het hele netwerk (brokerage). ¦ The whole (brokerage).")
@click.option("--triads", "level", flag_value="triads", help="De open drietallen (brokerage). ¦ The open triads.")
@click.option("--partial", is_flag=True, help="Deel elk paar (brokerage). ¦ Share each pair (brokerage).")
@click.option("--from", "from_", default="", help="De ene groep (betweenness-between). ¦ One group of the two.")
@click.option("--to", default="", help="De andere groep (betweenness-between). ¦ The other group.")
@click.option(
    "--sample",
    type=click.IntRange(min=0),
    default=0,
    help="Neem zoveel bronnen, met fout (betweenness-between). ¦ Take so many sources, with an error.",
)
@click.option("--seed", type=click.IntRange(min=0), default=1, help="Begin van het toeval. ¦ Where chance begins.")
@click.option(
    "--top", type=click.IntRange(min=0), default=0, help="De N beste (link-scores). ¦ The N best (link-scores)."
)
@click.option(
    "--by",
    type=click.Choice(RANKED_BY),
    default=RANKED_BY[0],
    help="Beste waarin (link-scores). ¦ Best in what (link-scores).",
)
@click.option("--leaves", default="", metavar="ID", help="Wie vertrekt (what-if). ¦ Who leaves (what-if).")
@click.option(
    "--meet", nargs=2, default=None, metavar="ID ID", help="Wie elkaar ontmoeten (what-if). ¦ Who meet (what-if)."
)
@click.option("--csv", "as_csv", is_flag=True, help="Geef CSV, wat zonder dit ook gebeurt. ¦ Give CSV, the default.")
def measure_command(
    name: str,
    edges: Path,
    nodes: Path,
    group: str,
    directed: bool,
    weight: str,
    level: str | None,
    partial: bool,
    from_: str,
    to: str,
    sample: int,
    seed: int,
    top: int,
    by: str,
    leaves: str,
    meet: tuple[str, str] | None,
    as_csv: bool,
    store: str,
    lang: Lang,
    as_json: bool,
) -> None:
    measure = measure_named(name)
    of = read_nodes(nodes)
    ties = read_edges(edges, of, weight)
    graph = Sparse.of(len(of.ids), ties.tail, ties.head, ties.weight, directed=directed)
    given = Given(of.ids, graph, ties.tail, ties.head, bool(weight), of.columns, group)
    table = measure.run(given, Wish(level or "nodes", partial, from_, to, sample, seed, top, by, leaves, meet))
    if as_json:
        print_json(table.rows())
    else:
        print_csv(table.columns)
