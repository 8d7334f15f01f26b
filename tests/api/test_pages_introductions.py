"""The page of introductions: buttons that record each step, lists of what was recorded, and each step taken back."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape

import pytest
from fastapi.testclient import TestClient

from graph.adapters import open_store
from graph.dates import Date
from graph.desk import Desk
from graph.introductions.kept_weights import weights_file
from graph.introductions.lives import lives
from graph.knowledge import Knowledge
from graph.testing.source import Source
from graph.words import Words
from tests.api.conftest import client_of, desk_of
from tests.graph.introductions.test_rule_weights import paired

HERE = {"Sec-Fetch-Site": "same-origin", "Origin": "null"}
TODAY = date.today().isoformat()
SAID = Date.parse(TODAY).say("nl")
LATER = (date.today() + timedelta(days=40)).isoformat()


@pytest.fixture
def desk(words: Words) -> Desk:
    """Ann and Bob bring the same craft; a mill and a shop bring none."""
    news = Source("news", published="2021")
    for key, name in (("mill", "Molen Voorbeeld"), ("shop", "Winkel Voorbeeld")):
        news.mention(key, "organisation", name)
    craft = news.mention("craft", "knowledge_type", "Ambacht")
    for key in ("ann", "bob"):
        news.tie(news.mention(key, "person", f"{key.title()} Voorbeeld"), "brings", craft)
    return desk_of(words, news)


@pytest.fixture
def page(desk: Desk) -> TestClient:
    return client_of(desk)


def step(page: TestClient, named: str, path: str = "/introductions", **more: str):
    form = {"one": "news:ann", "other": "news:bob", "step": named, "day": TODAY, **more}
    return page.post(path, data=form, headers=HERE)


def shown(page: TestClient, path: str = "/introductions") -> str:
    html = page.get(path).text
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html.partition("<main")[2].partition("</main")[0])).split())


def states(desk: Desk) -> list[str]:
    return [life.state for life in lives(desk.network())]


def test_a_card_has_a_button_for_each_step_that_names_the_two(page):
    html = page.get("/introductions").text
    for label in ("Gemaakt", "Voorgesteld", "Later", "Nooit"):
        assert f'aria-label="{label}: Ann Voorbeeld en Bob Voorbeeld"' in html


def test_what_was_made_moves_from_the_proposals_to_those_that_run(page, desk):
    done = step(page, "made", by="Kim Voorbeeld")
    assert done.status_code == 303
    said = shown(page, done.headers["location"])
    assert f"Vastgelegd: Ann Voorbeeld – Bob Voorbeeld, gemaakt {SAID} door Kim Voorbeeld." in said
    assert "Kim Voorbeeld is nieuw in het netwerk. Draai het terug" in said
    assert "Introducties die lopen of iets brachten Ann Voorbeeld – Bob Voorbeeld gemaakt" in said
    assert "door Kim Voorbeeld Neem terug" in said
    assert "De bronnen geven hier geen reden om iemand bij elkaar te brengen." in said
    assert states(desk) == ["made"]
    assert lives(desk.network())[0].rules == ("same-subject", "newcomer")


def test_it_goes_back_to_the_list_that_it_came_from(page):
    done = step(page, "made", **{"for": "Ann Voorbeeld"})
    assert done.headers["location"].startswith("/introductions?for=Ann+Voorbeeld&done=c")
    english = step(page, "met", "/introductions?lang=en")
    assert english.headers["location"].endswith("&lang=en")
    assert "Introductions that run or led to something" in shown(page, english.headers["location"])


def test_put_off_it_comes_back_on_the_day_that_was_chosen(page):
    step(page, "later", until=LATER)
    said = Date.parse(LATER).say("nl")
    assert f"Later of nooit Ann Voorbeeld – Bob Voorbeeld later uitgesteld tot {said} " in shown(page)
    assert step(page, "later", until=TODAY).status_code == 422


def test_met_led_to_and_what_came_of_it(page, desk):
    step(page, "made")
    step(page, "met")
    step(page, "led_to", what="knows")
    step(page, "led_to", what="activity", name="Ronde tafel", day="")
    said = shown(page)
    assert "leidde tot: Ann Voorbeeld en Bob Voorbeeld kennen elkaar" in said
    assert "leidde tot: Ronde tafel" in said
    link = re.search(r'href="(/ask/came-of[^"]+)"', page.get("/introductions").text)
    assert link is not None
    answer = shown(page, unescape(link[1]))
    assert "noemen de bronnen 1 vervolgstap, 1 band die ervan kwam en 1 ontmoeting." in answer
    assert states(desk) == ["led_to"]


def test_a_tie_may_go_either_way(page, desk):
    for named, more in (("made", ""), ("led_to", "serves back")):
        step(page, named, one="news:mill", other="news:shop", what=more)
    network = desk.network()
    (tie,) = lives(network)[0].led
    assert network.names[network.tail[tie]] == "Winkel Voorbeeld"


def test_only_a_whole_name_is_that_of_somebody_known(page, desk):
    done = step(page, "made", by="Mollen Voorbeeld")
    assert "Mollen Voorbeeld is nieuw in het netwerk. Het lijkt op: Molen Voorbeeld." in shown(
        page, done.headers["location"]
    )
    done = step(page, "made", by="molen voorbeeld")
    assert "nieuw in het netwerk" not in shown(page, done.headers["location"])
    (life,) = lives(desk.network())
    assert [desk.network().ids[row] for row in life.by] == ["news:mill"]


def test_since_when_it_led_to_a_tie_may_be_left_empty(page, desk):
    step(page, "made")
    since = re.search(r'<input id="life-1-led_to"[^>]*>', page.get("/introductions").text)
    assert since is not None
    assert 'aria-label="sinds (mag leeg) (Leidde ertoe): Ann Voorbeeld en Bob Voorbeeld"' in since[0]
    assert "value=" not in since[0]
    assert "required" not in since[0]
    step(page, "led_to", what="knows", day="")
    network = desk.network()
    assert network.tie(lives(network)[0].led[0]).start == ""


def test_a_change_of_which_the_beginning_was_undone_is_read_back_as_far_as_it_goes(page):
    first, second = (re.search(r"done=(\w+)", step(page, named).headers["location"]) for named in ("proposed", "made"))
    assert first is not None
    assert second is not None
    page.post("/introductions/undo", data={"change": first[1]}, headers=HERE)
    assert "Vastgelegd. Draai het terug" in shown(page, f"/introductions?done={second[1]}")
    done = page.post("/introductions/undo", data={"change": second[1]}, headers=HERE)
    assert "Teruggenomen. Draai het terug" in shown(page, done.headers["location"])


def test_what_was_recorded_already_is_said(page):
    step(page, "made")
    done = step(page, "made")
    assert "Dat was al vastgelegd." in shown(page, done.headers["location"])
    assert "Draai het terug" not in shown(page, done.headers["location"])


def test_two_introductions_of_one_pair_each_have_their_buttons(page, desk):
    step(page, "made")
    step(page, "proposed", one="news:mill", other="news:bob")
    step(page, "made", one="news:mill", other="news:shop", day="2026-01-02")
    desk.knowledge.judge("same", "news:mill", "news:shop", "one house")
    assert "Molen Voorbeeld deze twee bleken dezelfde gemaakt 2 januari 2026 Neem terug" in shown(page)
    forms = re.findall(r'name="introduction" value="([^"]+)"', page.get("/introductions").text)
    assert len(set(forms)) == 3
    done = step(page, "made", "/introductions/back", one="news:mill", other="news:mill")
    assert done.status_code == 303
    assert "bleken dezelfde" not in shown(page)


def test_weights_that_cannot_be_used_are_named_and_the_page_goes_on(words, tmp_path):
    store = open_store(f"sqlite:///{tmp_path}/town.db")
    Knowledge(store, words).load(paired().bundle())
    file = weights_file(store.url)
    assert file is not None
    file.write_text("{")
    with client_of(Desk(store, words)) as page:
        assert f"{file}: is geen bestand met gewichten" in shown(page)
        assert step(page, "made", one="news:cat-0", other="news:dan-0").status_code == 303
        assert "Cat 0 – Dan 0 gemaakt" in shown(page)
        for path in ("/map", "/entity/news:ann-29"):
            assert page.get(path).status_code == 200
    store.close()


def test_each_step_is_taken_back_by_its_button(page, desk):
    step(page, "made")
    step(page, "met")
    step(page, "led_to", what="knows")
    tie = re.search(r'name="tie" value="(\w+)"', page.get("/introductions").text)
    assert tie is not None
    assert step(page, "made", "/introductions/back").status_code == 422
    for what, which in (("led_to", tie[1]), ("met", ""), ("made", "")):
        assert step(page, what, "/introductions/back", tie=which).status_code == 303
    assert states(desk) == []
    assert "voorstellen" not in desk.network().sources


def test_what_was_just_done_is_taken_back_at_once_and_nothing_else_is(page, desk):
    done = step(page, "declined")
    for said, then in (("Teruggenomen", []), ("Vastgelegd", ["declined"])):
        change = re.search(r"done=(\w+)", done.headers["location"])
        assert change is not None
        done = page.post("/introductions/undo", data={"change": change[1]}, headers=HERE)
        assert f"{said}: Ann Voorbeeld – Bob Voorbeeld, afgewezen {SAID}. " in shown(page, done.headers["location"])
        assert states(desk) == then
    loaded = str(desk.history()[0]["id"])
    assert page.post("/introductions/undo", data={"change": loaded}, headers=HERE).status_code == 404
    assert "Draai het terug" not in page.get(f"/introductions?done={loaded}").text


@pytest.mark.parametrize("path", ["/introductions", "/introductions/back", "/introductions/undo"])
def test_a_page_elsewhere_cannot_introduce(page, desk, path):
    form = {"one": "news:ann", "other": "news:bob", "step": "made", "day": TODAY, "change": "c"}
    assert page.post(path, data=form, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert states(desk) == []


def test_only_those_who_can_meet_are_introduced(words):
    news = Source("news")
    for key, kind in (("ann", "person"), ("mill", "organisation"), ("fair", "activity"), ("ball", "activity")):
        news.mention(key, kind, key.title())
    some = news.mention("some", "organisation", "Enkele bewoners")
    news.property(some, "type", "group")
    desk = desk_of(words, news)
    page = client_of(desk)
    for one, other, says in (
        ("mill", "fair", "Mill, Fair: een introductie is van twee personen of organisaties, of van een persoon"),
        ("fair", "ball", "Fair, Ball: een introductie is"),
        ("ann", "some", "Enkele bewoners is een groep zonder namen; kies een persoon of organisatie daaruit"),
    ):
        done = step(page, "made", one=f"news:{one}", other=f"news:{other}")
        assert (done.status_code, says in done.text) == (422, True)
    assert step(page, "made", one="news:fair", other="news:ann").status_code == 303
    assert states(desk) == ["made"]


@pytest.mark.parametrize(
    ("given", "status", "says"),
    [
        ({"step": "met"}, 422, "ontmoet kan pas als de introductie is gemaakt"),
        ({"step": "dreamt"}, 422, "er is geen stap &#39;dreamt&#39;; kies uit proposed, made"),
        ({"step": "made", "day": "morgen"}, 422, "is geen datum"),
        ({"step": "made", "other": "Bob Voorbeld"}, 404, "Niets heet &#39;Bob Voorbeld&#39;; het dichtst komen"),
        ({"step": "made", "by": "news:nobody"}, 404, "Niets heet &#39;news:nobody&#39;"),
        ({"step": "made", "by": "activity:Feest"}, 404, "Niets heet &#39;activity:Feest&#39;"),
        ({"step": "made", "by": "?!"}, 422, "&#39;?!&#39; is geen naam"),
        ({"step": "proposed", "by": "Kim"}, 422, "wie het deed hoort bij made, niet bij proposed"),
        ({"step": "led_to", "what": "knows", "name": "Borrel"}, 422, "een naam heeft alleen een activiteit of project"),
        ({"step": "met", "what": "knows"}, 422, "waar het toe leidde hoort bij led_to"),
        ({"step": "made", "other": "niemand"}, 404, "Niets heet &#39;niemand&#39;"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_recorded(page, desk, given, status, says):
    form = {"one": "news:ann", "other": "news:bob", "day": TODAY, **given}
    done = page.post("/introductions", data=form, headers=HERE)
    assert done.status_code == status
    assert says in done.text
    assert states(desk) == []
