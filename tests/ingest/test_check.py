"""Statements are held against the documents that they cite: the fingerprint, and the printed words in their lines."""

from __future__ import annotations

import hashlib

import pytest

from graph.testing.source import Source
from ingest.check import check_sources
from tests.worlds import WORDS

DOCUMENT = """\
The bakery of Ann de
Boer opened in Septem-
ber with a work-
shop for knowledge-
workers.
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "news.txt").write_text(DOCUMENT)
    return tmp_path


def said(locator: str, printed: str) -> Source:
    source = Source("news")
    source.mention("ann", "person", "Ann", locator=locator, printed=printed)
    return source


def checked(source, folder):
    (found,) = check_sources(source.statements, folder)
    return found


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_the_document_is_the_file_with_the_name_of_the_source(tmp_path, suffix):
    (tmp_path / f"news{suffix}").write_text(DOCUMENT)
    assert checked(said("line 1", "Ann"), tmp_path).present


def test_a_source_without_its_document_is_listed_and_is_no_failure(tmp_path):
    found = checked(said("line 1", "Ann"), tmp_path)
    assert (found.id, found.present, found.fingerprint_equal, found.statements, found.failed) == (
        "news",
        False,
        None,
        0,
        [],
    )
    assert found.ok


def test_each_source_is_held_against_its_own_document(folder):
    sources = [*said("line 1", "Ann").statements, *Source("bulletin", published="2021").statements]
    assert [(c.id, c.present) for c in check_sources(sources, folder)] == [("bulletin", False), ("news", True)]


FINGERPRINTS = [
    (hashlib.sha256(DOCUMENT.encode()).hexdigest(), True),
    (hashlib.sha256(DOCUMENT.replace("Ann", "Anne").encode()).hexdigest(), False),
    (None, None),  # the source gives none
]


@pytest.mark.parametrize(("digest", "equal"), FINGERPRINTS)
def test_the_fingerprint_is_that_of_the_bytes_of_the_file(folder, digest, equal):
    source = said("line 1", "Ann")
    if digest:
        source.source("fingerprint", f"sha256:{digest}")
    found = checked(source, folder)
    assert (found.fingerprint_equal, found.ok) == (equal, equal is not False)


STANDS = [
    ("line 1", "Ann", "in its line"),
    ("lines 1-2", "Ann de Boer", "over the end of a line"),
    ("lines 2-3", "September", "a hyphen at the end of a line is dropped"),
    ("lines 2-4", "September with a workshop", "several are"),
    ("lines 4-5", "knowledge-workers", "or it belongs to the word"),
    ("lines 4-5", "knowledge- workers", "or it is printed with the blank"),
    ("lines 1-5", "opened in", "somewhere in many lines"),
    ("line 1", "bakery  of", "blanks are folded"),
    ("line 3", "", "nothing printed"),
    ("page 3", "anything", "a place that is not in lines is not looked up"),
]


@pytest.mark.parametrize(("locator", "printed", "_"), STANDS, ids=[case[2] for case in STANDS])
def test_printed_words_that_stand_in_their_lines(folder, locator, printed, _):
    assert checked(said(locator, printed), folder).failed == []


WRONG = [
    ("line 2", "Ann", "'Ann' staat daar niet", "'Ann' does not stand there"),
    ("line 1", "ann", "'ann' staat daar niet", "'ann' does not stand there"),
    ("line 1", "Ann de Boer", "'Ann de Boer' staat daar niet", "'Ann de Boer' does not stand there"),
    ("lines 5-7", "workers", "de bron heeft 6 regels", "the source has 6 lines"),
    ("", "Ann", "noemt geen regels", "names no lines"),
]


@pytest.mark.parametrize(("locator", "printed", "dutch", "english"), WRONG)
def test_wrong_words_are_reported_with_the_statement(folder, locator, printed, dutch, english):
    source = said(locator, printed)
    found = checked(source, folder)
    (failure,) = found.failed
    assert (failure.statement, failure.locator, failure.printed) == (source.statements[0].id, locator, printed)
    assert (failure.reason.nl, failure.reason.en) == (dutch, english)
    assert not found.ok


def test_printed_words_of_what_is_personal_are_not_repeated(folder):
    source = Source("news")
    ann = source.mention("ann", "person", "Ann", locator="line 1", printed="Ann")
    source.property(ann, "email", {"nl": "ann@example.org"}, locator="line 1", printed="ann@example.org")
    (checked,) = check_sources(source.statements, folder, WORDS.personal)
    (failure,) = checked.failed
    assert (failure.statement, failure.locator, failure.printed) == (source.statements[1].id, "line 1", "")
    assert failure.reason.nl == "de gedrukte woorden staan daar niet; zij zijn persoonlijk en worden niet getoond"
    assert failure.reason.en == "the printed words do not stand there; they are personal and not shown"


def test_letters_written_in_two_ways_are_the_same(tmp_path):
    (tmp_path / "news.txt").write_text("Zoe\N{COMBINING DIAERESIS} bakes")
    assert checked(said("line 1", "Zoë bakes"), tmp_path).failed == []


def test_a_document_that_is_no_utf_8_fails_and_stops_nothing(tmp_path):
    (tmp_path / "news.txt").write_bytes("Café Ann".encode("latin-1"))
    assert checked(said("line 1", "Ann"), tmp_path).failed == []
    assert len(checked(said("line 1", "Café"), tmp_path).failed) == 1


def test_a_document_that_cannot_be_read_is_a_failure_of_its_source_and_stops_nothing(folder):
    long = Source("n" * 300)
    long.mention("ann", "person", "Ann", locator="line 1")
    failed, well = check_sources([*long.statements, *said("line 1", "Ann").statements], folder)[::-1]
    assert well.ok
    (failure,) = failed.failed
    assert (failed.ok, failed.statements, failure.statement) == (False, 0, "")
    assert failure.reason.nl == "het document is niet te lezen: File name too long"
    assert failure.reason.en == "the document cannot be read: File name too long"


def test_only_statements_with_a_place_are_counted(folder):
    source = said("line 1", "Ann")
    source.source("title", "News")
    source.mention("bob", "person", "Bob")
    assert checked(source, folder).statements == 1


def test_failures_come_in_the_order_of_the_document(folder):
    source = Source("news")
    for line in (3, 1, 2):
        source.mention(f"m{line}", "person", f"Nobody {line}", locator=f"line {line}", printed=f"Nobody {line}")
    assert [failure.locator for failure in checked(source, folder).failed] == ["line 1", "line 2", "line 3"]
