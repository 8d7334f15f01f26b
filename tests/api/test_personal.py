"""Contact details are entered and stay in: no command and no address shows them unless they are asked for by name."""

from __future__ import annotations

import shutil

import pytest
from fastapi.testclient import TestClient
from starlette.routing import Route

from api.app import create_app
from api.cli.group import COMMANDS
from api.opening import open_desk
from graph.questions import QUESTIONS
from tests.api.cli_helpers import Binck
from tests.api.conftest import client_of

TRACES = ("example.org", "12345678")
PEOPLE = """\
naam,e-mailadres,telefoonnummer,werkt voor,deed mee aan,sector
Ann de Wit,ann@example.org,06-12345678,De Aar,activiteit: Borrel,bewoners
A. de Wit,ann@example.org,06-12345678,De Aar,,
"""
CHANGED = PEOPLE.replace("ann@", "anna@").replace("A. de Wit,", "Bob,").replace("06-", "+316-")
WRONG = PEOPLE.replace("bewoners", "brood").replace("A. de Wit,ann@", "Cor,bad\x07@")
NEWS = """\
source: {title: The news, kind: report, published: 2021}
mentions:
  shop:
    kind: organisation
    name: De Aar
    at: 1
    properties:
      email:
        - {is: old@example.org, at: 1, printed: old@example.org, correct: {is: shop@example.org, because: Fout}}
      phone: {is: 06-12345678, at: 9, printed: 06-12345678}
      sector: {is: entrepreneurs, at: 1, printed: De Aar}
  plan: {kind: project, name: De Tuin, at: 1}
  cost: {kind: budget_line, name: Koffie, at: 1, properties: {planned: {is: 100, at: 1}}}
  care: {kind: core_value, name: Zorg, at: 1}
  caring: {kind: theme, name: Zorg, at: 1}
ties:
  - {tie: part_of, from: cost, to: plan, at: 1}
  - {tie: part_of, from: care, to: plan, at: 1}
"""
BROKEN = """\
mentions:
  x:
    kind: person
    name: X
    properties:
      email:
        - {is: "bad\\x07@example.org", at: 1, printed: "a b c d e f bad@example.org"}
        - {is: {nl: ann@example.org, fr: ann@example.org}}
        - {is: fine, printed: "ann@example.org and so on and on"}
"""
DOCUMENT = "De Aar is open.\n"


@pytest.fixture(scope="module")
def town(tmp_path_factory) -> Binck:
    """A store with contact details from rows and from a document, one of them corrected."""
    binck = Binck(tmp_path_factory.mktemp("town"))
    for name, text in (("news.yaml", NEWS), ("people.csv", PEOPLE), ("news.txt", DOCUMENT), ("broken.yaml", BROKEN)):
        (binck.folder / name).write_text(text)
    done = binck("load", "news.yaml", "people.csv")
    assert (done.code, done.err) == (0, "")
    return binck


@pytest.fixture
def copy(town, tmp_path) -> Binck:
    """The same, for what changes it."""
    shutil.copytree(town.folder, tmp_path / "copy")
    return Binck(tmp_path / "copy")


def traces(text: str) -> list[str]:
    """What of a contact detail stands in a text, also where it was written as JSON."""
    return [trace for trace in TRACES if trace in text]


OTHERS = {"sector": "entrepreneurs", "person": "A. de Wit"}
"""What is named at the other end of a question that has two."""


def asked() -> list[list[str]]:
    """Every question with names of that town."""
    names = {
        "activity": "Borrel",
        "project": "De Tuin",
        "sector": "residents",
        "person": "Ann de Wit",
        "theme": "Zorg",
        "source": "people",
        "version": "0",
    }
    found = []
    for question in QUESTIONS:
        given = []
        for parameter in question.parameters:
            takes = next((kind for kind in parameter.takes if kind in names), "")
            if takes:
                other = OTHERS.get(takes, names[takes]) if names[takes] in given else names[takes]
                given += [f"--{parameter.name}", other]
        found.append(["ask", question.name, *given])
    return found


ROWS = [["load", "people.csv", "--dry-run"], ["load", "people.csv"], ["load", "broken.yaml"]]
CALLS: dict[str, list[list[str]]] = {
    "load": [*ROWS, ["load", "news.yaml", "--dry-run"]],
    "template": [["template", "person"], ["template", "person", "--all"]],
    "status": [["status"]],
    "find": [["find", "Ann"], ["find", "De Aar"]],
    "show": [["show", "Ann de Wit"], ["show", "De Aar"]],
    "ask": [["ask"], *asked()],
    "check": [["check", "--sources", "."]],
    "verify": [["verify"]],
    "judge": [["judge", "same", "people:person.ann-de-wit", "people:person.a-de-wit", "--why", "gezien"]],
    "duplicates": [["duplicates"], ["duplicates", "--all"]],
    "withdraw": [["withdraw", "people"]],
    "undo": [["undo", "LAST"]],
    "history": [["history"], ["history", "Ann de Wit"]],
    "map": [["map", "map.html"], ["map", "map.svg"], ["map", "near.html", "--around", "Ann de Wit"]],
    "introduce": [["introduce"], ["introduce", "--for", "Ann de Wit", "--json"]],
    "introduction": [["introduction", "made", "Ann de Wit", "De Aar"]],
    "export": [["export", "-"], ["export", "network.json"]],
}
"""How each command is called; a new one is added here."""
SILENT = {
    "serve": "its pages are walked below",
    "docs": "it writes the documentation of another store",
    "measure": "it reads files of its own and no store",
    "evaluate": "it reads files of its own and no store",
    "copy": "the copy is hers and has them",
    "backup": "the backup is hers and has them",
    "restore": "what is put back is hers and has them",
}


def test_every_command_is_walked():
    assert CALLS.keys() | SILENT.keys() == COMMANDS.keys()


@pytest.mark.parametrize("call", [call for calls in CALLS.values() for call in calls], ids=" ".join)
@pytest.mark.parametrize("more", [[], ["--json"], ["--lang", "en"]], ids=["text", "json", "English"])
def test_no_command_shows_a_contact_detail(copy, call, more):
    last = copy("history", "--json").json[-1]["id"]
    done = copy(*(last if part == "LAST" else part for part in call), *more)
    assert traces(done.out + done.err) == []
    written = [path for ending in ("json", "html", "svg") for path in copy.folder.glob(f"*.{ending}")]
    assert [path.name for path in written if traces(path.read_text())] == []


@pytest.mark.parametrize("text", [CHANGED, WRONG], ids=["changed", "refused"])
@pytest.mark.parametrize("more", [[], ["--dry-run"], ["--json"], ["--dry-run", "--json"]], ids=" ".join)
def test_loading_other_rows_shows_no_contact_detail(copy, text, more):
    (copy.folder / "people.csv").write_text(text)
    done = copy("load", "people.csv", *more)
    assert traces(done.out + done.err) == []


def test_the_file_of_refused_rows_is_hers_and_has_them(copy):
    (copy.folder / "people.csv").write_text(WRONG)
    copy("load", "people.csv")
    assert traces((copy.folder / "people-geweigerd.csv").read_text()) == list(TRACES)


def walked(client: TestClient, path: str) -> str:
    reply = client.get(path)
    assert reply.status_code in (200, 307, 308), reply.text
    return reply.text + repr(dict(reply.headers))


def addresses() -> list[str]:
    """Every address that the application answers, its parameters filled in."""
    names = {"{id:path}": "people:person.ann-de-wit", "{id}": "people", "{name}": "connects"}
    found = []
    for route in create_app(open_desk("memory:")).routes:
        if isinstance(route, Route) and "GET" in (route.methods or ()):
            path = route.path
            for parameter, value in names.items():
                path = path.replace(parameter, value)
            found.append(path)
    questions = [[call[1], *zip(call[2::2], call[3::2], strict=True)] for call in asked()]
    for name, *given in questions:
        query = "&".join(f"{key.removeprefix('--')}={value}" for key, value in given)
        found += [f"/ask/{name}?{query}", f"/api/questions/{name}?{query}"]
    found += [
        "/search?q=Ann",
        "/search?kind=person",
        "/api/entities?q=Ann",
        "/api/entities/De Aar",
    ]
    return [*dict.fromkeys([*found, "/entity/news:shop", "/source/news", "/source/corrections"])]


@pytest.fixture(scope="module")
def client(town) -> TestClient:
    return client_of(open_desk(f"sqlite:///{town.store}"))


@pytest.mark.parametrize("path", addresses())
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_no_address_shows_a_contact_detail(client, path, lang):
    said = walked(client, f"{path}{'&' if '?' in path else '?'}lang={lang}")
    assert "{" not in path
    assert traces(said) == []


def test_the_walk_meets_what_has_contact_details(client):
    assert "Ann de Wit" in walked(client, "/entity/people:person.ann-de-wit")
    assert "De Aar" in walked(client, "/api/graph")


@pytest.mark.parametrize("detail", ["ann@example.org", "example.org", "06-12345678", "12345678"])
def test_nobody_is_found_by_a_contact_detail(town, client, detail):
    assert town("find", detail, "--json").json == []
    assert client.get("/api/entities", params={"q": detail}).json() == []


@pytest.mark.parametrize("call", [["show", "Ann de Wit"], ["show", "De Aar"], ["export", "-"]], ids=" ".join)
def test_who_asks_for_them_by_name_gets_them(town, call):
    assert traces(town(*call).out) == []
    assert set(traces(town(*call, "--personal").out)) == set(TRACES)
