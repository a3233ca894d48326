"""Two postings side by side, for who has to say whether they are one. Pure."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

COMPARED = (
    "title", "company_name", "locations", "remote", "employment_type", "seniority", "salary_min", "salary_max",
    "salary_currency", "salary_period", "department", "posted_at", "application_deadline", "source", "url",
)  # fmt: skip
MOST_WORDS = 3000  # of each text: what a person reads, and what a difference of takes well under a second
_GAP = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """One field of both."""

    name: str
    left: str
    right: str

    @property
    def is_same(self) -> bool:
        return self.left == self.right


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand in both texts, or only in the left or the right one."""

    side: Literal["both", "left", "right"]
    text: str


def lines(left: Mapping[str, Any], right: Mapping[str, Any]) -> list[Line]:
    """The short fields that either says."""
    found = [Line(name, _shown(left.get(name)), _shown(right.get(name))) for name in COMPARED]
    return [line for line in found if line.left or line.right]


def runs(left: str, right: str) -> list[Run]:
    """Both texts in one, word by word, in the order of reading."""
    one, other = (_GAP.split(text.strip())[:MOST_WORDS] for text in (left, right))
    found: list[Run] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Run("both", " ".join(one[a:b])))
            continue
        found += [Run("left", " ".join(one[a:b]))] if b > a else []
        found += [Run("right", " ".join(other[c:d]))] if d > c else []
    return found


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "; ".join(
            str(part.get("text", "")) if isinstance(part, Mapping) else str(part) for part in value
        )
    return str(value)
