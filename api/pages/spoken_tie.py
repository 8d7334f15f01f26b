"""A tie read aloud, with what stands at its other end as a link."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from api.pages.frame import Frame
from api.sentences import tie_sentence

# two characters that Unicode leaves to private use stand in for the names until the sentence is made
_FROM, _TO = "\ue000", "\ue001"
_ENDS = re.compile(f"([{_FROM}{_TO}])")


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a sentence; `url` when it names something else, `here` when it names this page's own."""

    text: str
    url: str = ""
    here: bool = False


def spoken_tie(tie: Mapping[str, Any], here: str, frame: Frame) -> list[Segment]:
    """The sentence of a tie in pieces."""
    sentence = tie_sentence(frame.words, {**tie, "from_name": _FROM, "to_name": _TO}, frame.lang)
    ends = {_FROM: (tie["from"], tie["from_name"]), _TO: (tie["to"], tie["to_name"])}
    segments = []
    for piece in filter(None, _ENDS.split(sentence)):
        if piece in ends:
            id_, name = ends[piece]
            mine = id_ == here
            segments.append(Segment(name, "" if mine else frame.urls.entity(id_), mine))
        else:
            segments.append(Segment(piece))
    return segments
