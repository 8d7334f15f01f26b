"""The measures by name, each as a table: what `binck measure` shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

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
from graph.measures.links import link_scores
from graph.measures.pagerank import pagerank
from graph.measures.pairs import Pairs
from graph.measures.projection import newman, projection
from graph.measures.sparse import Sparse, summed
from graph.measures.table import Column, Table, counts, numbers
from graph.measures.two_mode import redundancy
from graph.measures.two_paths import two_paths
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


def _open_paths(given: Given, wish: Wish) -> Table:
    """Who joins members of one group with members of another that have no tie: the open two-paths A - x - B.

    `--group COLUMN --from GROUP --to GROUP` name the groups. `pairs` that the node joins, `only`
    those that no other joins, `weight` the sum of the weaker step, `left` and `right` how many of
    either side it has a tie with.
    """
    left, right = given.members(wish.from_, "--from"), given.members(wish.to, "--to")
    found = two_paths(given.graph, left, right)
    columns: dict[str, Column] = {"id": given.ids, "pairs": found.pairs.tolist(), "only": found.only.tolist()}
    columns |= {"weight": numbers(found.weight), "left": found.left.tolist(), "right": found.right.tolist()}
    return Table(columns)


def _link_scores(given: Given, wish: Wish) -> Table:
    """Pairs without a tie that have contacts in common, the best first, with five scores of each.

    `--top N` keeps the N best, `--by` says by which score (`adamic_adar`, `resource_allocation` or
    `common_neighbours`). `--group COLUMN` keeps pairs of different groups. `--weight COLUMN` gives
    the weighted forms.
    """
    groups = given.groups if given.group else None
    found = link_scores(given.graph, wish.top, wish.by, groups, weighted=given.weighted)
    ends: dict[str, Column] = {"from": given.named(found.us), "to": given.named(found.vs)}
    whole = {"preferential_attachment"} if given.weighted else {"preferential_attachment", "common_neighbours"}
    cells = {name: counts(score) if name in whole else numbers(score) for name, score in found.scores.items()}
    return Table(ends | cells)


def _projection(given: Given, wish: Wish) -> Table:
    """People (`from`) that were at the same activity (`to`): each pair once.

    `shared` counts the activities that both were at, `weight` is the sum of 1/(n - 1) over them, n
    being how many were there. An edge that stands twice counts once.
    """
    given.sides  # noqa: B018 - refuses a network that is not two-mode
    n = len(given.ids)
    once = np.unique(given.tail * n + given.head)
    who, where = once // n, once % n
    found = projection(n, who, where, newman(np.bincount(where, minlength=n)))
    columns: dict[str, Column] = {"from": given.named(found.us), "to": given.named(found.vs)}
    return Table(columns | {"shared": found.shared.tolist(), "weight": numbers(found.weight)})


def _two_mode(given: Given, wish: Wish) -> Table:
    """People (`from`) and activities (`to`): the `degree` of each, and its `redundancy`.

    `side` is `from` or `to`, and empty for who has no tie.
    """
    who, where = given.sides
    graph = Sparse.of(len(given.ids), given.tail, given.head)
    side = ["from" if one else "to" if other else "" for one, other in zip(who, where, strict=True)]
    columns: dict[str, Column] = {"id": given.ids, "side": side, "degree": graph.degree.tolist()}
    return Table(columns | {"redundancy": numbers(redundancy(graph))})


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
        Measure(
            "open-paths",
            Text("open wegen van groep naar groep", "open paths from group to group"),
            _open_paths,
            (two_paths,),
        ),
        Measure(
            "link-scores",
            Text("banden die er nog niet zijn", "ties that are not there yet"),
            _link_scores,
            (link_scores,),
        ),
        Measure(
            "projection",
            Text("mensen door hun activiteiten", "people by their activities"),
            _projection,
            (projection, newman),
        ),
        Measure(
            "two-mode",
            Text("mensen en activiteiten", "people and activities"),
            _two_mode,
            (redundancy,),
        ),
    )
}
"""In the order in which they are listed."""
