"""Warming compiles everything that can be compiled."""

from __future__ import annotations

import importlib
import pkgutil

import graph.introductions
import graph.measures
from graph.compiled import Kernel
from graph.measures.catalogue import MEASURES
from graph.measures.warming import warm


def kernels() -> dict[str, Kernel]:
    packages = (graph.introductions, graph.measures)
    modules = ["graph.openpaths"]
    modules += [f"{package.__name__}.{m.name}" for package in packages for m in pkgutil.iter_modules(package.__path__)]
    return {
        f"{name}.{key}": value
        for name in modules
        for key, value in vars(importlib.import_module(name)).items()
        if isinstance(value, Kernel)
    }


def test_every_measure_is_run_and_every_kernel_compiled(monkeypatch):
    monkeypatch.setattr("graph.compiled.COMPILE_ABOVE", -1)
    assert list(warm()) == [*MEASURES, "warm-path", "proposals"]
    assert {name for name, kernel in kernels().items() if "_machine_code" not in vars(kernel)} == set()
