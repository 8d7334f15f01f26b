"""A kernel gives the same compiled as plain, and a small network never imports the compiler."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from graph.compiled import COMPILE_ABOVE, Kernel
from graph.openpaths import Near, Steps, open_paths


def _double(read, factor, write):
    for i in range(len(read)):
        write[i] = factor * read[i]


def test_both_ways_do_the_same_and_leave_what_they_read():
    kernel, read = Kernel(_double), np.arange(4)
    plain, compiled = np.zeros(4), np.zeros(4)
    kernel.plain((read, 2), (plain,))
    kernel.compiled((read, 2), (compiled,))
    assert plain.tolist() == compiled.tolist() == [0, 2, 4, 6]
    assert read.tolist() == [0, 1, 2, 3]


def test_what_cannot_be_kept_on_disk_is_compiled_all_the_same():
    """A function that stands in no file has no folder to be kept in."""
    names = {}
    exec("def twice(read, write):\n    for i in range(len(read)):\n        write[i] = 2 * read[i]\n", names)
    written = np.zeros(3)
    Kernel(names["twice"]).compiled((np.arange(3),), (written,))
    assert written.tolist() == [0, 2, 4]


@pytest.mark.slow
def test_open_paths_of_a_large_network_are_those_of_its_halves(monkeypatch):
    """Two copies of one network side by side, above the size, hold what one below it holds, twice."""
    rnd = np.random.default_rng(1)
    n, m = 400, 48_000
    member, middle = rnd.integers(0, n, m).astype(np.int32), rnd.integers(0, n, m).astype(np.int32)
    strength = rnd.choice([0.25, 0.5, 1.0], m)
    tied = (rnd.integers(0, n, 300).astype(np.int32), rnd.integers(0, n, 300).astype(np.int32))
    met = (rnd.integers(0, n, 300).astype(np.int32), rnd.integers(0, n, 300).astype(np.int32))
    a, b, flag = (rnd.random(n) < 0.3 for _ in range(3))

    def twice(ends: np.ndarray) -> np.ndarray:
        return np.concatenate([ends, ends + n]).astype(np.int32)

    def work(steps: Steps, in_a: np.ndarray, in_b: np.ndarray) -> int:
        mine, theirs = in_a & ~in_b, in_b & ~in_a
        of = np.repeat(np.arange(len(in_a)), np.diff(steps.first))
        counts = [np.bincount(steps.middle[side[of]], minlength=len(in_a)) for side in (mine, theirs)]
        return int((counts[0] * counts[1]).sum())

    one = Steps.of(n, member, middle, strength)
    two = Steps.of(2 * n, twice(member), twice(middle), np.tile(strength, 2))
    assert work(one, a, b) < COMPILE_ABOVE < work(two, np.tile(a, 2), np.tile(b, 2))
    with monkeypatch.context() as patch:  # plain, also where a test before this one brought the compiler
        patch.setattr("graph.compiled.COMPILE_ABOVE", 10 * COMPILE_ABOVE)
        small = open_paths(n, one, Near.both_ways(n, *tied), Near.both_ways(n, *met), a, b, flag)
    masks = [np.tile(mask, 2) for mask in (a, b, flag)]
    both = [Near.both_ways(2 * n, twice(us), twice(vs)) for us, vs in (tied, met)]
    large = open_paths(2 * n, two, *both, *masks)
    assert large.pairs.tolist() == np.tile(small.pairs, 2).tolist()
    assert large.only.tolist() == np.tile(small.only, 2).tolist()
    assert np.allclose(large.weight, np.tile(small.weight, 2))


def test_what_is_middling_is_compiled_only_where_the_compiler_is_there_already(monkeypatch):
    work, done = COMPILE_ABOVE // 5, []
    kernel = Kernel(_double)
    monkeypatch.setattr(kernel, "plain", lambda *_: done.append("plain"))
    monkeypatch.setattr(kernel, "compiled", lambda *_: done.append("compiled"))
    monkeypatch.setitem(sys.modules, "numba", None)
    kernel(work, (), ())
    monkeypatch.delitem(sys.modules, "numba")
    kernel(work, (), ())
    assert done == ["compiled", "plain"]


def test_a_small_network_never_imports_the_compiler():
    code = (
        "import sys; from tests.graph.questions.test_connects import asked, world; asked(world());"
        "sys.exit('numba' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_no_question_on_the_binckhorst_network_imports_the_compiler():
    code = (
        "import sys; from graph.adapters import MemoryStore; from graph.desk import Desk;"
        "from graph.words import load_words;"
        "from graph.questions import QUESTIONS; from ingest.loader import files_named, load_files;"
        "desk = Desk(MemoryStore(), load_words()); load_files(desk.knowledge, files_named(()));"
        "[desk.ask(question.name, question.example, 'nl') for question in QUESTIONS];"
        "sys.exit('numba' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
