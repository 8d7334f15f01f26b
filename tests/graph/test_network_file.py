"""The network of a store that is elsewhere is kept on this computer, and only believed when it is just that one."""

from __future__ import annotations

import stat
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from graph.adapters import MemoryStore
from graph.adapters.memory import MemoryView
from graph.knowledge import Knowledge
from graph.network import Network, read_network
from graph.network_file import kept_network
from graph.words import Words
from tests.worlds import WORDS, bakery, two_anns


class Elsewhere(MemoryView):
    """What a store has that is worth keeping a copy of; tells when its entities are read."""

    identity = "a store"  # type: ignore[assignment]
    read = 0

    def entity_rows(self):
        self.read += 1
        return super().entity_rows()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "network"


def elsewhere(*sources: object) -> Elsewhere:
    knowledge = Knowledge(MemoryStore(), WORDS, by="Zoë")
    for source in sources:
        knowledge.load(source.bundle())
    with knowledge.store.reading() as view:
        return Elsewhere(view)


def equal(one: Network, other: Network) -> bool:
    return all(
        np.array_equal(a, b) and a.dtype == b.dtype if isinstance(a, np.ndarray) else a == b
        for a, b in ((getattr(one, f.name), getattr(other, f.name)) for f in fields(Network))
    )


def test_what_was_kept_is_the_network_that_was_read(file):
    view = elsewhere(*two_anns(), bakery())
    first, again = kept_network(view, WORDS, file), kept_network(view, WORDS, file)
    assert view.read == 1
    assert equal(first, again)
    assert equal(again, read_network(view, WORDS))
    assert [again.entity(row) for row in range(len(again.ids))] == sorted(view.entities(), key=lambda e: e.id)
    assert again.tie(0) == first.tie(0)
    assert again.sector_bits.flags.writeable


def test_an_empty_network_is_kept_too(file):
    view = elsewhere()
    assert equal(kept_network(view, WORDS, file), kept_network(view, WORDS, file))
    assert view.read == 1


def test_only_this_user_may_read_it_for_it_holds_people(file):
    kept_network(elsewhere(bakery()), WORDS, file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert [path.name for path in file.parent.iterdir()] == ["network"]


def test_another_version_store_or_words_is_read_anew_and_takes_its_place(file):
    view = elsewhere(bakery())
    kept_network(view, WORDS, file)
    later = elsewhere(bakery(), *two_anns())
    assert kept_network(later, WORDS, file).version == 3
    other = elsewhere(bakery(), *two_anns())
    other.identity = "another store"
    kept_network(other, WORDS, file)
    fewer = Words(WORDS.entities, {k: v for k, v in WORDS.ties.items() if k != "brings"}, WORDS.choices, WORDS.source)
    kept_network(other, fewer, file)
    assert (later.read, other.read) == (1, 2)


def cut(whole: bytes) -> bytes:
    return whole[:-1]


def flipped(whole: bytes) -> bytes:
    return whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:]


def only_its_head(whole: bytes) -> bytes:
    return whole.partition(b"\n")[0]


def without_a_header(whole: bytes) -> bytes:
    return whole.partition(b"\n")[0] + b"\n[]\n"


def another_form(whole: bytes) -> bytes:
    return whole.replace(b"binck-network/1", b"binck-network/9", 1)


@pytest.mark.parametrize("damage", [cut, flipped, only_its_head, without_a_header, another_form, lambda _: b""])
def test_a_file_that_is_damaged_or_of_another_form_is_passed_over_and_replaced(file, damage):
    view = elsewhere(bakery())
    kept_network(view, WORDS, file)
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    assert equal(kept_network(view, WORDS, file), read_network(view, WORDS))
    assert file.read_bytes() == whole


def test_without_a_place_to_keep_it_the_network_is_read_each_time(file):
    file.parent.write_text("a file, not a folder")
    view = elsewhere(bakery())
    for _ in range(2):
        kept_network(view, WORDS, file)
    assert view.read == 2


def test_a_store_on_this_computer_has_no_such_file(file, knowledge):
    knowledge.load(bakery().bundle())
    with knowledge.store.reading() as view:
        kept_network(view, WORDS, file)
    assert not file.exists()
