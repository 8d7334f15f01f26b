"""Keys of mentions that stay the same while rows move: made of the name, or of the key that a row has."""

from __future__ import annotations

import hashlib
import re

from graph.names import normalised

LONGEST = 80
_STRANGE = re.compile(r"[^a-z0-9 ]", re.ASCII)


def slug(text: str) -> str:
    """A text in small letters, digits and hyphens; equal for texts that count as equal names, for others not.

    >>> slug("Ann de Wit"), slug("ANN  DE WIT"), slug("Coöp. 't Hart")
    ('ann-de-wit', 'ann-de-wit', 'coop-t-hart')
    >>> slug("Sørensen"), slug("東京") == slug("大阪")
    ('srensen-ed914629', False)
    """
    name = normalised(text)
    plain = "-".join(_STRANGE.sub("", name).split())
    if plain == name.replace(" ", "-") and len(plain) <= LONGEST:
        return plain
    return f"{plain[:LONGEST]}-{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}".lstrip("-")


def key_of_name(kind: str, name: str) -> str:
    """The key of a mention of this kind that is known by its name."""
    return f"{kind}.{slug(name)}"


def key_of_key(kind: str, key: str) -> str:
    """The key of a mention of this kind whose row has a key of its own."""
    return f"{kind}.key.{slug(key)}"
