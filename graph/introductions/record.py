"""Recording the life of a proposal: each step is a change that can be taken back."""

from __future__ import annotations

from collections.abc import Sequence

from graph.bundle import Bundle
from graph.changes import Change
from graph.errors import Refused, Unknown
from graph.introductions.book import Book, Party
from graph.introductions.steps import DECLINED, INTRODUCTIONS, LATER, LED_TO, MADE, MET, STEPS, check_step
from graph.knowledge import Knowledge
from graph.store import View
from graph.texts import Text
from graph.words import Words


def record(
    knowledge: Knowledge,
    one: Party,
    other: Party,
    step: str,
    day: str,
    today: str,
    *,
    by: Party | None = None,
    rules: Sequence[str] = (),
    tie: str = "",
    thing: Party | None = None,
) -> Change | None:
    """Let the source of introductions tell of a step of two, who need no introduction before; None for nothing new.

    `day` is that of the step, or, put off, the day on which it comes back; `by` who made it; `rules` are those that
    proposed it. What it led to is a `tie` between the two of that kind, or a `thing`: an activity or project that
    follows from it. A step that is recorded again has the new day. Raises `Refused`, and `Unknown` for an address.
    """

    def edit(view: View) -> Bundle:
        book = Book(view)
        its = book.introduction_of(one.address, other.address)
        check_step(step, day, book.steps(its), today)
        its = its or book.begin(one, other, rules)
        if step == LED_TO:
            _led_to(book, knowledge.words, its, (one, other), tie, thing, day, today)
            return book.bundle()
        book.set(its, step, day)
        if step in (MADE, MET, DECLINED):
            book.drop(its, LATER)
        if step == MADE and by:
            book.tie(book.mention(by), "arranged", its)
        return book.bundle()

    return knowledge.amend(INTRODUCTIONS, edit, f"introduction {step}").change


def take_back(knowledge: Knowledge, one: str, other: str, step: str, tie: str = "") -> Change | None:
    """Let two, by their addresses, no longer have a step.

    Of what it led to `tie` is the tie statement that tells which; where there is one only it may be left out. With
    its last step an introduction is gone. Raises `Unknown` where there is no such step, and `Refused` while
    later ones rest on it.
    """

    def edit(view: View) -> Bundle:
        book = Book(view)
        its = book.introduction_of(one, other)
        steps = book.steps(its)
        led = [said.id for said in book.led_to(its)]
        if step == LED_TO and (tie in led or (len(led) == 1 and not tie)):
            del book.statements[tie or led[0]]
            return book.bundle()
        if step not in steps:
            name = STEPS.get(step, Text(step, step))
            raise Unknown(
                f"Van deze introductie is niet vastgelegd: {name.nl}",
                f"Of this introduction is not recorded: {name.en}",
            )
        if step == MADE and (MET in steps or led):
            raise Refused(
                "wat daarna kwam, rust hierop; neem dat eerst terug",
                "what came after it rests on this; take that back first",
            )
        book.drop(its, step)
        return book.bundle()

    return knowledge.amend(INTRODUCTIONS, edit, f"introduction {step} taken back").change


def kinds_between(words: Words, one: str, other: str) -> list[str]:
    """The kinds of tie that may arise between two of these kinds, in the order of the words."""
    return [name for name, kind in words.ties.items() if kind.joins and {(one, other), (other, one)} & kind.pairs]


def _led_to(
    book: Book,
    words: Words,
    its: str,
    pair: tuple[Party, Party],
    tie: str,
    thing: Party | None,
    day: str,
    today: str,
) -> None:
    one, other = pair
    if thing:
        book.tie(book.mention(thing), "follows_from", its, start=day)
        return
    allowed = kinds_between(words, one.kind, other.kind)
    if tie not in allowed:
        raise Refused(
            f"{tie!r} is geen band tussen deze twee; kies uit {', '.join(allowed)}",
            f"{tie!r} is no tie between these two; choose from {', '.join(allowed)}",
        )
    if (one.kind, other.kind) not in words.ties[tie].pairs:
        one, other = other, one
    from_, to = (book.end(its, party.address) for party in (one, other))
    book.tie(from_, tie, to, start=day, as_of="" if day else today)
