"""`python -m api.cli` is `binck`."""

from __future__ import annotations

from api.cli.group import main

if __name__ == "__main__":
    main()
