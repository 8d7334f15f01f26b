"""What commands print: results on stdout, all else on stderr, colour and progress on a terminal only."""

from __future__ import annotations

import csv
import io
import os
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager

import click

from graph.jsontext import dumps
from graph.progress import Progress, silent
from graph.texts import Lang, Text

_NO_LIMIT = 100_000
_LOADING = Text("Laden", "Loading")
_READING = Text("Netwerk lezen", "Reading the network")
_SHOW_AFTER = 0.5


def print_json(value: object) -> None:
    click.echo(dumps(value, indent=True))


def print_table(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """A table as wide as the terminal, or without limit where the output is no terminal.

    Where the terminal is too narrow for the longest word of each column, a block for each row.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text as Line

    texts = [["" if cell is None else str(cell) for cell in row] for row in rows]
    known = sys.stdout.isatty() or "COLUMNS" in os.environ
    console = Console(file=sys.stdout, width=None if known else _NO_LIMIT, highlight=False)
    columns = list(zip(headings, *texts, strict=True))
    needed = sum(max((len(word) for cell in column for word in cell.split()), default=0) + 3 for column in columns)
    if needed > console.width:
        for row in texts:
            click.secho(row[0].strip(), bold=True)
            for heading, cell in zip(headings[1:], row[1:], strict=True):
                if cell:
                    click.echo(f"  {heading}: {cell}")
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for place, heading in enumerate(headings):
        numbers = [row[place] for row in rows if row[place] not in (None, "")]
        right = bool(numbers) and all(isinstance(n, (int, float)) for n in numbers)
        table.add_column(heading, justify="right" if right else "left", overflow="fold")
    for line in texts:
        table.add_row(*map(Line, line))
    console.print(table)


def print_csv(columns: Mapping[str, Sequence[object]]) -> None:
    """Columns of one length as comma-separated values, numbers to the last digit; `None` is an empty field."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(zip(*(_written(column) for column in columns.values()), strict=True))
    click.echo(text.getvalue(), nl=False)


def _written(column: Sequence[object]) -> list[object]:
    """A column with its numbers as text, each different one written once: most stand many times."""
    numbers = {value: repr(value) for value in set(column) if isinstance(value, float)}
    return [numbers.get(value, value) if isinstance(value, float) else value for value in column]


def say(text: str) -> None:
    """Something that is no result."""
    click.echo(text, err=True)


@contextmanager
def progress_bar(lang: Lang, begin: Text = _LOADING) -> Iterator[Progress]:
    """Progress on stderr when it is a terminal, else silence; `begin` stands there until a name is told."""
    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task(begin.say(lang), total=None)
        yield lambda name, done, total: bars.update(task, description=name, completed=done, total=total)


class ReadingBar:
    """Progress of reading a network, shown by a bar that comes when it takes long and goes when it is done."""

    def __init__(self, lang: Lang) -> None:
        self._lang = lang
        self._began = 0.0
        self._shown = ExitStack()
        self._bar: Progress | None = None

    def __call__(self, name: str, done: int, total: int) -> None:
        now = time.monotonic()
        self._began = self._began or now
        if done >= total:
            self._shown.close()
            self._began, self._bar = 0.0, None
        elif self._bar is None and now - self._began > _SHOW_AFTER:
            self._bar = self._shown.enter_context(progress_bar(self._lang, _READING))
        if self._bar is not None:
            self._bar(_READING.say(self._lang), done, total)


def language_of_command() -> Lang:
    """The language of the command that is being carried out; Dutch outside of any."""
    context = click.get_current_context(silent=True)
    lang: Lang = "en" if context is not None and context.params.get("lang") == "en" else "nl"
    return lang
