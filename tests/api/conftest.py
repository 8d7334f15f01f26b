"""Which desk to take for a test of the web.

1. `client` asks about a tiny made-up world: Ann, Bob and a bakery. Take it unless the point lies elsewhere.
2. `binckhorst` asks about the data set that ships: for the contract and the examples.
3. `hostile` asks about a world whose names try to break out of a page.
4. `client_of(desk)` asks any other desk.

`browser` is a real one, for what only that can show; `tests/api/browsing.py` has what it visits with.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from playwright import sync_api as playwright

from api.app import create_app
from graph.adapters import MemoryStore
from graph.desk import Desk
from graph.testing.source import Source
from graph.words import Words
from ingest.loader import files_named, load_files
from tests.api.browsing import ARGUMENTS, CHROMIUM
from tests.worlds import bakery

RECORDED = {"introductions-made"}
"""Questions about what somebody records herself, of which the data set that ships has nothing yet."""

BASE = "http://127.0.0.1:8000"
HOSTILE_NAMES = {
    "script": "<script>alert(1)</script>",
    "attribute": "\" onmouseover='alert(1)' x=\"",
    "entity": "&lt;b&gt; &amp; {{ 7 * 7 }} {% raw %}",
    "rtl": "\u202eevil\u202c \u05d0\u05d1\u05d2",
    "emoji": "👩‍🌾 Bäckerei 🥐",
    "long": "Zeer" * 500,
    "path": "../../etc/passwd?x=1#y",
    "href": "see <a href='javascript:alert(1)'>href</a>",
    "end": "</script></title></style><img src=x onerror=alert(1)>",
}


def client_of(desk: Desk, *, raising: bool = True) -> TestClient:
    """Speaks to an application without a server between."""
    return TestClient(create_app(desk), base_url=BASE, raise_server_exceptions=raising, follow_redirects=False)


def desk_of(words: Words, *sources: Source) -> Desk:
    """A desk at a store in memory that holds these sources."""
    desk = Desk(MemoryStore(), words)
    for source in sources:
        assert not any(report.refused for report in desk.knowledge.load(source.bundle()).sources)
    return desk


@pytest.fixture(scope="session")
def binckhorst_desk(words: Words) -> Desk:
    desk = Desk(MemoryStore(), words)
    load_files(desk.knowledge, files_named(()))
    return desk


@pytest.fixture(scope="session")
def binckhorst(binckhorst_desk: Desk) -> TestClient:
    return client_of(binckhorst_desk)


@pytest.fixture(scope="session")
def client(words: Words) -> TestClient:
    return client_of(desk_of(words, bakery()))


@pytest.fixture(scope="session")
def empty(words: Words) -> TestClient:
    return client_of(Desk(MemoryStore(), words))


@pytest.fixture(scope="session")
def hostile(words: Words) -> TestClient:
    return client_of(desk_of(words, hostile_source()))


def hostile_source() -> Source:
    """Every hostile name as a person, a school and an activity, tied to each other and said of each other."""
    source = Source("evil", published="2021")
    source.source("title", HOSTILE_NAMES["script"])
    source.source("url", "https://example.org/?a=1&b=%22%3E")
    for key, name in HOSTILE_NAMES.items():
        person = source.mention(f"{key}-p", "person", name, locator="line 1", printed=HOSTILE_NAMES["script"])
        school = source.mention(f"{key}-o", "organisation", name)
        meeting = source.mention(f"{key}-a", "activity", name)
        source.property(school, "sector", "education")
        source.property(school, "description", {"en": name}, certainty="inferred", reason={"nl": name})
        source.property(meeting, "link", "https://example.org/<b>")
        source.tie(person, "works_for", school)
        source.tie(school, "took_part_in", meeting, role="host")
        source.tie(person, "took_part_in", meeting)
        offer = source.tie(person, "offers", school)
        source.tie_property(offer, "what", {"nl": name}, printed=HOSTILE_NAMES["end"])
    return source


@pytest.fixture(scope="module")
def browser() -> Iterator[playwright.Browser]:
    if not Path(CHROMIUM).exists():
        wanted = os.environ.get("BINCK_REQUIRE", "")
        (pytest.fail if wanted else pytest.skip)(f"{CHROMIUM} is not here; install it: apt install chromium")
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()
