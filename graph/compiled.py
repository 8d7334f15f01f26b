"""Loops that run as plain Python on little work and compiled on much: the one door of numba."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property, lru_cache, partial
from typing import Any, Generic, TypeVar

import numpy as np

Function = TypeVar("Function", bound=Callable[..., Any])
Result = TypeVar("Result")


class Kernel(Generic[Function]):
    """A function of numpy arrays and numbers, written as plain loops.

    `plain` runs it as it stands, on lists made of the arrays, which Python reads and writes faster; `compiled`
    runs the machine code of the same text, kept on disk between processes. Nothing is
    imported or compiled before the first `compiled`, so that small networks never pay for it.
    """

    def __init__(self, function: Function) -> None:
        self._function = function
        self.__doc__ = function.__doc__

    def __call__(self, work: int, read: tuple[Any, ...], write: tuple[Any, ...]) -> None:
        """Run on arrays to `read` and arrays to `write`; `work` is about how often the inner loop turns."""
        (self.compiled if compiles(work) else self.plain)(read, write)

    def in_parts(self, work: int, parts: Sequence[tuple[tuple[Any, ...], tuple[Any, ...]]]) -> None:
        """Run on arrays to read and write of each part, which share nothing that is written: at once where compiled."""
        at_once([partial(self, work, *part) for part in parts])

    def plain(self, read: tuple[Any, ...], write: tuple[Any, ...]) -> None:
        listed = tuple(value.tolist() if isinstance(value, np.ndarray) else value for value in read)
        written = tuple(v.tolist() if isinstance(v, np.ndarray) and v.ndim == 1 else v for v in write)
        self._function(*listed, *written)
        for value, found in zip(write, written, strict=True):
            if found is not value:
                value[:] = found

    def compiled(self, read: tuple[Any, ...], write: tuple[Any, ...]) -> None:
        self._machine_code(*read, *write)

    @cached_property
    def _machine_code(self) -> Callable[..., None]:
        import numba  # noqa: PLC0415 - a second that only large networks need to spend

        found: Callable[..., None]
        try:
            found = numba.njit(cache=True, nogil=True)(self._function)
        except RuntimeError as error:
            if "no locator available" not in str(error):
                raise
            found = numba.njit(cache=False, nogil=True)(self._function)  # no folder to keep it in: compile every time
        return found


def compiles(work: int) -> bool:
    """Whether so much work is done by machine code: where it is much, and earlier where the compiler is there."""
    return work > (COMPILE_ABOVE // 10 if "numba" in sys.modules else COMPILE_ABOVE)


def at_once(jobs: Sequence[Callable[[], Result]]) -> list[Result]:
    """What each job gives; the first is done here, each of the others in a thread of its own."""
    (mine, *others) = jobs
    if not others:
        return [mine()]
    running = [_pool().submit(job) for job in others]
    return [mine(), *(one.result() for one in running)]


@lru_cache(maxsize=1)
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(len(os.sched_getaffinity(0)))


def cores(work: int) -> int:
    """In how many parts so much work is best done: one where it is little, else as many as there are processors."""
    return min(4, len(os.sched_getaffinity(0))) if compiles(work) else 1


COMPILE_ABOVE = 300_000
"""Turns of an inner loop from which loading the compiler is worth its second; a tenth of it once it is there."""
