"""The part of the map that an answer or an entity is about, as a still picture with a link to the live one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from api.pages.frame import Frame
from graph.network import Network
from graph.questions import Answer
from viz.picture import Picture, around_picture, part_picture
from viz.sentences import shown_of
from viz.svg import draw
from viz.wanted import Wanted

MOST = Wanted(most=60)
"""More than that is for the live map."""


@dataclass(frozen=True, slots=True)
class Part:
    """`shown` says how much of it is drawn."""

    svg: Markup
    shown: str
    url: str


def part_around(network: Network, row: int, frame: Frame) -> Part | None:
    """What is one tie from an entity; nothing when it has no ties."""
    if not network.ties_at(row):
        return None
    title = frame.t("map_around", name=network.names[row])
    return _part(around_picture(network, MOST, row), title, frame.urls.map(network.ids[row]), frame)


def part_of(network: Network, answer: Answer, title: str, given: Mapping[str, str], frame: Frame) -> Part | None:
    """What an answer draws; nothing when that is no network."""
    if not answer.ties:
        return None
    picture = part_picture(network.part(answer.entities, answer.ties), MOST)
    return _part(picture, frame.t("map_answer", question=title), frame.urls.answer_map(answer.question, given), frame)


def _part(picture: Picture, title: str, url: str, frame: Frame) -> Part:
    svg = draw(picture.scene, picture.places, frame.lang, title=title, name="part")
    return Part(Markup(svg), shown_of(picture.scene, frame.lang), url)
