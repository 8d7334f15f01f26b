"""The form of a question: a field for each parameter, with what may be filled in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from api.pages.frame import Frame
from api.spoken import shown, spoken
from graph.desk import Desk
from graph.naming import SECTOR, SOURCE
from graph.network import Network
from graph.questions import Parameter, Question
from graph.sentences import source_titles
from graph.statements import CORRECTIONS
from graph.texts import Lang

FEW = 12
"""Up to so many options are a list to choose from; more are suggestions while typing."""


@dataclass(frozen=True, slots=True)
class Field:
    """One parameter: `choose` when it is one of a few `options` (value, label), `blank` when it may be left open."""

    name: str
    label: str
    value: str
    required: bool
    choose: bool
    blank: bool
    options: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Form:
    """A question with its fields, and its example as link and words."""

    name: str
    label: str
    asks: str
    action: str
    fields: list[Field]
    example_url: str
    example: str


def question_form(question: Question, desk: Desk, frame: Frame, given: Mapping[str, str] | None = None) -> Form:
    """The form of a question, filled in with what was given."""
    network = desk.network()
    example = {
        p.name: shown(desk, network, p, question.example[p.name], frame.lang)
        for p in question.parameters
        if p.name in question.example
    }
    return Form(
        question.name,
        question.label.say(frame.lang),
        spoken(question, {p.name: "…" for p in question.parameters}, frame.lang),
        frame.urls.answer(question.name),
        [field(desk, network, p, (given or {}).get(p.name, ""), frame.lang) for p in question.parameters],
        frame.urls.answer(question.name, example),
        spoken(question, example, frame.lang),
    )


def field(desk: Desk, network: Network, parameter: Parameter, value: str, lang: Lang) -> Field:
    """The field of one parameter, filled in with a value."""
    options = _options(network, parameter, lang)
    if parameter.default and not value:
        value = parameter.choices[parameter.default].say(lang)
    known = not value or value in {option for option, _ in options}
    choose = not parameter.free and len(options) <= FEW and known
    return Field(
        parameter.name,
        parameter.label.say(lang),
        value,
        parameter.required,
        choose and bool(options),
        not parameter.default,
        options,
    )


def _options(network: Network, parameter: Parameter, lang: Lang) -> list[tuple[str, str]]:
    """Sectors first, then names in order; a name that several have is told apart by its id."""
    if parameter.choices:
        return [(label.say(lang), label.say(lang)) for label in parameter.choices.values()]
    if SOURCE in parameter.takes:
        titles = source_titles(network.sources, lang)
        known = [(id_, titles[id_]) for id_ in network.sources if id_ != CORRECTIONS]
        return sorted(known, key=lambda option: option[1].casefold())
    sectors = [network.words.choice(SECTOR, s, lang) for s in network.sectors] if SECTOR in parameter.takes else []
    rows = network.rows_of_kind(*parameter.takes).tolist()
    names = [network.names[row] for row in rows]
    times = Counter(names)
    found = {(network.ids[row] if times[name] > 1 else name, name) for row, name in zip(rows, names, strict=True)}
    return [(sector, sector) for sector in sectors] + sorted(found, key=lambda o: (o[1].casefold(), o[0]))
