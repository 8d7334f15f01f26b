"""`ledger`: sums are checked, rounding is named and left, corrections stand beside what is printed."""

from __future__ import annotations

from graph.statements import Statement
from graph.testing.source import Source
from tests.worlds import answer, network


class Books(Source):
    """A source with a project `Garden` and its budget lines."""

    def __init__(self) -> None:
        super().__init__("news", published="2021")
        self.project = self.mention("garden", "project", "Garden")

    def line(self, name: str, of: Statement, planned: int | None, actual: int | None = None) -> Statement:
        line = self.mention(name.lower().replace(" ", "-"), "budget_line", name)
        for key, amount in (("planned", planned), ("actual", actual)):
            if amount is not None:
                self.property(line, key, amount, printed=str(amount))
        self.tie(line, "part_of", of)
        return line


def rows(books: Books, lang="en") -> dict[str, dict]:
    return {row["name"]: row for row in answer("ledger", network(books), lang, project="Garden").rows}


def test_no_amounts_is_said():
    assert answer("ledger", network(Books()), project="Garden").sentence == "The sources give no amounts for Garden."
    assert answer("ledger", network(Books()), "nl", project="Garden").sentence == (
        "De bronnen geven geen bedragen voor Garden."
    )


def test_lines_come_in_a_tree_and_totals_are_checked():
    books = Books()
    total = books.line("Total", books.project, 300, 250)
    books.line("Seeds", total, 100, 150)
    books.line("Tools", total, 200, 100)
    found = rows(books)
    assert [(name, row["depth"]) for name, row in found.items()] == [("Total", 0), ("Seeds", 1), ("Tools", 1)]
    assert (found["Total"]["parts_planned"], found["Total"]["note"]) == (300, "equals its parts")
    assert found["Total"]["rounding"] == found["Total"]["differs"] == []


def test_up_to_a_hundred_euros_is_rounding_and_more_is_a_difference():
    books = Books()
    for name, off in (("Near", 100), ("Far", 101)):
        total = books.line(name, books.project, 1000 + off)
        books.line(f"{name} part", total, 1000)
    found = rows(books)
    assert (found["Near"]["rounding"], found["Near"]["differs"]) == (["planned"], [])
    assert (found["Far"]["rounding"], found["Far"]["differs"]) == ([], ["planned"])
    assert found["Near"]["note"] == "planned: rounding +€100 against the parts"
    caveats = answer("ledger", network(books), "nl", project="Garden").caveats
    assert "Tot € 100 verschil door afronding: Near." in caveats
    assert "Niet gelijk aan de som van de delen: Far." in caveats


def test_a_part_without_an_amount_leaves_the_sum_open():
    books = Books()
    total = books.line("Total", books.project, 300)
    books.line("Seeds", total, 100)
    books.line("Tools", total, None)
    assert rows(books)["Total"]["parts_planned"] is None


def test_a_corrected_amount_counts_and_what_is_printed_stands_beside():
    books = Books()
    books.line("Seeds", books.project, 13)
    printed = next(s for s in books.statements if s.word == "planned")
    books.correct(printed, "planned", 1300)
    row = rows(books, "nl")["Seeds"]
    assert (row["planned"], row["corrected"], row["note"]) == (
        1300,
        ["planned"],
        "begroot verbeterd, gedrukt staat '13'",
    )
    assert set(row["evidence"]) >= {printed.id}


def test_contributions_stand_apart_by_giver_and_form():
    books = Books()
    town = books.mention("town", "organisation", "Town")
    gift = books.tie(town, "contributed", books.project, form="money")
    books.tie_property(gift, "actual", 500)
    row = rows(books)["Town"]
    assert (row["type"], row["form"], row["planned"], row["actual"]) == ("contribution", "money", None, 500)
    assert answer("ledger", network(books), project="Garden").sentence == ("The sources name 1 contributor for Garden.")


def test_the_sentence_gives_the_totals():
    books = Books()
    books.line("Total", books.project, 47100, 59700)
    assert answer("ledger", network(books), "nl", project="Garden").sentence == (
        "Garden – Total: begroot € 47.100 en gerealiseerd € 59.700."
    )
    assert answer("ledger", network(books), project="Garden").sentence == (
        "Garden – Total: planned €47,100 and actual €59,700."
    )


def test_to_whom_a_line_was_paid_is_said():
    books = Books()
    line = books.line("Seeds", books.project, 100)
    books.tie(line, "paid_to", books.mention("shop", "organisation", "Shop"))
    assert rows(books)["Seeds"]["note"] == "paid to Shop"


def test_lines_in_a_circle_are_each_shown_once_on_the_way_down():
    books = Books()
    one = books.line("One", books.project, 100)
    two = books.line("Two", one, 100)
    books.tie(one, "part_of", two)
    assert list(rows(books)) == ["One", "Two"]


def test_an_inferred_amount_is_called_so():
    books = Books()
    line = books.mention("fee", "budget_line", "Fee")
    books.property(line, "planned", 100, certainty="inferred", reason={"en": "the sum less the rest"})
    books.tie(line, "part_of", books.project)
    assert rows(books)["Fee"]["note"] == "amount inferred"
