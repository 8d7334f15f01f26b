"""What the pages say: answers with their evidence, corrections, candidates, one entity under all its addresses."""

from __future__ import annotations

from pathlib import Path

from fastapi.testclient import TestClient

from graph.desk import Desk
from graph.testing.source import Source
from graph.words import Words, load_words
from tests.api.conftest import client_of, desk_of
from tests.api.test_pages import Whole
from tests.worlds import two_anns


def read(client: TestClient, path: str) -> Whole:
    response = client.get(path)
    assert response.status_code == 200
    return Whole(response.text)


def links(found: Whole) -> list[str]:
    """All links but the switch of languages, which leads to the page itself."""
    return [attrs["href"] for attrs in found.all("a") if "hreflang" not in attrs]


def test_an_answer_has_the_sentence_and_evidence_of_each_row(binckhorst: TestClient, binckhorst_desk: Desk) -> None:
    answer = binckhorst_desk.ask("connects", {"from": "education", "to": "entrepreneurs"}, "nl")
    found = read(binckhorst, "/ask/connects?from=education&to=entrepreneurs")
    assert answer.sentence in found.text
    assert len(answer.rows) > 1
    assert len(found.all("details")) == len(answer.rows)
    for row in answer.rows:
        assert f"/entity/{row['id']}" in links(found)
    for caveat in answer.caveats:
        assert caveat in found.text


def test_an_answer_may_be_taken_away_as_csv_when_it_has_rows(binckhorst: TestClient) -> None:
    found = read(binckhorst, "/ask/connects?from=education&to=entrepreneurs&lang=en")
    (link,) = [attrs for attrs in found.all("a") if ".csv" in attrs["href"]]
    assert "download" in link
    response = binckhorst.get(link["href"])
    assert (response.status_code, response.text[:12]) == (200, "\ufeffwho or what")
    assert not [href for href in links(read(binckhorst, "/ask/path?from=Ger+Kwakkel&to=RUG")) if ".csv" in href]


def test_a_field_that_takes_any_word_is_never_a_closed_list(words: Words) -> None:
    source = Source("news")
    source.mention("bread", "theme", "Brood")
    found = read(client_of(desk_of(words, source)), "/ask/knows-about")
    assert [attrs["name"] for attrs in found.all("input")] == ["topic"]
    assert found.all("select") == []


def test_a_word_that_fits_several_offers_each_and_the_word_itself(words: Words) -> None:
    source = Source("news")
    for key in ("rye", "wheat"):
        source.mention(key, "theme", f"Vers {key}")
    client = client_of(desk_of(words, source))
    response = client.get("/ask/knows-about?topic=vers")
    assert response.status_code == 409
    found = Whole(response.text)
    assert "het woord zelf" in found.text
    assert "/ask/knows-about?topic=word%3Avers" in links(found)
    itself = read(client, "/ask/knows-about?topic=word%3Avers")
    assert "Wie weet iets van vers?" in itself.text
    assert [attrs["value"] for attrs in itself.all("input") if attrs["name"] == "topic"] == ["word:vers"]


def test_the_form_of_an_answer_is_filled_in_as_a_person_would(binckhorst: TestClient) -> None:
    for lang, words in (("nl", ["onderwijs", "ondernemers"]), ("en", ["education", "entrepreneurs"])):
        found = read(binckhorst, f"/ask/connects?from=education&to=entrepreneurs&lang={lang}")
        assert [attrs["value"] for attrs in found.all("input") if attrs["name"] in {"from", "to"}] == words


def test_what_is_missing_is_asked_for_kindly(client: TestClient) -> None:
    assert "Vul nog in: de andere kant." in read(client, "/ask/connects?from=education").text
    assert "Please fill in" not in read(client, "/ask/connects?lang=en").text


def test_a_name_that_fits_several_offers_each_with_the_same_question(words: Words) -> None:
    source = Source("news")
    one, two = (source.mention(key, "activity", f"Tour {key}") for key in ("north", "south"))
    source.property(one, "start", "2020")
    source.property(two, "start", "2021")
    client = client_of(desk_of(words, source))
    response = client.get("/ask/present?activity=tour&lang=en")
    assert response.status_code == 409
    found = Whole(response.text)
    assert "“tour” fits more than one. Which?" in found.text
    for id_ in ("north", "south"):
        url = f"/ask/present?activity=news%3A{id_}&lang=en"
        assert url in links(found)
        assert read(client, url).all("table") == []


def test_a_name_that_nothing_has_leads_to_a_wider_search(client: TestClient) -> None:
    response = client.get("/ask/ledger?project=nowhere")
    assert response.status_code == 404
    found = Whole(response.text)
    assert "/search?q=nowhere" in links(found)
    assert [attrs["value"] for attrs in found.all("input") if attrs["name"] == "project"] == ["nowhere"]


def test_every_address_of_an_entity_leads_to_the_one_page(words: Words) -> None:
    client = client_of(desk_of(words, *two_anns()))
    assert "Ann" in read(client, "/entity/one:ann").text
    moved = client.get("/entity/two:ann?lang=en")
    assert (moved.status_code, moved.headers["location"]) == (308, "/entity/one:ann?lang=en")


def test_a_name_leads_to_its_page_but_is_no_address(words: Words) -> None:
    client = client_of(desk_of(words, *two_anns()))
    moved = client.get("/entity/ann")
    assert (moved.status_code, moved.headers["location"]) == (307, "/entity/one:ann")


def test_a_corrected_value_comes_first_and_the_printed_one_beside_it(words: Words) -> None:
    source = Source("news")
    line = source.mention("rent", "budget_line", "Rent")
    printed = source.property(line, "planned", 471000, locator="line 5", printed="471")
    source.correct(printed, "planned", 47100, "the comma was lost")
    text = read(client_of(desk_of(words, source)), "/entity/news:rent?lang=en").text
    assert text.index("€47,100") < text.index("as it was printed: €471,000")
    assert "reason: the comma was lost" in text


def test_ties_are_read_aloud_with_a_link_to_the_other_end(client: TestClient) -> None:
    found = read(client, "/entity/news:ann")
    assert "Ann werkt als eigenaar voor Bakery De Aar (sinds 2019)" in found.text
    assert "/entity/news:shop" in links(found)
    assert "/entity/news:ann" not in links(found)


def test_contact_details_are_not_shown(words: Words) -> None:
    source = Source("news")
    ann = source.mention("ann", "person", "Ann")
    source.property(ann, "email", {"nl": "ann@example.org"})
    assert "ann@example.org" not in read(client_of(desk_of(words, source)), "/entity/news:ann").text


def test_a_source_says_what_it_is_and_whom_it_names(binckhorst: TestClient, binckhorst_desk: Desk) -> None:
    with binckhorst_desk.store.reading() as view:
        count = sum(statement.source == "kip-eindrapportage" for statement in view.in_force())
    found = read(binckhorst, "/source/kip-eindrapportage")
    assert str(count) in found.text
    assert "/entity/kip-eindrapportage:kip" in links(found)
    listed = read(binckhorst, "/sources")
    assert "/source/kip-eindrapportage" in links(listed)
    assert str(count) in listed.text


def test_a_kind_that_somebody_adds_shows_up_everywhere(tmp_path: Path) -> None:
    (tmp_path / "entities").mkdir()
    (tmp_path / "entities" / "boat.yaml").write_text(
        'label: {nl: "boot", en: "boat"}\nplural: {nl: "boten", en: "boats"}\n'
        'means: {nl: "Iets dat vaart.", en: "Something that sails."}\n'
        'colour: "#010203"\nshape: star\nproperties:\n  mast: {value: number, label: {nl: "masten", en: "masts"}}\n'
    )
    source = Source("harbour")
    source.property(source.mention("hoop", "boat", "De Hoop"), "mast", 2)
    client = client_of(desk_of(load_words(tmp_path), source))
    assert "Something that sails." in read(client, "/words?lang=en").text
    assert "boats 1" in " ".join(read(client, "/?lang=en").text.split())
    found = read(client, "/entity/harbour:hoop?lang=en")
    assert "masts" in found.text
    assert found.all("polygon")[0]["fill"] == "#010203"
