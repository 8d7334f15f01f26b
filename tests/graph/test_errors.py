"""Every error says what is wrong in both languages, and what HTTP answers."""

from __future__ import annotations

import pytest

from graph import errors
from graph.errors import Ambiguous, BinckError, StoreError, Unknown

ALL = [found for found in vars(errors).values() if isinstance(found, type) and issubclass(found, BinckError)]


def test_an_error_speaks_both_languages():
    error = Unknown("Niet gevonden", "Not found")
    assert (error.say("nl"), error.say("en"), str(error)) == ("Niet gevonden", "Not found", "Not found")


def test_an_ambiguous_name_brings_its_candidates():
    error = Ambiguous("Wie?", "Who?", [("s:a", "person", "Ann")])
    assert error.candidates == [("s:a", "person", "Ann")]


@pytest.mark.parametrize("error", ALL)
def test_the_tree_at_the_head_of_the_file_names_every_error_with_its_status(error: type[BinckError]):
    assert errors.__doc__
    (line,) = [line for line in errors.__doc__.splitlines() if line.strip("│├└─ ").startswith(f"{error.__name__} ")]
    assert str(error.status) in line


def test_trouble_with_a_store_is_one_kind_of_error():
    assert {error.__name__ for error in ALL if issubclass(error, StoreError)} == {
        *["StoreError", "StoreForeign", "StoreNewer", "StoreDamaged", "StoreBusy", "StoreFull"]
    }
