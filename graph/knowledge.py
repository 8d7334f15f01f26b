"""Knowledge that adds up: everything that may change a store, and what it says of itself."""

from __future__ import annotations

import datetime
import getpass
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph.bulk import many_objects
from graph.bundle import Bundle, Loaded
from graph.changes import JUDGEMENT, WITHDRAWN, Change, Part, standing
from graph.errors import Contradiction, Refused, Unknown
from graph.fold.order import Corrections
from graph.judgements import Judgement, refuse_contradiction
from graph.loading import (
    check_judgement,
    parts_of_load,
    plan_load,
    refuse_contradicting,
    refuse_half_withdrawn,
    undoing,
)
from graph.preview import Preview, preview
from graph.refold import work_out
from graph.statements import CORRECTIONS, Statement
from graph.store import Store, View, Writer
from graph.texts import Text
from graph.values import texts
from graph.words import Words

HAND = "hand"
"""The origin of what a person enters directly rather than by a file."""


@dataclass(frozen=True, slots=True)
class Load:
    """The report of one load; `change` is None when nothing changed."""

    sources: Sequence[Loaded]
    change: Change | None
    version: int


class Knowledge:
    """What may be done to a store: load, withdraw, judge, undo. `by` is who does it."""

    def __init__(self, store: Store, words: Words, by: str = "") -> None:
        self.store = store
        self.words = words
        self.by = by or _somebody()

    def load(self, bundle: Bundle, *, named: bool = True, strict: bool = False) -> Load:
        """Let the store hold what this file says now, and no longer what it said before.

        `named` says that somebody asked for this source by name; then a withdrawn one comes
        back. With `strict` one refusal keeps everything out. One load is one change; a load
        that changes nothing makes none.
        """
        with many_objects(), self.store.writing() as writer:
            return self._load(writer, bundle, f"load {bundle.origin}", named=named, strict=strict)

    def amend(self, origin: str, edit: Callable[[View], Bundle], why: str) -> Load:
        """Let an origin hold what `edit` makes of what it holds now, so that nothing that others add meanwhile is lost.

        Nothing is written when a statement of it breaks a rule: raises `Refused` with the first; and `Contradiction`
        when the origin was withdrawn, for it comes back only when it is named.
        """
        with many_objects(), self.store.writing() as writer:
            if (WITHDRAWN, origin, "") in writer.held(""):
                raise Contradiction(
                    f"De bron {origin} is ingetrokken; haal haar eerst terug: binck load {origin}",
                    f"The source {origin} is withdrawn; bring it back first: binck load {origin}",
                )
            done = self._load(writer, edit(writer), why, named=True, strict=True)
            for refusal in done.sources[0].refused:
                raise Refused(refusal.reason.nl, refusal.reason.en)
            return done

    def _load(self, writer: Writer, bundle: Bundle, why: str, *, named: bool, strict: bool) -> Load:
        plan = plan_load(bundle, writer, self.words, named=named, strict=strict)
        change = self._make(writer, why, plan.parts, plan.statements, plan.judgements)
        return Load([plan.report], change, writer.version)

    def preview(self, bundle: Bundle, *, named: bool = True, strict: bool = False) -> Preview:
        """What `load` would do to the store as it is now; nothing is written."""
        with many_objects(), self.store.reading() as view:
            plan = plan_load(bundle, view, self.words, named=named, strict=strict)
            effect = work_out(view, self.words, plan.parts, plan.statements, plan.judgements)
            return preview(bundle.origin, plan, effect, view)

    def withdraw(self, id_: str, why: str = "") -> Change:
        """Let a source or judgement no longer count, until it is named again.

        Raises `Unknown` when nothing in force has that id.
        """
        with self.store.writing() as writer:
            corrections = {s.id for s in writer.corrections()} if id_ == CORRECTIONS else set()
            gone = sorted(
                row
                for row in writer.held()
                if row[0] != WITHDRAWN and (row[2] == id_ or row[1] in corrections or row[:2] == (JUDGEMENT, id_))
            )
            if not gone or id_ == HAND:
                known = ", ".join(writer.sources()) or "-"
                raise Unknown(
                    f"Er geldt geen bron of oordeel {id_!r}; bronnen: {known}; binck history toont oordelen",
                    f"No source or judgement {id_!r} is in force; sources: {known}; binck history shows judgements",
                )
            parts = [Part(True, WITHDRAWN, id_, ""), *(Part(False, *row) for row in gone)]
            return self._made(self._make(writer, why or f"withdraw {id_}", parts, {}, {}))

    def withdrawn(self) -> set[str]:
        """Sources and judgements that were withdrawn and not named since."""
        with self.store.reading() as view:
            return {id_ for what, id_, _ in view.held("") if what == WITHDRAWN}

    def bring_back(self, id_: str) -> Change:
        """Let a withdrawn source or judgement count again as it did when it was withdrawn.

        What another withdrawal keeps out stays out. Raises `Unknown` when `id_` is not
        withdrawn, `Contradiction` when judgements would contradict.
        """
        with self.store.writing() as writer:
            marks = {mark for what, mark, _ in writer.held("") if what == WITHDRAWN}
            mark = Part(True, WITHDRAWN, id_, "")
            change = next((c for c in reversed(writer.changes()) if mark in c.parts), None)
            if id_ not in marks or change is None:
                raise Unknown(f"{id_!r} is niet ingetrokken", f"{id_!r} is not withdrawn")
            parts = [
                part
                for part in undoing(change.parts)
                if part.what == WITHDRAWN or not ({part.id, part.origin} & (marks - {id_}))
            ]
            back = {part.id for part in parts if part.added and part.what == JUDGEMENT}
            refuse = Text(f"{id_} terughalen kan niet", f"{id_} cannot be brought back")
            refuse_contradicting([*writer.judgements(), *writer.judgements_by_id(back)], refuse)
            return self._made(self._make(writer, f"load {id_}", parts, {}, {}))

    def judge(self, verdict: str, a: str, b: str, why: str) -> tuple[Judgement, Change | None]:
        """Judge two mentions; None for the change when this judgement is in force already.

        Raises `Unknown` for an address that no source mentions, `Refused` or `Contradiction`.
        """
        judgement = Judgement(verdict, a, b, texts(why))
        with self.store.writing() as writer:
            kinds = {mention.id: mention.kind for mention in writer.mentions([a, b])}
            for mention in (a, b):
                if mention not in kinds:
                    raise Unknown(f"Geen bron noemt {mention!r}", f"No source mentions {mention!r}")
            check_judgement(judgement, kinds)
            if writer.holders([judgement.id]):
                return judgement, None
            refuse_contradiction(judgement, writer.judgements())
            marked = (WITHDRAWN, judgement.id, "") in writer.held("")
            parts = parts_of_load(HAND, {judgement.id: JUDGEMENT}, set(), [judgement.id] if marked else [])
            doubts = {
                j.id for j in writer.judgements() if j.verdict == "unsure" and (j.a, j.b) == (judgement.a, judgement.b)
            }
            replaced = writer.holders(doubts)
            parts += [
                Part(False, JUDGEMENT, id_, origin) for id_ in sorted(replaced) for origin in sorted(replaced[id_])
            ]
            change = self._make(writer, f"judge {verdict}: {why}", parts, {}, {judgement.id: judgement})
            return judgement, change

    def undo(self, change_id: str, why: str = "") -> Change:
        """Take a change back by a new one.

        Raises `Unknown`, or `Contradiction` when a later change touched the same statements or
        judgements, when it was taken back already, or when judgements would contradict or a
        withdrawn source would hold something.
        """
        with self.store.writing() as writer:
            changes = writer.changes()
            change = next((c for c in changes if c.id == change_id), None)
            if change is None:
                raise Unknown(
                    f"Er is geen wijziging {change_id!r}; binck history toont ze",
                    f"There is no change {change_id!r}; see binck history",
                )
            if changes[-1] is not change:
                _refuse_touched(change, changes)
            parts = undoing(change.parts)
            refuse_half_withdrawn(writer, parts, change_id)
            ids = set(change.ids(JUDGEMENT, False))
            restored = writer.judgements_by_id(ids)
            gone = set(change.ids(JUDGEMENT, True))
            if restored:
                refuse = Text(f"wijziging {change_id} terugdraaien kan niet", f"change {change_id} cannot be undone")
                refuse_contradicting([*(j for j in writer.judgements() if j.id not in gone), *restored], refuse)
            return self._made(self._make(writer, why or f"undo {change_id}", parts, {}, {}, undoes=change_id))

    def _make(
        self,
        writer: Writer,
        why: str,
        parts: Sequence[Part],
        statements: dict[str, Statement],
        judgements: dict[str, Judgement],
        undoes: str = "",
    ) -> Change | None:
        """Append a change with what it does to the graph; nothing when it has no parts."""
        if not parts:
            return None
        effect = work_out(writer, self.words, parts, statements, judgements)
        change = Change.after(writer.last_change, _now(), self.by, why, parts, undoes)
        writer.append(change, effect.added.values(), judgements.values(), effect.delta)
        return change

    @staticmethod
    def _made(change: Change | None) -> Change:
        if change is None:
            raise Refused("Er verandert niets", "Nothing would change")
        return change


def waiting_corrections(view: View, words: Words) -> list[Statement]:
    """Corrections in force that mend nothing yet: their statement is absent, or cannot take the value."""
    corrections = view.corrections()
    targets = view.statements({c.of for c in corrections})
    holders = view.holders(s.id for s in targets)
    return Corrections([*corrections, *(s for s in targets if s.id in holders)], words).waiting


def _refuse_touched(change: Change, changes: list[Change]) -> None:
    later = standing(changes[changes.index(change) + 1 :])
    undone = next((c.id for c in later if c.undoes == change.id), "")
    if undone:
        raise Contradiction(
            f"Wijziging {change.id} is al teruggedraaid door {undone}",
            f"Change {change.id} was undone already by {undone}",
        )
    touched = {(part.what, part.id) for part in change.parts}
    for other in later:
        if touched & {(part.what, part.id) for part in other.parts}:
            raise Contradiction(
                f"Wijziging {change.id} kan niet terug: {other.id} ({other.why}) raakte dat later; draai die terug",
                f"Change {change.id} cannot be undone: {other.id} ({other.why}) later touched the same; undo that",
            )


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _somebody() -> str:
    try:
        return getpass.getuser().encode("utf-8", "replace").decode()
    except (OSError, KeyError, ImportError):
        return "-"
