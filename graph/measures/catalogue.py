"""The measures by name, each as a table: what `binck measure` shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from graph.errors import Unknown
from graph.measures.brokerage import ROLES, Brokerage, brokerage, open_triads
from graph.measures.expectation import expectation
from graph.measures.given import Given, Wish
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


MEASURES = {
    measure.name: measure
    for measure in (
        Measure(
            "brokerage",
            Text("bemiddelaars in vijf rollen", "brokers in five roles"),
            _brokerage,
            (brokerage, expectation),
        ),
    )
}
