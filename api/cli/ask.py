"""`binck ask`: the catalogue, and each question with its parameters."""

from __future__ import annotations

import shlex
import sys
from typing import Any

import click

from api.answer_csv import answer_csv
from api.catalogue import catalogue_json
from api.cli.command import BETWEEN_LANGUAGES, Bilingual, Command, command, shared
from api.cli.output import print_json, print_table, say
from api.opening import open_desk
from api.spoken import asked, reading_json, refuse_unclear
from graph.asking import Reading
from graph.desk import Desk
from graph.errors import Misasked
from graph.jsontext import Json
from graph.questions import QUESTIONS, Answer, Question, evidence_json, question_named
from graph.sentences import evidence_line
from graph.texts import Lang


class Ask(Bilingual, click.Group):
    """`binck ask NAME --parameter value`: a command made of each question; what is no name is a question in words."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [question.name for question in QUESTIONS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        names = self.list_commands(ctx)
        return _command(question_named(cmd_name)) if cmd_name in names else None

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args[0] not in self.list_commands(ctx):
            known = {option for parameter in _in_words.params for option in parameter.opts}
            if any(arg.startswith("--") and arg.partition("=")[0] not in {*known, "--help"} for arg in args):
                question_named(args[0])  # with a parameter it was meant as a name
            return _WORDS, _in_words, args
        return super().resolve_command(ctx, args)


@click.group(
    "ask",
    cls=Ask,
    invoke_without_command=True,
    help="Stel een vraag, bij naam of in gewone woorden; zonder iets de lijst van vragen."
    " ¦ Ask a question, by its name or in plain words; without anything the list of questions.",
    example="ask connects --from education --to entrepreneurs",
)
@click.option(
    "--explain",
    metavar="TEXT",
    default="",
    help="Zeg alleen hoe deze vraag in woorden wordt gelezen. ¦ Only say how this question in words is read.",
)
@shared
@click.pass_context
def ask_command(ctx: click.Context, explain: str, store: str, lang: Lang, as_json: bool) -> None:
    if ctx.invoked_subcommand is not None:
        settings = {"store": store, "lang": lang, "as_json": as_json}
        ctx.default_map = {ctx.invoked_subcommand: settings, _WORDS: settings}
        return
    if explain:
        _explain(open_desk(store), explain, lang, as_json)
        return
    if as_json:
        print_json(catalogue_json(lang))
        return
    rows = []
    for question in QUESTIONS:
        example = " ".join(f'--{key} "{value}"' for key, value in question.example.items())
        rows.append((question.name, question.asks.say(lang), f"binck ask {question.name} {example}".strip()))
    print_table(("question", "asks", "example") if lang == "en" else ("vraag", "vraagt", "voorbeeld"), rows)


def _command(question: Question) -> click.Command:
    def run(store: str, lang: Lang, as_json: bool, as_csv: bool, **given: str | None) -> None:
        _refuse_both(as_json, as_csv)
        answer = open_desk(store).ask(question.name, {key: value for key, value in given.items() if value}, lang)
        _give(answer, lang, as_json, as_csv)

    example = " ".join(f'--{key} "{value}"' for key, value in question.example.items())
    help_ = f"{question.asks.nl}{BETWEEN_LANGUAGES}{question.asks.en}"
    made: Command = command(question.name, help_, f"ask {question.name} {example}".strip())(run)
    for parameter in question.parameters:
        label = f"{parameter.label.nl}{BETWEEN_LANGUAGES}{parameter.label.en}"
        made.params.append(click.Option([f"--{parameter.name}", parameter.name], help=label))
    made.params.append(click.Option(["--csv", "as_csv"], is_flag=True, help=_CSV))
    return made


def _refuse_both(as_json: bool, as_csv: bool) -> None:
    if as_json and as_csv:
        raise Misasked("Kies --json of --csv, niet allebei", "Choose --json or --csv, not both")


def _give(answer: Answer, lang: Lang, as_json: bool, as_csv: bool) -> None:
    if as_json:
        print_json(answer.json())
    elif as_csv:
        _print_csv(answer, lang)
    else:
        _print(answer, lang)


def _explain(desk: Desk, words: str, lang: Lang, as_json: bool) -> None:
    """How words are read, and nothing else."""
    reading = desk.understand(words)
    if as_json:
        print_json(reading_json(desk, reading, lang))
        return
    try:
        refuse_unclear(desk, reading, lang)
    except Misasked as unclear:
        click.echo(unclear.say(lang))
    else:
        click.echo(_read_as(desk, reading, lang))


def _read_as(desk: Desk, reading: Reading, lang: Lang) -> str:
    """As which question the words were read, and the command that asks it by name."""
    question = question_named(str(reading.question))
    read = asked(desk, question, reading.parameters, lang)
    named = [f"--{key} {shlex.quote(value)}" for key, value in reading.parameters.items()]
    command_ = " ".join(["binck ask", question.name, *named])
    return f"{'Read as' if lang == 'en' else 'Gelezen als'}: {read} ({command_})"


_WORDS = "words"
_CSV = (
    "Geef de rijen als CSV, voor een rekenblad: met puntkomma’s, en in het Engels met komma’s."
    " ¦ Give the rows as CSV, for a spreadsheet: with commas, and in Dutch with semicolons."
)


def _cell(row: dict[str, Json], key: str) -> Json:
    depth = row.get("depth")
    return f"{'  ' * depth}{row[key]}" if key == "name" and isinstance(depth, int) else row.get(key)


def _print_csv(answer: Answer, lang: Lang) -> None:
    """The rows as results; what they add up to is no row, and goes where all else goes."""
    sys.stdout.buffer.write(answer_csv(answer, lang))
    sys.stdout.buffer.flush()
    say(answer.sentence)
    for caveat in answer.caveats:
        say(f"– {caveat}")


def _print(answer: Answer, lang: Lang) -> None:
    click.echo(answer.sentence)
    if answer.rows:
        print_table(
            [column.label.say(lang) for column in answer.columns],
            [[_cell(row, column.key) for column in answer.columns] for row in answer.rows],
        )
    if answer.evidence:
        click.secho("Where this comes from:" if lang == "en" else "Waar dit vandaan komt:", bold=True)
        for key in answer.sentence_evidence:
            click.secho(f"      {evidence_line(evidence_json(answer.evidence[str(key)]), lang)}", dim=True)
        for row in answer.rows:
            click.echo(f"  {str(row.get('name', '')).strip()}")
            for key in row["evidence"]:  # type: ignore[union-attr]
                click.secho(f"      {evidence_line(evidence_json(answer.evidence[str(key)]), lang)}", dim=True)
    for caveat in answer.caveats:
        say(f"– {caveat}")


def _answer_words(words: tuple[str, ...], store: str, lang: Lang, as_json: bool, as_csv: bool) -> None:
    """A question in plain words: how it was read, and its answer."""
    _refuse_both(as_json, as_csv)
    desk = open_desk(store)
    text = " ".join(words)
    reading = desk.understand(text)
    if reading.question is None and " " not in text:
        question_named(text)
    refuse_unclear(desk, reading, lang)
    say(_read_as(desk, reading, lang))
    _give(desk.ask(str(reading.question), reading.parameters, lang), lang, as_json, as_csv)


_in_words: Command = command(
    _WORDS,
    "Een vraag in gewone woorden. ¦ A question in plain words.",
    'ask "wie verbindt onderwijs met ondernemers?"',
)(_answer_words)
_in_words.params.append(click.Argument(["words"], nargs=-1, required=True))
_in_words.params.append(click.Option(["--csv", "as_csv"], is_flag=True, help=_CSV))
