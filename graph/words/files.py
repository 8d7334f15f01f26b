"""Reads the files of the words; a wrong one stops the start with file, key and rule."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, TypeVar, get_args

import yaml
from msgspec import Struct, ValidationError, convert

from graph.errors import WordsError
from graph.words.model import Choices, EntityKind, Identifier, Label, Property, Shape, SourceKind, TieKind, ValueType
from graph.words.vocabulary import Words

SHIPPED = Path(__file__).parent
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_Model = TypeVar("_Model", bound=Struct)
_FIELD = re.compile(r"Object (missing required|contains unknown) field `(.*)`")
_ALLOWED = {"shape": get_args(Shape), "value": get_args(ValueType)}
_AT = re.compile(r" - at `\$\.?(.*)`$")


def load_words(*folders: Path) -> Words:
    """The shipped words, with the files of each of `folders` added or put in their place.

    A folder has the shape of `graph/words`: `entities/`, `ties/`, `choices/` with a file a
    kind, and `source.yaml`. Raises `WordsError` with file, key and rule.
    """
    files: dict[str, Path] = {}
    for folder in (SHIPPED, *folders):
        if not folder.is_dir():
            raise WordsError(
                f"De map met woorden {folder} bestaat niet", f"The folder of words {folder} does not exist"
            )
        for part in ("entities", "ties", "choices"):
            files |= {f"{part}/{path.stem}": path for path in sorted((folder / part).glob("*.yaml"))}
        if (folder / "source.yaml").is_file():
            files["source"] = folder / "source.yaml"
    words = Words(
        entities={path.stem: _read(path, EntityKind) for key, path in files.items() if key.startswith("entities/")},
        ties={path.stem: _read(path, TieKind) for key, path in files.items() if key.startswith("ties/")},
        choices={path.stem: _read(path, Choices) for key, path in files.items() if key.startswith("choices/")},
        source=_read(files["source"], SourceKind),
    )
    _refer(words, files)
    return words


def read_mapping(path: Path) -> dict[str, Any]:
    """The keys of a YAML file with their values, of which every scalar is a string; raises `WordsError`."""
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        detail = " ".join(str(error).split())
        raise WordsError(f"{path} is geen leesbare YAML: {detail}", f"{path} is not readable YAML: {detail}") from error
    if not isinstance(data, dict):
        raise WordsError(f"{path} moet sleutels met waarden hebben", f"{path} must hold keys with values")
    return data


def _read(path: Path, model: type[_Model]) -> _Model:
    data = read_mapping(path)
    if "name" in model.__struct_fields__:
        data["name"] = path.stem
    # a mapping is read key by key, so that the message can name the key
    for part, inner in (("properties", Property), ("choices", Label)):
        if isinstance(data.get(part), dict):
            data[part] = {
                _converted(path, key, Identifier, part): _converted(path, value, inner, f"{part}.{key}")
                for key, value in data[part].items()
            }
    found: _Model = _converted(path, data, model, "")
    return found


def _converted(path: Path, data: Any, model: Any, above: str) -> Any:
    try:
        return convert(data, model, strict=False)
    except ValidationError as error:
        at = _AT.search(str(error))
        rule = _AT.sub("", str(error))
        field = _FIELD.fullmatch(rule)
        parts = [above, at[1] if at else "", field[2] if field else ""]
        where = ".".join(filter(None, parts)) or "-"
        if field:
            rule = "is missing" if field[1].startswith("missing") else "is not known"
        elif rule.startswith("Invalid enum value"):
            rule += f", choose from {', '.join(_ALLOWED.get(where.rpartition('.')[2], ('joins', 'never')))}"
        raise WordsError(
            f"{path}, sleutel {where}: {rule}; verbeter het bestand en begin opnieuw",
            f"{path}, key {where}: {rule}; mend the file and start again",
        ) from error


def _refer(words: Words, files: dict[str, Path]) -> None:
    """What one file says of another must exist there."""

    def wrong(file: str, key: str, name: str) -> WordsError:
        return WordsError(
            f"{files[file]}, sleutel {key}: {name!r} bestaat niet; maak er een bestand voor of verbeter de naam",
            f"{files[file]}, key {key}: there is no {name!r}; make a file for it or mend the name",
        )

    owners = {f"entities/{k}": v.properties for k, v in words.entities.items()}
    owners |= {f"ties/{k}": v.properties for k, v in words.ties.items()} | {"source": words.source.properties}
    for file, properties in owners.items():
        for key, property_ in properties.items():
            if property_.choices is not None and property_.choices not in words.choices:
                raise wrong(file, f"properties.{key}.choices", property_.choices)
    for name, tie in words.ties.items():
        for a, b in sorted(tie.pairs):
            for kind in (a, b):
                if kind not in words.entities:
                    raise wrong(f"ties/{name}", "ends", kind)
    for name, entity in words.entities.items():
        rule = entity.same_name
        if not isinstance(rule, str):
            for key in (*rule.unless, *rule.or_, *([rule.equal] if rule.equal else [])):
                if key not in entity.properties:
                    raise wrong(f"entities/{name}", "same_name", key)
