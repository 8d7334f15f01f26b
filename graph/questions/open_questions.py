"""Which knowledge questions were raised, by whom, what answered them, and which are open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from graph.jsontext import Json
from graph.naming import Named
from graph.network import Network
from graph.questions.base import Answer, Column, Notes, some
from graph.questions.parameters import Parameter
from graph.scope import happenings
from graph.telling import texts_of
from graph.texts import Lang, Text, counted, listed

OPEN, ANSWERED = "open", "answered"
_STATES = {OPEN: Text("open", "open"), ANSWERED: Text("beantwoord", "answered")}


class OpenQuestions:
    """Which knowledge questions the sources tell of: raised by whom, answered by what, or still open.

    A question is answered when a source says that somebody or something answers it, gives a result of it,
    or calls it answered; else it is open: the sources give no answer, which is not to say that nobody
    has one. Of a theme those that are about it, or that were raised at something that is. Rows are
    questions, the open ones first, by name.
    """

    name = "open-questions"
    label = Text("Open kennisvragen", "Open questions")
    asks = Text(
        "Welke kennisvragen over {theme} zijn nog open?", "Which knowledge questions about {theme} are still open?"
    )
    parameters = (Parameter("theme", Text("thema; leeg is alle", "theme; empty is all"), ("theme",), required=False),)
    example: ClassVar[Mapping[str, str]] = {}

    def answer(self, network: Network, given: Mapping[str, Named], lang: Lang) -> Answer:
        notes, theme = Notes(network), given.get("theme")
        answer = Answer(
            self.name,
            {"theme": theme.id if theme else None},
            "",
            (
                Column("name", Text("kennisvraag", "knowledge question")),
                Column("state_label", Text("stand", "state")),
                Column("raised_names", Text("gesteld door", "raised by")),
                Column("answered_names", Text("beantwoord door", "answered by")),
                Column("result", Text("antwoord", "answer")),
                Column("theme_names", Text("thema", "theme")),
            ),
            network.version,
        )
        answer.rows = [_row(network, notes, row, lang) for row in _asked(network, theme)]
        answer.rows.sort(key=lambda row: (row["state"] != OPEN, str(row["name"]).casefold(), str(row["id"])))
        if theme:
            notes.draw([theme.id])
            answer.sentence_evidence = notes.note_known(network.entity(theme.row))
        answer.sentence = _sentence(answer, theme, lang)
        answer.caveats = [_OPEN.say(lang)] if any(row["state"] == OPEN for row in answer.rows) else []
        return notes.finish(answer, lang)


_OPEN = Text(
    "Open wil zeggen: deze bronnen geven geen antwoord. Iemand kan het wel hebben.",
    "Open is to say: these sources give no answer. Somebody may have one.",
)


def _asked(network: Network, theme: Named | None) -> list[int]:
    rows: list[int] = network.rows_of_kind("knowledge_question").tolist()
    if theme is None:
        return rows
    at = set(happenings(network, theme))
    return [
        row
        for row in rows
        if any(int(network.head[tie]) == theme.row for tie in network.ties_at(row, "about"))
        or any(int(network.tail[tie]) in at for tie in network.ties_at(row, "raised"))
    ]


def _row(network: Network, notes: Notes, row: int, lang: Lang) -> dict[str, Json]:
    entity = network.entity(row)
    raised, answers, about = (network.ties_at(row, kind) for kind in ("raised", "answers", "about"))
    result = texts_of(network, entity, "result", lang)
    state = ANSWERED if answers or result or entity.first("status") == ANSWERED else OPEN
    what = network.words.ties["answers"].properties["what"]
    said = [network.words.value(what, value, lang) for tie in answers for value in network.tie(tie).all("what")]
    values = [value for key in ("result", "status") for value in entity.properties.get(key, ())]
    values += [value for tie in answers for value in network.tie(tie).properties.get("what", ())]
    evidence = notes.note_ties(network.tie(tie) for tie in (*raised, *answers, *about))
    evidence += notes.note_values(values)
    notes.draw([entity.id])
    return {
        "id": entity.id,
        "name": entity.name,
        "state": state,
        "state_label": _STATES[state].say(lang),
        "raised": [network.ids[network.tail[tie]] for tie in raised],
        "raised_names": listed(sorted({network.names[network.tail[tie]] for tie in raised}), lang),
        "answered": [network.ids[network.tail[tie]] for tie in answers],
        "answered_names": listed(sorted({network.names[network.tail[tie]] for tie in answers}), lang),
        "result": "; ".join([*result, *said]),
        "theme_names": listed(sorted({network.names[network.head[tie]] for tie in about}), lang),
        "evidence": list(dict.fromkeys(evidence or notes.note_known(entity))),
    }


def _sentence(answer: Answer, theme: Named | None, lang: Lang) -> str:
    en = lang == "en"
    of = (f" about {theme.name}" if en else f" over {theme.name}") if theme else ""
    many = counted(
        len(answer.rows), Text("kennisvraag", "knowledge question"), Text("kennisvragen", "knowledge questions"), lang
    )
    told = f"The sources tell of {many}{of}" if en else f"De bronnen noemen {many}{of}"
    open_ = [str(row["name"]).rstrip("?") + "?" for row in answer.rows if row["state"] == OPEN]
    if not answer.rows:
        return f"{told}."
    if not open_:
        return f"{told}, {'all answered' if en else 'alle beantwoord'}."
    quoted = [f"“{name}”" for name in open_]
    if len(open_) == len(answer.rows):
        still = "all open" if en else "alle nog open"
        if len(open_) == 1:
            still = "still open" if en else "nog open"
    else:
        still = f"{len(open_)} of them open" if en else f"waarvan {len(open_)} nog open"
    return f"{told}, {still}: {some(quoted, lang, 2)}."
