"""Which statements of a bundle may go in, and what a load changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.bundle import Bundle, Loaded, Refusal
from graph.changes import JUDGEMENT, STATEMENT, WITHDRAWN, Part
from graph.errors import Contradiction, Refused
from graph.judgements import VERDICTS, Judgement, contradiction, refuse_contradiction
from graph.rules import Context, check, check_period, fits
from graph.statements import CORRECTION, CORRECTIONS, MENTION, PROPERTY, SOURCE, TIE, Statement, source_of
from graph.store import View
from graph.texts import Text
from graph.values import texts
from graph.words import Words

_FIRST = {SOURCE: 0, MENTION: 1, TIE: 3, CORRECTION: 5}
_LATER = {"property": 2, "tie_property": 4}
_PLACE = _FIRST | _LATER


@dataclass(slots=True)
class Plan:
    """What loading a bundle would do: its report, the parts of the change, and the content that may go in."""

    report: Loaded
    parts: list[Part] = field(default_factory=list)
    statements: dict[str, Statement] = field(default_factory=dict)
    judgements: dict[str, Judgement] = field(default_factory=dict)


def plan_load(bundle: Bundle, view: View, words: Words, *, named: bool, strict: bool) -> Plan:
    """Work out what a load would change, and change nothing; `named` and `strict` as `Knowledge.load` has them."""
    marks = {id_ for what, id_, _ in view.held("") if what == WITHDRAWN}
    unmark = marks & {bundle.origin} if named else set()
    held = view.held(bundle.origin)
    report = Loaded(bundle.origin, refused=list(bundle.refused))
    if bundle.origin in marks - unmark:
        report.set_aside = len(bundle.statements) + len(bundle.judgements)
        return Plan(report)
    known = {id_ for what, id_, _ in held if what == STATEMENT}
    accepted, refused = acceptable(bundle, known, view, words)
    report.refused += refused
    aside = marks & {judgement.id for judgement in bundle.judgements}
    aside |= _replaced(bundle, view) - {id_ for _, id_, _ in held}
    judgements, refused = acceptable_judgements(bundle, accepted, view, aside)
    report.refused += refused
    if strict and report.refused:
        report.unchanged = len(held)
        return Plan(report)
    wanted = {id_: STATEMENT for id_, s in accepted.items() if s.source not in marks - unmark}
    wanted |= dict.fromkeys(judgements, JUDGEMENT)
    report.set_aside = len(aside) + len(accepted) + len(judgements) - len(wanted)
    untouched = {id_: what for what, id_, _ in held if id_ in bundle.untouched}
    parts = parts_of_load(bundle.origin, wanted | untouched, held, unmark)
    report.added = sum(part.added for part in parts)
    report.withdrawn = sum(not part.added and part.what != WITHDRAWN for part in parts)
    report.unchanged = len(wanted) - report.added
    return Plan(report, parts, accepted, judgements)


def _replaced(bundle: Bundle, view: View) -> set[str]:
    """The doubts of a bundle on pairs that somebody has judged since."""
    judged = {(j.a, j.b) for j in view.judgements() if j.verdict != "unsure"}
    return {j.id for j in bundle.judgements if j.verdict == "unsure" and (j.a, j.b) in judged}


def acceptable(bundle: Bundle, known: set[str], view: View, words: Words) -> tuple[dict[str, Statement], list[Refusal]]:
    """The statements of a bundle that keep the rules, and a refusal for each that does not.

    Those in `known` are in the store already and were checked then; they are checked again when
    what they hang on is new or gone. What hangs on something refused is refused with it.
    """
    accepted: dict[str, Statement] = {}
    refused: list[Refusal] = []
    context = Context()
    settled = _settled(bundle.statements, known)
    for statement in sorted(bundle.statements, key=lambda s: _PLACE.get(s.form, 9)):
        if statement.id not in known or not _hangs_on(statement, settled, accepted):
            try:
                _check_owner(statement, bundle)
                check(statement, context, words)
                if statement.form == CORRECTION:
                    _check_target(statement, accepted, context, view, words, bundle)
            except Refused as error:
                refused.append(bundle.refuse(statement.id, error.message))
                continue
        context.add(statement)
        accepted[statement.id] = statement
    return accepted, refused


def _settled(statements: Iterable[Statement], known: set[str]) -> set[str]:
    """The mentions of which nothing is new; none when the source has another number of lines."""
    settled = {s.subject for s in statements if s.form == MENTION and s.id in known}
    for statement in statements:
        if statement.id not in known:
            if statement.form == SOURCE and statement.word == "lines":
                return set()
            if statement.form in (MENTION, PROPERTY):
                settled.discard(statement.subject)
    return settled


def _hangs_on(statement: Statement, settled: set[str], accepted: dict[str, Statement]) -> bool:
    """Whether a statement hangs on nothing but what was there when it was checked before."""
    match statement.form:
        case "source" | "correction":
            return True
        case "tie":
            return statement.subject in settled and statement.object in settled
        case "tie_property":
            return statement.of in accepted and statement.subject in settled
    return statement.subject in settled


def _check_owner(statement: Statement, bundle: Bundle) -> None:
    """A file speaks for itself alone, corrections apart."""
    if statement.form != CORRECTION and statement.source != bundle.origin:
        raise Refused(
            f"dit bestand spreekt voor {bundle.origin!r}, niet voor {statement.source!r}",
            f"this file speaks for {bundle.origin!r}, not for {statement.source!r}",
        )


def _check_target(
    correction: Statement, accepted: dict[str, Statement], context: Context, view: View, words: Words, bundle: Bundle
) -> None:
    target = accepted.get(correction.of)
    if target is None:
        target = next(iter(view.statements([correction.of])), None)
    if target is not None:
        known = [mention.kind for mention in view.mentions([target.subject])] if target.form == PROPERTY else []
        fits(correction, target, words, context.kinds.get(target.subject) or next(iter(known), ""))
        if correction.word in ("start", "end"):
            _check_mended_period(target, accepted, bundle)


def _check_mended_period(target: Statement, accepted: dict[str, Statement], bundle: Bundle) -> None:
    """What all corrections of this file make of a period must not end before it begins."""
    if target.form == TIE:
        said = [(target.id, key, value) for key, value in target.properties]
    elif target.form == PROPERTY:
        own = [s for s in accepted.values() if s.form == PROPERTY and s.subject == target.subject]
        said = [(s.id, s.word, s.value) for s in own]
    else:
        return
    right = {(s.of, s.word): s.value for s in bundle.statements if s.form == CORRECTION}
    period = {key: str(right.get((id_, key), value)) for id_, key, value in reversed(said)}
    if target.form == TIE:
        period |= {key: str(value) for (of, key), value in right.items() if of == target.id}
    check_period(period)


def acceptable_judgements(
    bundle: Bundle, accepted: dict[str, Statement], view: View, aside: set[str]
) -> tuple[dict[str, Judgement], list[Refusal]]:
    """The judgements of a bundle that may stand beside those of others, and refusals for the rest.

    Those `aside` are withdrawn by name: they stay out and contradict nothing. Those that this
    file holds already come first, and stay whatever other sources have come to mention since.
    """
    if not bundle.judgements:
        return {}, []
    own = {id_ for what, id_, _ in view.held(bundle.origin) if what == JUDGEMENT}
    foreign = {id_ for id_, origins in view.holders(own).items() if origins != {bundle.origin}}
    standing = [j for j in view.judgements() if j.id not in own or j.id in foreign]
    ends = {m for j in bundle.judgements for m in (j.a, j.b)}
    here = {s.subject: s.word for s in accepted.values() if s.form == MENTION}
    kinds = here | {m.id: m.kind for m in view.mentions(ends) if source_of(m.id) != bundle.origin}
    kept: dict[str, Judgement] = {}
    refused = []
    # one by one only when all together contradict
    doubtful = contradiction([*standing, *bundle.judgements]) is not None
    for judgement in sorted(bundle.judgements, key=lambda j: j.id not in own):
        if judgement.id in aside:
            continue
        try:
            _check_judgement(judgement, here if judgement.id in own else kinds, bundle.origin)
            if doubtful:
                refuse_contradiction(judgement, [*standing, *kept.values()])
        except (Refused, Contradiction) as error:
            refused.append(bundle.refuse(judgement.id, error.message))
        else:
            kept[judgement.id] = judgement
    return kept, refused


def _check_judgement(judgement: Judgement, kinds: dict[str, str], origin: str) -> None:
    check_judgement(judgement, kinds)
    for mention in (judgement.a, judgement.b):
        if source_of(mention) == origin and mention not in kinds:
            raise Refused(
                f"{mention!r} is in deze bron niet genoemd, of is geweigerd",
                f"{mention!r} is not mentioned in this source, or was refused",
            )


def check_judgement(judgement: Judgement, kinds: dict[str, str]) -> None:
    """Raises `Refused` unless this is a verdict on two mentions that can be one thing."""
    if judgement.verdict not in VERDICTS:
        raise Refused(f"een oordeel is {', '.join(VERDICTS)}", f"a judgement is {', '.join(VERDICTS)}")
    texts(judgement.why)
    if judgement.a == judgement.b:
        raise Refused(f"{judgement.a!r} met zichzelf vergeleken", f"{judgement.a!r} compared with itself")
    a, b = kinds.get(judgement.a), kinds.get(judgement.b)
    if judgement.verdict == "same" and a and b and a != b:
        raise Refused(
            f"{judgement.a} is {a} en {judgement.b} is {b}; alleen gelijke soorten zijn hetzelfde",
            f"{judgement.a} is {a} and {judgement.b} is {b}; only equal kinds are the same",
        )


def parts_of_load(
    origin: str, wanted: dict[str, str], held: set[tuple[str, str, str]], unmark: Iterable[str]
) -> list[Part]:
    """What changes when `origin` holds `wanted` (what by id) instead of what it held."""
    marks = [Part(False, WITHDRAWN, id_, "") for id_ in sorted(unmark)]
    if not held:
        return marks + [Part(True, wanted[id_], id_, origin) for id_ in sorted(wanted)]
    now = {(what, id_) for id_, what in wanted.items()}
    before = {(what, id_) for what, id_, _ in held if what != WITHDRAWN}
    parts = marks + [Part(False, what, id_, origin) for what, id_ in sorted(before - now)]
    return parts + [Part(True, what, id_, origin) for what, id_ in sorted(now - before)]


def undoing(parts: Iterable[Part]) -> list[Part]:
    """The opposite of these parts, last first."""
    return [part._replace(added=not part.added) for part in reversed(list(parts))]


def refuse_contradicting(judgements: Iterable[Judgement], what: Text) -> None:
    """Raises `Contradiction` when these judgements, which would be in force together, contradict."""
    found = contradiction(judgements)
    if found:
        against, chain = found
        ids = ", ".join(j.id for j in (against, *chain))
        raise Contradiction(
            f"{what.nl}: de oordelen {ids} zouden elkaar tegenspreken; trek er eerst een in",
            f"{what.en}: the judgements {ids} would contradict; withdraw one of them first",
        )


def refuse_half_withdrawn(view: View, parts: Iterable[Part], change_id: str) -> None:
    """Raises `Contradiction` when these parts would leave something in force that is withdrawn until it is named."""
    parts = list(parts)
    held = view.held()
    for part in parts:
        (held.add if part.added else held.discard)((part.what, part.id, part.origin))
    marks = {id_ for what, id_, _ in held if what == WITHDRAWN}
    mended = {s.id for s in view.corrections()} if CORRECTIONS in marks else set()
    mended |= {
        s.id for s in view.statements(part.id for part in parts) if CORRECTIONS in marks and s.form == CORRECTION
    }
    for what, id_, origin in sorted(held) if marks else ():
        named = {id_, origin, CORRECTIONS if id_ in mended else ""} & marks
        if what != WITHDRAWN and named:
            withdrawn = min(named)
            raise Contradiction(
                f"Wijziging {change_id} kan niet terug: {withdrawn} is ingetrokken en zou toch gelden; noem die eerst",
                f"Change {change_id} cannot be undone: {withdrawn} is withdrawn and would still hold; name it first",
            )
