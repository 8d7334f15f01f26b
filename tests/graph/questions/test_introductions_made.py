"""`introductions-made`: what came of each, the share by reason, and how to begin."""

from __future__ import annotations

from graph.adapters import MemoryStore
from graph.introductions.book import Party
from graph.introductions.record import record
from graph.introductions.steps import DECLINED, LATER, LED_TO, MADE, MET, PROPOSED
from graph.knowledge import Knowledge
from graph.network import Network, read_network
from graph.testing.source import Source
from tests.worlds import WORDS, answer, network

TODAY = "2026-05-20"
NAMES = ("ann", "bob", "cat", "dan", "eva")


def told(*steps: tuple[str, str, str, dict[str, object]]) -> Network:
    """The network after these steps: one, other, step, and more of it."""
    news = Source("news", published="2021")
    for name in NAMES:
        news.mention(name, "person", name.title())
    knowledge = Knowledge(MemoryStore(), WORDS, by="Zoë")
    knowledge.load(news.bundle())
    for one, other, step, more in steps:
        ends = (Party("person", name.title(), f"news:{name}") for name in (one, other))
        given = {"day": "2026-06-01" if step == LATER else "2026-05-02", "today": TODAY, **more}
        record(knowledge, *ends, step, **given)  # type: ignore[arg-type]
    with knowledge.store.reading() as view:
        return read_network(view, WORDS)


CRAFT, KNOWN = {"rules": ["same-subject"]}, {"rules": ["same-subject", "known-by-both"]}
ALL = told(
    ("ann", "bob", MADE, KNOWN),
    ("ann", "bob", MET, {}),
    ("ann", "bob", LED_TO, {"tie": "knows"}),
    ("ann", "cat", MADE, CRAFT),
    ("ann", "dan", PROPOSED, CRAFT),
    ("bob", "dan", LATER, {}),
    ("cat", "dan", DECLINED, {}),
)


def test_the_share_that_led_to_something_is_said():
    found = answer("introductions-made", ALL, "en")
    assert found.sentence == (
        "2 introductions made: 1 met, 1 led to something (50%); 1 only proposed, 1 put off and 1 declined."
    )
    assert answer("introductions-made", ALL, "nl").sentence == (
        "2 introducties gemaakt: 1 keer ontmoet, 1 leidde ergens toe (50 %);"
        " 1 alleen voorgesteld, 1 uitgesteld en 1 afgewezen."
    )


def test_each_introduction_is_a_row_the_furthest_first():
    rows = [row for row in answer("introductions-made", ALL, "en").rows if row["state"] != "rule"]
    assert [(row["name"], row["state"]) for row in rows] == [
        ("Ann – Bob", "led_to"),
        ("Ann – Cat", "made"),
        ("Ann – Dan", "proposed"),
        ("Bob – Dan", "later"),
        ("Cat – Dan", "declined"),
    ]
    assert rows[0]["led_says"] == "Ann and Bob know each other (since 2 May 2026)"
    assert rows[0]["when"] == "made 2 May 2026; met 2 May 2026"


def test_by_reason_only_what_was_made_counts():
    rows = [row for row in answer("introductions-made", ALL, "en").rows if row["state"] == "rule"]
    assert [(row["name"], row["made"], row["met"], row["led"], row["share"]) for row in rows] == [
        ("common acquaintance", 1, 1, 1, 1.0),
        ("same subject", 2, 1, 1, 0.5),
    ]


def test_every_row_has_evidence():
    found = answer("introductions-made", ALL, "nl")
    assert all(row["evidence"] for row in found.rows)
    assert {piece.source for piece in found.evidence.values()} == {"voorstellen"}


def test_few_prove_nothing_and_after_is_not_because():
    assert answer("introductions-made", ALL, "en").caveats == [
        "From fewer than 20 introductions made nothing follows yet on which reason works.",
        "What led to something is what whoever recorded it says; whether it would have come without, nobody knows.",
    ]


def test_without_any_it_says_how_to_begin():
    found = answer("introductions-made", network(Source("news", published="2021")), "nl")
    assert found.sentence == "Er zijn nog geen introducties vastgelegd."
    assert found.rows == []
    assert found.caveats == ["Een introductie legt u vast op de pagina Introducties, of met binck introduction."]
    only_proposed = told(("ann", "bob", PROPOSED, {}))
    assert answer("introductions-made", only_proposed, "en").sentence == "No introductions made; 1 only proposed."
