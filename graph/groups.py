"""Groups without names: what is remarked of them, and whether the verb after their name is a plural."""

from __future__ import annotations

from graph.model import Entity
from graph.quantities import Quantity
from graph.texts import Lang

_SINGULAR = frozenset("groep kerngroep klas club team groepje aantal class group".split())
_AFTER = frozenset("aan bij die from in met of op tussen uit van voor with".split())
_PLURAL = ("en", "s", "ici")


def is_group(entity: Entity) -> bool:
    return "group" in entity.all("type")


def remarks(entity: Entity, lang: Lang) -> list[str]:
    """That it is a group, or somebody without a name, and how many it has; nothing for who has a name."""
    if not is_group(entity):
        return []
    size = entity.first("size")
    if size == 1:
        return ["without a name" if lang == "en" else "zonder naam"]
    said = ["group without names" if lang == "en" else "groep zonder namen"]
    return said if size is None else [*said, Quantity.parse(size).say(lang)]


def names_several(entity: Entity) -> bool:
    """Whether it is a group whose name is a plural: “17 studenten”, not “de voorzitter”."""
    return is_group(entity) and entity.first("size") != 1 and is_plural(entity.name)


def is_plural(name: str) -> bool:
    """Whether the noun of a group's name is a plural, as far as its ending shows.

    The noun is the last word before a preposition or bracket; a name that begins with a word
    such as `groep` is singular whatever follows.

    >>> [is_plural(name) for name in ("17 studenten", "partners uit het gebied", "ngo’s", "aanvragers (consortium)")]
    [True, True, True, True]
    >>> [is_plural(name) for name in ("de voorzitter", "groep young professionals", "lokale politiek", "werkgroep")]
    [False, False, False, False]
    """
    nouns: list[str] = []
    for word in name.casefold().partition("(")[0].split():
        if nouns and word in _AFTER:
            break
        nouns.append(word)
    return bool(nouns) and not _SINGULAR & {nouns[0], nouns[-1]} and nouns[-1].endswith(_PLURAL)
