"""The pages: whole, readable by any browser, in both languages, whatever the names are."""

from __future__ import annotations

from urllib.parse import parse_qs, quote, urlsplit

import pytest
from fastapi.testclient import TestClient

from api.pages.texts import TEXTS
from graph.words import Words
from tests.api.conftest import HOSTILE_NAMES
from tests.whole import Whole

LOADS = {("link", "href"), ("script", "src"), ("img", "src"), ("iframe", "src"), ("object", "data"), ("form", "action")}
PAGES = (
    "/",
    "/ask/present?activity=Binckhorst+Top+2017&words=wie+was+er",
    "/ask?words=onderwijs+en+ondernemers",
    "/ask?words=wat+eten+we",
    "/introductions",
    "/introductions?for=Sabrina+Lindemann",
    "/introductions?for=nobody-at-all",
    "/ask/connects",
    "/ask/connects?from=education",
    "/ask/connects?from=education&to=entrepreneurs",
    "/ask/present?activity=Excursie%3A+MerweVierhavens",
    "/ask/present?activity=excursie",
    "/ask/present?activity=nobody-at-all",
    "/ask/values",
    "/ask/ledger?project=KIP",
    "/search",
    "/search?q=ruisink",
    "/search?q=nobody-at-all",
    "/search?kind=person",
    "/entity/kip-eindrapportage:kip",
    "/entity/kip-eindrapportage:bl-totaal-project",
    "/entity/nobody-at-all",
    "/sources",
    "/source/kip-eindrapportage",
    "/source/corrections",
    "/duplicates",
    "/words",
    "/nothing",
)


def page(client: TestClient, path: str, lang: str) -> Whole:
    response = client.get(f"{path}{'&' if '?' in path else '?'}lang={lang}")
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    return Whole(response.text)


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_whole_and_within_reach_of_everybody(binckhorst: TestClient, path: str, lang: str) -> None:
    found = page(binckhorst, path, lang)
    assert found.all("html") == [{"lang": lang}]
    assert found.headings[0] == 1
    assert found.headings.count(1) == 1
    assert all(b - a <= 1 for a, b in zip(found.headings, found.headings[1:], strict=False)), found.headings
    assert found.tags[next(i for i, (tag, _) in enumerate(found.tags) if tag == "body") + 1][1]["href"] == "#content"
    ids = [attrs["id"] for _, attrs in found.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    labelled = {attrs["for"] for attrs in found.all("label")}
    fields = [a for tag in ("input", "select") for a in found.all(tag) if a.get("type") != "hidden"]
    assert {attrs["id"] for attrs in fields} == labelled
    assert {
        id_
        for _, a in found.tags
        for key in ("aria-labelledby", "aria-describedby", "list")
        if key in a
        for id_ in a[key].split()
    } <= set(ids)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_loads_nothing_from_elsewhere_and_holds_no_script_or_style(binckhorst: TestClient, path: str) -> None:
    found = page(binckhorst, path, "nl")
    loaded = [attrs[key] for tag, attrs in found.tags for name, key in LOADS if tag == name and key in attrs]
    assert all(url.startswith("/") and not url.startswith("//") for url in loaded), loaded
    assert not found.all("script")
    assert not found.all("style")
    assert not [attrs for _, attrs in found.tags if "style" in attrs or any(key.startswith("on") for key in attrs)]


@pytest.mark.parametrize("path", PAGES)
def test_every_link_keeps_the_language(binckhorst: TestClient, path: str) -> None:
    for attrs in page(binckhorst, path, "en").all("a"):
        url = urlsplit(attrs["href"])
        if (
            url.netloc
            or url.scheme == "mailto"
            or attrs["href"].startswith("#")
            or "hreflang" in attrs
            or url.path.startswith("/api/entities")
        ):
            continue
        assert parse_qs(url.query).get("lang") == ["en"], attrs["href"]


def test_every_link_to_our_own_pages_leads_somewhere(binckhorst: TestClient) -> None:
    links = {
        attrs["href"].partition("#")[0]
        for path in PAGES
        for attrs in page(binckhorst, path, "en").all("a")
        if attrs["href"].startswith("/") and "nobody-at-all" not in attrs["href"] and "/nothing" not in attrs["href"]
    }
    assert len(links) > 200
    for link in sorted(links):
        if "from=education&lang" in link or "activity=excursie" in link:
            continue
        assert binckhorst.get(link).status_code == 200, link


HOSTILE_PAGES = (
    "/",
    "/sources",
    "/source/evil",
    "/search?q=zeer",
    "/search?kind=person",
    "/search?kind=activity",
    *(f"/entity/evil:{key}-{end}" for key in HOSTILE_NAMES for end in "poa"),
    *(f"/ask/present?activity=evil:{key}-a" for key in HOSTILE_NAMES),
    *(f"/ask/connects?from=evil:{key}-o&to=education" for key in HOSTILE_NAMES),
    *(f"/search?q={quote(name)}" for name in HOSTILE_NAMES.values()),
    *(f"/ask/present?activity={quote(name)}x" for name in HOSTILE_NAMES.values()),
    *(f"/entity/{quote(name, safe='')}" for name in HOSTILE_NAMES.values()),
    *(f"/ask/{quote(name, safe='')}" for name in HOSTILE_NAMES.values()),
)


@pytest.mark.parametrize("path", HOSTILE_PAGES, ids=lambda path: path[:60])
def test_a_name_stays_a_name_whatever_stands_in_it(hostile: TestClient, path: str) -> None:
    for lang in ("nl", "en"):
        response = hostile.get(f"{path}{'&' if '?' in path else '?'}lang={lang}")
        assert response.status_code in {200, 404, 409}
        found = Whole(response.text)
        assert not found.all("script")
        assert not [attrs for _, attrs in found.tags if "style" in attrs or any(key.startswith("on") for key in attrs)]
        assert "49" not in found.text


@pytest.mark.parametrize("key", HOSTILE_NAMES)
def test_a_hostile_name_is_shown_as_it_is(hostile: TestClient, key: str) -> None:
    found = page(hostile, f"/entity/evil:{key}-p", "nl")
    assert HOSTILE_NAMES[key] in found.text


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_an_empty_store_has_pages_that_say_what_to_do(empty: TestClient, lang: str) -> None:
    for path in ("/", "/sources"):
        assert "binck load" in page(empty, path, lang).text
    for path in ("/search?q=x", "/words", "/ask/values", "/ask/ledger?project=x"):
        page(empty, path, lang)


def test_a_page_is_dutch_whatever_the_browser_speaks(client: TestClient) -> None:
    response = client.get("/", headers={"Accept-Language": "en-US,en;q=0.9"})
    assert Whole(response.text).all("html") == [{"lang": "nl"}]


def test_every_text_says_something_in_both_languages() -> None:
    for key, text in TEXTS.items():
        assert text.nl, key
        assert text.en, key


def test_every_kind_of_entity_and_tie_is_in_the_words(client: TestClient, words: Words) -> None:
    for lang in ("nl", "en"):
        text = page(client, "/words", lang).text
        for kind in (*words.entities.values(), *words.ties.values()):
            assert kind.label.say(lang) in text  # type: ignore[arg-type]
            assert kind.means.say(lang) in text  # type: ignore[arg-type]
