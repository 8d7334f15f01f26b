"""What every command has in common: languages, stores, exit codes, help, and what goes to which stream."""

from __future__ import annotations

import os
import pty
from importlib.metadata import entry_points

import pytest

from api.cli.group import COMMANDS, main
from graph.questions import QUESTIONS
from tests.api.cli_helpers import ANSI, Binck
from tests.worlds import bakery

CALLS = {
    "load": ["load", "news.yaml"],
    "status": ["status"],
    "find": ["find", "Ann"],
    "show": ["show", "Ann"],
    "ask": ["ask"],
    "ask values": ["ask", "values"],
    "ask path": ["ask", "path", "--from", "Bob", "--to", "De Aar"],
    "verify": ["verify"],
    "duplicates": ["duplicates"],
    "history": ["history"],
    "history of one": ["history", "Ann"],
    "export": ["export", "network.json"],
    "backup": ["backup", "kept.db"],
    "judge": ["judge", "different", "Ann", "Bob", "--why", "two people"],
    "withdraw": ["withdraw", "news"],
}
"""A call of each command that can be done in the bakery; `check` and `undo` need more and have their own tests."""


@pytest.fixture
def binck(tmp_path):
    return Binck(tmp_path)


@pytest.fixture
def baking(binck):
    """The bakery in the store, and the file `news.yaml` beside it."""
    binck.write("news.yaml", "mentions: {cat: {kind: person, name: Cat}}")
    return binck.tell(bakery())


# ------------------------------------------------------------------------------------------------------- empty stores


EMPTY = {
    "status": (["status"], "De opslag is leeg; binck load vult hem.\n", "The store is empty; binck load fills it.\n"),
    "verify": (["verify"], "De opslag is leeg.\n", "The store is empty.\n"),
    "history": (["history"], "Er is nog niets gebeurd.\n", "Nothing happened yet.\n"),
    "duplicates": (["duplicates"], "Er is niets te beslissen.\n", "There is nothing to decide.\n"),
    "find": (["find", "Ann"], "Niets lijkt op 'Ann'.\n", "Nothing resembles 'Ann'.\n"),
    "ask": (
        ["ask", "values"],
        "– Er is nog niets geladen; binck load doet dat.\n",
        "– Nothing was loaded yet; binck load does that.\n",
    ),
    "export": (["export", "-"], "", ""),
}


@pytest.mark.parametrize("made", [False, True], ids=["no file", "a file of no bytes"])
@pytest.mark.parametrize(("args", "dutch", "english"), EMPTY.values(), ids=EMPTY)
def test_looking_at_an_empty_store_is_no_error_and_leaves_it_as_it_was(binck, made, args, dutch, english):
    if made:
        binck.store.touch()
    assert (binck(*args).code, binck(*args, "--json").code) == (0, 0)
    assert (binck(*args).err, binck(*args, "--lang", "en").err) == (dutch, english)
    assert [path.name for path in binck.folder.iterdir()] == (["binckhorst.db"] if made else [])
    assert not made or binck.store.stat().st_size == 0


def test_the_export_of_an_empty_store_is_an_empty_graph(binck):
    graph = binck("export", "-").json
    assert graph == {"format": "binckhorst-network/1", "version": 0, "sources": [], "entities": [], "ties": []}


def test_an_empty_store_is_in_order_at_version_nought(binck):
    assert binck("verify", "--json").json == {"ok": True, "version": 0, "differences": []}


@pytest.mark.parametrize("args", [["show", "Ann"], ["withdraw", "news"], ["undo", "c1"], ["history", "Ann"]])
def test_what_cannot_be_done_in_an_empty_store_says_so(binck, args):
    done = binck(*args)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("Fout: ")


# --------------------------------------------------------------------------------------------------------- exit codes


@pytest.mark.parametrize("args", CALLS.values(), ids=CALLS)
def test_what_is_done_exits_with_nought(baking, args):
    assert baking(*args).code == 0


COULD_NOT = [
    ["load", "nothing.yaml"],
    ["show", "Dora"],
    ["ask", "weather"],
    ["ask", "connects", "--from", "education", "--to", "weavers"],
    ["judge", "same", "Ann", "Dora", "--why", "x"],
    ["withdraw", "nothing"],
    ["undo", "nothing"],
    ["export", "network.xls"],
    ["export", "nowhere/network.json"],
    ["backup", "nowhere/kept.db"],
    ["backup", "news.yaml"],
    ["restore", "nothing.db"],
    ["restore", "news.yaml"],
    ["ask", "path", "--from", "Ann", "--to", "Ann"],
    ["check", "--sources", "."],
    ["status", "--store", "mysql://here"],
]


@pytest.mark.parametrize("args", COULD_NOT, ids=" ".join)
def test_what_could_not_be_done_exits_with_one_says_why_and_prints_no_result(baking, args):
    for lang, error in (("nl", "Fout: "), ("en", "Error: ")):
        done = baking(*args, "--lang", lang)
        assert done.code == 1
        assert args[0] == "check" or (done.out, done.err.startswith(error)) == ("", True)


WRONGLY_CALLED = [
    ["bake"],
    ["find"],
    ["show", "Ann", "Bob"],
    ["status", "--colour"],
    ["status", "--lang", "fr"],
    ["judge", "maybe", "Ann", "Bob", "--why", "x"],
    ["judge", "same", "Ann", "Bob"],
    ["check"],
    ["check", "--sources", "nowhere"],
    ["export"],
    ["backup"],
    ["ask", "connects", "--fro", "education"],
]


@pytest.mark.parametrize("args", WRONGLY_CALLED, ids=" ".join)
def test_a_wrong_call_exits_with_two_and_points_to_the_help(baking, args):
    done = baking(*args)
    assert (done.code, done.out) == (2, "")
    assert "--help" in done.err


# ----------------------------------------------------------------------------------------------------- which store


def test_a_store_has_its_default_file_in_the_working_folder(baking):
    assert baking("status", "--json").json["store"] == "sqlite:///binckhorst.db"
    assert baking("status", "--json").json["version"] == 1


def test_the_environment_names_a_store_and_the_option_goes_before_it(baking):
    by_environment = baking("status", "--json", BINCK_STORE="sqlite:///other.db").json
    assert (by_environment["store"], by_environment["version"]) == ("sqlite:///other.db", 0)
    by_option = baking("status", "--json", "--store", "sqlite:///binckhorst.db", BINCK_STORE="sqlite:///other.db").json
    assert (by_option["store"], by_option["version"]) == ("sqlite:///binckhorst.db", 1)


def test_an_empty_environment_variable_names_nothing(baking):
    assert baking("status", "--json", BINCK_STORE="").json["store"] == "sqlite:///binckhorst.db"


def test_a_store_may_be_anywhere(baking, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    url = f"sqlite:///{elsewhere / 'news.db'}"
    assert baking("load", "news.yaml", "--store", url).code == 0
    assert baking("status", "--json", "--store", url).json["entities"] == {"person": 1}


def test_a_file_that_is_no_store_is_refused_and_stays_as_it_is(binck):
    binck.store.write_text("Dear Ann,\n" * 200)
    for args in (["status"], ["load"], ["ask", "values"]):
        done = binck(*args)
        assert (done.code, done.out) == (1, "")
        assert "binckhorst.db" in done.err
    assert binck.store.read_text() == "Dear Ann,\n" * 200


# ---------------------------------------------------------------------------------------------------------- languages


def test_dutch_is_spoken_whatever_the_machine_speaks(baking):
    for locale in ("en_US.UTF-8", "fr_FR.UTF-8", "C"):
        done = baking("status", LANG=locale, LC_ALL=locale, LANGUAGE=locale)
        assert "opslag: sqlite:///binckhorst.db" in done.out


@pytest.mark.parametrize("option", [["--lang", "en"], ["--lang=en"]], ids=" ".join)
def test_english_is_asked_for(baking, option):
    assert "store: sqlite:///binckhorst.db" in baking("status", *option).out
    assert baking("show", "Dora", *option).err.startswith("Error: Nothing is called 'Dora'")


def test_a_language_given_before_the_question_holds_for_it(baking):
    assert baking("ask", "--lang", "en", "values").first == "The sources name no core values."
    assert baking("ask", "values", "--lang", "en").first == "The sources name no core values."
    assert baking("ask", "values").first == "De bronnen noemen geen kernwaarden."


def test_so_do_the_store_and_the_wish_for_json(baking):
    assert baking("ask", "--json", "values").json["version"] == 1
    assert baking("ask", "--json", "--store", "sqlite:///other.db", "values").json["version"] == 0


@pytest.mark.parametrize("args", CALLS.values(), ids=CALLS)
def test_json_has_the_same_keys_in_both_languages(tmp_path, args):
    def keys(value):
        if isinstance(value, dict):
            return {key: keys(below) for key, below in value.items()}
        return [keys(below) for below in value] if isinstance(value, list) else None

    said = []
    for lang in ("nl", "en"):
        folder = tmp_path / lang
        folder.mkdir()
        binck = Binck(folder).tell(bakery())
        binck.write("news.yaml", "mentions: {cat: {kind: person, name: Cat}}")
        said.append(keys(binck(*args, "--json", "--lang", lang).json))
    assert said[0] == said[1]


# ---------------------------------------------------------------------------------------------------------------- help


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_every_command_has_an_example_and_speaks_one_language_at_a_time(binck, name):
    dutch, english = binck(name, "--help"), binck(name, "--help", "--lang", "en")
    assert (dutch.code, english.code) == (0, 0)
    assert f"Voorbeeld:\n  binck {name}" in dutch.out
    assert f"Example:\n  binck {name}" in english.out
    assert "De opslag, anders BINCK_STORE" in dutch.out
    assert "The store, else BINCK_STORE" in english.out
    assert "¦" not in dutch.out + english.out


def test_help_lists_every_command_in_one_language_at_a_time(binck):
    for lang, told in (("nl", "Het netwerk van de Binckhorst"), ("en", "The network of the Binckhorst")):
        text = binck("--help", "--lang", lang).out
        assert told in text
        assert [line.split()[0] for line in text.partition("Commands:\n")[2].splitlines()] == list(COMMANDS)
        assert "¦" not in text


def test_a_language_given_before_the_command_holds_for_it(baking):
    assert baking("--lang", "en", "status").out.startswith("store: ")
    assert baking("--lang", "en", "ask", "values").first == "The sources name no core values."
    assert baking("--lang", "en", "show", "Dora").err.startswith("Error: ")


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_the_help_of_every_question_has_its_example_and_parameters(binck, question):
    dutch = binck("ask", question.name, "--help").out
    english = binck("ask", question.name, "--help", "--lang", "en").out
    for lang, text in (("nl", dutch), ("en", english)):
        words = " ".join(text.split())
        assert question.asks.say(lang) in words
        assert all(f"--{p.name} TEXT {p.label.say(lang)}" in words for p in question.parameters)
        assert f"binck ask {question.name}" in words
        assert "¦" not in text


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_the_catalogue_has_a_call_to_try_for_every_question(binck, question):
    assert f"binck ask {question.name}" in binck("ask").out
    assert question.asks.en in binck("ask", "--lang", "en").out


# ------------------------------------------------------------------------------------------------------ what goes where


@pytest.mark.parametrize("args", CALLS.values(), ids=CALLS)
def test_with_json_the_output_is_json_alone(baking, args):
    assert isinstance(baking(*args, "--json").json, dict | list)


@pytest.mark.parametrize("args", CALLS.values(), ids=CALLS)
def test_nothing_is_coloured_and_no_progress_shown_where_there_is_no_terminal(baking, args):
    done = baking(*args)
    assert not ANSI.search(done.out + done.err)
    assert "━" not in done.out + done.err


def test_a_row_of_a_table_is_one_line_however_long_unless_a_width_is_given(baking):
    long = "A very long name " * 20
    baking.write("long.yaml", f"mentions: {{a: {{kind: person, name: {long}, printed: A very long name}}}}")
    baking("load", "long.yaml")
    assert any(long.strip() in line for line in baking("find", "very long").out.splitlines())
    assert all(len(line) <= 80 for line in baking("find", "very long", COLUMNS="80").out.splitlines())


# ------------------------------------------------------------------------------------------- as a process, end to end


def test_a_process_says_what_the_same_call_says_in_here(baking):
    for args in (["ask", "values"], ["show", "Dora"], ["bake"]):
        assert baking.process(*args) == baking(*args)


def test_a_process_speaks_dutch_on_an_english_machine_without_colour(baking):
    done = baking.process("status", LANG="en_US.UTF-8", LC_ALL="C.UTF-8", TERM="xterm-256color")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("opslag: sqlite:///binckhorst.db\nversie 1, 1 bron, 6 uitspraken, geen open vragen\n")
    assert not ANSI.search(done.out)


def test_loading_asking_and_exporting_as_a_new_user_would(binck):
    load = binck.process("load")
    assert (load.code, load.err) == (0, "")
    answer = binck.process("ask", "connects", "--from", "education", "--to", "entrepreneurs")
    assert (answer.code, answer.out.startswith("Tussen onderwijs en ondernemers ")) == (0, True)
    assert binck.process("verify").out == "In orde: de som klopt.\n"
    assert binck.process("export", "network.json").code == 0


@pytest.mark.parametrize("args", [["status"], ["history"], ["export", "-"]], ids=" ".join)
def test_output_that_cannot_be_written_is_told_in_a_sentence(baking, args):
    full = os.open("/dev/full", os.O_WRONLY)
    try:
        done = baking.process(*args, output=full)
    finally:
        os.close(full)
    assert (done.code, done.err) == (1, "Fout: de uitvoer is niet te gebruiken: No space left on device\n")


def test_a_letter_that_the_terminal_lacks_becomes_a_question_mark(baking):
    baking.write("olds.yaml", "mentions: {a: {kind: person, name: Cat 🥐}}")
    assert baking("load", "olds.yaml").code == 0
    done = baking.process("find", "Cat", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert (done.code, done.err) == (0, "")
    assert "Cat ?" in done.out


def test_on_a_terminal_there_is_colour(baking):
    ours, theirs = pty.openpty()
    try:
        baking.process("show", "Ann", output=theirs, TERM="xterm-256color")
        assert "\x1b[1mAnn (persoon)\x1b[0m" in os.read(ours, 65_536).decode()
    finally:
        os.close(theirs)
        os.close(ours)


def test_the_command_is_installed_as_binck():
    (binck,) = (entry for entry in entry_points(group="console_scripts") if entry.name == "binck")
    assert binck.load() is main


HEAVY = ("fastapi", "starlette", "uvicorn", "jinja2", "pyvis")


def test_asking_a_question_imports_no_web_framework_and_no_pictures(baking):
    args = ["ask", "connects", "--from", "education", "--to", "entrepreneurs"]
    done = baking.process(*args, PYTHONPROFILEIMPORTTIME="1")
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.err.splitlines()}
    assert (done.code, "graph" in imported) == (0, True)
    assert imported & set(HEAVY) == set()


def test_in_a_narrow_terminal_each_row_is_a_block(baking):
    said = baking("find", "Bakery De Aar", COLUMNS="20").out
    assert said.splitlines()[:2] == ["Bakery De Aar", "  soort: organisatie"]
