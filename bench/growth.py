"""Rows 4 and 15, what becomes dearer as the catalogue grows: `python -m bench.growth [ROUNDS] [ROWS ...]`.

By default three rounds over 30,000, 300,000 and 3,000,000 vacancies, each a database of its own (`bench.load`, which makes
what is not there). In a round each size is measured in turn, in a process of its own; a ratio is one size over the one
before it in the same round. Everything goes the product's own way, as a signed-in person asks, in this process:

    list    the middle of the 41 questions of `bench.listing`
    search  the middle of the questions of `bench.questions` with every facet, none kept
    match   the middle of five resumes' `listResumeMatches`
    ingest  a recorded posting, edited so that it is new, read to the end (`bench.ingest`)
    page 1, page 5000    twenty rows by cursor, from the first and from the 99,980th on

Each question is asked once before it is timed; of three times the middle counts. Of all questions their sum is compared, so
that none is left out; the middle and the worst are printed beside it, and CPU, ours and PostgreSQL's (of ingest ours).
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from itertools import pairwise

from bench.table import Row, spread

SIZES = (30_000, 300_000, 3_000_000)
GOALS = {"list": 1.5, "ingest": 1.5, "search": 2.0, "match": 4.0}
Figures = dict[str, dict[str, float]]


def measured(count: int) -> Figures:
    """What `bench.growth_at` prints of this size."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.growth_at", str(count)], stdout=subprocess.PIPE, text=True, check=True
    )
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def report(rounds: list[dict[int, Figures]]) -> None:
    sizes = list(rounds[0])
    for size in sizes:
        print(f"{size} vacancies")
        for work in rounds[0][size]:
            said = (
                f"{name} {statistics.median(each[size][work][name] for each in rounds):.2f}"
                for name in rounds[0][size][work]
            )
            print(f"  {work:10} ms: {', '.join(said)}")
    for before, after in pairwise(sizes):
        for work, goal in GOALS.items():
            ratios = [each[after][work]["mean"] / each[before][work]["mean"] for each in rounds]
            print(Row("15", f"{work}, {before:,} to {after:,} rows", spread(ratios), f"<= {goal}").said())
    for size in sizes:
        if "page 5000" in rounds[0][size]:
            ratios = [each[size]["page 5000"]["mean"] / each[size]["page 1"]["mean"] for each in rounds]
            print(Row("4", f"page 5000 over page 1, {size:,} rows", spread(ratios), "<= 1.2").said())


def main(number: int, sizes: tuple[int, ...]) -> int:
    rounds = []
    for _ in range(number):
        rounds.append({size: measured(size) for size in sizes})
        print(json.dumps(rounds[-1]), file=sys.stderr, flush=True)
    report(rounds)
    return 0


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    sys.exit(main(given[0] if given else 3, tuple(given[1:]) or SIZES))
