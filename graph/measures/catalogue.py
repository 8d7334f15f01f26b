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
from graph.measures.communities import communities, modularity
from graph.measures.core import core_number
from graph.measures.cuts import cuts
from graph.measures.diversity import diversity
from graph.measures.eigenvector import eigenvector
from graph.measures.expectation import expectation
from graph.measures.given import Given, Wish
from graph.measures.links import link_scores
from graph.measures.mixing import e_i_whole, mixing, openness
from graph.measures.pagerank import pagerank
from graph.measures.pairs import Pairs
from graph.measures.projection import newman, projection
from graph.measures.sparse import Sparse, summed
from graph.measures.table import Column, Table, counts, numbers
from graph.measures.two_mode import redundancy
from graph.measures.two_paths import two_paths
from graph.measures.what_if import leaves, meet
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

    `side` is `from` or `to`, and empty for who has no tie. With `--group COLUMN` also how mixed the
    groups are of those around each: `blau`, and `iqv` from 0 to 1.
    """
    who, where = given.sides
    graph = Sparse.of(len(given.ids), given.tail, given.head)
    side = ["from" if one else "to" if other else "" for one, other in zip(who, where, strict=True)]
    columns: dict[str, Column] = {"id": given.ids, "side": side, "degree": graph.degree.tolist()}
    columns["redundancy"] = numbers(redundancy(graph))
    if given.group:
        mixed = diversity(graph, given.groups)
        columns |= {"blau": numbers(mixed.blau), "iqv": numbers(mixed.iqv)}
    return Table(columns)


def _what_if(given: Given, wish: Wish) -> Table:
    """`lost`, the pairs of others that only this node joins, and the `parts` that its component would fall into.

    `--leaves ID` gives one row for who leaves: `parted`, the pairs that lose their way, and
    `farther`, those that get a longer one. `--meet ID ID` gives the reverse for two that meet:
    `joined`, the pairs that get a way, and `nearer`, those that get a shorter one.
    """
    if wish.leaves:
        change = leaves(given.graph, given.place(wish.leaves))
        return Table({"leaves": [wish.leaves], "parted": [change.parted], "farther": [change.farther]})
    if wish.meet:
        one, other = wish.meet
        change = meet(given.graph, given.place(one), given.place(other))
        return Table({"from": [one], "to": [other], "joined": [change.parted], "nearer": [change.farther]})
    found = cuts(given.graph)
    return Table({"id": given.ids, "lost": found.lost.tolist(), "parts": found.parts.tolist()})


def _communities(given: Given, wish: Wish) -> Table:
    """The `community` of every node, a number from 0, the largest first.

    `--groups` gives the size `n` of each, `--total` how many there are and their `modularity`.
    `--seed` begins chance elsewhere, `--weight` counts ties by their weight.
    """
    found = communities(given.graph, wish.seed)
    sizes = np.bincount(found.of).tolist()
    if wish.level == "groups":
        return Table({"community": list(range(len(sizes))), "n": sizes})
    if wish.level == "total":
        return Table({"communities": [len(sizes)], "modularity": numbers(np.array([found.modularity]))})
    return Table({"id": given.ids, "community": found.of.tolist()})


def _mixing(given: Given, wish: Wish) -> Table:
    """Every two groups (`--group COLUMN`): `ties` there are, `possible` pairs, and two numbers of ties to compare with.

    `expected` when the ties were spread evenly over all pairs, `by_degree` when everybody kept the
    number of ties. Undirected each two groups stand once. `--groups` gives the ties `inside` and
    `outside` of each group and its E-I index `e_i`, `--total` the index of the whole and the
    `modularity` of the groups.
    """
    groups, directed = given.groups, given.graph.directed
    found = mixing(given.graph, groups)
    if wish.level == "groups":
        open_ = openness(found, directed=directed)
        columns: dict[str, Column] = {"group": groups.names, "n": groups.sizes.tolist()}
        columns |= {"inside": open_.inside.tolist(), "outside": open_.outside.tolist(), "e_i": numbers(open_.e_i)}
        return Table(columns)
    if wish.level == "total":
        known = given.graph.among(groups.known)
        figures = np.array([e_i_whole(found, directed=directed), modularity(known, groups.of)])
        e_i, part = numbers(figures)
        return Table({"ties": [known.ties], "e_i": [e_i], "modularity": [part]})
    k = len(groups.names)
    from_, to = np.indices((k, k)).reshape(2, -1) if directed else np.triu_indices(k)
    columns = {"from": [groups.names[i] for i in from_], "to": [groups.names[i] for i in to]}
    columns |= {"ties": found.ties[from_, to].tolist(), "possible": found.possible[from_, to].tolist()}
    return Table(
        columns | {"expected": numbers(found.expected[from_, to]), "by_degree": numbers(found.by_degree[from_, to])}
    )


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
            "what-if",
            Text("als iemand vertrekt, of twee elkaar ontmoeten", "when somebody leaves, or two meet"),
            _what_if,
            (leaves, meet, cuts),
        ),
        Measure(
            "communities",
            Text("wie bij elkaar horen", "who hangs together"),
            _communities,
            (communities, modularity),
        ),
        Measure(
            "mixing",
            Text("hoe groepen mengen", "how groups mix"),
            _mixing,
            (mixing, openness, e_i_whole),
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
            (redundancy, diversity),
        ),
    )
}
"""In the order in which they are listed."""
