"""A data file becomes a bundle of statements and judgements; the form is in `docs/data-files.md`."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from graph.bundle import Bundle, Refusal
from graph.dates import Date
from graph.errors import BinckError, Refused
from graph.jsontext import Json
from graph.judgements import VERDICTS, Judgement
from graph.statements import (
    CORRECTION,
    CORRECTIONS,
    MENTION,
    PROPERTY,
    SOURCE,
    TIE,
    TIE_PROPERTY,
    Statement,
    mention_id,
)
from graph.texts import Text
from graph.values import canonical, line, texts
from graph.words import Property, Words
from ingest.unreadable import Unreadable
from ingest.yaml_file import Mapping, Node, Scalar, Sequence, plain, read_yaml

_TOP = ("source", "mentions", "ties", "judgements")
_EVIDENCE = frozenset({"at", "printed", "certainty", "because", "as_of", "correct"})
_PLACE = re.compile(r"(?:(line|row|page|cell) )?(\d+)(?:-(\d+))?", re.ASCII)


def read_datafile(path: Path, words: Words) -> Bundle:
    """What the file says, by the words; what cannot be read is refused with its line.

    Raises `Unreadable` when the file as a whole cannot be read.
    """
    tree = read_yaml(path)
    if not isinstance(tree, Mapping):
        raise Unreadable(
            path,
            "begin met source:, mentions:, ties: of judgements:",
            "begin with source:, mentions:, ties: or judgements:",
            tree.line,
        )
    return _Reader(path, words).bundle(tree)


class _Reader:
    def __init__(self, path: Path, words: Words) -> None:
        self.words = words
        self.file = str(path)
        self.source = path.stem
        self.as_of = ""
        self.statements: list[Statement] = []
        self.judgements: list[Judgement] = []
        self.lines: dict[str, int] = {}
        self.refused: list[Refusal] = []

    def bundle(self, tree: Mapping) -> Bundle:
        self._repeated(tree)
        for key, node in sorted(tree.items.items()):
            if key not in _TOP:
                self._refuse(
                    node.line,
                    f"onbekend deel {key!r}; wel: {', '.join(_TOP)}",
                    f"unknown part {key!r}; there are: {', '.join(_TOP)}",
                )
        self._each(tree, "source", self._source)
        for key, node in self._mapping(tree.items.get("mentions")).items():
            self._guard(node, lambda key=key, node=node: self._mention(key, _as_mapping(node)))  # type: ignore[misc]
        for node in _as_list(tree.items.get("ties")):
            self._guard(node, lambda node=node: self._tie(_as_mapping(node)))  # type: ignore[misc]
        for node in _as_list(tree.items.get("judgements")):
            self._guard(node, lambda node=node: self._judgement(_as_mapping(node)))  # type: ignore[misc]
        return Bundle(self.source, self.statements, self.judgements, self.file, self.lines, self.refused)

    def _source(self, node: Mapping) -> None:
        as_of = node.items.pop("as_of", None)
        if as_of is not None:
            self._guard(as_of, lambda: self._source_as_of(as_of))
        for key, value in node.items.items():
            self._guard(value, lambda key=key, value=value: self._source_property(key, value))  # type: ignore[misc]

    def _source_as_of(self, node: Node) -> None:
        self.as_of = Date.parse(_text(node)).iso

    def _source_property(self, key: str, node: Node) -> None:
        value = self._value(self.words.source.properties, key, node, "source")
        self._add(node, Statement(SOURCE, self.source, self.source, key, value=value))

    def _mention(self, key: str, node: Mapping) -> None:
        self._only(node, {"kind", "name", "properties"} | _EVIDENCE)
        kind = _text(node.items.get("kind"))
        name = line(_text(node.items.get("name")))
        subject = mention_id(self.source, key)
        evidence = self._evidence(node, name)
        statement = self._add(node, Statement(MENTION, self.source, subject, kind, value=name, **evidence))
        self._correct_value(node, statement, "name", line)
        entity = self.words.entities.get(kind)
        for word, item in self._items(node) if entity else ():
            self._guard(item, lambda word=word, item=item: self._property(subject, kind, word, item, node))  # type: ignore[misc]

    def _property(self, subject: str, kind: str, word: str, item: Mapping, above: Mapping) -> None:
        allowed = self.words.entities[kind].properties
        value = self._value(allowed, word, item.items.get("is"), kind)
        evidence = self._evidence(item, "", above)
        statement = self._add(item, Statement(PROPERTY, self.source, subject, word, value=value, **evidence))
        self._correct_value(item, statement, word, lambda written: canonical(allowed[word], written, self.words))

    def _tie(self, node: Mapping) -> None:
        word = _text(node.items.get("tie"))
        kind = self.words.ties.get(word)
        on_the_tie = kind.on_the_tie if kind else frozenset({"role", "start", "end"})
        self._only(node, {"tie", "from", "to", "properties"} | _EVIDENCE | on_the_tie)
        allowed = kind.properties if kind else {}
        own = {
            key: self._value(allowed, key, node.items[key], word)
            for key in sorted(on_the_tie)
            if key in node.items and kind
        }
        from_, to = (mention_id(self.source, _text(node.items.get(end))) for end in ("from", "to"))
        evidence = self._evidence(node, "")
        if kind and kind.lasting and not evidence["as_of"] and not {"start", "end"} & own.keys():
            evidence["as_of"] = self.as_of
        tie = Statement(TIE, self.source, from_, word, to, properties=tuple(own.items()), **evidence)
        self._add(node, tie)
        self._correct_tie(node, tie, allowed)
        for key, item in self._items(node) if kind else ():
            self._guard(item, lambda key=key, item=item: self._tie_property(tie, key, item, node))  # type: ignore[misc]

    def _tie_property(self, tie: Statement, word: str, item: Mapping, above: Mapping) -> None:
        allowed = self.words.ties[tie.word].properties
        value = self._value(allowed, word, item.items.get("is"), tie.word)
        evidence = self._evidence(item, "", above)
        statement = Statement(TIE_PROPERTY, self.source, tie.subject, word, tie.object, tie.id, value, **evidence)
        self._add(item, statement)
        self._correct_value(item, statement, word, lambda written: canonical(allowed[word], written, self.words))

    def _judgement(self, node: Mapping) -> None:
        self._only(node, {*VERDICTS, "why"})
        verdicts = [verdict for verdict in VERDICTS if verdict in node.items]
        pair = [_text(end) for end in _as_list(node.items.get(verdicts[0]))] if len(verdicts) == 1 else []
        if len(pair) != 2 or "why" not in node.items:
            raise Refused(
                "een oordeel is {same|different|unsure: [a, b], why: …}",
                "a judgement is {same|different|unsure: [a, b], why: …}",
            )
        a, b = (end if ":" in end else mention_id(self.source, end) for end in pair)
        judgement = Judgement(verdicts[0], a, b, texts(cast(Json, plain(node.items["why"]))))
        self.lines.setdefault(judgement.id, node.line)
        self.judgements.append(judgement)

    def _correct_value(self, node: Mapping, statement: Statement, word: str, form: Callable[[Json], Json]) -> None:
        correct = node.items.get("correct")
        if correct is not None:
            self._guard(correct, lambda: self._value_corrected(_as_mapping(correct), statement, word, form))

    def _value_corrected(self, node: Mapping, statement: Statement, word: str, form: Callable[[Json], Json]) -> None:
        self._only(node, {"is", "because"})
        if "is" not in node.items:
            raise Refused("schrijf correct: {is: …, because: …}", "write correct: {is: …, because: …}")
        self._correction(node, statement, word, form(cast(Json, plain(node.items["is"]))))

    def _correct_tie(self, node: Mapping, tie: Statement, allowed: object) -> None:
        correct = node.items.get("correct")
        if correct is not None:
            self._guard(correct, lambda: self._tie_corrected(_as_mapping(correct), tie, allowed))

    def _tie_corrected(self, node: Mapping, tie: Statement, allowed: object) -> None:
        for key in sorted(node.items.keys() - {"because"}):
            self._correction(node, tie, key, self._value(allowed, key, node.items[key], tie.word))

    def _correction(self, node: Mapping, target: Statement, word: str, value: Json) -> None:
        reason = self._reason(node)
        self._add(node, Statement(CORRECTION, CORRECTIONS, "", word, of=target.id, value=value, reason=reason))

    def _evidence(self, node: Mapping, printed: str, above: Mapping | None = None) -> dict[str, Any]:
        def said(key: str) -> str:
            inherited = above.items.get(key) if above is not None and key in ("at", "printed") else None
            return _text(node.items.get(key, inherited))

        return {
            "locator": _locator(said("at")),
            "printed": " ".join((said("printed") or printed).split()),
            "certainty": said("certainty") or "stated",
            "reason": self._reason(node),
            "as_of": said("as_of"),
        }

    @staticmethod
    def _reason(node: Mapping) -> Json:
        return texts(cast(Json, plain(node.items["because"]))) if "because" in node.items else None

    def _value(self, allowed: object, key: str, node: Node | None, owner: str) -> Json:
        property_ = cast(dict[str, Property], allowed).get(key)
        written = cast(Json, plain(node)) if node is not None else None
        if property_ is None:
            known = ", ".join(cast(dict[str, Property], allowed))
            raise Refused(
                f"{owner} heeft geen eigenschap {key!r}; wel: {known}",
                f"{owner} has no property {key!r}; it has: {known}",
            )
        return canonical(property_, written, self.words)

    def _items(self, node: Mapping) -> list[tuple[str, Mapping]]:
        found = []
        for word, value in self._mapping(node.items.get("properties")).items():
            for item in value.items if isinstance(value, Sequence) else [value]:
                if not isinstance(item, Mapping) or "is" not in item.items:
                    self._refuse(
                        item.line,
                        f"{word}: schrijf {{is: …, at: …, printed: …}}",
                        f"{word}: write {{is: …, at: …, printed: …}}",
                    )
                    continue
                self._only(item, {"is"} | _EVIDENCE)
                found.append((word, item))
        return found

    def _mapping(self, node: Node | None) -> dict[str, Node]:
        if node is None or (isinstance(node, Scalar) and not node.text):
            return {}
        if not isinstance(node, Mapping):
            self._refuse(node.line, "hier horen sleutels met waarden", "keys with values belong here")
            return {}
        return node.items

    def _each(self, tree: Mapping, key: str, read: Callable[[Mapping], None]) -> None:
        node = tree.items.get(key)
        if node is not None:
            self._guard(node, lambda: read(_as_mapping(node)))

    def _repeated(self, node: Node) -> None:
        """Refuse every key that stands twice, here and in all that hangs on it."""
        if isinstance(node, Mapping):
            for key, where in node.repeated:
                self._refuse(where, f"sleutel {key!r} staat er twee keer", f"key {key!r} stands twice")
        if not isinstance(node, Scalar):
            for below in node.items.values() if isinstance(node, Mapping) else node.items:
                self._repeated(below)

    def _only(self, node: Mapping, allowed: set[str] | frozenset[str]) -> None:
        for key in sorted(node.items.keys() - allowed):
            where = node.items[key].line
            self._refuse(
                where,
                f"onbekende sleutel {key!r}; wel: {', '.join(sorted(allowed))}",
                f"unknown key {key!r}; there are: {', '.join(sorted(allowed))}",
            )

    def _guard(self, node: Node, read: Callable[[], None]) -> None:
        try:
            read()
        except BinckError as error:
            self.refused.append(Refusal(self.file, node.line, error.message))

    def _refuse(self, where: int, nl: str, en: str) -> None:
        self.refused.append(Refusal(self.file, where, Text(nl, en)))

    def _add(self, node: Node, statement: Statement) -> Statement:
        if statement.id not in self.lines:
            self.lines[statement.id] = node.line
            self.statements.append(statement)
        return statement


def _as_mapping(node: Node) -> Mapping:
    if not isinstance(node, Mapping):
        raise Refused("hier horen sleutels met waarden", "keys with values belong here")
    return node


def _as_list(node: Node | None) -> list[Node]:
    if node is None or (isinstance(node, Scalar) and not node.text):
        return []
    return node.items if isinstance(node, Sequence) else [node]


def _text(node: Node | None) -> str:
    if node is None:
        return ""
    if not isinstance(node, Scalar):
        raise Refused("hier hoort één waarde", "one value belongs here")
    return node.text


def _locator(at: str) -> str:
    if not at:
        return ""
    match = _PLACE.fullmatch(at)
    if match is None:
        raise Refused(
            f"{at!r} is geen plaats; schrijf 12, 12-14 of row 3", f"{at!r} is not a place; write 12, 12-14 or row 3"
        )
    unit, first, last = match[1] or "line", match[2], match[3]
    return f"{unit} {first}" if last in (None, first) else f"{unit}s {first}-{last}"
