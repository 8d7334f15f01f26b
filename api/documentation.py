"""The parts of the documentation that are made from the code, so that they cannot differ from it."""

from __future__ import annotations

import inspect
import re
import shlex
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from graph.copresence import BIG
from graph.introductions import RULES
from graph.introductions.proposals import CAP
from graph.introductions.steps import INTRODUCTIONS, STEPS
from graph.measures.catalogue import MEASURES
from graph.questions import QUESTIONS, Parameter, Question
from graph.words import Property, Words
from graph.words.model import SameName

Run = Callable[[list[str]], str]
PICTURE = "docs/map.svg"
_BLOCK = re.compile(
    r"(<!-- output: (?P<command>binck [^\n|]*?)(?: \| head -(?P<most>\d+))? -->\n)```text\n.*?```", re.DOTALL
)
_MOST = 40
"""Lines of output of each question's example."""


def pages(words: Words) -> dict[str, str]:
    """The pages that are made whole, by their name in `docs/`."""
    return {
        "words.md": words_page(words),
        "questions.md": questions_page(),
        "measures.md": measures_page(),
        "introductions.md": introductions_page(),
    }


def words_page(words: Words) -> str:
    """Every kind of entity and tie and every list of choices."""
    lines = [
        "# The words",
        "",
        "Made from `graph/words/` by `make docs`. To change the words, change the files there; a folder named by",
        "`BINCK_WORDS` adds to them or puts its own in their place.",
        "",
        "## Kinds of entity",
        "",
    ]
    for name, kind in sorted(words.entities.items()):
        lines += [f"### `{name}` – {kind.label.nl}, {kind.plural.nl} / {kind.label.en}, {kind.plural.en}", ""]
        lines += [
            kind.means.en,
            "",
            f"Equal names: {_same_name(kind.same_name)}. Drawn as {kind.shape}, {kind.colour}.",
        ]
        if kind.personal:
            lines.append("Personal data.")
        if kind.detail:
            lines.append("A detail: a map of everything leaves it out.")
        if kind.record:
            lines.append("A record of what somebody does with the network: no map shows it.")
        lines += ["", *_properties(kind.properties)]
    lines += ["## Kinds of tie", ""]
    lines += ["Read aloud, `[…]` is said when its property is known, and of `(one|several)` what fits `{from}`.", ""]
    for name, tie in sorted(words.ties.items()):
        lines += [f"### `{name}` – {tie.label.nl} / {tie.label.en}", "", tie.means.en, ""]
        lines += [f"- {', '.join(ends.from_)} → {', '.join(ends.to)}" for ends in tie.ends]
        lines += [f"- read aloud: “{tie.sentence.nl}” / “{tie.sentence.en}”"]
        notes = [
            text
            for flag, text in ((tie.symmetric, "symmetric"), (tie.joins, "joins"), (tie.lasting, "lasting"))
            if flag
        ]
        lines += [f"- {', '.join(notes)}"] if notes else []
        lines += [f"- identifying: {', '.join(tie.identifying)}"] if tie.identifying else []
        lines += ["", *_properties(tie.properties)]
    lines += ["## Choices", ""]
    for name, choices in sorted(words.choices.items()):
        lines += [f"### `{name}` – {choices.label.nl} / {choices.label.en}", ""]
        lines += _table(
            ("id", "nl", "en"), ((f"`{key}`", label.nl, label.en) for key, label in choices.choices.items())
        )
    lines += ["## What is said of a source", "", *_properties(words.source.properties)]
    return "\n".join(lines).rstrip() + "\n"


def _same_name(rule: str | SameName) -> str:
    if isinstance(rule, str):
        return "are the same" if rule == "joins" else "say nothing"
    parts = ["are the same"]
    if rule.equal:
        parts = [f"are the same with equal `{rule.equal}`"]
    parts += [f"or, both without, `{key}` {' or '.join(values)}" for key, values in rule.or_.items()]
    parts += [f"not when `{key}` is {' or '.join(values)}" for key, values in rule.unless.items()]
    return ", ".join(parts)


def _properties(properties: Mapping[str, Property]) -> list[str]:
    rows = []
    for key, one in properties.items():
        value = f"choice of [{one.choices}](#{one.choices})" if one.choices else one.value
        notes = ", ".join(text for flag, text in ((one.many, "several"), (one.personal, "personal")) if flag)
        rows.append((f"`{key}`", one.label.nl, one.label.en, value, notes))
    return _table(("property", "nl", "en", "value", ""), rows) if rows else []


def _table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    headings = list(headings)
    lines = [f"| {' | '.join(headings)} |", f"|{'---|' * len(headings)}"]
    return [*lines, *(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows), ""]


def introductions_page() -> str:
    """The rules of introductions, which are explained by the docstrings of their functions."""
    rows = {
        finds: [
            (rule.label.nl, rule.label.en, f"{rule.weight:g}", rule.explained("en"))
            for rule in RULES
            if (rule.ground is not None) == finds
        ]
        for finds in (True, False)
    }
    headings = ("rule", "in English", "weight", "explained")
    lines = [
        "# Introductions",
        "",
        "Made from `graph/introductions/` by `make docs`. `binck introduce` proposes pairs of people and",
        "organisations that have no bond, and points people to activities that are still to come or go on, with the",
        "reasons by which they are proposed, the pairs that the new tie would join, who can introduce them, what",
        "speaks against, and a draft of what to write to them. A proposal is no tie and counts nowhere.",
        "",
        f"Not proposed are two who have a bond, who share an activity or project of fewer than {BIG} people, or two",
        "organisations to which the same person belongs; who belongs to a part, with the whole; groups without names;",
        "who takes part already.",
        "",
        "The score is the sum of the weights of the rules that hold, each as far as it holds. What only adds counts",
        "for no more than what finds the pair. Of equal score what joins most pairs goes first. In a list for",
        f"everybody nobody is proposed more than {CAP} times; in any list what the same subject or acquaintance brings",
        f"together comes back only after others once it has {CAP} places.",
        "",
        "The weights are set by hand, for a network without a past: what somebody asked for counts most, what two",
        "share half of that, and what a tie would bridge decides between pairs that are as good. A network of which",
        "the begins of ties are known can learn its own: `binck evaluate --before DAY` fits a logistic regression none",
        "of whose weights is negative on what the rules would have found before that day and what came from then on,",
        "shows it beside the weights by hand, and with `--keep` keeps it beside the store, where `binck introduce` and",
        "the pages use it. A rule that held of no pair keeps its weight by hand. On a network with a long past weights",
        "learned foretell hardly more than those by hand, and give what bridges next to nothing: what bridges comes",
        "seldom by itself, which is why a broker is there (docs/benchmarks.md has the table).",
        "",
        "## Rules that find a pair",
        "",
        *_table(headings, rows[True]),
        "## Rules that only add",
        "",
        *_table(headings, rows[False]),
        "## The life of a proposal",
        "",
        "On the page of introductions and by `binck introduction` one records what became of a proposal, with the day:",
        "",
        *(f"- `{step}` – {label.nl} / {label.en}" for step, label in STEPS.items()),
        "",
        "Two may be introduced that nobody proposed: two people or organisations, or a person and an activity. Nobody",
        "meets, and nothing comes of it, before it was made; no activity or project follows from it that began or",
        "ended before. What was declined is closed and never proposed again; what was put off comes back on its day.",
        "Whoever is introduced is told by an id or a whole name. So is who made it and what it led to, or else that is",
        "somebody new, who is in the network from then on; the reply tells which.",
        "",
        f"Each step is a statement of the source `{INTRODUCTIONS}`, is taken back by its button, by `--take-back` or",
        "by `binck undo`, and can be asked about: `came-of` tells what came of one, `introductions-made` of all, by",
        "the reasons that proposed them.",
        "",
        "## The first three of the Binckhorst network",
        "",
        "<!-- output: binck introduce --lang en --top 3 -->",
        "```text",
        "```",
        "",
    ]
    return "\n".join(lines)


def questions_page() -> str:
    """Every question with its definition, which is the docstring of its class."""
    lines = [
        "# The questions",
        "",
        "Made from `graph/questions/` by `make docs`. Each is asked as `binck ask NAME`, at `/ask/NAME` and at",
        '`/api/questions/NAME`, with the same answer; and in words, as `binck ask "…"`, at `/ask?words=…` and at',
        "`/api/ask?words=…`.",
        "",
    ]
    for question in QUESTIONS:
        lines += [f"## `{question.name}` – {question.asks.en}", "", f"Dutch: {question.asks.nl}", ""]
        lines += [inspect.cleandoc(type(question).__doc__ or ""), ""]
        rows = [(f"`--{p.name}`", p.label.nl, p.label.en, p.takes_in_words, _need(p)) for p in question.parameters]
        lines += _table(("parameter", "nl", "en", "takes", ""), rows)
        lines += [f"<!-- output: {example_command(question)} --lang en | head -{_MOST} -->", "```text", "```", ""]
    return "\n".join(lines).rstrip() + "\n"


def _need(parameter: Parameter) -> str:
    if parameter.default:
        return f"else {parameter.default}"
    return "required" if parameter.required else ""


def measures_page() -> str:
    """Every measure with the columns of its table and its definition, which are docstrings."""
    lines = [
        "# The measures",
        "",
        "Made from `graph/measures/` by `make docs`. `binck measure NAME --edges FILE.csv --nodes FILE.csv` computes",
        "each on any network, as the named reference does. Edges have the columns `from` and `to`, nodes `id`; commas,",
        "semicolons or tabs. One row per node in the order of the nodes, numbers to the last digit; an empty field is",
        "not defined. Without `--directed` an arc either way is one tie. Ties of a node with itself are left out, and",
        "what stands twice is one tie; with `--weight COLUMN` the weights of what stands twice are added.",
        "",
    ]
    for measure in MEASURES.values():
        lines += [f"## `{measure.name}` – {measure.label.nl} / {measure.label.en}", ""]
        lines += [inspect.cleandoc(measure.run.__doc__ or ""), ""]
        for function in measure.defined:
            lines += [f"### `{function.__name__}`", "", "```text", inspect.cleandoc(function.__doc__ or ""), "```", ""]
    return "\n".join(lines).rstrip() + "\n"


def example_command(question: Question) -> str:
    """The question's example as it is typed."""
    given = " ".join(f"--{key} {shlex.quote(value)}" for key, value in question.example.items())
    return f"binck ask {question.name} {given}".strip()


def with_output(text: str, run: Run) -> str:
    """A page with the output of every command in an `output` block put in anew; `| head -N` keeps the first lines."""

    def fill(block: re.Match[str]) -> str:
        output = run(shlex.split(block["command"])[1:])
        lines = [line.rstrip() for line in output.strip("\n").split("\n")]
        if block["most"] and len(lines) > int(block["most"]):
            lines = [*lines[: int(block["most"])], "…"]
        return f"{block[1]}```text\n" + "\n".join(lines) + "\n```"

    return _BLOCK.sub(fill, text)


def documents(root: Path, words: Words, run: Run) -> dict[Path, str]:
    """Every document that has made parts, with what it should say now."""
    made = {root / "docs" / name: with_output(text, run) for name, text in pages(words).items()}
    for path in (root / "README.md", *sorted((root / "docs").glob("*.md"))):
        if path.exists() and path not in made:
            made[path] = with_output(path.read_text(encoding="utf-8"), run)
    return made
