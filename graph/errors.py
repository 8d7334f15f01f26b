"""Every error that the project raises on purpose.

BinckError                  400  something was asked that cannot be done
├── Unknown                 404  nothing is known under that name or id
├── Ambiguous               409  a name fits several things
├── Refused                 422  a statement, value or file breaks a rule
│   └── Misasked            422  a question without, or with a wrong, parameter
├── Contradiction           409  a judgement or undo contradicts what is in force
├── WordsError              500  a file of the words is wrong
└── StoreError              503  the store cannot be used
    ├── StoreForeign        503  the file or database holds something else
    ├── StoreNewer          503  written by a later release
    ├── StoreDamaged        503  cannot be read as it stands
    ├── StoreBusy           503  another process keeps writing
    └── StoreFull           507  no room to write

A message names the thing, the rule and the next step, in both languages.
"""

from __future__ import annotations

from graph.texts import Lang, Text


class BinckError(Exception):
    """`message` says it in both languages; `status` is what HTTP answers, `exit_code` what a command does."""

    status = 400
    exit_code = 1

    def __init__(self, nl: str, en: str) -> None:
        super().__init__(en)
        self.message = Text(nl, en)

    def say(self, lang: Lang) -> str:
        return self.message.say(lang)


class Unknown(BinckError):
    status = 404


class Ambiguous(BinckError):
    """`candidates` are `(id, kind, name)`, best first."""

    status = 409

    def __init__(self, nl: str, en: str, candidates: list[tuple[str, str, str]]) -> None:
        super().__init__(nl, en)
        self.candidates = candidates


class Refused(BinckError):
    status = 422


class Misasked(Refused):
    exit_code = 2


class Contradiction(BinckError):
    status = 409


class WordsError(BinckError):
    status = 500


class StoreError(BinckError):
    status = 503


class StoreForeign(StoreError):
    pass


class StoreNewer(StoreError):
    pass


class StoreDamaged(StoreError):
    pass


class StoreBusy(StoreError):
    pass


class StoreFull(StoreError):
    status = 507
