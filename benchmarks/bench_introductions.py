"""How well proposals foretell who came to work together: real futures, learned from what lies before each date only."""

from __future__ import annotations

from pathlib import Path

from api.evaluation import reports
from benchmarks.measuring import once
from graph.introductions.evaluation import Evaluation, evaluate
from ingest.collaborations import read_past

DATA = Path(__file__).parent / "data" / "cordis_h2020_nl"
DATES = ("2017-01-01", "2018-01-01", "2019-01-01")


def main() -> None:
    past = read_past(DATA / "activities.csv", DATA / "participations.csv", DATA / "organisations.csv")
    found: list[Evaluation] = []
    took = once(lambda: found.extend(evaluate(past, date) for date in DATES))
    print("\n## Found one new partner among five / different organisations named\n")
    print(f"| ranking | {' | '.join(date[:4] for date in DATES)} | on average |\n|---|---|---|---|---|")
    for its in zip(*((*one.points, *one.baselines) for one in found), strict=True):
        cells = [f"{point.hits_at_5:.2f} / {point.distinct}" for point in its]
        mean = sum(point.hits_at_5 for point in its) / len(its)
        print(f"| {its[0].name} | {' | '.join(cells)} | {mean:.3f} |")
    for date, one in zip(DATES, found, strict=True):
        print(f"\n### {date[:4]}")
        for title, headings, rows in reports(one, "en"):
            print(f"\n{title}\n\n| {' | '.join(headings)} |\n|{'---|' * len(headings)}")
            for cells in rows:
                print(f"| {' | '.join(map(str, cells))} |")
    print(f"\nAll three dates in {took:.1f} s.")


if __name__ == "__main__":
    main()
