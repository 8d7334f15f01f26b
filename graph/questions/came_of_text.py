"""What `came-of` says: its words for what came, its sentence and caveats, for none, one and many."""

from __future__ import annotations

from collections import Counter

from graph.aftermath import (
    AGAIN,
    ANSWERED,
    EDITION,
    FOLLOWS,
    LED,
    LESSON,
    MADE,
    MET,
    PRESENTED,
    RAISED,
    RESULT,
    TIE,
    Aftermath,
)
from graph.dates import OPEN_END, OPEN_START, Date
from graph.model import Entity
from graph.network import NOT_HELD, Network
from graph.questions.base import Answer, some
from graph.telling import with_when
from graph.texts import Lang, Text, agreeing, counted, listed

STATES = {
    FOLLOWS: Text("(bouwt|bouwen) erop voort", "(builds|build) on it"),
    LED: Text("band die ervan kwam", "tie that came of it"),
    MET: Text("ontmoet", "met"),
    EDITION: Text("latere editie", "later edition"),
    MADE: Text("gemaakt", "made"),
    PRESENTED: Text("aangeboden aan", "handed over to"),
    RESULT: Text("resultaat", "result"),
    LESSON: Text("les", "lesson"),
    RAISED: Text("kennisvraag gesteld", "knowledge question raised"),
    ANSWERED: Text("kennisvraag beantwoord", "knowledge question answered"),
    TIE: Text("daarna: nieuwe band", "after it: new tie"),
    AGAIN: Text("daarna: weer samen", "after it: together again"),
}
"""In the order of the rows."""

_COUNTED = {
    FOLLOWS: (Text("vervolgstap", "follow-up"), Text("vervolgstappen", "follow-ups")),
    LED: (Text("band die ervan kwam", "tie that came of it"), Text("banden die ervan kwamen", "ties that came of it")),
    MET: (Text("ontmoeting", "meeting"), Text("ontmoetingen", "meetings")),
    EDITION: (Text("latere editie", "later edition"), Text("latere edities", "later editions")),
    MADE: (
        Text("ding dat er gemaakt werd", "thing made there"),
        Text("dingen die er gemaakt werden", "things made there"),
    ),
    PRESENTED: (Text("ontvanger", "recipient"), Text("ontvangers", "recipients")),
    RESULT: (Text("resultaat", "result"), Text("resultaten", "results")),
    LESSON: (Text("les", "lesson"), Text("lessen", "lessons")),
    RAISED: (
        Text("gestelde kennisvraag", "knowledge question raised"),
        Text("gestelde kennisvragen", "knowledge questions raised"),
    ),
    ANSWERED: (
        Text("beantwoorde kennisvraag", "knowledge question answered"),
        Text("beantwoorde kennisvragen", "knowledge questions answered"),
    ),
}
_INTRODUCTION = "introduction"
_SILENT_OF_IT = (
    ((MET,), Text("een ontmoeting", "a meeting")),
    ((FOLLOWS, LED), Text("wat ervan kwam", "what came of it")),
)
_SILENT = (
    ((FOLLOWS, EDITION), Text("een vervolg", "a follow-up")),
    ((RESULT,), Text("resultaten", "results")),
    ((LESSON,), Text("lessen", "lessons")),
    ((RAISED, ANSWERED), Text("kennisvragen", "knowledge questions")),
)


def sentence(network: Network, entity: Entity, answer: Answer, lang: Lang) -> str:
    """What the sources say came of it, by number and name, and then what came after it."""
    en = lang == "en"
    name = _introduction(entity, lang) if entity.kind == _INTRODUCTION else with_when(entity, lang)
    counts = Counter(str(row["state"]) for row in answer.rows)
    told = listed([counted(counts[state], *words, lang) for state, words in _COUNTED.items() if counts[state]], lang)
    parts = []
    status = str(entity.first("status") or "")
    declined = entity.first("declined")
    if status in NOT_HELD or declined:
        label = ("declined" if en else "afgewezen") if declined else network.words.choice("status", status, lang)
        parts.append(f"{name[0].upper()}{name[1:]} was {label}." if en else f"{name[0].upper()}{name[1:]} is {label}.")
        told = (
            f"All the same the sources tell of {told}." if told and en else told and f"Toch noemen de bronnen {told}."
        )
        nothing = _NOTHING_ANYWAY.say(lang)
    else:
        told = (
            f"Of {name} the sources tell {told}." if told and en else told and f"Van {name} noemen de bronnen {told}."
        )
        nothing = (
            f"What came of {name} the sources do not tell."
            if en
            else f"Wat er van {name} kwam vertellen de bronnen niet."
        )
    parts.append(told or nothing)
    follows = [str(row["name"]) for row in answer.rows if row["state"] in (FOLLOWS, EDITION)]
    if follows:
        verb = "Upon it followed" if en else f"Erop {'volgde' if len(follows) == 1 else 'volgden'}"
        parts.append(f"{verb} {some(follows, lang)}.")
    there = _THERE[entity.kind == _INTRODUCTION].say(lang)
    return " ".join([*parts, *_after(counts, there, lang)])


def _introduction(entity: Entity, lang: Lang) -> str:
    """An introduction by its name, and when it was made."""
    made = entity.first("start")
    day = f" ({Date.parse(str(made)).say(lang)})" if made else ""
    return f"{'the introduction' if lang == 'en' else 'de introductie'} {entity.name}{day}"


_NOTHING_ANYWAY = Text(
    "Dat er iets van kwam vertellen de bronnen niet.", "That anything came of it the sources do not tell."
)


_THERE = {False: Text("wie erbij waren", "those who were there"), True: Text("de twee", "the two")}
"""Between whom ties may come, of an introduction and of anything else."""


def _after(counts: Counter[str], there: str, lang: Lang) -> list[str]:
    """What only came after it."""
    en, ties, again = lang == "en", counts[TIE], counts[AGAIN]
    parts = []
    if ties:
        new = counted(ties, Text("nieuwe band", "new tie"), Text("nieuwe banden", "new ties"), lang)
        arose = f"{new} arose" if en else f"{agreeing('(ontstond|ontstonden)', ties > 1)} {new}"
        parts.append(f"{arose} {'between' if en else 'tussen'} {there}")
    if again:
        more = counted(again, Text("activiteit", "activity"), Text("activiteiten", "activities"), lang)
        them = ("of them" if en else "van hen") if ties else ("who were there" if en else "die erbij waren")
        parts.append(
            f"some {them} were together again at {more}" if en else f"waren enkelen {them} weer samen bij {more}"
        )
    if not parts:
        return []
    lead = "After it, which is not to say because of it," if en else "Daarna, en dat wil niet zeggen daardoor,"
    return [f"{lead} {listed(parts, lang)}."]


def caveats(network: Network, entity: Entity, found: Aftermath, answer: Answer, lang: Lang) -> list[str]:
    """What the sources are silent about, what cannot be dated, and what belongs to the whole."""
    en = lang == "en"
    notes = []
    states = {row["state"] for row in answer.rows}
    introduction = entity.kind == _INTRODUCTION
    silent = [what.say(lang) for some_, what in (_SILENT_OF_IT if introduction else _SILENT) if not states & set(some_)]
    if silent:
        names = listed(silent, lang)
        notes.append(
            f"Of {names} its sources say nothing; that does not say that there were none."
            if en
            else f"Over {names} zeggen de bronnen hierbij niets; dat zegt niet dat die er niet waren."
        )
    row = network.row_of(entity.id)
    if not found.dated:
        notes.append(
            "No date of it is known: what came after it cannot be said."
            if en
            else "Een datum is niet bekend: wat daarna kwam, is niet te zeggen."
        )
    elif not introduction and row is not None and network.last[row] == OPEN_END and network.first[row] != OPEN_START:
        notes.append(
            "No end of it is known: after it is here after its begin."
            if en
            else "Een einde is niet bekend: daarna is hier na het begin."
        )
    if found.undated:
        there = _THERE[introduction].say(lang)
        ties = counted(found.undated, Text("band", "tie"), Text("banden", "ties"), lang)
        they, came = ("it", "kwam") if found.undated == 1 else ("they", "kwamen")
        notes.append(
            f"Of {ties} between {there} no begin is known; whether {they} came after it cannot be said."
            if en
            else f"Van {ties} tussen {there} is geen begin bekend; of die daarna {came}, is niet te zeggen."
        )
    wholes = (
        []
        if row is None
        else [
            network.names[network.head[tie]] for tie in network.ties_at(row, "part_of") if int(network.tail[tie]) == row
        ]
    )
    if wholes:
        names = listed(sorted(wholes), lang)
        notes.append(
            f"It was part of {names}; what came of that is not here."
            if en
            else f"Het was deel van {names}; wat daarvan kwam staat hier niet bij."
        )
    return notes
