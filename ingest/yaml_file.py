"""YAML from outside: every scalar as text, every key once, and the line each thing stands on."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from ingest.unreadable import Unreadable

LARGEST = 20_000_000
DEEPEST = 40

Node: TypeAlias = "Scalar | Mapping | Sequence"


@dataclass(slots=True)
class Scalar:
    line: int
    text: str


@dataclass(slots=True)
class Mapping:
    line: int
    items: dict[str, Node] = field(default_factory=dict)
    repeated: list[tuple[str, int]] = field(default_factory=list)


@dataclass(slots=True)
class Sequence:
    line: int
    items: list[Node] = field(default_factory=list)


def read_yaml(path: Path) -> Node:
    """The tree of one YAML document.

    Keys that stand twice keep their first value and are listed in `repeated`. Raises
    `Unreadable` with the line for what is too large, no UTF-8, no YAML, nested too deep, or has
    anchors, which a data file never needs. Tags mean nothing here: a scalar is text.
    """
    size = path.stat().st_size
    if size > LARGEST:
        raise Unreadable(
            path,
            f"{size // 1_000_000} MB is te groot; ten hoogste {LARGEST // 1_000_000} MB, deel het bestand op",
            f"{size // 1_000_000} MB is too large; at most {LARGEST // 1_000_000} MB, split the file",
        )
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(
            path,
            f"geen UTF-8 (byte {error.start}); bewaar het als UTF-8",
            f"not UTF-8 (byte {error.start}); save it as UTF-8",
        ) from error
    try:
        return _document(text, path)
    except yaml.YAMLError as error:
        raise _not_yaml(path, error) from error


def _document(text: str, path: Path) -> Node:
    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(text)
    try:
        loader.get_event()
        if loader.check_event(yaml.StreamEndEvent):
            return Mapping(1)
        loader.get_event()
        tree = _node(loader, path, 0)
        loader.get_event()
        if not loader.check_event(yaml.StreamEndEvent):
            raise Unreadable(path, "meer dan één document", "more than one document")
        return tree
    finally:
        loader.dispose()


def _node(loader: Any, path: Path, depth: int) -> Node:
    event = loader.get_event()
    line = event.start_mark.line + 1
    if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
        raise Unreadable(
            path,
            "ankers en verwijzingen (& en *) worden niet gelezen; schrijf het uit",
            "anchors and aliases (& and *) are not read; write it out",
            line,
        )
    if depth > DEEPEST:
        raise _too_deep(path, line)
    if isinstance(event, yaml.ScalarEvent):
        return Scalar(line, event.value)
    if isinstance(event, yaml.SequenceStartEvent):
        sequence = Sequence(line)
        while not loader.check_event(yaml.SequenceEndEvent):
            sequence.items.append(_node(loader, path, depth + 1))
        loader.get_event()
        return sequence
    mapping = Mapping(line)
    while not loader.check_event(yaml.MappingEndEvent):
        key = _node(loader, path, depth + 1)
        value = _node(loader, path, depth + 1)
        if not isinstance(key, Scalar):
            raise Unreadable(path, "een sleutel is een woord", "a key is a word", key.line)
        if key.text in mapping.items:
            mapping.repeated.append((key.text, key.line))
        else:
            mapping.items[key.text] = value
    loader.get_event()
    return mapping


def _not_yaml(path: Path, error: yaml.YAMLError) -> Unreadable:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or " ".join(str(error).split())
    line = mark.line + 1 if mark else 0
    if "nesting depth" in problem:  # the reader looks ahead, so its own limit may come before ours
        return _too_deep(path, line)
    return Unreadable(path, f"geen YAML: {problem}", f"not YAML: {problem}", line)


def _too_deep(path: Path, line: int) -> Unreadable:
    return Unreadable(path, "te diep genest", "nested too deep", line)


def plain(node: Node) -> object:
    """The tree as plain strings, dictionaries and lists, without lines."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node.items.items()}
