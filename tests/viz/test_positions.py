"""The places of the whole network are kept, and nothing that happens to the file is a hindrance."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from graph.testing.source import Source
from tests.viz.towns import street
from tests.worlds import network
from viz.layout import places
from viz.positions import Positions
from viz.scene import scene


def test_the_same_network_has_the_same_places_and_the_file_is_left_alone(tmp_path: Path):
    file = tmp_path / "town.db-map.json"
    first = Positions(file).whole(network(street()))
    written = file.read_bytes()
    assert Positions(file).whole(network(street())) == first
    assert file.read_bytes() == written
    assert json.loads(written)["places"] == {id_: list(spot) for id_, spot in first.items()}


def test_a_changed_network_starts_from_where_everything_stood(tmp_path: Path):
    file = tmp_path / "map.json"
    first = Positions(file).whole(network(street()))
    more = street()
    more.tie(more.mention("eve", "person", "Eve"), "works_for", "news:school")
    then = Positions(file).whole(network(more))
    assert then == places(scene(network(more)), first)
    assert then["news:eve"]
    assert Positions(file).whole(network(more)) == then


def test_what_was_merged_stands_where_one_of_them_stood(tmp_path: Path):
    file = tmp_path / "map.json"
    first = Positions(file).whole(network(street()))
    same = Source("a-source-before-news")
    same.mention("dot", "person", "Dot")
    merged = network(street(), same)
    then = Positions(file).whole(merged)
    assert "news:dot" not in then
    assert then["a-source-before-news:dot"] == pytest.approx(first["news:dot"], abs=60)


def test_in_memory_they_are_kept_as_long_as_it_lasts():
    positions, town = Positions(None), network(street())
    assert positions.whole(town) is positions.whole(town)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"format": "binck-map/1"}',
        b'{"format": "other", "drawing": "", "places": {}}',
        b'{"format": "binck-map/1", "drawing": "", "places": {"news:ann": [1]}}',
        b'{"format": "binck-map/1", "drawing": "", "places": {"news:ann": ["x", "y"]}}',
        b'{"format": "binck-map/1", "drawing": "", "places": {"news:ann": [1e300, 2]}}',
        b'{"format": "binck-map/1", "drawing": "", "places": [1, 2]}',
        b"\xff\xfe\x00",
    ],
)
def test_a_damaged_file_is_as_good_as_none_and_is_written_anew(tmp_path: Path, content: bytes):
    file, fresh = tmp_path / "map.json", tmp_path / "fresh.json"
    file.write_bytes(content)
    assert Positions(file).whole(network(street())) == Positions(fresh).whole(network(street()))
    assert file.read_bytes() == fresh.read_bytes()


def test_a_file_that_lacks_a_place_is_made_whole(tmp_path: Path):
    file = tmp_path / "map.json"
    whole = Positions(file).whole(network(street()))
    kept = json.loads(file.read_text())
    del kept["places"]["news:ann"]
    file.write_text(json.dumps(kept))
    assert Positions(file).whole(network(street())).keys() == whole.keys()


def test_where_nothing_can_be_written_the_map_is_made_all_the_same(tmp_path: Path):
    (tmp_path / "map.json").mkdir()
    assert Positions(tmp_path / "map.json").whole(network(street()))
    (tmp_path / "file").write_text("")
    assert Positions(tmp_path / "file" / "map.json").whole(network(street()))


def test_a_folder_that_is_not_there_yet_is_made(tmp_path: Path):
    Positions(tmp_path / "cache" / "binck" / "map.json").whole(network(street()))
    assert (tmp_path / "cache" / "binck" / "map.json").exists()


def test_several_may_ask_at_once(tmp_path: Path):
    positions, town = Positions(tmp_path / "map.json"), network(street())
    found = []
    askers = [threading.Thread(target=lambda: found.append(positions.whole(town))) for _ in range(4)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    assert len(found) == 4
    assert all(one == found[0] for one in found)
    assert [path.name for path in tmp_path.iterdir()] == ["map.json"]
