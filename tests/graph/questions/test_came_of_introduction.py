"""`came-of` an introduction: what it led to, when they met, and what only came after it."""

from __future__ import annotations

from graph.introductions.book import Party
from graph.introductions.steps import DECLINED, LED_TO, MADE, MET
from graph.network import Network
from tests.graph.questions.test_introductions_made import told
from tests.worlds import answer


def asked(network: Network, lang="en"):
    return answer("came-of", network, lang, activity="Ann – Bob")


def test_what_it_led_to_is_told_apart_from_what_came_after():
    found = asked(
        told(
            ("ann", "bob", MADE, {}),
            ("ann", "bob", MET, {}),
            ("ann", "bob", LED_TO, {"tie": "knows"}),
            ("ann", "bob", LED_TO, {"thing": Party("project", "Garden")}),
        )
    )
    assert [(row["state"], row["name"]) for row in found.rows] == [
        ("follows", "Garden"),
        ("led", "Ann and Bob know each other (since 2 May 2026)"),
        ("met", "2 May 2026"),
    ]
    assert found.sentence == (
        "Of the introduction Ann – Bob (2 May 2026) the sources tell 1 follow-up, 1 tie that came of it and 1 meeting."
        " Upon it followed Garden."
    )
    assert found.caveats == []


def test_a_tie_that_it_led_to_is_not_counted_among_those_of_which_no_begin_is_known():
    found = asked(told(("ann", "bob", MADE, {}), ("ann", "bob", LED_TO, {"tie": "knows", "day": ""})))
    assert [row["name"] for row in found.rows] == ["Ann and Bob know each other"]
    assert [text for text in found.caveats if "begin" in text] == []


def test_as_of_when_the_sources_speak_leaves_out_what_was_recorded_since():
    found = told(("ann", "bob", MADE, {}), ("ann", "bob", LED_TO, {"tie": "knows"}))
    profile = answer("profile", found, "en", entity="Ann")
    assert "As of 2021, by the sources but for the introductions." in profile.caveats


def test_nothing_told_is_said():
    found = asked(told(("ann", "bob", MADE, {})), "nl")
    assert found.sentence == "Wat er van de introductie Ann – Bob (2 mei 2026) kwam vertellen de bronnen niet."
    assert found.caveats == [
        "Over een ontmoeting en wat ervan kwam zeggen de bronnen hierbij niets; dat zegt niet dat die er niet waren."
    ]


def test_what_was_declined_says_so():
    assert asked(told(("ann", "bob", DECLINED, {}))).sentence.startswith("The introduction Ann – Bob was declined.")
