"""The measures by name, each as a table: what `binck measure` shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from graph.errors import Unknown
from graph.measures.betweenness import betweenness, betweenness_between
from graph.measures.brokerage import ROLES, Brokerage, brokerage, open_triads
from graph.measures.burt import structural_holes
from graph.measures.closeness import closeness
from graph.measures.clustering import clustering
from graph.measures.core import core_number
from graph.measures.eigenvector import eigenvector
from graph.measures.expectation import expectation
from graph.measures.given import Given, Wish
from graph.measures.pagerank import pagerank
from graph.measures.pairs import Pairs
from graph.measures.sparse import summed
from graph.measures.table import Column, Table, counts, numbers
from graph.texts import Text

_HEADINGS = {"raw": "raw", "mean": "exp", "sd": "sd", "z": "z"}


@dataclass(frozen=True, slots=True)
class Measure:
    """`run` gives the table, and its docstring says what stands in it; `defined` are the functions that define it."""

    name: str
    label: Text
    run: Callable[[Given, Wish], Table]
    defined: tuple[Callable[..., object], ...]


def measure_named(name: str) -> Measure:
    """Raises `Unknown` with the names there are."""
    if name not in MEASURES:
        have = ", ".join(MEASURES)
        raise Unknown(f"{name!r} is geen maat; er zijn: {have}", f"{name!r} is no measure; there are: {have}")
    return MEASURES[name]


def _brokerage(given: Given, wish: Wish) -> Table:
    """Gould-Fernandez brokerage of every node: `raw_`, `exp_`, `sd_` and `z_` of each role and of their total `t`.

    `--groups` gives mean and sd by group, `--total` the sums over the network, `--triads` the
    open triads themselves, `--partial` shares each pair among its brokers.
    """
    groups = given.groups
    if wish.level == "triads":
        return _triads(given)
    found = brokerage(given.graph, groups, partial=wish.partial)
    if wish.level == "total":
        return _total(found, wish)
    if wish.level == "groups":
        columns: dict[str, Column] = {"group": groups.names, "n": groups.sizes.tolist()}
        for heading, values in (("exp", found.expected.mean), ("sd", found.expected.sd)):
            columns |= {f"{heading}_{role}": numbers(values[:, i]) for i, role in enumerate(ROLES)}
        return Table(columns)
    columns = {"id": given.ids, "group": given.columns[given.group]}
    for field, heading in _HEADINGS.items():
        cells = counts if field == "raw" and not wish.partial else numbers
        values = getattr(found, field)
        columns |= {f"{heading}_{role}": cells(values[:, i]) for i, role in enumerate(ROLES)}
    return Table(columns)


def _total(found: Brokerage, wish: Wish) -> Table:
    raw = numbers(found.whole) if wish.partial else counts(found.whole)
    moments = (found.expected.whole_mean, found.expected.whole_sd, found.whole_z)
    columns: dict[str, Column] = {"role": ROLES, "raw": raw}
    return Table(columns | {key: numbers(values) for key, values in zip(("exp", "sd", "z"), moments, strict=True)})


def _triads(given: Given) -> Table:
    groups = given.groups
    columns: dict[str, list[str]] = {"from": [], "broker": [], "to": [], "role": []}
    for node in range(given.graph.n):
        found = open_triads(given.graph, groups, node)
        for key, places in (("from", found.giver), ("broker", found.broker), ("to", found.taker)):
            columns[key] += [given.ids[place] for place in places]
        columns["role"] += [ROLES[role] for role in found.role]
    return Table(dict(columns))


def _constraint(given: Given, wish: Wish) -> Table:
    """Burt's structural holes of every node: `constraint`, `effective_size`, `efficiency` and `hierarchy`.

    With `--weight` ties count by their strength.
    """
    found = structural_holes(given.graph)
    names = ("constraint", "effective_size", "efficiency", "hierarchy")
    return Table({"id": given.ids, **{name: numbers(getattr(found, name)) for name in names}})


def _betweenness(given: Given, wish: Wish) -> Table:
    """`betweenness` of every node: the raw count of shortest ways on which it stands."""
    return Table({"id": given.ids, "betweenness": numbers(betweenness(given.graph))})


def _betweenness_between(given: Given, wish: Wish) -> Table:
    """`betweenness` of every node on shortest ways from one group to another, and its standard `error`.

    `--group COLUMN --from GROUP --to GROUP` name the groups. `--sample N` takes N members of the
    first at random (`--seed`), which is also done, and told by an error above 0, where taking all
    would take minutes.
    """
    left, right = given.members(wish.from_, "--from"), given.members(wish.to, "--to")
    found = betweenness_between(given.graph, left, right, wish.sample, wish.seed)
    return Table({"id": given.ids, "betweenness": numbers(found.score), "error": numbers(found.error)})


def _centrality(given: Given, wish: Wish) -> Table:
    """How central every node is, in several ways.

    `degree` counts others with an arc either way (`degree_in` and `degree_out` beside it when
    directed), `strength` adds up weights. `betweenness`, `closeness`, `harmonic`, `eigenvector`,
    `pagerank` and `core` are defined below; `clustering` is the share of its contacts' pairs that
    have a tie.
    """
    graph = given.graph
    pairs, near = Pairs.of(graph), closeness(graph)
    columns: dict[str, Column] = {"id": given.ids, "degree": pairs.degree.tolist()}
    if graph.directed:
        columns |= {"degree_in": graph.reverse.degree.tolist(), "degree_out": graph.degree.tolist()}
    columns |= {
        "strength": numbers(summed(pairs.tail, pairs.weight, graph.n)),
        "betweenness": numbers(betweenness(graph)),
        "closeness": numbers(near.closeness),
        "harmonic": numbers(near.harmonic),
        "eigenvector": numbers(eigenvector(graph)),
        "pagerank": numbers(pagerank(graph)),
        "core": core_number(graph).tolist(),
        "clustering": numbers(clustering(graph)),
    }
    return Table(columns)


MEASURES = {
    measure.name: measure
    for measure in (
        Measure(
            "brokerage",
            Text("bemiddelaars in vijf rollen", "brokers in five roles"),
            _brokerage,
            (brokerage, expectation),
        ),
        Measure(
            "constraint",
            Text("structurele gaten", "structural holes"),
            _constraint,
            (structural_holes,),
        ),
        Measure(
            "betweenness",
            Text("op de kortste weg tussen anderen", "on the shortest way between others"),
            _betweenness,
            (betweenness,),
        ),
        Measure(
            "betweenness-between",
            Text("op de kortste weg van groep naar groep", "on the shortest way from group to group"),
            _betweenness_between,
            (betweenness_between,),
        ),
        Measure(
            "centrality",
            Text("centraliteit", "centrality"),
            _centrality,
            (closeness, eigenvector, pagerank, core_number, clustering),
        ),
    )
}
"""In the order in which they are listed."""
