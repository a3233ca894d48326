"""What `bench/judgements` holds: queries, grades, and questions that are and are no search for work. Pure.

How they were made, and what a grade means: `bench/judgements/README.md`.
"""

from __future__ import annotations

import csv
import hashlib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

FOLDER = Path(__file__).parent / "judgements"
Group = Literal["trade", "other"]


@dataclass(frozen=True, slots=True)
class Query:
    """A question over the recorded postings. `grades` are by the key of `bench.recorded`; 0 is judged, too."""

    text: str
    group: str
    grades: dict[str, int]

    @property
    def may_tune(self) -> bool:
        """Whether weights may be chosen by it: `dev`, not `held_out`."""
        return is_open(self.text)


def is_open(query: str) -> bool:
    """Which half a query is in, for ever: the one that may be looked at, or the one that only checks."""
    return not hashlib.blake2b(f"foothold {query.casefold()}".encode(), digest_size=8).digest()[-1] & 1


def queries(folder: Path = FOLDER) -> list[Query]:
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    for row in _rows(folder / "grades.tsv"):
        grades[row["query"]][f"{row['source']}:{row['posting']}"] = int(row["grade"])
    return [
        Query(row["query"], row["group"], dict(grades[row["query"]])) for row in _rows(folder / "queries.tsv")
    ]


def off_topic(folder: Path = FOLDER) -> list[str]:
    """Questions that are no search for work."""
    return [row["query"] for row in _rows(folder / "off_topic.tsv")]


def on_topic(folder: Path = FOLDER) -> list[str]:
    """More searches for work, without grades."""
    return [row["query"] for row in _rows(folder / "on_topic.tsv")]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
