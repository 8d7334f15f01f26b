"""Real faults in real processes: a kill in the middle of a load, two writers at once, a full disk."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from graph.adapters import SqliteStore
from graph.backup import back_up, restore
from graph.knowledge import Knowledge
from graph.verify import verify
from graph.words import Words
from tests.graph.child import village
from tests.worlds import contents

ROOT = Path(__file__).parents[2]
ROUNDS = 10

pytestmark = [pytest.mark.faults, pytest.mark.slow]


@contextmanager
def child(*words: object) -> Iterator[subprocess.Popen[str]]:
    """A process that is gone at the end, however the test ends."""
    command = [sys.executable, "-m", "tests.graph.child", *map(str, words)]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with process:
        try:
            yield process
        finally:
            process.kill()


def lines(process: subprocess.Popen[str]) -> list[str]:
    assert process.stdout is not None
    return process.stdout.read().splitlines()


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


@pytest.fixture
def store(tmp_path: Path) -> SqliteStore:
    return SqliteStore(tmp_path / "binck.db")


def check_whole(store: SqliteStore, words: Words) -> set[str]:
    """Nothing is there by half; gives the sources that are there."""
    with store.reading() as view:
        assert verify(view, words).differences == ()
        found = view.sources()
        for id_ in found:
            people = len(view.mentions_in([id_]))
            assert {s.id for s in village(id_, people).statements} == {
                i for _, i, origin in view.held(id_) if origin == id_
            }
        return set(found)


def test_a_kill_in_the_middle_of_a_load_loses_nothing_that_was_reported_and_leaves_nothing_half(
    store: SqliteStore, words: Words
):
    chance = random.Random(1)
    done: set[str] = set()
    half_way = 0
    for round_ in range(ROUNDS):
        with child("load", store.path, f"r{round_}-", 1000) as process:
            for _ in range(chance.randint(1, 6)):
                done.add(line(process))
            with suppress(subprocess.TimeoutExpired):
                process.wait(chance.random() / 30)  # anywhere between two reports
            process.send_signal(signal.SIGKILL)
            done |= set(lines(process))
            assert process.wait() == -signal.SIGKILL
        half_way += store.path.with_name("binck.db-wal").exists()
        assert done <= check_whole(store, words)
    assert half_way, "no kill came while the file was open"
    Knowledge(store, words).load(village("after").bundle())
    assert check_whole(store, words) >= done | {"after"}


def test_two_processes_writing_at_once_both_land(store: SqliteStore, words: Words):
    with child("load", store.path, "left", 8) as left, child("load", store.path, "right", 8) as right:
        reported = {*lines(left), *lines(right)}
    assert reported == {f"{side}{n}" for side in ("left", "right") for n in range(8)}
    assert check_whole(store, words) == reported
    with store.reading() as view:
        assert view.version == 16


def test_a_writer_that_waits_more_than_five_seconds_says_so_and_lands(store: SqliteStore, words: Words):
    with child("hold", store.path) as holder:
        assert line(holder) == "holding"
        with child("load", store.path, "late", 1) as late:
            assert line(late) == f"waiting: {store.path}: another process is writing, waiting …"
            holder.communicate("go on\n")
            assert lines(late) == ["late0"]
    assert check_whole(store, words) == {"late0"}


def test_somebody_may_read_while_another_writes(store: SqliteStore, words: Words):
    Knowledge(store, words).load(village("first").bundle())
    with child("hold", store.path) as holder:
        assert line(holder) == "holding"
        assert check_whole(store, words) == {"first"}


def test_a_second_reading_in_this_process_does_not_let_go_of_the_first_for_another_process(
    store: SqliteStore, words: Words
):
    Knowledge(store, words).load(village("first").bundle())
    with store.reading() as view:
        with store.reading() as other:
            assert other.sources() == ["first"]
        with child("load", store.path, "more", 1) as writer:
            assert lines(writer) == ["more0"]
        # the last to let go writes the log back and removes it: that is not the other process, for this one still reads
        assert store.path.with_name("binck.db-wal").exists()
        assert view.sources() == ["first"]
    assert check_whole(store, words) == {"first", "more0"}


def test_on_a_full_disk_a_load_says_so_and_the_store_is_as_before(store: SqliteStore, words: Words):
    Knowledge(store, words).load(village("first").bundle())
    before = contents(store)
    with child("cramped", store.path, store.path.stat().st_size + 50_000) as process:
        (said,) = lines(process)
    assert said.startswith(f"StoreFull: {store.path} could not be written")
    assert said.endswith("make room, nothing was stored by halves")
    assert contents(store) == before
    Knowledge(store, words).load(village("second").bundle())
    assert check_whole(store, words) == {"first", "second"}


def test_backups_made_while_another_process_writes_are_each_whole_and_hold_what_was_reported_before(
    store: SqliteStore, words: Words, tmp_path: Path
):
    Knowledge(store, words).load(village("first").bundle())
    seen = []
    with child("load", store.path, "more", 30) as writer:
        for n in range(8):
            reported = {line(writer)}
            kept = back_up(store, tmp_path / f"kept{n}.db").file
            held = check_whole(SqliteStore(kept), words)
            assert held >= {"first"} | reported
            seen.append(len(held))
        lines(writer)
    assert seen == sorted(seen)
    assert seen[0] < seen[-1] < len(check_whole(store, words)), "nobody wrote meanwhile"


def test_a_kill_in_the_middle_of_a_backup_leaves_the_backup_before_it_whole(
    store: SqliteStore, words: Words, tmp_path: Path
):
    chance = random.Random(2)
    Knowledge(store, words).load(village("first", 600).bundle())
    kept = tmp_path / "kept.db"
    half_way = 0
    for round_ in range(ROUNDS):
        there = kept.exists()
        with child("keep", store.path, kept) as process:
            if round_ % 2:
                assert line(process) == "kept"
                there = True
            else:
                with suppress(subprocess.TimeoutExpired):
                    process.wait(0.4 + chance.random() / 2)
            with suppress(subprocess.TimeoutExpired):
                process.wait(chance.random() / 10)
            process.send_signal(signal.SIGKILL)
        half_way += any(tmp_path.glob(".kept.db.*.part"))
        assert kept.exists() or not there
        if kept.exists():
            assert check_whole(SqliteStore(kept), words) == {"first"}
    assert half_way, "no kill came while a copy was being made"
    back_up(store, kept, over=True)
    assert check_whole(SqliteStore(kept), words) == {"first"}


def test_a_kill_in_the_middle_of_a_restore_leaves_the_one_or_the_other_whole(
    store: SqliteStore, words: Words, tmp_path: Path
):
    chance = random.Random(3)
    files = []
    for name in ("left", "right"):
        one = SqliteStore(tmp_path / f"{name}.db")
        Knowledge(one, words).load(village(name, 400).bundle())
        files.append(back_up(one, tmp_path / f"{name}-kept.db").file)
    restore(store, files[0], words)
    for _ in range(ROUNDS // 2):
        with child("put_back", store.path, *files) as process:
            line(process)
            with suppress(subprocess.TimeoutExpired):
                process.wait(chance.random() / 2)
            process.send_signal(signal.SIGKILL)
        assert check_whole(store, words) in ({"left"}, {"right"})


def test_what_another_process_writes_around_a_restore_is_in_the_store_or_in_what_was_kept(
    store: SqliteStore, words: Words, tmp_path: Path
):
    Knowledge(store, words).load(village("first").bundle())
    kept = back_up(store, tmp_path / "kept.db").file
    with child("load", store.path, "more", 40) as writer:
        reported = {line(writer) for _ in range(5)}
        done = restore(store, kept, words, replace=True)
        reported |= {said for said in lines(writer) if not said.startswith("waiting: ")}
    assert done.kept is not None
    before, after = check_whole(SqliteStore(done.kept), words), check_whole(store, words)
    assert reported == {f"more{n}" for n in range(40)}
    assert before | after == {"first"} | reported
    assert before & after == {"first"}
