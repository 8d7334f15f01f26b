"""The embedded store, held to the contract of every store; and that nobody opts out of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.adapters import SqliteStore, open_store
from graph.errors import StoreError
from graph.store import Store
from graph.testing.contract import StoreContract


class TestSqliteStore(StoreContract):
    def make_store(self, folder: Path) -> Store:
        return SqliteStore(folder / "binck.db")


def test_a_url_names_a_file_in_the_working_folder_or_by_its_whole_path(tmp_path):
    assert open_store("sqlite:///binck.db").url == "sqlite:///binck.db"
    store = open_store(f"sqlite:///{tmp_path}/binck.db")
    assert isinstance(store, SqliteStore)
    assert store.path == tmp_path / "binck.db"


def test_opening_a_store_makes_nothing_yet(tmp_path):
    open_store(f"sqlite:///{tmp_path}/binck.db")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("url", ["binck.db", "sqlite:///", "mysql://somewhere", ""])
def test_a_url_of_another_form_is_refused_with_the_form(url):
    with pytest.raises(StoreError) as refused:
        open_store(url)
    assert "sqlite:///file.db" in refused.value.say("en")
    assert "sqlite:///bestand.db" in refused.value.say("nl")


def subclasses(of: type) -> list[type]:
    return [found for direct in of.__subclasses__() for found in (direct, *subclasses(direct))]


def test_no_adapter_overrides_a_test_of_the_contract():
    contract = {name for name in dir(StoreContract) if name.startswith("test_")}
    assert len(contract) > 40
    for adapter in subclasses(StoreContract):
        assert not contract & set(vars(adapter)), f"{adapter.__name__} opts out"
