"""How well pay is read, against hand-labelled postings. Pure: labels and postings in, a score out.

A label is null or {min, max, currency, period}; a hit is all four equal. Pay that is found but differs counts
against precision and against recall.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from apps.vacancies.normalise.posting import Posting


class PayLabel(NamedTuple):
    """Pay as a reader states it: None = that bound isn't stated, "" = currency or period isn't."""

    minimum: Decimal | None
    maximum: Decimal | None
    currency: str
    period: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PayScore:
    """Postings counted. `wrong` is found but different; `missed` not found; `invented` found where none is stated.

    `faults` holds the key, the label and what was found of each of them."""

    hits: int
    wrong: int
    missed: int
    invented: int
    silent: int
    faults: Mapping[str, tuple[PayLabel | None, PayLabel | None]]

    @property
    def postings(self) -> int:
        return self.hits + self.wrong + self.missed + self.invented + self.silent

    @property
    def found(self) -> int:
        return self.hits + self.wrong + self.invented

    @property
    def stated(self) -> int:
        return self.hits + self.wrong + self.missed

    @property
    def precision(self) -> float:
        return self.hits / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.hits / self.stated if self.stated else 1.0

    @property
    def f1(self) -> float:
        both = self.found + self.stated
        return 2 * self.hits / both if both else 1.0


def read_labels(path: Path, split: str) -> dict[str, PayLabel | None]:
    """The labels of one split ("dev", "test") by posting key."""
    rows = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal, parse_int=Decimal)
    return {
        key: None if row is None else PayLabel(row["min"], row["max"], row["currency"], row["period"])
        for key, row in rows["splits"][split].items()
    }


def pay_of(posting: Posting) -> PayLabel | None:
    """A posting's pay in the shape of a label."""
    if posting.salary_min is None and posting.salary_max is None:
        return None
    return PayLabel(
        posting.salary_min, posting.salary_max, posting.salary_currency, posting.salary_period or ""
    )


def score(labels: Mapping[str, PayLabel | None], found: Mapping[str, PayLabel | None]) -> PayScore:
    """Every labelled posting, whether found or not; `found` may lack keys, which counts as no pay."""
    outcomes = {key: _outcome(label, found.get(key)) for key, label in labels.items()}
    kinds = list(outcomes.values())
    return PayScore(
        hits=kinds.count("hit"),
        wrong=kinds.count("wrong"),
        missed=kinds.count("missed"),
        invented=kinds.count("invented"),
        silent=kinds.count("silent"),
        faults={
            key: (labels[key], found.get(key))
            for key, kind in outcomes.items()
            if kind not in {"hit", "silent"}
        },
    )


def _outcome(label: PayLabel | None, found: PayLabel | None) -> str:
    if label is None:
        return "silent" if found is None else "invented"
    if found is None:
        return "missed"
    return "hit" if label == found else "wrong"
