"""Work that makes very many objects and no cycles among them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def many_objects() -> Iterator[None]:
    """Keep the cycle collector from walking objects that are all still in use.

    Reference counting goes on; only the search for cycles waits. Measured on a load of
    100 000 statements it is a quarter of the time.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
