"""Gould-Fernandez brokerage equals R sna on the classics, and brute force everywhere."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.measures.brokerage import ROLES, brokerage, open_triads
from graph.measures.groups import Groups
from graph.measures.sparse import Sparse
from tests.graph.measures.classics import NAMES, classic, number, same, suffixes
from tests.graph.measures.made_up import NODES, matrix, networks

CASES = [(name, suffix) for name in NAMES for suffix in suffixes(name, "brokerage_sna")]
letters = st.lists(st.sampled_from(["a", "b", "c", ""]), min_size=NODES, max_size=NODES)


def role_of(a: str, x: str, b: str) -> int:
    if a == x == b:
        return 0
    return 1 if a == b else 2 if a == x else 3 if x == b else 4


def triads(arcs: np.ndarray, names: list[str]) -> list[tuple[int, int, int]]:
    n = len(arcs)
    there = [i for i in range(n) if names[i]]
    return [
        (a, x, b)
        for a in there
        for x in there
        for b in there
        if len({a, x, b}) == 3 and arcs[a, x] and arcs[x, b] and not arcs[a, b]
    ]


@pytest.mark.parametrize(("name", "suffix"), CASES)
def test_every_node_has_the_counts_and_moments_of_sna(name, suffix):
    one = classic(name)
    found = brokerage(one.network(suffix), one.groups)
    for role, heading in enumerate(ROLES):
        file = f"brokerage_sna{suffix}"
        assert found.raw[:, role].tolist() == one.column(file, f"raw_{heading}").tolist()
        for kind, values in (("exp", found.mean), ("sd", found.sd), ("z", found.z)):
            same(values[:, role], one.column(file, f"{kind}_{heading}"))


@pytest.mark.parametrize(("name", "suffix"), CASES)
def test_the_whole_and_the_groups_are_those_of_sna(name, suffix):
    one = classic(name)
    found = brokerage(one.network(suffix), one.groups)
    whole = one.reference(f"brokerage_sna_global{suffix}")
    assert [row["role"] for row in whole] == list(ROLES)
    assert found.whole.tolist() == [float(row["raw"]) for row in whole]
    for heading, values in (
        ("exp", found.expected.whole_mean),
        ("sd", found.expected.whole_sd),
        ("z", found.whole_z),
    ):
        same(values, [number(row[heading]) for row in whole])
    groups = one.reference(f"brokerage_sna_groups{suffix}")
    assert one.groups.names == [row["group"] for row in groups]
    assert one.groups.sizes.tolist() == [int(row["n"]) for row in groups]
    for heading, moments in (("exp", found.expected.mean), ("sd", found.expected.sd)):
        same(moments, [[number(row[f"{heading}_{role}"]) for role in ROLES] for row in groups])


@given(networks(), letters)
def test_counts_are_those_of_brute_force_and_the_triads_prove_them(graph, names):
    names = names[: graph.n]
    groups, wanted = Groups.named(names), np.zeros((graph.n, 5))
    for a, x, b in triads(matrix(graph), names):
        wanted[x, role_of(names[a], names[x], names[b])] += 1
    wanted[[not name for name in names]] = np.nan
    assert np.array_equal(brokerage(graph, groups).raw[:, :5], wanted, equal_nan=True)
    proof = [
        (a, x, b, role)
        for broker in range(graph.n)
        for a, x, b, role in zip(*_columns(open_triads(graph, groups, broker)), strict=True)
    ]
    assert sorted(proof) == sorted(
        (a, x, b, role_of(names[a], names[x], names[b])) for a, x, b in triads(matrix(graph), names)
    )


def _columns(found):
    return (column.tolist() for column in (found.giver, found.broker, found.taker, found.role))


@given(networks(), letters)
def test_partial_credit_shares_every_open_pair_among_its_brokers(graph, names):
    names = names[: graph.n]
    open_ = triads(matrix(graph), names)
    between: dict[tuple[int, int], int] = {}
    for a, _, b in open_:
        between[a, b] = between.get((a, b), 0) + 1
    wanted = np.zeros((graph.n, 5))
    for a, x, b in open_:
        wanted[x, role_of(names[a], names[x], names[b])] += 1 / between[a, b]
    wanted[[not name for name in names]] = np.nan
    found = brokerage(graph, Groups.named(names), partial=True)
    same(found.raw[:, :5], wanted)
    same(found.whole[5], len(between))
    assert np.isnan(found.z).all()


def test_a_node_without_a_group_is_as_if_it_were_not_there():
    """Ann - Bob - Cat in one group, and Dirk without one who knows them all."""
    with_dirk = Sparse.of(4, np.array([0, 1, 3, 3, 3]), np.array([1, 2, 0, 1, 2]))
    without = Sparse.of(3, np.array([0, 1]), np.array([1, 2]))
    one, other = brokerage(with_dirk, Groups.named(["a", "a", "a", ""])), brokerage(without, Groups.named(["a"] * 3))
    for found, wanted in ((one.raw, other.raw), (one.mean, other.mean), (one.sd, other.sd), (one.z, other.z)):
        assert np.array_equal(found[:3], wanted, equal_nan=True)
        assert np.isnan(found[3]).all()


def test_an_isolate_has_counts_of_nought_and_everybody_is_undefined_without_ties():
    found = brokerage(Sparse.of(2, np.zeros(0, int), np.zeros(0, int)), Groups.named(["a", "b"]))
    assert (found.raw.any(), found.mean.any(), np.isnan(found.z).all()) == (False, False, True)


def test_compiled_it_counts_the_same(monkeypatch):
    one = classic("krackhardt_ht_advice")
    for partial in (False, True):
        plain = brokerage(one.network(), one.groups, partial=partial)
        with monkeypatch.context() as patch:
            patch.setattr("graph.compiled.COMPILE_ABOVE", -1)
            compiled = brokerage(one.network(), one.groups, partial=partial)
        assert np.allclose(plain.raw, compiled.raw)
