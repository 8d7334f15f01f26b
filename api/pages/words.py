"""The words: every kind of entity and tie and every list of choices, made from their files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter
from starlette.responses import Response

from api.pages.frame import Frame, FrameDep
from api.pages.render import RendererDep
from graph.texts import listed
from graph.words import Property, TieKind

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entity or tie in words; `sentence` and `ends` are those of a tie."""

    name: str
    label: str
    means: str
    properties: list[tuple[str, str, bool]]
    sentence: str = ""
    ends: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordsPage:
    template: ClassVar[str] = "words.html"
    title: str
    entities: list[Kind]
    ties: list[Kind]
    choices: list[tuple[str, str, list[str]]]


@router.get("/words")
def words(frame: FrameDep, renderer: RendererDep) -> Response:
    lang, known = frame.lang, frame.words
    entities = [
        Kind(name, kind.label.say(lang), kind.means.say(lang), _properties(kind.properties, frame))
        for name, kind in known.entities.items()
    ]
    ties = [
        Kind(
            name,
            kind.label.say(lang),
            kind.means.say(lang),
            _properties(kind.properties, frame),
            known.sentence(name, "…", "…", {}, lang),
            tuple(_ends(kind, frame)),
        )
        for name, kind in known.ties.items()
    ]
    choices = [
        (name, found.label.say(lang), [label.say(lang) for label in found.choices.values()])
        for name, found in known.choices.items()
    ]
    return renderer.show(WordsPage(frame.t("words"), entities, ties, choices), frame)


def _properties(properties: Mapping[str, Property], frame: Frame) -> list[tuple[str, str, bool]]:
    """Label, type of value in words, and whether it is personal."""
    return [(p.label.say(frame.lang), frame.t(f"value_{p.value}"), p.personal) for p in properties.values()]


def _ends(kind: TieKind, frame: Frame) -> list[str]:
    return [
        f"{listed([frame.kind(name) for name in ends.from_], frame.lang)} → "
        f"{listed([frame.kind(name) for name in ends.to], frame.lang)}"
        for ends in kind.ends
    ]
