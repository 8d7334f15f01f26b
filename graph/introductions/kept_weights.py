"""Learned weights kept beside a store, as data with how they were made."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

from graph.errors import Refused
from graph.introductions.rule_weights import RuleWeights
from graph.introductions.rules import RULES
from graph.introductions.weights import BY_HAND, Weights
from graph.jsontext import dumps, loads
from graph.local import local_file, write_whole

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


def weights_in_use(url: str) -> tuple[Weights, str]:
    """The weights for the store with this URL, and the day before which they were learned: by hand that is empty.

    A rule that the file does not name has its weight by hand. Raises `Refused`, naming file and rule, for what is no
    such file.
    """
    file = weights_file(url)
    if file is None or not file.is_file():
        return BY_HAND, ""
    try:
        said = cast(Any, loads(file.read_bytes()))
        if said["format"] != FORMAT:
            raise ValueError(said["format"])
        weights = {str(name): float(weight) for name, weight in said["weights"].items()}
        before = str(said["made"]["before"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _wrong(file, "is geen bestand met gewichten", "is no file of weights") from error
    for name, weight in weights.items():
        if name not in BY_HAND:
            known = ", ".join(rule.name for rule in RULES)
            raise _wrong(
                file, f"er is geen regel {name!r}; er zijn {known}", f"there is no rule {name!r}; there are {known}"
            )
        if not 0 <= weight < float("inf"):
            raise _wrong(file, f"het gewicht van {name} is {weight}", f"the weight of {name} is {weight}")
    return {**BY_HAND, **weights}, before


def _wrong(file: Path, nl: str, en: str) -> Refused:
    return Refused(
        f"{file}: {nl}. Leer ze opnieuw met binck evaluate --before DAG --keep, of verwijder het bestand",
        f"{file}: {en}. Learn them again by binck evaluate --before DAY --keep, or remove the file",
    )
