"""YAML from outside: every scalar as text, every key once, and nothing that can explode or run."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.unreadable import Unreadable
from ingest.yaml_file import DEEPEST, LARGEST, Mapping, Scalar, Sequence, plain, read_yaml


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "news.yaml"


def read(file: Path, text: str | bytes) -> object:
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return plain(read_yaml(file))


@pytest.mark.parametrize("scalar", ["no", "yes", "null", "~", "2021-09", "1.5", "0123", "0x10", "1_000", "12:30"])
def test_a_scalar_is_the_text_that_stands_there(file, scalar):
    assert read(file, f"a: {scalar}") == {"a": scalar}


def test_mappings_and_sequences_nest(file):
    assert read(file, "a: {b: [c, {d: e}]}\nf:\n  - g") == {"a": {"b": ["c", {"d": "e"}]}, "f": ["g"]}


@pytest.mark.parametrize("nothing", ["", "\n\n", "# only a remark\n"])
def test_a_file_with_nothing_in_it_is_an_empty_mapping(file, nothing):
    assert read(file, nothing) == {}


def test_a_byte_order_mark_is_no_part_of_the_first_key(file):
    assert read(file, b"\xef\xbb\xbfa: \xc3\xa9") == {"a": "é"}


def test_everything_knows_its_line(file):
    file.write_text("a:\n  b: 1\nc:\n  - d\n  - e: 2\n")
    tree = read_yaml(file)
    assert isinstance(tree, Mapping)
    b, c = tree.items["a"], tree.items["c"]
    assert isinstance(b, Mapping)
    assert isinstance(c, Sequence)
    assert (b.items["b"].line, [item.line for item in c.items]) == (2, [4, 5])


def test_a_key_that_stands_twice_keeps_its_first_value_and_is_listed_with_its_line(file):
    file.write_text("a: 1\nb: 2\na: 3\n")
    assert read_yaml(file) == Mapping(1, {"a": Scalar(1, "1"), "b": Scalar(2, "2")}, [("a", 3)])


BOMB = "a: &a [x, x]\n" + "\n".join(f"{b}: &{b} [*{a}, *{a}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True))

UNREADABLE = {
    "no UTF-8": ("naam: Café".encode("latin-1"), 0, "geen UTF-8 (byte 9)", "not UTF-8 (byte 9)"),
    "UTF-16": ("a: b".encode("utf-16"), 0, "geen UTF-8 (byte 0)", "not UTF-8 (byte 0)"),
    "a bracket that never closes": (b"a: 1\nb: [1, 2\n", 3, "geen YAML: did not find", "not YAML: did not find"),
    "a tab for a blank": (b"a:\n\t- b", 2, "geen YAML: found character", "not YAML: found character"),
    "a control character": (b"a: \x07", 0, "geen YAML: control characters", "not YAML: control characters"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00", 0, "geen UTF-8 (byte 0)", "not UTF-8 (byte 0)"),
    "two documents": (b"a: 1\n---\nb: 2\n", 0, "meer dan één document", "more than one document"),
    "anchors that explode": (BOMB.encode(), 1, "ankers en verwijzingen", "anchors and aliases (& and *) are not read"),
    "an alias of nothing": (b"a: 1\nb: *gone", 2, "ankers en verwijzingen", "anchors and aliases"),
    "a merge key": (b"a: {b: 1}\nc:\n  <<: *a", 3, "ankers en verwijzingen", "anchors and aliases"),
    "nested too deep": (b"a:\n " + b"[" * 100_000, 2, "te diep genest", "nested too deep"),
    "a key that is no word": (b"a: 1\n? [b, c]\n: 2", 2, "een sleutel is een woord", "a key is a word"),
}


@pytest.mark.parametrize(("text", "line", "dutch", "english"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_refused_with_its_reason_and_line(file, text, line, dutch, english):
    with pytest.raises(Unreadable) as refusal:
        read(file, text)
    assert refusal.value.line == line
    assert refusal.value.reason.nl.startswith(dutch)
    assert refusal.value.reason.en.startswith(english)
    place = f"{file}, line {line}" if line else str(file)
    assert refusal.value.say("en") == f"{place}: {refusal.value.reason.en}"


def test_a_file_over_the_limit_is_refused_before_it_is_read(file):
    with file.open("wb") as empty:
        empty.truncate(50_000_000)
    with pytest.raises(Unreadable) as refusal:
        read_yaml(file)
    assert refusal.value.reason.nl == "50 MB is te groot; ten hoogste 20 MB, deel het bestand op"
    assert refusal.value.reason.en == "50 MB is too large; at most 20 MB, split the file"
    assert LARGEST == 20_000_000


def test_as_deep_as_the_limit_goes(file):
    deep = "[" * (DEEPEST - 1) + "a" + "]" * (DEEPEST - 1)
    assert "a" in str(read(file, f"b: {deep}"))
    with pytest.raises(Unreadable, match="nested too deep"):
        read(file, f"b: [[{deep}]]")


def test_a_tag_makes_nothing_and_runs_nothing(file, tmp_path):
    made = tmp_path / "made"
    text = f'a: !!python/object/apply:pathlib.Path.touch ["{made}"]\nb: !!python/name:os.system x\nc: !!int "3"'
    assert read(file, text) == {"a": [str(made)], "b": "x", "c": "3"}
    assert not made.exists()
