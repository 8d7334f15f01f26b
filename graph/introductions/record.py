"""Recording the life of a proposal: each step is a change that can be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.bundle import Bundle
from graph.changes import Change
from graph.dates import Date
from graph.errors import Refused, Unknown
from graph.introductions.book import Book, Party
from graph.introductions.steps import INTRODUCTIONS, LED_TO, MADE, MET, STEPS, check_step
from graph.knowledge import Knowledge
from graph.store import View
from graph.texts import Text
from graph.words import Words

_INTRODUCING = "introduced"
"""The tie of who brings somebody in touch: no tie that comes of having been brought in touch."""

_CAME = Text("wat ervan kwam", "what came of it")


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
    introduction: str = "",
) -> Change | None:
    """Let the source of introductions tell of a step of two, who need no introduction before; None for nothing new.

    `day` is that of the step, or, put off, the day on which it comes back; `by` who made it; `rules` are those that
    proposed it. What it led to is a `tie` between the two of that kind, or a `thing`: an activity or project that
    follows from it. A step that is recorded again has the new day, and who made it stays unless `by` says otherwise.
    `introduction` is the address of the one that is meant where two have several, as when two people who were each
    introduced to her turned out to be one. Raises `Refused`, and `Unknown` for an address.
    """

    def edit(view: View) -> Bundle:
        book = Book(view)
        its = book.the_one(one.address, other.address, introduction)
        check_step(step, day, book.steps(its), today)
        its = its or book.begin(one, other, rules)
        if step == LED_TO and thing:
            if book.end(its, thing.address):
                raise _itself(thing)
            _check_after(book, its, Text(thing.name, thing.name), book.period(thing.address))
            book.lead(book.mention(its, thing), "follows_from", its, day)
        elif step == LED_TO:
            _led_to(book, knowledge.words, its, (one, other), tie, day, today)
        else:
            book.put(its, step, day)
        if step == MADE and by:
            book.made_by(its, by)
        if step == MADE:
            for led in book.led_to(its):
                days = (dict(led.properties).get("start"), *book.period(led.subject if led.object == its else ""))
                _check_after(book, its, _CAME, days)
        return book.bundle()

    return knowledge.amend(INTRODUCTIONS, edit, f"introduction {step}").change


def take_back(
    knowledge: Knowledge, one: str, other: str, step: str, tie: str = "", introduction: str = ""
) -> Change | None:
    """Let two, by their addresses, no longer have a step.

    Of what it led to `tie` is the tie statement that tells which; where there is one only it may be left out. With
    its last step an introduction is gone. `introduction` is the address of the one that is meant where two have
    several. Raises `Unknown` where there is no such step, and `Refused` while later ones rest on it, or where it led
    to more than one thing and none is told.
    """

    def edit(view: View) -> Bundle:
        book = Book(view)
        if step == LED_TO:
            del book.statements[_led(book, book.introductions_of(one, other), tie)]
            return book.bundle()
        its = book.having(step, one, other, introduction)
        if not its:
            raise _not_recorded(step)
        if step == MADE and (MET in book.steps(its) or book.led_to(its)):
            raise Refused(
                "wat daarna kwam, rust hierop; neem dat eerst terug",
                "what came after it rests on this; take that back first",
            )
        book.drop(its, step)
        return book.bundle()

    return knowledge.amend(INTRODUCTIONS, edit, f"introduction {step} taken back").change


def _led(book: Book, known: Sequence[str], tie: str) -> str:
    """The statement of what one of these introductions led to."""
    led = [said.id for its in known for said in book.led_to(its)]
    if not led or (tie and tie not in led):
        raise _not_recorded(LED_TO)
    if not tie and len(led) > 1:
        raise Refused(f"dit leidde tot {len(led)} dingen; zeg welk", f"this led to {len(led)} things; tell which")
    return tie or led[0]


def _not_recorded(step: str) -> Unknown:
    name = STEPS.get(step, Text(step, step))
    return Unknown(
        f"Van deze introductie is niet vastgelegd: {name.nl}", f"Of this introduction is not recorded: {name.en}"
    )


def kinds_between(words: Words, one: str, other: str) -> list[str]:
    """The kinds of tie that may come of an introduction of two of these kinds, in the order of the words."""
    pairs = {(one, other), (other, one)}
    return [name for name, kind in words.ties.items() if kind.joins and pairs & kind.pairs and name != _INTRODUCING]


def _led_to(book: Book, words: Words, its: str, pair: tuple[Party, Party], tie: str, day: str, today: str) -> None:
    one, other = pair
    allowed = kinds_between(words, one.kind, other.kind)
    if tie not in allowed:
        raise Refused(
            f"{tie!r} is geen band tussen deze twee; kies uit {', '.join(allowed)}",
            f"{tie!r} is no tie between these two; choose from {', '.join(allowed)}",
        )
    if (one.kind, other.kind) not in words.ties[tie].pairs:
        one, other = other, one
    from_, to = (book.end(its, party.address) for party in (one, other))
    book.lead(from_, tie, to, day, "" if day else today, symmetric=words.ties[tie].symmetric)


def _itself(thing: Party) -> Refused:
    return Refused(
        f"{thing.name} is wie of wat werd geïntroduceerd, en volgt daar niet uit",
        f"{thing.name} is who or what was introduced, and does not follow from it",
    )


def _check_after(book: Book, its: str, name: Text, days: Iterable[object]) -> None:
    """Raises `Refused` where a day of what an introduction led to lies before that on which it was made."""
    made = book.steps(its)[MADE]
    for day in days:
        if day and Date.parse(str(day)).surely_before(Date.parse(made)):
            raise Refused(
                f"{name.nl} is van {day}, voor de introductie van {made}, en volgt daar niet uit",
                f"{name.en} is of {day}, before the introduction of {made}, and does not follow from it",
            )
