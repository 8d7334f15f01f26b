"""What `method` says of a project, and the words of its rows."""

from __future__ import annotations

from graph.network import Network
from graph.questions.base import Answer
from graph.texts import Lang, Text, counted, listed

PHASE, SEAT, VOICE, SHEET = "phase", "seat", "voice", "sheet"
STATES = {
    PHASE: Text("fase", "phase"),
    SEAT: Text("zetel", "seat"),
    VOICE: Text("stem", "voice"),
    SHEET: Text("projectblad", "project sheet"),
}
FILLED, ELSEWHERE, OPEN = "filled", "elsewhere", "open"
NAMED, ORGANISATIONS, SILENT = "named", "organisations", "silent"
LACKS, NO_PLACE = "lacks", "no_place"
STATUSES = {
    FILLED: Text("ingevuld", "filled"),
    ELSEWHERE: Text("ingevuld, maar niet uit dit project", "filled, but not from this project"),
    OPEN: Text("open", "open"),
    NAMED: Text("met naam", "with a name"),
    ORGANISATIONS: Text("alleen organisaties", "organisations only"),
    SILENT: Text("zonder naam", "without a name"),
    LACKS: Text("ontbreekt", "lacking"),
    NO_PLACE: Text("niet na te gaan", "cannot be told"),
}
_PHASES = (Text("fase", "phase"), Text("fasen", "phases"))
_SEATS = (Text("zetel", "seat"), Text("zetels", "seats"))


def sentence(network: Network, answer: Answer, top: int, method: int | None, lang: Lang) -> str:
    """How the project stands beside the method: seats, voices, sheet."""
    en, project = lang == "en", network.names[top]
    seats = [row for row in answer.rows if row["state"] == SEAT]
    filled = sum(row["status"] == FILLED for row in seats)
    if method is None:
        told = [
            f"The sources do not say which method {project} applies."
            if en
            else f"De bronnen zeggen niet welke methode {project} toepast."
        ]
    else:
        phases = counted(sum(row["state"] == PHASE for row in answer.rows), *_PHASES, lang)
        wants = counted(len(seats), *_SEATS, lang)
        name, filled_ = network.names[method], _filled(filled, lang)
        told = [
            f"{name} has {phases} and asks for {wants}; in {project} {filled_} a name."
            if en
            else f"{name} kent {phases} en vraagt om {wants}; bij {project} {filled_} een naam."
        ]
    silent = _names(answer, VOICE, SILENT, lang)
    only = _names(answer, VOICE, ORGANISATIONS, lang)
    if silent or only:
        voices = [
            *([silent] if silent else []),
            *([f"{only} ({STATUSES[ORGANISATIONS].say(lang)})"] if only else []),
        ]
        told.append(f"{'Voices without a name' if en else 'Stemmen zonder naam'}: {'; '.join(voices)}.")
    elif any(row["state"] == VOICE for row in answer.rows):
        told.append("Every voice has a name." if en else "Elke stem heeft een naam.")
    lacks = _names(answer, SHEET, LACKS, lang)
    if lacks:
        told.append(f"{'The project sheet lacks' if en else 'Op het projectblad ontbreekt'}: {lacks}.")
    return " ".join(told)


def not_said(project: str, method: str, lang: Lang) -> str:
    return (
        f"The sources do not say that {project} applies {method}."
        if lang == "en"
        else f"De bronnen zeggen niet dat {project} {method} toepast."
    )


def _filled(n: int, lang: Lang) -> str:
    if lang == "en":
        return f"{n or 'none'} {'has' if n == 1 else 'have'}"
    return f"{'heeft' if n == 1 else 'hebben'} er {n}" if n else "heeft er geen"


def _names(answer: Answer, state: str, status: str, lang: Lang) -> str:
    names = [str(row["name"]).rstrip("?") for row in answer.rows if (row["state"], row["status"]) == (state, status)]
    return listed(names, lang)
