"""How well kinds of employment are read, against hand-labelled postings. Pure: labels and postings in, a score out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from apps.vacancies.normalise.posting import Posting


@dataclass(frozen=True, slots=True, kw_only=True)
class EmploymentScore:
    """`right` of `postings` are exactly the label, "" included. `hits` are the right ones that name a kind,
    `stated` the labels that do, `found` the readings that do. `faults` holds key, label and reading."""

    postings: int
    right: int
    hits: int
    stated: int
    found: int
    faults: Mapping[str, tuple[str, str]]

    @property
    def accuracy(self) -> float:
        return self.right / self.postings if self.postings else 1.0

    @property
    def f1(self) -> float:
        both = self.found + self.stated
        return 2 * self.hits / both if both else 1.0


def read_labels(path: Path, split: str) -> dict[str, str]:
    """The labels of one split ("dev", "test") by posting key; "" = the posting doesn't say."""
    labels: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))["splits"][split]
    return labels


def employment_of(posting: Posting) -> str:
    """A posting's kind of employment in the shape of a label."""
    return posting.employment_type or ""


def score(labels: Mapping[str, str], found: Mapping[str, str]) -> EmploymentScore:
    """Every labelled posting; `found` may lack keys, which counts as nothing said."""
    read = {key: found.get(key, "") for key in labels}
    right = [key for key, label in labels.items() if read[key] == label]
    return EmploymentScore(
        postings=len(labels),
        right=len(right),
        hits=sum(bool(labels[key]) for key in right),
        stated=sum(map(bool, labels.values())),
        found=sum(map(bool, read.values())),
        faults={key: (label, read[key]) for key, label in labels.items() if read[key] != label},
    )
