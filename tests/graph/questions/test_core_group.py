"""`core-group`: who came often, once, or stopped; what was not held; and nobody."""

from __future__ import annotations

from graph.testing.source import Source
from tests.worlds import answer, network


def club(**came: str) -> Source:
    """A club of evenings a, b, c and d, month by month, and at which of these each was."""
    news = Source("news", published="2021")
    top = news.mention("club", "project", "Club")
    for month, key in enumerate("abcd", start=1):
        news.tie(news.mention(key, "activity", f"Evening {key.upper()}"), "part_of", top)
        news.property(f"news:{key}", "start", f"2021-0{month}")
    for name, evenings in came.items():
        person = news.mention(name, "person", name.title())
        for key in evenings:
            news.tie(person, "took_part_in", f"news:{key}")
    return news


def test_who_came_often_once_and_who_stopped():
    found = answer("core-group", network(club(ann="abcd", bob="ad", cat="ab", dan="c")), programme="Club")
    assert [(row["name"], row["state"], row["times"]) for row in found.rows] == [
        ("Ann", "core", 4),
        ("Bob", "core", 2),
        ("Cat", "stopped", 2),
        ("Dan", "once", 1),
    ]
    assert found.sentence == (
        "At 4 activities of Club the sources name 4 parties. The core: Ann and Bob; stopped: Cat; 1 came once."
    )
    assert answer("core-group", network(club(ann="abcd", dan="c", eva="d")), "nl", programme="Club").sentence == (
        "Bij 4 activiteiten van Club noemen de bronnen 3 deelnemers. De kern: Ann; 2 kwamen één keer."
    )


def test_who_came_back_to_few_of_many():
    news = club(ann="abcd", bob="ad")
    for key in ("e", "f"):
        news.tie(news.mention(key, "activity", key.upper()), "part_of", "news:club")
        news.property(f"news:{key}", "start", "2021-09")
        news.tie("news:ann", "took_part_in", f"news:{key}")
    assert [row["state"] for row in answer("core-group", network(news), programme="Club").rows] == ["core", "back"]


def test_what_was_not_held_counts_for_nobody():
    news = club(ann="ab")
    news.property("news:b", "status", "cancelled")
    found = answer("core-group", network(news), programme="Club")
    assert [(row["state"], row["times"]) for row in found.rows] == [("once", 1)]
    assert found.sentence == "At 1 activity of Club the sources name 1 party. Nobody is named twice."
    assert "At 1 of 3 activities that were held the sources name anybody." in found.caveats


def test_nobody_is_said():
    assert answer("core-group", network(club()), "nl", programme="Club").sentence == (
        "Van Club noemen de bronnen bij geen gehouden activiteit iemand."
    )
