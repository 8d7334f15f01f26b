"""`knowledge-mix`: kinds that came together, by what drew on them and who brought them, and those that never did."""

from __future__ import annotations

from graph.testing.source import Source
from tests.worlds import answer, network


def kitchen() -> Source:
    """Three kinds of knowledge; a talk draws on craft, and Ann, who was there, brings local knowledge."""
    news = Source("news", published="2021")
    for key in ("craft", "local", "theory"):
        news.mention(key, "knowledge_type", key.title())
    news.tie(news.mention("talk", "activity", "Talk"), "draws_on", "news:craft")
    news.tie(news.mention("ann", "person", "Ann"), "took_part_in", "news:talk")
    news.tie("news:ann", "brings", "news:local")
    return news


def test_kinds_come_together_and_others_never_do():
    found = answer("knowledge-mix", network(kitchen()))
    assert [(row["name"], row["to_name"], row["times"], row["at_names"]) for row in found.rows] == [
        ("Craft", "Local", 1, "Talk"),
        ("Craft", "Theory", 0, "never, by the sources"),
        ("Local", "Theory", 0, "never, by the sources"),
    ]
    assert found.sentence == (
        "At 1 activity or project the sources name a kind of knowledge: Craft and Local. Never together: Craft with"
        " Theory and Local with Theory."
    )
    assert answer("knowledge-mix", network(kitchen()), "nl").sentence == (
        "Bij 1 activiteit of project noemen de bronnen een soort kennis: Craft en Local."
        " Nooit samen: Craft met Theory en Local met Theory."
    )


def test_each_row_rests_on_what_draws_on_it_and_who_brought_it():
    first, never, _ = answer("knowledge-mix", network(kitchen())).rows
    assert (len(first["evidence"]), len(never["evidence"])) == (3, 2)


def test_a_method_that_is_applied_brings_the_knowledge_it_draws_on():
    news = kitchen()
    method = news.mention("method", "method", "Method")
    news.tie(method, "draws_on", "news:theory")
    news.tie("news:talk", "applies", method)
    found = answer("knowledge-mix", network(news), activity="Talk")
    assert found.sentence.endswith("Every pair came together somewhere.")


def test_without_any_kind_it_is_said():
    news = kitchen()
    news.mention("fair", "activity", "Fair")
    assert answer("knowledge-mix", network(news), activity="Fair").sentence == (
        "The sources do not say which kinds of knowledge came together in Fair."
    )
    assert answer("knowledge-mix", network(news), "nl", activity="Fair").sentence == (
        "De bronnen zeggen niet welke soorten kennis in Fair bijeenkwamen."
    )
