"""A tie read aloud, with what stands at its other end as a link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from api.pages.frame import Frame
from graph.sentences import tie_pieces


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a sentence; `url` when it names something else, `here` when it names this page's own."""

    text: str
    url: str = ""
    here: bool = False


def spoken_tie(tie: Mapping[str, Any], here: str, frame: Frame) -> list[Segment]:
    """The sentence of a tie in pieces."""
    segments = []
    for text, end in tie_pieces(frame.words, tie, frame.lang):
        mine = bool(end) and tie[end] == here
        segments.append(Segment(text, frame.urls.entity(tie[end]) if end and not mine else "", mine))
    return segments
