"""YAML from outside: every scalar as text, every key once, and the line each thing stands on."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from graph.errors import Refused

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
    `Refused` with the line for what is too large, no UTF-8, no YAML, nested too deep, or has
    anchors, which a data file never needs. Tags mean nothing here: a scalar is text.
    """
    size = path.stat().st_size
    if size > LARGEST:
        raise Refused(
            f"{path} is {size // 1_000_000} MB; ten hoogste {LARGEST // 1_000_000} MB, deel het bestand op",
            f"{path} is {size // 1_000_000} MB; at most {LARGEST // 1_000_000} MB, split the file",
        )
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(
            f"{path} is geen UTF-8 (byte {error.start}); bewaar het als UTF-8",
            f"{path} is not UTF-8 (byte {error.start}); save it as UTF-8",
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
            raise Refused(f"{path} bevat meer dan één document", f"{path} holds more than one document")
        return tree
    finally:
        loader.dispose()


def _node(loader: Any, path: Path, depth: int) -> Node:
    event = loader.get_event()
    line = event.start_mark.line + 1
    if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
        raise Refused(
            f"{path}, regel {line}: ankers en verwijzingen (& en *) worden niet gelezen; schrijf het uit",
            f"{path}, line {line}: anchors and aliases (& and *) are not read; write it out",
        )
    if depth > DEEPEST:
        raise Refused(f"{path}, regel {line}: te diep genest", f"{path}, line {line}: nested too deep")
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
            raise Refused(
                f"{path}, regel {key.line}: een sleutel is een woord", f"{path}, line {key.line}: a key is a word"
            )
        if key.text in mapping.items:
            mapping.repeated.append((key.text, key.line))
        else:
            mapping.items[key.text] = value
    loader.get_event()
    return mapping


def _not_yaml(path: Path, error: yaml.YAMLError) -> Refused:
    mark = getattr(error, "problem_mark", None)
    line = f", regel {mark.line + 1}" if mark else ""
    problem = getattr(error, "problem", None) or str(error)
    return Refused(
        f"{path}{line} is geen YAML: {problem}", f"{path}{line.replace('regel', 'line')} is not YAML: {problem}"
    )


def plain(node: Node) -> object:
    """The tree as plain strings, dictionaries and lists, without lines."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node.items.items()}
