"""What the source of introductions says: read from a store, added to, and given back as a bundle."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from graph.bundle import Bundle
from graph.changes import JUDGEMENT, STATEMENT
from graph.errors import Refused, Unknown
from graph.introductions.steps import DECLINED, INTRODUCTIONS, MADE, PROPERTY
from graph.jsontext import Json
from graph.judgements import Judgement
from graph.statements import MENTION, SOURCE, TIE, Statement, mention_id, source_of
from graph.statements import PROPERTY as IS
from graph.store import View

_TITLE, _FORM = "Introducties", "form"
_WHY: Json = {"nl": "bij deze zelf vastgelegd", "en": "recorded at this very one"}


@dataclass(frozen=True, slots=True)
class Party:
    """Who or what an introduction is about: `address` is one of its mentions, empty for what no source names yet."""

    kind: str
    name: str
    address: str = ""


class Book:
    """The statements and judgements of the source, and which introductions are those of two.

    Each introduction has mentions of its own of whom it is about, so that to undo or take back one leaves all others
    whole. Somebody may have undone the change that named one, and left what later ones said of it. That is told again
    when she takes her undoing back; until then it is no part of what is known here, and nobody's to withdraw.
    """

    def __init__(self, view: View) -> None:
        held = view.held(INTRODUCTIONS)
        self._view = view
        said = view.statements(id_ for what, id_, _ in held if what == STATEMENT)
        known = {s.subject for s in said if s.form == MENTION}
        self.statements = {s.id: s for s in said if about(s) <= known}
        self._orphans = [s for s in said if s.form in (IS, TIE) and not about(s) <= known]
        judged = view.judgements_by_id(id_ for what, id_, _ in held if what == JUDGEMENT)
        self.judgements = {j.id: j for j in judged if _own(j) <= known}
        self._orphaned = {j.id for j in judged if not _own(j) <= known}

    def introductions_of(self, one: str, other: str) -> list[str]:
        """The addresses of the introductions of two, by any of their addresses.

        When those whom one brings together turned out to be one, that is found by her addresses. Raises `Unknown` for
        an address that no source has, and `Refused` for two of one entity that no introduction is about.
        """
        entity = self._entities((one, other))
        for address in (one, other):
            if address not in entity:
                raise Unknown(f"Geen bron noemt {address!r}", f"No source mentions {address!r}")
        wanted = set(entity.values())
        ends = {its: self._ends(its) for its in dict.fromkeys(t.subject for t in self._ties("brings_together"))}
        known = self._entities({end for some in ends.values() for end in some})
        found = sorted(its for its, some in ends.items() if {known.get(end) for end in some} == wanted)
        if len(wanted) < 2 and not found:
            raise _the_same(one, other)
        return found

    def the_one(self, one: str, other: str, named: str = "") -> str:
        """The introduction of two that a step is recorded of; empty where there is none yet.

        That `named` by its address; else one that was made, and not declined. Raises `Unknown` for an address that
        no source has or that is of no introduction of the two, and `Refused` for two of one entity.
        """
        found = self.introductions_of(one, other)
        if len(set(self._entities((one, other)).values())) < 2:
            raise _the_same(one, other)
        if named:
            return _among(found, named)
        live = [its for its in found if MADE in self.steps(its) and DECLINED not in self.steps(its)]
        return next(iter([*live, *found]), "")

    def having(self, step: str, one: str, other: str, named: str = "") -> str:
        """The introduction of two that has a step, that `named` by its address where one is; empty where none has it.

        Raises as `introductions_of`, and `Unknown` for an address that is of no introduction of the two.
        """
        found = self.introductions_of(one, other)
        return next((its for its in ([_among(found, named)] if named else found) if step in self.steps(its)), "")

    def steps(self, introduction: str) -> dict[str, str]:
        """The day of each step that an introduction has."""
        step_of = {word: step for step, word in PROPERTY.items()}
        return {
            step_of[s.word]: str(s.value)
            for s in self.statements.values()
            if s.form == IS and s.subject == introduction and s.word in step_of
        }

    def end(self, introduction: str, address: str) -> str:
        """The address in this source of the end of an introduction that this is an address of; empty for none."""
        return self._which(self._ends(introduction), address)

    def led_to(self, introduction: str) -> list[Statement]:
        """The ties by which an introduction led to something: one between the two, or of what follows from it.

        When the two turned out to be one, a tie between them tells nothing.
        """
        ends = self._ends(introduction)
        two = len(set(self._entities(ends).values())) > 1
        return [
            tie
            for tie in self._ties()
            if (two and {tie.subject, tie.object} == ends)
            or (tie.word == "follows_from" and tie.object == introduction)
        ]

    def period(self, address: str) -> tuple[str, str]:
        """The begin and end of what this is an address of, as far as any source tells; empty where none does."""
        for entity in self._view.entities(self._entities((address,)).values()):
            return str(entity.first("start") or ""), str(entity.first("end") or "")
        return "", ""

    def begin(self, one: Party, other: Party, rules: Iterable[str]) -> str:
        """A new introduction of two, by these rules; its address."""
        its = mention_id(INTRODUCTIONS, f"pair.{_hash(*sorted((one.address, other.address)))}")
        self._orphans = [s for s in self._orphans if its not in about(s)]
        self._add(Statement(MENTION, INTRODUCTIONS, its, "introduction", value=f"{one.name} – {other.name}"))
        for end in (one, other):
            self.tie(its, "brings_together", self.mention(its, end))
        for rule in rules:
            self._add(Statement(IS, INTRODUCTIONS, its, "rule", value=rule.replace("-", "_")))
        return its

    def mention(self, introduction: str, party: Party) -> str:
        """The address of somebody or something at an introduction, mentioned there when it was not."""
        own = mention_id(INTRODUCTIONS, f"{party.kind}.{_hash(introduction, party.address or party.name)}")
        here = [tie for tie in self._ties() if introduction in (tie.subject, tie.object)]
        known = self._which({end for tie in here for end in (tie.subject, tie.object)}, party.address)
        if known:
            return known
        self._add(Statement(MENTION, INTRODUCTIONS, own, party.kind, value=party.name))
        if party.address:
            for address in self._lasting(party.address):
                if address != own:
                    judgement = Judgement("same", own, address, _WHY)
                    self.judgements[judgement.id] = judgement
        return own

    def _which(self, own: Iterable[str], address: str) -> str:
        """Which of these addresses in this source is of the entity that another address is of; empty for none."""
        own = sorted(own)
        entity = self._entities((*own, address))
        return next((one for one in own if address in entity and entity.get(one) == entity[address]), "")

    def _lasting(self, address: str) -> list[str]:
        """The addresses to which a mention is judged the same: one of another source, else all that this one has."""
        if source_of(address) != INTRODUCTIONS:
            return [address]
        ids = sorted(mention.id for mention in self._view.mentions_of(self._entities((address,)).values()))
        return [id_ for id_ in ids if source_of(id_) != INTRODUCTIONS][:1] or ids

    def put(self, introduction: str, step: str, day: str) -> None:
        """Let a step have this day and no other."""
        self._forget_day(introduction, step)
        self._add(Statement(IS, INTRODUCTIONS, introduction, PROPERTY[step], value=day))

    def made_by(self, introduction: str, who: Party) -> None:
        """Let this be who made an introduction, and nobody else."""
        self._forget_maker(introduction)
        self.tie(self.mention(introduction, who), "arranged", introduction)

    def tie(self, from_: str, kind: str, to: str, start: str = "", as_of: str = "") -> None:
        own = (("start", start),) if start else ()
        self._add(Statement(TIE, INTRODUCTIONS, from_, kind, to, properties=own, as_of=as_of))

    def lead(self, from_: str, kind: str, to: str, start: str, as_of: str = "", *, symmetric: bool = False) -> None:
        """Let an introduction have led to this tie, in place of one that says the same of another day."""
        ways = {(from_, to), (to, from_)} if symmetric else {(from_, to)}
        self._forget(lambda s: s.form == TIE and s.word == kind and (s.subject, s.object) in ways)
        self.tie(from_, kind, to, start, as_of)

    def drop(self, introduction: str, step: str) -> None:
        """Let an introduction no longer have a step; who made it goes with its making."""
        self._forget_day(introduction, step)
        if step == MADE:
            self._forget_maker(introduction)

    def bundle(self) -> Bundle:
        """All that is left to say: of introductions with a step, and of what these are about."""
        steps = set(PROPERTY.values())
        kept = {s.subject for s in self.statements.values() if s.form == IS and s.word in steps}
        pairs = [self._ends(its) for its in kept]
        ties = [tie for tie in self._ties() if about(tie) & kept or about(tie) in pairs]
        named = {end for tie in ties for end in about(tie)}
        orphans = [s for s in self._orphans if not (s.form == TIE and about(s) <= named)]
        ties += [s for s in self._orphans if s not in orphans]
        named |= {end for s in orphans for end in about(s)}
        own = (("title", _TITLE), ("kind", _FORM)) if kept else ()
        statements = [Statement(SOURCE, INTRODUCTIONS, INTRODUCTIONS, word, value=value) for word, value in own]
        statements += [s for s in self.statements.values() if s.form == MENTION and s.subject in named]
        statements += [s for s in self.statements.values() if s.form == IS and s.subject in kept]
        judgements = [j for j in self.judgements.values() if _own(j) <= named]
        untouched = {s.id for s in orphans} | self._orphaned
        return Bundle(INTRODUCTIONS, [*statements, *ties], judgements, untouched=untouched)

    def _forget_day(self, introduction: str, step: str) -> None:
        self._forget(lambda s: s.form == IS and s.subject == introduction and s.word == PROPERTY[step])

    def _forget_maker(self, introduction: str) -> None:
        self._forget(lambda s: s.word == "arranged" and s.object == introduction)

    def _forget(self, which: Callable[[Statement], bool]) -> None:
        for s in [s for s in self.statements.values() if which(s)]:
            del self.statements[s.id]

    def _ends(self, introduction: str) -> set[str]:
        """The addresses in this source of those whom an introduction brings together."""
        return {tie.object for tie in self._ties("brings_together") if tie.subject == introduction}

    def _add(self, statement: Statement) -> None:
        self.statements[statement.id] = statement

    def _ties(self, *kinds: str) -> list[Statement]:
        return [s for s in self.statements.values() if s.form == TIE and (not kinds or s.word in kinds)]

    def _entities(self, addresses: Iterable[str]) -> dict[str, str]:
        """The entity of each of these mentions that is in force."""
        return {mention.id: mention.entity for mention in self._view.mentions(addresses)}


def about(statement: Statement) -> set[str]:
    """The mentions that a statement is about."""
    return {statement.subject, statement.object or statement.subject}


def _own(judgement: Judgement) -> set[str]:
    """The mentions of this source that a judgement is on."""
    return {address for address in (judgement.a, judgement.b) if source_of(address) == INTRODUCTIONS}


def _among(found: list[str], named: str) -> str:
    if named not in found:
        raise Unknown(
            f"De introductie {named!r} is er niet meer; lees de pagina opnieuw",
            f"The introduction {named!r} is there no more; read the page again",
        )
    return named


def _the_same(one: str, other: str) -> Refused:
    return Refused(f"{one} en {other} zijn dezelfde", f"{one} and {other} are the same")


def _hash(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
