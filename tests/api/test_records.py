"""That an introduction was recorded changes no answer about the world, only those about what was recorded."""

from __future__ import annotations

from collections.abc import Iterator

from api.introducing import step_of, today
from graph.adapters import MemoryStore
from graph.desk import Desk
from graph.jsontext import Json
from graph.questions import QUESTIONS
from graph.words import Words
from ingest.loader import files_named, load_files

TELLS_OF_RECORDS = {"introductions-made", "changed", "evidence"}
CITY, SCHOOL, BROKER, APART = "gemeente Den Haag", "Hogeschool Rotterdam", "Gert-Joost Peek", "Beitske Boonstra"


def answers(desk: Desk) -> Iterator[tuple[str, dict[str, Json]]]:
    """Each question by its example and, where it takes somebody, about who is introduced and who introduces."""
    for question in QUESTIONS:
        if question.name in TELLS_OF_RECORDS:
            continue
        asked = [dict(question.example)]
        for parameter in question.parameters:
            if {"person", "organisation"} <= set(parameter.takes):
                others = {CITY, SCHOOL, BROKER}.difference(question.example.values())
                asked += [{**question.example, parameter.name: who} for who in sorted(others)]
        asked += {"blind-spots": [{"what": "loose"}], "path": [{"from": "Philips", "to": APART}]}.get(question.name, [])
        for given in asked:
            answer = desk.ask(question.name, given, "en").json()
            whole = {**answer, "version": 0} if question.name != "profile" else {"sentence": answer["sentence"]}
            yield f"{question.name} {given}", whole


def test_no_answer_about_the_world_counts_what_was_recorded(words: Words):
    desk = Desk(MemoryStore(), words)
    load_files(desk.knowledge, files_named(()))
    before = dict(answers(desk))
    loose = [str(row["id"]) for row in desk.ask("blind-spots", {"what": "loose"}, "en").rows if row["kind"] == "person"]
    for one, other in ((CITY, SCHOOL), (loose[0], loose[1])):
        assert step_of(desk, {"one": one, "other": other, "step": "made", "day": today(), "by": BROKER})
    for one, other in ((APART, SCHOOL), (APART, CITY)):
        assert step_of(desk, {"one": one, "other": other, "step": "declined", "day": today()})
    after = dict(answers(desk))
    assert [name for name in before if before[name] != after[name]] == []
