"""What ships for tests stays apart from what runs: only `graph.testing` needs pytest and hypothesis."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from hypothesis import HealthCheck, given, settings

import graph
from graph.adapters import MemoryStore
from graph.knowledge import Knowledge
from graph.testing.source import Source
from graph.testing.worlds import worlds
from tests.worlds import WORDS

PACKAGE = Path(graph.__file__).parent


def test_the_core_runs_without_what_tests_need():
    modules = [
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
        for path in sorted(PACKAGE.rglob("*.py"))
        if "testing" not in path.parts
    ]
    program = (
        "import importlib, sys\n"
        "sys.modules |= dict.fromkeys(('pytest', 'hypothesis'))\n"  # None: an import of it fails
        f"[importlib.import_module(name.removesuffix('.__init__')) for name in {modules!r}]\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=PACKAGE.parent, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(worlds())
def test_made_up_worlds_keep_the_rules(world: list[Source]):
    """All but judgements, which may contradict or cross kinds, so that refusals of those are walked through too."""
    knowledge = Knowledge(MemoryStore(), WORDS)
    for source in world:
        source.judgements.clear()
        assert knowledge.load(source.bundle(), strict=True).sources[0].refused == []
