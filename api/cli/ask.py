"""`binck ask`: the catalogue, and each question with its parameters."""

from __future__ import annotations

import sys
from typing import Any

import click

from api.answer_csv import answer_csv
from api.catalogue import catalogue_json
from api.cli.command import BETWEEN_LANGUAGES, Bilingual, Command, command, shared
from api.cli.output import print_json, print_table, say
from api.opening import open_desk
from api.sentences import evidence_line
from graph.errors import Misasked
from graph.jsontext import Json
from graph.questions import QUESTIONS, Answer, Question, evidence_json, question_named
from graph.texts import Lang


class Ask(Bilingual, click.Group):
    """`binck ask NAME --parameter value`: a command made of each question."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [question.name for question in QUESTIONS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        names = self.list_commands(ctx)
        return _command(question_named(cmd_name)) if cmd_name in names else None

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        question_named(args[0])
        return super().resolve_command(ctx, args)


@click.group(
    "ask",
    cls=Ask,
    invoke_without_command=True,
    help="Stel een vraag; zonder naam de lijst van vragen. ¦ Ask a question; without a name the list of questions.",
    example="ask connects --from education --to entrepreneurs",
)
@shared
@click.pass_context
def ask_command(ctx: click.Context, store: str, lang: Lang, as_json: bool) -> None:
    if ctx.invoked_subcommand is not None:
        ctx.default_map = {ctx.invoked_subcommand: {"store": store, "lang": lang, "as_json": as_json}}
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
        if as_json and as_csv:
            raise Misasked("Kies --json of --csv, niet allebei", "Choose --json or --csv, not both")
        answer = open_desk(store).ask(question.name, {key: value for key, value in given.items() if value}, lang)
        if as_json:
            print_json(answer.json())
        elif as_csv:
            _print_csv(answer, lang)
        else:
            _print(answer, lang)

    example = " ".join(f'--{key} "{value}"' for key, value in question.example.items())
    help_ = f"{question.asks.nl}{BETWEEN_LANGUAGES}{question.asks.en}"
    made: Command = command(question.name, help_, f"ask {question.name} {example}".strip())(run)
    for parameter in question.parameters:
        label = f"{parameter.label.nl}{BETWEEN_LANGUAGES}{parameter.label.en}"
        made.params.append(click.Option([f"--{parameter.name}", parameter.name], help=label))
    made.params.append(click.Option(["--csv", "as_csv"], is_flag=True, help=_CSV))
    return made


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
