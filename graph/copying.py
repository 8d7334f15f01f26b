"""A whole store into another, empty one: its history, all that was ever said, and the graph it adds up to."""

from __future__ import annotations

from dataclasses import dataclass

from graph.bulk import many_objects
from graph.changes import JUDGEMENT, STATEMENT
from graph.errors import Refused
from graph.model import Graph
from graph.progress import Progress, silent
from graph.store import Delta, Store, View


@dataclass(frozen=True, slots=True)
class Copied:
    """How many changes, statements and judgements, those no longer in force included."""

    changes: int = 0
    statements: int = 0
    judgements: int = 0


def copy_store(source: Store, target: Store, progress: Progress = silent) -> Copied:
    """Let `target` hold exactly what `source` holds; changes keep their ids, times and authors.

    All or nothing: it is one writing, so a copy that was cut off can simply be begun again.
    Raises `Refused` when the target holds something. An empty source leaves the target as it is.
    """
    with many_objects(), source.reading() as view:
        changes = view.changes()
        if not changes:
            return Copied()
        with target.writing() as writer:
            if writer.version:
                raise Refused(
                    f"{target.url} bevat al iets (versie {writer.version}); noem een lege opslag",
                    f"{target.url} holds something already (version {writer.version}); name an empty store",
                )
            seen: set[str] = set()
            counts = {STATEMENT: 0, JUDGEMENT: 0}
            for place, change in enumerate(changes, 1):
                progress(change.why, place - 1, len(changes))
                new = {what: set(change.ids(what)) - seen for what in counts}
                seen |= new[STATEMENT] | new[JUDGEMENT]
                statements, judgements = view.statements(new[STATEMENT]), view.judgements_by_id(new[JUDGEMENT])
                counts[STATEMENT] += len(statements)
                counts[JUDGEMENT] += len(judgements)
                delta = Delta(put=_graph(view)) if place == len(changes) else Delta()
                writer.append(change, statements, judgements, delta)
        progress("", len(changes), len(changes))
        return Copied(len(changes), counts[STATEMENT], counts[JUDGEMENT])


def _graph(view: View) -> Graph:
    entities = {entity.id: entity for entity in view.entities()}
    return Graph(
        {mention.id: mention for mention in view.mentions_of(entities)},
        entities,
        {tie.id: tie for tie in view.ties()},
        {question.id: question for question in view.questions()},
    )
