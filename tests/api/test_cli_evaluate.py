"""`binck evaluate`: the shape of its JSON, its table, and what is wrong with files."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.bench_introductions import DATA
from tests.api.cli_helpers import Binck

NAMES = ("activities", "participations", "organisations")
FILES = [word for name in NAMES for word in (f"--{name}", str(DATA / f"{name}.csv"))]


def test_the_whole_evaluation_in_json(tmp_path: Path) -> None:
    found = Binck(tmp_path)("evaluate", *FILES, "--before", "2018-01-01", "--json").json
    assert found["organisations"] == 292
    assert [point["name"] for point in found["points"]] == ["sharp", "wide"]
    assert [point["name"] for point in found["baselines"]] == ["most_active", "adamic_adar", "resource_allocation"]
    for point in (*found["points"], *found["baselines"]):
        assert point.keys() == {"name", "hits_at_5", "precision_at_5", "distinct"}
        assert 0 < point["precision_at_5"] < point["hits_at_5"] < 1
    assert [one["baseline"] for one in found["against_baseline"]] == ["resource_allocation", "adamic_adar"]
    assert [one["name"] for one in found["open_pairs"]] == ["sharp", "wide", "adamic_adar"]
    assert found["calibration"]["every"]["pairs"] == sum(one["pairs"] for one in found["calibration"]["bins"])


def test_as_a_table(tmp_path: Path) -> None:
    done = Binck(tmp_path)("evaluate", *FILES, "--before", "2018-01-01", "--lang", "en")
    assert "different named" in done.out
    assert "stated probability that a pair comes within a year" in done.out
    assert "expected calibration error" in done.out
    assert done.err.startswith("292 organisations asked about. Learned weights: acquaintance ")


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("activities", "id,start\n1,2017-01-01\n", "activities.csv mist kolom topics; nodig zijn id, start, topics"),
        ("activities", "id,start,topics\n1,2017,\n", "activities.csv, regel 2: begin '2017' is geen dag"),
        ("participations", "organisation_id,activity_id\n1,1\n", "participations.csv, regel 2: organisatie of "),
    ],
)
def test_what_is_wrong_with_a_file_is_told(tmp_path: Path, file: str, text: str, said: str) -> None:
    (tmp_path / f"{file}.csv").write_text(text)
    files = [str(tmp_path / f"{file}.csv") if word.endswith(f"/{file}.csv") else word for word in FILES]
    done = Binck(tmp_path)("evaluate", *files, "--before", "2018-01-01")
    assert (done.code, said in done.err) == (1, True)


def test_a_day_is_wanted(tmp_path: Path) -> None:
    done = Binck(tmp_path)("evaluate", *FILES, "--before", "2018")
    assert (done.code, "--before wil een dag" in done.err) == (2, True)
