"""Groups by name."""

from __future__ import annotations

from graph.measures.groups import Groups


def test_groups_stand_in_the_order_of_their_first_member_and_an_empty_name_is_none():
    groups = Groups.named(["b", "", "a", "b"])
    assert (groups.names, groups.of.tolist(), groups.sizes.tolist()) == (["b", "a"], [0, -1, 1, 0], [2, 1])
    assert groups.known.tolist() == [True, False, True, True]
    assert groups.members("b").tolist() == [True, False, False, True]
