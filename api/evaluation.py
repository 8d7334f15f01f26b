"""What an evaluation says of itself, as tables: how sure it is, what would be joined, how well a probability holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from graph.introductions.evaluation import Evaluation
from graph.texts import Lang, Text, number

Table: TypeAlias = tuple[str, tuple[str, ...], list[Sequence[object]]]
"""A title, headings and rows."""

_ADVANTAGE = (
    Text("beter dan de volgorde die er evenveel noemt", "better than the baseline that names as many"),
    Text("volgorde|naast|verschil|95 % van|tot", "ranking|beside|difference|95 % from|to"),
)
_JOINING = (
    Text("de eerste honderd voorstellen", "the first hundred proposals"),
    Text("volgorde|voorstellen|paren verbonden|kwam ervan", "ranking|proposals|open pairs joined|came"),
)
_CALIBRATION = (
    Text("gezegde kans dat een paar binnen een jaar komt", "stated probability that a pair comes within a year"),
    Text("paren|gezegd|kwam", "pairs|stated|came"),
)
_ALL = (
    Text("die kans over alle paren", "that probability over all pairs"),
    Text("gezegd voor elk dat kwam|verwachte ijkfout", "stated for each that came|expected calibration error"),
)


def reports(found: Evaluation, lang: Lang) -> Iterator[Table]:
    """Four tables; the two of probabilities are left out where nothing could be learned.

    The last row of the first of these is of all pairs.
    """

    def share(value: float, decimals: int = 3) -> str:
        return number(value, lang, decimals)

    def table(head: tuple[Text, Text], rows: list[Sequence[object]]) -> Table:
        return head[0].say(lang), tuple(head[1].say(lang).split("|")), rows

    yield table(
        _ADVANTAGE, [(a.name, a.baseline, share(a.difference), share(a.low), share(a.high)) for a in found.advantages]
    )
    yield table(_JOINING, [(j.name, j.proposals, number(j.joined, lang), j.came) for j in found.joinings])
    if found.calibration:
        bins = (*found.calibration.bins, found.calibration.every)
        yield table(_CALIBRATION, [(number(b.pairs, lang), share(b.predicted, 5), share(b.came, 5)) for b in bins])
        ratio = "-" if found.calibration.ratio is None else share(found.calibration.ratio, 2)
        yield table(_ALL, [(ratio, share(found.calibration.error, 5))])
