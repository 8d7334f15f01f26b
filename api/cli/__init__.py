"""The command line `binck`."""

from __future__ import annotations

from api.cli.group import main

__all__ = ["main"]
