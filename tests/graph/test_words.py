"""The words are data: every kind is a file, another folder adds to them, and a wrong file says where and why."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from graph.adapters import SqliteStore
from graph.errors import WordsError
from graph.knowledge import Knowledge
from graph.testing.source import Source
from graph.texts import LANGS
from graph.verify import verify
from graph.words import Words, load_words
from graph.words.files import SHIPPED
from tests.worlds import entity, sum_of

ROBOT = """
label: {nl: "robot", en: "robot"}
plural: {nl: "robots", en: "robots"}
means: {nl: "Een machine.", en: "A machine."}
colour: "#123abc"
shape: star
properties:
  model: {value: line, label: {nl: "model", en: "model"}}
"""
REPAIRS = """
label: {nl: "repareert", en: "repairs"}
means: {nl: "Houdt heel.", en: "Keeps whole."}
ends:
  - {from: [person], to: [robot]}
sentence:
  nl: "{from} repareert {to}[ met {tool}]"
  en: "{from} repairs {to}[ with a {tool}]"
identifying: [tool]
properties:
  tool: {value: choice, choices: tool, label: {nl: "gereedschap", en: "tool"}}
  start: {value: date, label: {nl: "begin", en: "start"}}
"""
TOOL = """
label: {nl: "gereedschap", en: "tool"}
choices:
  hammer: {nl: "hamer", en: "hammer"}
"""


def folder_of(folder: Path, **files: str) -> Path:
    """A folder of words; `entities__robot` is `entities/robot.yaml`."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_the_kinds_of_the_design_are_there(words: Words):
    assert {"person", "organisation", "activity", "project", "core_value", "knowledge_type", "theme", "place"} <= set(
        words.entities
    )
    assert {"knowledge_question", "seat", "budget_line"} <= set(words.entities)
    assert {"works_for", "member_of", "took_part_in", "missed", "contributed", "knows", "offers", "needs"} <= set(
        words.ties
    )
    assert set(words.choices["sector"].choices) == {
        "entrepreneurs",
        "education",
        "government",
        "residents",
        "civil_society",
    }


def test_every_label_is_there_in_both_languages(words: Words):
    for owner in (*words.entities.values(), *words.ties.values(), words.source):
        labels = [owner.label, *(p.label for p in owner.properties.values())]
        assert all(label.say(lang) for label in labels for lang in LANGS)
    assert all(
        label.say(lang) for c in words.choices.values() for label in (c.label, *c.choices.values()) for lang in LANGS
    )


def test_every_file_has_a_name_that_is_its_kind(words: Words):
    assert all(
        kind.name == name for table in (words.entities, words.ties, words.choices) for name, kind in table.items()
    )  # type: ignore[attr-defined]


@pytest.mark.parametrize("lang", LANGS)
def test_every_tie_is_read_aloud_with_both_its_ends(words: Words, lang):
    for kind in words.ties:
        sentence = words.sentence(kind, "WHO", "WHERE", {}, lang)
        assert "WHO" in sentence
        assert "WHERE" in sentence
        assert not set("[]{}") & set(sentence)


def test_a_part_in_brackets_is_said_only_when_it_is_known(words: Words):
    assert words.sentence("works_for", "Ann", "De Aar", {}, "nl") == "Ann werkt voor De Aar"
    assert (
        words.sentence("works_for", "Ann", "De Aar", {"role": "intern"}, "nl") == "Ann werkt als stagiair voor De Aar"
    )
    assert words.sentence("part_of", "A", "B", {"edition": {"en": "3rd"}}, "en") == "A is part of B as edition 3rd"


def test_braces_in_a_name_are_only_braces(words: Words):
    assert words.sentence("knows", "{to} [x]", "Bob", {}, "en") == "{to} [x] and Bob know each other"


def test_values_are_said_in_words(words: Words):
    shop = words.entities["project"].properties
    assert (words.value(shop["target"], 59700, "nl"), words.value(shop["target"], 59700, "en")) == (
        "€ 59.700",
        "€59,700",
    )
    assert words.value(shop["start"], "2021-09", "nl") == "september 2021"
    assert words.value(shop["status"], "planned", "nl") == "gepland"
    assert words.value(shop["status"], "long gone", "nl") == "long gone"
    assert words.value(words.entities["organisation"].properties["size"], {"min": 7}, "en") == "at least 7"
    assert words.value(shop["goal"], {"nl": "een tuin"}, "en") == "een tuin"


def test_a_made_up_kind_of_entity_and_of_tie_is_loaded_and_used_without_a_line_of_code(tmp_path: Path):
    words = load_words(folder_of(tmp_path / "words", entities__robot=ROBOT, ties__repairs=REPAIRS, choices__tool=TOOL))
    source = Source("news")
    ann, robot = source.mention("ann", "person", "Ann"), source.mention("r2", "robot", "R2")
    source.property(robot, "model", "D2")
    source.tie(ann, "repairs", robot, tool="hammer", start="2021")
    knowledge = Knowledge(SqliteStore(tmp_path / "binck.db"), words)
    assert knowledge.load(source.bundle()).sources[0].refused == []
    with knowledge.store.reading() as view:
        assert {e.kind for e in view.entities()} == {"person", "robot"}
        (tie,) = view.ties()
        assert verify(view, words).ok
    assert words.sentence(tie.kind, "Ann", "R2", {"tool": tie.first("tool")}, "en") == "Ann repairs R2 with a hammer"


def test_a_folder_may_put_its_own_file_in_the_place_of_a_shipped_one(tmp_path: Path):
    folder = folder_of(
        tmp_path, choices__sector="label: {nl: stem, en: voice}\nchoices:\n  fishers: {nl: vissers, en: fishers}"
    )
    assert set(load_words(folder).choices["sector"].choices) == {"fishers"}
    assert set(load_words().choices["sector"].choices) != {"fishers"}


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        ("entities__robot", ROBOT.replace("#123abc", "blue"), "robot.yaml, key colour: Expected `str` matching regex"),
        (
            "entities__robot",
            ROBOT.replace("star", "cloud"),
            "key shape: Invalid enum value 'cloud', choose from circle, square",
        ),
        ("entities__robot", ROBOT.replace('nl: "robots", ', ""), "robot.yaml, key plural.nl: is missing"),
        (
            "entities__robot",
            ROBOT.replace('en: "A machine."', 'en: ""'),
            "robot.yaml, key means.en: Expected `str` matching regex",
        ),
        ("entities__robot", ROBOT + "wheels: 3", "robot.yaml, key wheels: is not known"),
        (
            "entities__robot",
            ROBOT.replace("value: line", "value: song"),
            "robot.yaml, key properties.model.value: Invalid enum value 'song', choose from text",
        ),
        (
            "entities__robot",
            ROBOT.replace("value: line", "value: choice"),
            "key properties.model: `choices` stands with",
        ),
        (
            "entities__robot",
            ROBOT + "same_name: {equal: birthday}",
            "robot.yaml, key same_name: there is no 'birthday'",
        ),
        ("entities__Robot", ROBOT, "Robot.yaml, key name: Expected `str` matching regex"),
        ("entities__robot", "label: [", "robot.yaml is not readable YAML: while parsing"),
        ("entities__robot", "- robot", "robot.yaml must hold keys with values"),
        ("entities__robot", "", "robot.yaml must hold keys with values"),
        ("ties__repairs", REPAIRS.replace("robot]", "cyborg]"), "repairs.yaml, key ends: there is no 'cyborg'"),
        (
            "ties__repairs",
            REPAIRS.replace("[tool]", "[tools]"),
            "identifying property 'tools' is not among `properties`",
        ),
        (
            "ties__repairs",
            REPAIRS.replace("choices: tool", "choices: shed"),
            "key properties.tool.choices: there is no 'shed'",
        ),
        (
            "choices__tool",
            "label: {nl: a, en: b}\nchoices: {}",
            "tool.yaml, key choices: Expected `object` of length >= 1",
        ),
    ],
)
def test_a_wrong_file_stops_the_start_with_file_key_and_rule(tmp_path: Path, file: str, text: str, says: str):
    right = {"entities__robot": ROBOT, "ties__repairs": REPAIRS, "choices__tool": TOOL}
    with pytest.raises(WordsError) as wrong:
        load_words(folder_of(tmp_path, **right | {file: text}))
    assert str(tmp_path) in wrong.value.say("nl")
    assert says in wrong.value.say("en")


def test_a_file_that_is_no_utf8_is_named(tmp_path: Path):
    (folder_of(tmp_path, entities__robot=ROBOT) / "entities" / "robot.yaml").write_bytes(b"label: \xff\xfe")
    with pytest.raises(WordsError, match=r"robot\.yaml is not readable YAML"):
        load_words(tmp_path)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(WordsError, match="does not exist"):
        load_words(tmp_path / "nowhere")


def test_the_shipped_files_have_no_anchors_and_one_label_a_line():
    """They are read by people first."""
    for path in SHIPPED.rglob("*.yaml"):
        events = list(yaml.parse(path.read_text(encoding="utf-8")))
        assert not any(isinstance(event, yaml.AliasEvent) for event in events), path


def test_the_rule_of_equal_names_is_read_from_the_files(words: Words):
    source = Source("s")
    source.mention("a", "place", "Quay")
    source.mention("b", "place", "Quay")
    assert words.entities["place"].same_name == "joins"
    assert entity(sum_of(source), "s:b").ids == ("s:a", "s:b")


def test_all_values_of_a_property_that_has_several_are_said(words: Words):
    what = [{"nl": "geld", "en": "money"}, {"nl": "tijd", "en": "time"}]
    assert words.sentence("needs", "Ann", "De Aar", {"what": what}, "en").endswith(": money; time")


def test_a_tie_to_what_was_not_held_is_said_as_meant(words: Words):
    said = words.sentence("took_part_in", "Ann", "Fair", {"role": "speaker"}, "nl", held=False)
    assert said == "Ann zou meedoen aan Fair als spreker"


def test_of_several_the_verb_is_a_plural(words):
    def said(lang, **how):
        return words.sentence("took_part_in", "bakers", "Fair", {"role": "speaker"}, lang, **how)

    assert said("nl") == "bakers deed mee aan Fair als spreker"
    assert said("nl", many=True) == "bakers deden mee aan Fair als spreker"
    assert said("nl", many=True, held=False) == "bakers zouden meedoen aan Fair als spreker"
    assert words.sentence("member_of", "bakers", "Club", {}, "en", many=True) == "bakers are members of Club"


def test_every_tie_reads_without_a_trace_of_its_alternatives_for_one_and_for_several(words):
    for kind in words.ties:
        for lang in ("nl", "en"):
            for many in (False, True):
                for held in (False, True):
                    assert "|" not in words.sentence(kind, "WHO", "WHERE", {}, lang, held=held, many=many)
