"""Folds everything from nothing and compares it with what the store keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.changes import JUDGEMENT, STATEMENT
from graph.fold import fold
from graph.statements import Statement
from graph.store import View
from graph.texts import Text
from graph.words import Words

_DUTCH = {
    "change": "wijziging",
    "statement": "uitspraak",
    "judgement": "oordeel",
    "withdrawn": "intrekking",
    "entity": "ding",
    "mention": "vermelding",
    "tie": "band",
    "question": "vraag",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the store agrees with itself; each difference names what it is about."""

    version: int
    differences: tuple[Text, ...]

    @property
    def ok(self) -> bool:
        return not self.differences


def verify(view: View, words: Words) -> Verdict:
    """Compare a store's graph with the fold of its statements, and its statements with its history."""
    differences: list[Text] = []
    held: set[tuple[str, str, str]] = set()
    ever: set[str] = set()
    last = ""
    for change in view.changes():
        if type(change).after(last, change.at, change.by, change.why, change.parts, change.undoes).id != change.id:
            differences.append(
                _of("change", change.id, "de id is niet die van de inhoud", "its id is not that of its content")
            )
        last = change.id
        for part in change.parts:
            (held.add if part.added else held.discard)((part.what, part.id, part.origin))
        ever.update(change.ids(STATEMENT))
    differences += [
        _of(
            what,
            id_,
            f"geldt door {origin!r}, en de geschiedenis zegt anders",
            f"held by {origin!r}, not as its history says",
        )
        for what, id_, origin in sorted(held ^ view.held())
    ]
    statements: dict[str, Statement] = {statement.id: statement for statement in view.in_force()}
    wanted = {id_ for what, id_, _ in held if what == STATEMENT}
    differences += [_altered(STATEMENT, id_) for id_ in sorted(wanted ^ statements.keys())]
    past = {statement.id for statement in view.statements(ever - wanted)}
    differences += [_altered(STATEMENT, id_) for id_ in sorted(past - ever)]
    judgements = {judgement.id: judgement for judgement in view.judgements()}
    wanted = {id_ for what, id_, _ in held if what == JUDGEMENT}
    differences += [_altered(JUDGEMENT, id_) for id_ in sorted(wanted ^ judgements.keys())]
    graph = fold(statements.values(), judgements.values(), words)
    entities = {entity.id: entity for entity in view.entities()}
    ties = {tie.id: tie for tie in view.ties()}
    questions = {question.id: question for question in view.questions()}
    mentions = {mention.id: mention for mention in (*view.mentions(graph.mentions), *view.mentions_of(entities))}
    misnamed = [id_ for id_, _, name, _ in view.entity_rows() if entities[id_].name != name]
    differences += [_of("entity", id_, "bewaard onder een andere naam", "kept under another name") for id_ in misnamed]
    differences += _compared("entity", entities, graph.entities) + _compared("tie", ties, graph.ties)
    differences += _compared("mention", mentions, graph.mentions) + _compared("question", questions, graph.questions)
    return Verdict(view.version, tuple(differences))


def _compared(what: str, kept: Mapping[str, object], folded: Mapping[str, object]) -> list[Text]:
    found = [
        _of(what, id_, "bewaard, en de uitspraken geven het niet", "kept, and the statements do not give it")
        for id_ in sorted(kept.keys() - folded.keys())
    ]
    found += [
        _of(what, id_, "volgt uit de uitspraken, en is niet bewaard", "given by the statements, and not kept")
        for id_ in sorted(folded.keys() - kept.keys())
    ]
    return found + [
        _of(
            what,
            id_,
            "anders bewaard dan de uitspraken het geven",
            "kept otherwise than the statements give it",
        )
        for id_ in sorted(kept.keys() & folded.keys())
        if kept[id_] != folded[id_]
    ]


def _altered(what: str, id_: str) -> Text:
    return _of(what, id_, "de inhoud ontbreekt of is veranderd", "its content is missing or altered")


def _of(what: str, id_: str, nl: str, en: str) -> Text:
    return Text(f"{_DUTCH.get(what, what)} {id_}: {nl}", f"{what} {id_}: {en}")
