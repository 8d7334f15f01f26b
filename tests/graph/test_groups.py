"""Groups without names: remarks, and whether their name is a plural."""

from __future__ import annotations

import pytest

from graph.groups import is_plural, names_several, remarks
from graph.model import Entity
from graph.testing.source import Source
from tests.worlds import entity, sum_of


def group(name: str, type_: str = "group", size: object = None) -> Entity:
    news = Source("news")
    org = news.mention("org", "organisation", name)
    news.property(org, "type", type_)
    if size is not None:
        news.property(org, "size", size)
    return entity(sum_of(news), "news:org")


@pytest.mark.parametrize(
    ("name", "several"),
    [
        ("bakers", True),
        ("17 leerlingen", True),
        ("bakkers van de Aar", True),
        ("politici", True),
        ("ngo’s en bedrijven", True),
        ("leden (nieuwe)", True),
        ("bakker", False),
        ("groep bakkers", False),
        ("de klas", False),
        ("lokale politiek", False),
        ("(…)", False),
    ],
)
def test_a_plural_is_known_by_its_ending(name, several):
    assert is_plural(name) == several


def test_only_a_group_of_more_than_one_speaks_in_the_plural():
    assert names_several(group("bakers"))
    assert not names_several(group("bakers", size=1))
    assert not names_several(group("Bakers", "company"))


def test_a_group_is_remarked_upon_with_its_size():
    assert remarks(group("bakers"), "nl") == ["groep zonder namen"]
    assert remarks(group("bakers", size={"min": 7}), "en") == ["group without names", "at least 7"]
    assert remarks(group("the baker", size=1), "en") == ["without a name"]
    assert remarks(group("Bakers", "company"), "en") == []
