"""Learned weights kept beside a store, as data with how they were made."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

from graph.dates import Date
from graph.errors import Refused
from graph.introductions.rule_weights import RuleWeights
from graph.introductions.weights import BY_HAND, Weights
from graph.jsontext import dumps, loads
from graph.local import local_file, write_whole
from graph.texts import LANGS, Text, listed

FORMAT = "binck-weights/1"
_FILE = "weights.json"


def weights_file(url: str) -> Path | None:
    """Where the learned weights of the store with this URL are kept; None for a store in memory."""
    return local_file(url, _FILE)


def keep(url: str, learned: RuleWeights) -> Path:
    """Keep learned weights beside a store, in the place of those kept before; raises `Refused` where there is none."""
    file = weights_file(url)
    if file is None:
        raise Refused("een opslag in het geheugen bewaart geen gewichten", "a store in memory keeps no weights")
    made = asdict(learned)
    write_whole(file, dumps({"format": FORMAT, "weights": made.pop("weights"), "made": made}, indent=True) + b"\n")
    return file


@dataclass(frozen=True, slots=True)
class InUse:
    """The `weights` for a store and the day `before` which they were learned: by hand that is empty.

    `wrong` tells in what way a file that was kept cannot be used, or not all of it; a wrong file has no say, so that
    whoever has nothing to do with weights can go on.
    """

    weights: Weights
    before: str = ""
    wrong: Text | None = None


def weights_in_use(url: str) -> InUse:
    """The weights for the store with this URL: those that were learned and kept, else those set by hand.

    A rule that the file does not name has its weight by hand.
    """
    file = weights_file(url)
    if file is None or not file.is_file():
        return InUse(BY_HAND)
    try:
        said = cast(Any, loads(file.read_bytes()))
        if said["format"] != FORMAT:
            raise ValueError(said["format"])
        weights = {str(name): float(weight) for name, weight in said["weights"].items()}
        before = Date.parse(said["made"]["before"]).iso
    except (ValueError, KeyError, TypeError, AttributeError, OSError, Refused):
        return InUse(BY_HAND, wrong=_wrong(file, "is geen bestand met gewichten", "is no file of weights"))
    for name, weight in weights.items():
        if name in BY_HAND and not 0 <= weight < float("inf"):
            wrong = _wrong(file, f"het gewicht van {name} is {weight}", f"the weight of {name} is {weight}")
            return InUse(BY_HAND, wrong=wrong)
    known = {name: weight for name, weight in weights.items() if name in BY_HAND}
    return InUse({**BY_HAND, **known}, before, _unknown(file, sorted(weights.keys() - known.keys())))


def _unknown(file: Path, names: list[str]) -> Text | None:
    """That rules in a file are no rules: of a release that had others, or misspelt."""
    if not names:
        return None
    nl, en = (listed([repr(name) for name in names], lang) for lang in LANGS)
    return Text(
        f"{file}: er is geen regel {nl}; dat telt niet mee", f"{file}: there is no rule {en}; that counts nowhere"
    )


def _wrong(file: Path, nl: str, en: str) -> Text:
    return Text(
        f"{file}: {nl}; de gewichten zijn daarom die met de hand. Leer ze opnieuw met"
        " binck evaluate --before DAG --keep, of verwijder het bestand.",
        f"{file}: {en}; so the weights are those set by hand. Learn them again by"
        " binck evaluate --before DAY --keep, or remove the file.",
    )
