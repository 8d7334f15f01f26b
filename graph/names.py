"""When two printed names count as equal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NOT_WORD = re.compile(r"[\W_]+")
_SILENT = re.compile("['\u2018\u2019\u02bc`´]")


@lru_cache(maxsize=65536)
def normalised(name: str) -> str:
    """A name without case, accents, punctuation and doubled blanks.

    An apostrophe is dropped, other punctuation parts words. A name of nothing but
    punctuation stays as it is, so that it equals only itself.

    >>> normalised("I’M  BINCK"), normalised("Coöperatie-West"), normalised("?!")
    ('im binck', 'cooperatie west', '?!')
    """
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    plain = "".join(c for c in folded if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", _SILENT.sub("", plain)).strip() or name.strip()
