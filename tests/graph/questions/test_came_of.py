"""`came-of`: sentences for none, one and many; after is not because; what is silent is named."""

from __future__ import annotations

from graph.statements import TIE, Statement
from graph.testing.source import Source
from tests.worlds import answer, network


def fair(start: str = "2021-05-03", **more: object) -> Source:
    news = Source("news", published="2022")
    event = news.mention("fair", "activity", "Feest")
    if start:
        news.property(event, "start", start)
    for key, value in more.items():
        news.property(event, key, value)
    return news


def asked(news: Source, lang="en", name: str = "Feest"):
    return answer("came-of", network(news), lang, activity=name)


def test_nothing_told_is_said_and_silence_is_no_proof():
    found = asked(fair())
    assert found.sentence == "What came of Feest (3 May 2021) the sources do not tell."
    assert found.caveats[0] == (
        "Of a follow-up, results, lessons and knowledge questions its sources say nothing; "
        "that does not say that there were none."
    )
    assert asked(fair(""), "nl").sentence == "Wat er van Feest kwam vertellen de bronnen niet."
    assert asked(fair(), "nl").caveats[0] == (
        "Over een vervolg, resultaten, lessen en kennisvragen zeggen de bronnen hierbij niets; "
        "dat zegt niet dat die er niet waren."
    )


def test_one_of_each_is_said_in_the_singular():
    news = fair(result={"nl": "brood"}, lesson={"nl": "geduld"})
    news.tie(news.mention("garden", "project", "Tuin"), "follows_from", "news:fair")
    news.tie("news:fair", "raised", news.mention("why", "knowledge_question", "Waarom"))
    assert asked(news, "nl").sentence == (
        "Van Feest (3 mei 2021) noemen de bronnen 1 vervolgstap, 1 resultaat, 1 les en 1 gestelde kennisvraag. "
        "Erop volgde Tuin."
    )
    assert asked(news).sentence == (
        "Of Feest (3 May 2021) the sources tell 1 follow-up, 1 result, 1 lesson and 1 knowledge question raised. "
        "Upon it followed Tuin."
    )
    assert not [c for c in asked(news).caveats if "say nothing" in c]


def test_many_are_counted():
    news = fair()
    for name in ("Tuin", "Schuur"):
        news.tie(news.mention(name.lower(), "project", name), "follows_from", "news:fair")
    for text in ("brood", "koek"):
        news.property("news:fair", "result", {"nl": text})
    assert asked(news, "nl").sentence == (
        "Van Feest (3 mei 2021) noemen de bronnen 2 vervolgstappen en 2 resultaten. Erop volgden Schuur en Tuin."
    )


def test_what_was_not_held_says_so_and_may_have_come_to_something_all_the_same():
    assert asked(fair(status="cancelled")).sentence == (
        "Feest (3 May 2021) was cancelled. That anything came of it the sources do not tell."
    )
    assert asked(fair(status="cancelled", result={"nl": "brood"}), "nl").sentence == (
        "Feest (3 mei 2021) is geannuleerd. Toch noemen de bronnen 1 resultaat."
    )


def test_rows_come_by_what_they_are_each_with_its_words_and_evidence():
    news = fair(result={"nl": "brood", "en": "bread"}, lesson={"nl": "geduld"})
    garden = news.mention("garden", "project", "Tuin")
    news.property(garden, "start", "2022")
    news.property(garden, "status", "planned")
    news.tie_property(news.tie(garden, "follows_from", "news:fair"), "what", {"nl": "de oven", "en": "the oven"})
    found = asked(news)
    assert [(row["state"], row["name"], row["when"], row["note"]) for row in found.rows] == [
        ("follows", "Tuin", "since 2022", "planned; the oven"),
        ("result", "bread", "", ""),
        ("lesson", "geduld", "", ""),
    ]
    assert [len(row["evidence"]) for row in found.rows] == [4, 1, 1]
    assert found.rows[0]["id"] == "news:garden"


def test_what_followed_further_on_says_on_what_it_builds():
    news = fair()
    garden, shed = news.mention("garden", "project", "Tuin"), news.mention("shed", "project", "Schuur")
    news.tie(garden, "follows_from", "news:fair")
    news.tie(shed, "follows_from", garden)
    rows = {row["name"]: row for row in asked(news, "nl").rows}
    assert (rows["Schuur"]["note"], rows["Schuur"]["via"]) == ("bouwt voort op Tuin", "news:garden")
    assert (rows["Tuin"]["note"], rows["Tuin"]["via"]) == ("", None)


def test_what_came_of_a_part_names_the_part():
    news = fair()
    talk = news.mention("talk", "activity", "Praatje")
    news.tie(talk, "part_of", "news:fair")
    news.property(talk, "result", {"nl": "brood"})
    (row,) = asked(news).rows
    assert (row["name"], row["at_name"]) == ("brood", "Praatje")
    assert "It was part of Feest; what came of that is not here." in asked(news, name="Praatje").caveats


def test_a_question_raised_has_who_answered_it_or_that_nobody_is_known_to():
    news = fair()
    for key in ("why", "how"):
        news.tie("news:fair", "raised", news.mention(key, "knowledge_question", key))
    news.tie(news.mention("ann", "person", "Ann"), "answers", "news:why")
    news.property("news:why", "result", {"nl": "door gist"})
    rows = {row["name"]: row for row in asked(news, "nl").rows}
    assert rows["why"]["note"] == "beantwoord door Ann; door gist"
    assert len(rows["why"]["evidence"]) == 3
    assert rows["how"]["note"] == "een antwoord geven de bronnen niet"


def guests(*names: str) -> Source:
    news = fair()
    for name in names:
        news.tie(news.mention(name.lower(), "person", name), "took_part_in", "news:fair")
    return news


def test_a_new_tie_between_those_who_were_there_came_after_and_not_because():
    news = guests("Ann", "Bob")
    news.tie("news:ann", "knows", "news:bob", start="2021-06")
    found = asked(news)
    assert found.sentence == (
        "What came of Feest (3 May 2021) the sources do not tell. "
        "After it, which is not to say because of it, 1 new tie arose between those who were there."
    )
    (row,) = found.rows
    assert (row["state_label"], row["name"], row["certainty"]) == (
        "after it: new tie",
        "Ann and Bob know each other (since June 2021)",
        "stated",
    )


def test_meeting_again_is_told_apart_as_inferred():
    news = guests("Ann", "Bob")
    news.tie("news:ann", "introduced", "news:bob", start="2021-07")
    tea = news.mention("tea", "activity", "Thee")
    news.property(tea, "start", "2021-06-01")
    for name in ("ann", "bob"):
        news.tie(f"news:{name}", "took_part_in", tea)
    found = asked(news, "nl")
    assert found.sentence.endswith(
        "Daarna, en dat wil niet zeggen daardoor, ontstond 1 nieuwe band tussen wie erbij waren "
        "en waren enkelen van hen weer samen bij 1 activiteit."
    )
    again = found.rows[-1]
    assert (again["state"], again["name"], again["when"]) == ("again", "Thee", "1 juni 2021")
    assert (again["certainty"], again["certainty_label"], again["note"]) == (
        "inferred",
        "afgeleid",
        "er weer bij: Ann en Bob",
    )


def test_ties_without_a_begin_are_counted_and_not_shown():
    news = guests("Ann", "Bob", "Cat")
    news.tie("news:ann", "knows", "news:bob")
    one = asked(news, "nl")
    assert one.rows == []
    assert (
        "Van 1 band tussen wie erbij waren is geen begin bekend; of die daarna kwam, is niet te zeggen." in one.caveats
    )
    news.tie("news:ann", "knows", "news:cat")
    assert (
        "Of 2 ties between those who were there no begin is known; whether they came after it cannot be said."
        in asked(news).caveats
    )


def test_without_a_date_or_an_end_what_after_means_is_said():
    assert "No date of it is known: what came after it cannot be said." in asked(fair("")).caveats
    news = Source("news", published="2022")
    news.property(news.mention("fair", "project", "Feest"), "start", "2020")
    assert "Een einde is niet bekend: daarna is hier na het begin." in asked(news, "nl").caveats
    assert not [c for c in asked(fair()).caveats if "known: " in c]


def test_an_inferred_follow_up_is_called_so():
    news = fair()
    garden = news.mention("garden", "project", "Tuin")
    said = {"certainty": "inferred", "reason": {"en": "the same oven"}}
    news.statements.append(Statement(TIE, "news", garden.subject, "follows_from", "news:fair", **said))
    (row,) = asked(news, "nl").rows
    assert (row["certainty"], row["certainty_label"]) == ("inferred", "afgeleid")
