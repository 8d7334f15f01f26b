"""What each command does, prints and gives as JSON."""

from __future__ import annotations

import hashlib
import sqlite3
import stat
from contextlib import closing

import pytest

from api.cli.export import write_whole
from graph.errors import Refused
from graph.testing.source import Source
from tests.api.cli_helpers import Binck, cells, graph_of, load_binckhorst, same_keys
from tests.worlds import bakery, two_anns

NEWS = """\
source: {title: News, published: 2021, lines: 9}
mentions:
  ann: {kind: person, name: Ann, at: 1}
  shop: {kind: organisation, name: Bakery De Aar, at: 2}
ties:
  - {tie: works_for, from: ann, to: shop, role: owner, start: 2019, at: 3, printed: Ann owns it}
"""
WRONG = NEWS + "  - {tie: works_for, from: ann, to: nobody}\n"


@pytest.fixture
def binck(tmp_path):
    return Binck(tmp_path)


@pytest.fixture
def baking(binck):
    return binck.tell(bakery())


def last_change(binck):
    return binck("history", "--json").json[-1]["id"]


# --------------------------------------------------------------------------------------------------------------- load


def test_load_reports_what_each_source_did(binck):
    path = binck.write("news.yaml", NEWS)
    rows = cells(binck("load", path).out)
    assert rows == [["bron", "nieuw", "ingetrokken", "ongewijzigd", "geweigerd"], ["news", "6", "0", "0", "0"]]
    rows = cells(binck("load", path, "--lang", "en").out)
    assert rows == [["source", "added", "withdrawn", "unchanged", "refused"], ["news", "0", "0", "6", "0"]]


def test_load_in_json(binck):
    report = binck("load", binck.write("news.yaml", NEWS), "--json").json
    assert report == {
        "sources": [{"id": "news", "added": 6, "withdrawn": 0, "unchanged": 0, "set_aside": 0, "refused": []}],
        "version": 1,
    }


def test_load_without_a_name_loads_the_data_set_that_ships(binck):
    report = binck("load", "--json").json
    assert (len(report["sources"]), report["version"]) == (5, 5)


def test_load_takes_files_and_sources_that_ship(binck):
    report = binck("load", binck.write("news.yaml", NEWS), "humanity-hub-clustervorming", "--json").json
    assert [source["id"] for source in report["sources"]] == ["news", "humanity-hub-clustervorming"]


def test_load_says_what_it_refused_where_and_why_and_takes_the_rest(binck):
    path = binck.write("news.yaml", WRONG)
    done = binck("load", path)
    assert (done.code, cells(done.out)[1]) == (0, ["news", "6", "0", "0", "1"])
    assert done.err == f"Geweigerd: {path}, regel 7: 'news:nobody' is in deze bron niet genoemd, of is geweigerd\n"


def test_load_says_so_in_english_and_in_json(binck):
    path = binck.write("news.yaml", WRONG)
    done = binck("load", path, "--json", "--lang", "en")
    reason = "'news:nobody' is not mentioned in this source, or was refused"
    assert done.json["sources"][0]["refused"] == [{"file": str(path), "line": 7, "reason": reason}]
    assert done.err == f"Refused: {path}, line 7: {reason}\n"


def test_load_when_strict_takes_nothing_of_such_a_file_and_exits_with_one(binck):
    done = binck("load", "--strict", binck.write("news.yaml", WRONG))
    assert (done.code, cells(done.out)[1]) == (1, ["news", "0", "0", "0", "1"])
    assert binck("status", "--json").json["statements"] == 0


def test_load_of_a_file_that_cannot_be_read_exits_with_one_and_takes_the_others(binck):
    wrong = binck.write("wrong.yaml", "a: [")
    done = binck("load", wrong, binck.write("news.yaml", NEWS))
    assert (done.code, cells(done.out)[1:]) == (1, [["wrong", "0", "0", "0", "1"], ["news", "6", "0", "0", "0"]])
    assert done.err.startswith(f"Geweigerd: {wrong}, regel 2: geen YAML: ")


def test_load_of_what_is_neither_a_file_nor_a_source_names_those_there_are(binck):
    done = binck("load", "new.yaml")
    assert done.err.startswith("Fout: 'new.yaml' is geen bestand en geen bron die meekomt; die zijn: atelier-")
    assert not binck.store.exists()


def test_a_withdrawn_source_comes_back_only_when_it_is_named(tmp_path):
    binck = load_binckhorst(tmp_path)
    binck("withdraw", "humanity-hub-clustervorming")
    done = binck("load")
    assert done.err == (
        "humanity-hub-clustervorming: 216 niet geladen; ingetrokken zijn: humanity-hub-clustervorming; "
        "terug: binck load NAAM\n"
    )
    assert binck("load", "humanity-hub-clustervorming").err == ""
    assert binck("show", "Guterres").code == 0


# ------------------------------------------------------------------------------------------------------------- status


def test_status_counts_what_the_store_holds(baking):
    done = baking("status")
    assert done.out.splitlines()[:2] == [
        "opslag: sqlite:///binckhorst.db",
        "versie 1, 1 bron, 6 uitspraken, geen open vragen",
    ]
    assert cells(done.out)[2:] == [
        ["soort", "aantal"],
        ["organisaties", "1"],
        ["personen", "2"],
        ["kent", "1"],
        ["werkt voor", "1"],
    ]
    assert baking("status", "--lang", "en").out.splitlines()[1] == (
        "version 1, 1 source, 6 statements, no open questions"
    )


def test_status_in_json(baking):
    assert baking("status", "--json").json == {
        "store": "sqlite:///binckhorst.db",
        "version": 1,
        "sources": 1,
        "statements": 6,
        "entities": {"organisation": 1, "person": 2},
        "ties": {"knows": 1, "works_for": 1},
        "open_questions": 0,
        "corrections_waiting": [],
    }


def test_status_names_a_correction_that_waits_for_what_it_corrects(binck):
    source = Source("news")
    correction = source.correct("0" * 24, "name", "Ann")
    binck.tell(source)
    assert binck("status").err == f"Verbetering {correction.id} wacht op {'0' * 24}\n"
    assert binck("status", "--lang", "en").err == f"Correction {correction.id} waits for {'0' * 24}\n"


# ----------------------------------------------------------------------------------------------------- find and show


@pytest.mark.parametrize("text", ["Bakery De Aar", "bakery", "de bakery", "BÁKERY de aar!", "baker", "bakory"])
def test_find_finds_by_part_of_a_name_and_with_a_typing_error(baking, text):
    assert [found["id"] for found in baking("find", text, "--json").json] == ["news:shop"]


def test_find_gives_id_kind_and_name_and_how_it_was_found(baking):
    assert baking("find", "anm", "--json").json == [
        {"id": "news:ann", "kind": "person", "name": "Ann", "matched": "Ann"}
    ]
    assert cells(baking("find", "anm").out) == [
        ["naam", "soort", "gevonden als", "id"],
        ["Ann", "persoon", "Ann", "news:ann"],
    ]


def test_show_reads_everything_aloud_with_where_it_comes_from(binck):
    binck("load", binck.write("news.yaml", NEWS))
    assert binck("show", "ann").out.splitlines() == [
        "Ann (persoon)",
        "  Ann werkt als eigenaar voor Bakery De Aar (sinds 2019)",
        "      news, regel 3, “Ann owns it”",
    ]
    assert binck("show", "news:ann", "--lang", "en").out.splitlines() == [
        "Ann (person)",
        "  Ann works as owner for Bakery De Aar (since 2019)",
        "      news, line 3, “Ann owns it”",
    ]


def test_show_in_json_is_the_entity_of_the_export_with_its_ties(baking):
    shown = baking("show", "Ann", "--json").json
    ties = shown.pop("ties")
    graph = graph_of(baking)
    assert shown in graph["entities"]
    names = [(tie.pop("from_name"), tie.pop("to_name")) for tie in ties if tie.pop("held") and not tie.pop("from_many")]
    assert sorted(names) == [("Ann", "Bakery De Aar"), ("Ann", "Bob")]
    assert all(tie in graph["ties"] for tie in ties)


def test_show_keeps_contact_details_for_who_asks(binck):
    source = Source("news")
    source.property(source.mention("ann", "person", "Ann"), "email", {"nl": "ann@example.org"})
    binck.tell(source)
    assert "ann@example.org" not in binck("show", "Ann").out + binck("show", "Ann", "--json").out
    assert "ann@example.org" in binck("show", "Ann", "--personal").out


def test_a_name_that_fits_several_lists_the_candidates(binck):
    source = Source("news")
    source.mention("ann-b", "person", "Ann Boer")
    source.mention("ann-c", "person", "Ann Cox")
    binck.tell(source)
    done = binck("show", "Ann")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "Fout: 'Ann' past op 2: person:Ann Boer (news:ann-b); person:Ann Cox (news:ann-c); noem er een bij zijn id\n"
    )
    assert binck("show", "Ann", "--lang", "en").err.endswith("; name one by its id\n")
    assert binck("show", "news:ann-c").code == 0


def test_a_name_that_fits_nothing_says_what_comes_nearest(baking):
    assert baking("show", "Zed").err.startswith("Fout: Niets heet 'Zed'; het dichtst komen ")
    assert baking("show", "Zed", "--lang", "en").err.startswith("Error: Nothing is called 'Zed'; the nearest are ")


# ---------------------------------------------------------------------------------------------------- history and undo


CHANGE = {"id", "at", "by", "why", "statements_added", "statements_withdrawn", "judgements"}


def test_history_tells_the_changes_oldest_first(baking):
    baking("withdraw", "news", "--why", "out of date", "--by", "Yves")
    changes = baking("history", "--json").json
    assert all(change.keys() >= CHANGE for change in changes)
    assert [(c["by"], c["why"], len(c["statements_added"]), len(c["statements_withdrawn"])) for c in changes] == [
        ("Zoë", "load news", 6, 0),
        ("Yves", "out of date", 0, 6),
    ]
    assert cells(baking("history").out)[0] == ["id", "wanneer", "door", "waarom", "+", "−", "oordelen"]


def test_history_of_one_thing_is_of_what_touched_it(binck):
    binck.tell(*two_anns())
    assert [change["why"] for change in binck("history", "School", "--json").json] == ["load one"]
    assert [change["why"] for change in binck("history", "Ann", "--json").json] == ["load one", "load two"]


def test_history_prints_the_ids_of_judgements(binck):
    binck.tell(*two_anns())
    id_ = binck("judge", "different", "one:ann", "two:ann", "--why", "two people", "--json").json["judgement"]
    assert id_ in binck("history").out


def test_undo_takes_the_latest_change_back(binck):
    binck.tell(*two_anns())
    before = graph_of(binck)
    binck("judge", "different", "one:ann", "two:ann", "--why", "two people")
    assert graph_of(binck) != before
    done = binck("undo", last_change(binck))
    assert done.code == 0
    assert graph_of(binck) == before


def test_withdrawing_and_undoing_it_gives_back_the_same_export(tmp_path):
    binck = load_binckhorst(tmp_path)
    before = graph_of(binck)
    withdrawn = binck("withdraw", "kip-eindrapportage", "--json").json
    assert graph_of(binck) != before
    assert binck("undo", withdrawn["id"]).code == 0
    assert graph_of(binck) == before
    assert binck("verify").code == 0


def test_undo_is_refused_where_a_later_change_touched_the_same_and_names_it(binck):
    first = binck("load", binck.write("news.yaml", NEWS)) and last_change(binck)
    binck("withdraw", "news")
    later = last_change(binck)
    done = binck("undo", first)
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        f"Fout: Wijziging {first} kan niet terug: {later} (withdraw news) raakte dat later; draai die terug\n"
    )
    assert binck("undo", first, "--lang", "en").err == (
        f"Error: Change {first} cannot be undone: {later} (withdraw news) later touched the same; undo that\n"
    )


def test_undo_of_what_is_no_change_points_to_the_history(baking):
    assert baking("undo", "c0").err == "Fout: Er is geen wijziging 'c0'; binck history toont ze\n"
    assert baking("undo", "c0", "--lang", "en").err == "Error: There is no change 'c0'; see binck history\n"


def test_withdraw_and_undo_tell_how_to_take_them_back(baking):
    done = baking("withdraw", "news")
    assert done.out == f"withdraw news: +0, −6 uitspraken; terugdraaien: binck undo {last_change(baking)}\n"
    done = baking("undo", last_change(baking), "--lang", "en")
    assert done.out.endswith(f": +6, −0 statements; to take it back: binck undo {last_change(baking)}\n")


@pytest.mark.parametrize("option", ["--why", "--by"])
def test_what_is_no_text_is_refused_as_a_reason_or_a_name(baking, option):
    done = baking("withdraw", "news", option, "caf\udce9")
    assert (done.code, done.err) == (1, f"Fout: {option}: 'caf\\udce9' bevat een stuurteken\n")
    assert baking("status", "--json").json["version"] == 1


def test_withdraw_of_what_is_not_in_force_names_the_sources(baking):
    assert baking("withdraw", "olds").err == (
        "Fout: Er geldt geen bron of oordeel 'olds'; bronnen: news; binck history toont oordelen\n"
    )


# ----------------------------------------------------------------------------------------------- judge and duplicates


@pytest.fixture
def anns(binck):
    """Three Anns in three sources, of whom the first two were judged to be two."""
    three = Source("three")
    three.mention("ann", "person", "Ann")
    binck.tell(*two_anns(), three)
    binck("judge", "different", "one:ann", "two:ann", "--why", "two people")
    return binck


def people(binck):
    return sorted(entity["ids"] for entity in graph_of(binck)["entities"] if entity["kind"] == "person")


def test_judging_the_same_makes_one(anns):
    assert anns("judge", "same", "one:ann", "three:ann", "--why", "same street").code == 0
    assert people(anns) == [["one:ann", "three:ann"], ["two:ann"]]


def test_judging_different_makes_two(binck):
    binck.tell(*two_anns())
    assert people(binck) == [["one:ann", "two:ann"]]
    done = binck("judge", "different", "one:ann", "two:ann", "--why", "two people", "--json").json
    assert same_keys(done, ["judgement", "verdict", "a", "b", "change"])
    assert (done["verdict"], done["a"], done["b"], done["change"]) == (
        "different",
        "one:ann",
        "two:ann",
        last_change(binck),
    )
    assert people(binck) == [["one:ann"], ["two:ann"]]


def test_unsure_stops_the_question(anns):
    for other in ("one:ann", "two:ann"):
        assert anns("judge", "unsure", other, "three:ann", "--why", "who knows").code == 0
    assert anns("duplicates", "--json").json == []
    assert people(anns) == [["one:ann"], ["three:ann"], ["two:ann"]]


def test_duplicates_lists_what_only_a_person_can_decide(anns):
    assert anns("duplicates", "--json").json == [
        {"id": "same/one:ann/three:ann", "kind": "same", "a": "one:ann", "b": "three:ann", "name": "Ann"},
        {"id": "same/three:ann/two:ann", "kind": "same", "a": "three:ann", "b": "two:ann", "name": "Ann"},
    ]
    assert cells(anns("duplicates").out)[1] == [
        "delen een naam, en oordelen houden ze uit elkaar",
        "one:ann",
        "three:ann",
        "Ann",
    ]
    assert cells(anns("duplicates", "--lang", "en").out)[1][0] == "share a name, and judgements keep them apart"


def test_a_judgement_that_is_in_force_already_changes_nothing(anns):
    before = anns("status", "--json").json["version"]
    done = anns("judge", "different", "two:ann", "one:ann", "--why", "two people")
    assert done.out.startswith("Dat oordeel gold al: j")
    assert anns("status", "--json").json["version"] == before


def test_a_judgement_that_contradicts_is_refused_and_names_the_one_in_force(anns):
    (id_,) = anns("history", "--json").json[-1]["judgements"]
    before = graph_of(anns)
    done = anns("judge", "same", "one:ann", "two:ann", "--why", "one after all")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "Fout: one:ann en two:ann: hetzelfde is in tegenspraak met "
        f"{id_} (one:ann en two:ann: verschillend); trek dat oordeel eerst in\n"
    )
    assert anns("judge", "same", "one:ann", "two:ann", "--why", "x", "--lang", "en").err == (
        "Error: one:ann and two:ann: same contradicts "
        f"{id_} (one:ann and two:ann: different); withdraw that judgement first\n"
    )
    assert graph_of(anns) == before


def test_once_that_is_withdrawn_the_other_may_be_judged(anns):
    (id_,) = anns("history", "--json").json[-1]["judgements"]
    assert anns("withdraw", id_).code == 0
    assert anns("judge", "same", "one:ann", "two:ann", "--why", "one after all").code == 0
    assert people(anns) == [["one:ann", "three:ann", "two:ann"]]


def test_two_kinds_are_never_the_same(baking):
    done = baking("judge", "same", "Ann", "Bakery De Aar", "--why", "x")
    assert done.code == 1
    assert done.err.startswith("Fout: news:ann is person en news:shop is organisation")


# ---------------------------------------------------------------------------------------------------- check and verify


DOCUMENT = "Ann\nBakery De Aar\nAnn owns it\n"


@pytest.fixture
def documents(binck):
    """News in the store, and its document in the folder `documents`."""
    digest = hashlib.sha256(DOCUMENT.encode()).hexdigest()
    news = NEWS.replace("lines: 9", f"lines: 9, fingerprint: 'sha256:{digest}'")
    binck("load", binck.write("news.yaml", news))
    folder = binck.folder / "documents"
    folder.mkdir()
    (folder / "news.txt").write_text(DOCUMENT)
    return folder


def test_check_holds_the_store_against_the_documents(binck, documents):
    done = binck("check", "--sources", documents)
    assert (done.code, done.err) == (0, "")
    assert cells(done.out) == [
        ["bron", "tekst", "vingerafdruk", "uitspraken", "mislukt"],
        ["news", "aanwezig", "gelijk", "3", "0"],
    ]
    assert binck("check", "--sources", documents, "--json").json == {
        "sources": [{"id": "news", "present": True, "fingerprint_equal": True, "statements": 3, "failed": []}]
    }


def test_check_reports_a_document_that_was_changed_and_the_words_that_are_gone(binck, documents):
    (documents / "news.txt").write_text(DOCUMENT.replace("owns", "runs"))
    done = binck("check", "--sources", documents, "--lang", "en")
    assert (done.code, cells(done.out)[1]) == (1, ["news", "there", "differs", "3", "1"])
    (failure,) = binck("check", "--sources", documents, "--json", "--lang", "en").json["sources"][0]["failed"]
    assert same_keys(failure, ["statement", "locator", "printed", "reason"])
    assert done.err == f"news, line 3: 'Ann owns it' does not stand there ({failure['statement']})\n"


def test_check_lists_a_source_whose_document_is_not_there_and_does_not_fail(binck, documents):
    binck.tell(Source("olds", published="2020"))
    done = binck("check", "--sources", documents)
    assert (done.code, cells(done.out)[2]) == (0, ["olds", "niet nagekeken", "–", "0", "0"])


def test_check_fails_where_none_of_the_documents_is(binck, documents):
    (documents / "news.txt").unlink()
    done = binck("check", "--sources", "documents")
    assert (done.code, done.err) == (1, "Geen enkele bron staat in documents.\n")
    assert binck("check", "--sources", "documents", "--lang", "en").err == "None of the sources is in documents.\n"


def test_check_reports_a_document_that_cannot_be_read(binck, documents):
    (documents / "news.txt").unlink()
    (documents / "news.txt").symlink_to("/proc/self/mem")
    done = binck("check", "--sources", documents)
    assert (done.code, done.err) == (1, "news: het document is niet te lezen: Input/output error\n")


def test_check_of_an_empty_store_checks_the_data_set_that_ships(binck):
    done = binck("check", "--sources", ".", "--json")
    assert done.err.startswith("De opslag is leeg: de meegeleverde gegevens worden nagekeken.\n")
    assert len(done.json["sources"]) == 5


def test_verify_says_that_the_sum_is_right(baking):
    assert baking("verify").out == "In orde: de som klopt.\n"
    assert baking("verify", "--lang", "en").out == "In order: the sum is right.\n"
    assert baking("verify", "--json").json == {"ok": True, "version": 1, "differences": []}


def test_verify_says_what_differs_in_the_language_asked_for(baking):
    with closing(sqlite3.connect(baking.store)) as connection, connection:
        connection.execute("UPDATE entity SET name = 'Rob' WHERE id = 'news:bob'")
    for lang, says in (("nl", "ding news:bob: bewaard onder een andere naam"), ("en", "entity news:bob: kept under")):
        done = baking("verify", "--lang", lang)
        assert (done.code, done.first.startswith(says)) == (1, True)
        differences = baking("verify", "--lang", lang, "--json").json["differences"]
        assert differences == done.out.splitlines()


# -------------------------------------------------------------------------------------------------------------- export


def test_export_writes_the_whole_graph_to_a_file(baking):
    done = baking("export", "network.json")
    assert (done.code, done.out) == (0, "")
    assert done.err == "network.json: 3 dingen, 2 banden, 1 bron\n"
    assert baking("export", "network.json", "--lang", "en").err == "network.json: 3 entities, 2 ties, 1 source\n"
    assert (baking.folder / "network.json").read_text() == baking("export", "-").out


def test_export_in_json_tells_what_it_wrote(baking):
    assert baking("export", "network.json", "--json").json == {
        "file": "network.json",
        "version": 1,
        "sources": 1,
        "entities": 3,
        "ties": 2,
    }


def test_the_export_has_the_form_that_others_build_on(baking):
    graph = baking("export", "-").json
    assert same_keys(graph, ["format", "version", "sources", "entities", "ties"])
    assert graph["format"] == "binckhorst-network/1"
    assert {"id", "title", "kind", "published", "fingerprint"} <= graph["sources"][0].keys()
    keys = ["id", "ids", "kind", "name", "names", "sectors", "properties", "evidence"]
    assert all(same_keys(entity, keys) for entity in graph["entities"])
    keys = ["id", "kind", "from", "to", "start", "end", "properties", "evidence"]
    assert all(same_keys(tie, keys) for tie in graph["ties"])
    evidence = {"source", "locator", "printed", "certainty", "as_of"}
    assert all(evidence <= found.keys() for tie in graph["ties"] for found in tie["evidence"])


def test_export_keeps_contact_details_for_who_asks(binck):
    source = Source("news")
    source.property(source.mention("ann", "person", "Ann"), "phone", {"nl": "070 123 45 67"})
    binck.tell(source)
    assert "070 123" not in binck("export", "-").out
    assert "070 123" in binck("export", "-", "--personal").out


def test_the_file_of_an_export_has_the_rights_of_any_new_file(baking):
    baking("export", "network.json")
    any_file = baking.write("any", "")
    assert stat.S_IMODE((baking.folder / "network.json").stat().st_mode) == stat.S_IMODE(any_file.stat().st_mode)


def test_export_in_another_form_or_where_it_cannot_be_written_is_refused(baking):
    assert baking("export", "network.xls").err == "Fout: network.xls: ik schrijf .json\n"
    assert baking("export", "network.xls", "--lang", "en").err == "Error: network.xls: what can be written is .json\n"
    done = baking("export", "nowhere/network.json")
    assert done.err == "Fout: nowhere/network.json is niet te schrijven: No such file or directory\n"
    assert sorted(path.name for path in baking.folder.iterdir() if "network" in path.name) == []


def test_an_export_that_fails_leaves_nothing_behind(tmp_path):
    (tmp_path / "network.json").mkdir()
    with pytest.raises(Refused):
        write_whole(tmp_path / "network.json", b"{}")
    assert [path.name for path in tmp_path.iterdir()] == ["network.json"]
