"""Folds everything from nothing and compares it with what the store keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.changes import JUDGEMENT, STATEMENT
from graph.fold import fold
from graph.statements import Statement
from graph.store import View
from graph.words import Words


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the store agrees with itself; each difference names what it is about."""

    version: int
    differences: tuple[str, ...]

    @property
    def ok(self) -> bool:
        return not self.differences


def verify(view: View, words: Words) -> Verdict:
    """Compare a store's graph with the fold of its statements, and its statements with its history."""
    differences: list[str] = []
    held: set[tuple[str, str, str]] = set()
    ever: set[str] = set()
    last = ""
    for change in view.changes():
        if type(change).after(last, change.at, change.by, change.why, change.parts, change.undoes).id != change.id:
            differences.append(f"change {change.id}: its id is not that of its content")
        last = change.id
        for part in change.parts:
            (held.add if part.added else held.discard)((part.what, part.id, part.origin))
        ever.update(change.ids(STATEMENT))
    differences += [
        f"{what} {id_}: held by {origin!r}, not as its history says" for what, id_, origin in sorted(held ^ view.held())
    ]
    statements: dict[str, Statement] = {statement.id: statement for statement in view.in_force()}
    wanted = {id_ for what, id_, _ in held if what == STATEMENT}
    differences += [f"statement {id_}: its content is missing or altered" for id_ in sorted(wanted ^ statements.keys())]
    past = {statement.id for statement in view.statements(ever - wanted)}
    differences += [f"statement {id_}: its content is missing or altered" for id_ in sorted(past - ever)]
    judgements = {judgement.id: judgement for judgement in view.judgements()}
    wanted = {id_ for what, id_, _ in held if what == JUDGEMENT}
    differences += [f"judgement {id_}: its content is missing or altered" for id_ in sorted(wanted ^ judgements.keys())]
    graph = fold(statements.values(), judgements.values(), words)
    entities = {entity.id: entity for entity in view.entities()}
    ties = {tie.id: tie for tie in view.ties()}
    questions = {question.id: question for question in view.questions()}
    mentions = {mention.id: mention for mention in (*view.mentions(graph.mentions), *view.mentions_of(entities))}
    misnamed = [id_ for id_, _, name, _ in view.entity_rows() if entities[id_].name != name]
    differences += [f"entity {id_}: kept under another name" for id_ in misnamed]
    differences += _compared("entity", entities, graph.entities) + _compared("tie", ties, graph.ties)
    differences += _compared("mention", mentions, graph.mentions) + _compared("question", questions, graph.questions)
    return Verdict(view.version, tuple(differences))


def _compared(what: str, kept: Mapping[str, object], folded: Mapping[str, object]) -> list[str]:
    lines = [f"{what} {id_}: kept, and the statements do not give it" for id_ in sorted(kept.keys() - folded.keys())]
    lines += [f"{what} {id_}: given by the statements, and not kept" for id_ in sorted(folded.keys() - kept.keys())]
    both = sorted(kept.keys() & folded.keys())
    return lines + [
        f"{what} {id_}: kept otherwise than the statements give it" for id_ in both if kept[id_] != folded[id_]
    ]
