"""`present`: who was there, who was wanted and missed, and of whom the sources name nobody."""

from __future__ import annotations

from graph.testing.source import Source
from tests.worlds import answer, network


def fair(status: str = "held") -> Source:
    news = Source("news", published="2021")
    event = news.mention("fair", "activity", "Fair")
    news.property(event, "start", "2021-05-03")
    news.property(event, "status", status)
    news.tie(news.mention("ann", "person", "Ann"), "took_part_in", event, role="speaker")
    town = news.mention("town", "organisation", "Town")
    news.property(town, "sector", "government")
    missed = news.tie(town, "missed", event)
    news.tie_property(missed, "reason", {"nl": "geen tijd", "en": "no time"})
    class_ = news.mention("class", "organisation", "17 pupils")
    news.property(class_, "type", "group")
    news.property(class_, "size", 17)
    news.property(class_, "sector", "education")
    news.tie(class_, "took_part_in", event)
    return news


def asked(news: Source, lang="en"):
    return answer("present", network(news), lang, activity="Fair")


def test_the_sentence_names_who_was_there_and_who_was_missing():
    assert asked(fair()).sentence == (
        "At Fair (3 May 2021) the sources name 2 participants: 17 pupils and Ann. Wanted and missed: Town."
    )
    assert asked(fair(), "nl").sentence == (
        "Bij Fair (3 mei 2021) noemen de bronnen 2 deelnemers: 17 pupils en Ann. Gewenst en gemist: Town."
    )


def test_a_row_has_role_sector_group_and_the_reason_of_who_was_missing():
    rows = {row["name"]: row for row in asked(fair()).rows}
    assert (rows["Ann"]["state"], rows["Ann"]["role_label"]) == ("present", "speaker")
    assert (rows["17 pupils"]["group"], rows["17 pupils"]["note"]) == (True, "group without names; 17")
    assert (rows["Town"]["state"], rows["Town"]["note"]) == ("missing", "no time")
    assert all(row["evidence"] for row in rows.values())


def test_a_sector_that_no_row_has_is_one_of_which_the_sources_name_nobody():
    (caveat,) = [c for c in asked(fair()).caveats if "name nobody" in c]
    assert caveat == (
        "Of entrepreneurs, residents and civil society the sources name nobody; "
        "that does not say that nobody was there."
    )


def test_what_was_not_held_had_nobody_there():
    found = asked(fair("cancelled"))
    assert found.sentence.startswith("Fair (3 May 2021) was cancelled. Meant to take part: 17 pupils and Ann.")
    assert {row["state"] for row in found.rows} == {"meant", "missing"}


def test_participants_of_a_part_are_rows_with_the_part_named():
    news = fair()
    talk = news.mention("talk", "activity", "Talk")
    news.tie(talk, "part_of", "news:fair")
    news.tie(news.mention("bob", "person", "Bob"), "took_part_in", talk)
    (bob,) = [row for row in asked(news).rows if row["name"] == "Bob"]
    assert bob["at_name"] == "Talk"


def test_an_activity_of_which_the_sources_name_nobody_says_so():
    news = Source("news")
    news.mention("fair", "activity", "Fair")
    assert asked(news).sentence == "At Fair the sources name nobody."
    assert asked(news, "nl").sentence == "Bij Fair noemen de bronnen niemand."


def test_one_is_one():
    news = Source("news")
    news.tie(news.mention("ann", "person", "Ann"), "took_part_in", news.mention("fair", "activity", "Fair"))
    assert asked(news).sentence == "At Fair the sources name 1 participant: Ann."


def test_partners_of_a_project_are_counted_with_its_participants():
    news = Source("news")
    project = news.mention("fair", "project", "Fair")
    news.tie(news.mention("town", "organisation", "Town"), "partner_of", project)
    assert asked(news).sentence == "At Fair the sources name 1 participant or partner: Town."


def test_the_sentence_rests_on_what_is_known_of_date_status_and_attendance():
    news = fair()
    news.property("news:fair", "attendance", 12)
    found = asked(news)
    said = {s.id for s in news.statements if s.subject == "news:fair" and s.word in ("start", "status", "attendance")}
    assert set(found.sentence_evidence) == said
    assert said <= set(found.evidence)


def test_why_it_was_not_held_keeps_its_capitals():
    news = fair("cancelled")
    news.property("news:fair", "status_reason", {"nl": "Corona in Den Haag", "en": "Corona in The Hague"})
    assert asked(news).caveats[0] == "Cancelled: Corona in The Hague."
