"""A question with its blanks filled in, as a person would say it; for every door alike."""

from __future__ import annotations

from collections.abc import Mapping

from graph.asking import Reading
from graph.desk import Desk
from graph.errors import BinckError, Misasked
from graph.jsontext import Json
from graph.naming import SECTOR, SOURCE, WORD
from graph.network import Network
from graph.questions import Parameter, Question, question_named
from graph.questions.parameters import CHOICE, VERSION
from graph.texts import Lang, listed


def spoken(question: Question, given: Mapping[str, str], lang: Lang) -> str:
    """The question with its blanks filled in; its label with what was given when one stays empty."""
    given = {p.name: p.choices[p.default].say(lang) for p in question.parameters if p.default} | dict(given)
    if any(not given.get(p.name) for p in question.parameters):
        told = [value for p in question.parameters if (value := given.get(p.name)) and not p.default]
        return f"{question.label.say(lang)}: {', '.join(told)}" if told else question.label.say(lang)
    free = {p.name for p in question.parameters if p.free}
    text = question.asks.say(lang)
    for name, value in given.items():
        text = text.replace(f"{{{name}}}", value.removeprefix(f"{WORD}:") if name in free else value)
    return text


def shown(desk: Desk, network: Network, parameter: Parameter, text: str, lang: Lang) -> str:
    """What a person reads for a value: the label of a sector, the name for an id or word when that name is clear."""
    naming = desk.naming(network)
    try:
        named = parameter.read(text, naming)
        if named.kind == SECTOR:
            return network.words.choice(SECTOR, named.id, lang)
        if named.kind == CHOICE:
            return parameter.choices[named.id].say(lang)
        if named.kind == SOURCE:
            return named.name
        if named.kind == VERSION:
            return f"{'version' if lang == 'en' else 'versie'} {named.id}"
        again = parameter.read(named.name, naming)
    except BinckError:
        return text
    return named.name if again.id == named.id else text


def asked(desk: Desk, question: Question, given: Mapping[str, str], lang: Lang) -> str:
    """A question about these, in words; dots where something is still to be named."""
    network = desk.network()
    reads = {p.name: shown(desk, network, p, given[p.name], lang) for p in question.parameters if p.name in given}
    return spoken(question, {p.name: "…" for p in question.parameters if p.required} | reads, lang)


def reading_json(desk: Desk, reading: Reading, lang: Lang) -> dict[str, Json]:
    """How words were understood, and in words again."""
    question = question_named(reading.question) if reading.question else None
    said = asked(desk, question, reading.parameters, lang) if question else None
    return {**reading.json(), "asked": said}


def refuse_unclear(desk: Desk, reading: Reading, lang: Lang) -> None:
    """Raises `Misasked`, with a way on, for words that are no question or one that lacks something."""
    if reading.question is None and reading.nonsense:
        raise Misasked(
            "Dit lijkt geen vraag aan dit netwerk; binck ask toont wat u kunt vragen",
            "This does not look like a question to this network; binck ask shows what can be asked",
        )
    if reading.question is None:
        near = [question_named(name) for name in reading.nearest]
        nl, en = (listed([f"“{q.asks.say(one)}” ({q.name})" for q in near], one) for one in ("nl", "en"))
        raise Misasked(
            f"Dit is niet duidelijk genoeg; het dichtst komen {nl}",
            f"This is not clear enough; the nearest are {en}",
        )
    if reading.missing:
        question = question_named(reading.question)
        read = asked(desk, question, reading.parameters, lang)
        labels = {p.name: p.label for p in question.parameters}
        nl, en = (listed([labels[name].say(one) for name in reading.missing], one) for one in ("nl", "en"))
        unread = " ".join(reading.unread)
        raise Misasked(
            f"Gelezen als “{read}”; hiervan ontbreekt: {nl}" + (f" (“{unread}” zegt ons niets)" if unread else ""),
            f"Read as “{read}”; of this is missing: {en}" + (f" (“{unread}” says nothing to us)" if unread else ""),
        )
