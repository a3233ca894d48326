"""Two postings side by side: what each says, and what their texts share. Pure.

Every threshold is measured by `python -m bench.identity`; `docs/identity.md` says what each costs when it fails.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from apps.vacancies.identity import companies, places, titles
from apps.vacancies.identity.decision import Decision, Evidence, MergeKind, merge, new, propose
from apps.vacancies.identity.fingerprint import Fingerprint
from apps.vacancies.identity.texts import PERMUTATIONS, contained, likeness, similarity

COPIED_RUNS = (
    0.45  # of the shorter text's runs of three words stand in the longer: 15 % of the words may be changed
)
COPIED_WORDS = 0.85  # and of its words: fewer, and it is another text around the same paragraphs
MAYBE_COPIED_WORDS = 0.75
SAME_TEXT = 0.8  # Jaccard share of the runs where something else does not fit
_FEWEST_IN_COMMON = 8  # of 128 minima: below that a share is chance


@dataclass(frozen=True, slots=True)
class Pair:
    """Two postings and what was measured of them. `alike` is the Jaccard share of runs, `runs` and `words` the shares of
    the shorter text; None without texts."""

    new: Fingerprint
    old: Fingerprint
    at: int
    company: companies.Relation
    title: titles.Difference
    place: places.Relation
    alike: float | None
    runs: float
    words: float

    @property
    def text(self) -> Literal["copy", "maybe", "other", "unknown"]:
        """Whether one text was made from the other."""
        if self.alike is None:
            return "unknown"
        if self.runs < COPIED_RUNS or self.words < MAYBE_COPIED_WORDS:
            return "other"
        return "copy" if self.words >= COPIED_WORDS else "maybe"

    @property
    def evidence(self) -> Evidence:
        found: dict[str, str | float] = {
            "company": self.company,
            "title": self.title or "same",
            "place": self.place,
        }
        if self.alike is not None:
            found |= {
                "similarity": round(self.alike, 3),
                "runs": round(self.runs, 3),
                "words": round(self.words, 3),
            }
        return found

    def merge(self, kind: MergeKind, confidence: float, reason: str) -> Decision:
        return merge(kind, self.at, confidence, reason, {"stage": "rules", **self.evidence})

    def propose(self, kind: MergeKind, confidence: float, reason: str) -> Decision:
        return propose(kind, self.at, confidence, reason, {"stage": "rules", **self.evidence})

    def new_one(self, confidence: float, reason: str) -> Decision:
        return new(confidence, reason, {"stage": "rules", **self.evidence})


def compare(posting: Fingerprint, old: Fingerprint, at: int) -> Pair:
    """What can be said of the two; `at` is the old one's index among the candidates."""
    alike = similarity(posting.minhash, old.minhash)
    runs = words = 0.0
    if alike is not None:
        is_chance = alike * PERMUTATIONS < _FEWEST_IN_COMMON
        runs = alike if is_chance else contained(alike, posting.runs, old.runs)
        vocabularies = likeness(posting.words, old.words)
        # A row stored before words were kept is judged by its runs alone, which say less.
        words = (
            contained(vocabularies, posting.vocabulary, old.vocabulary) if vocabularies is not None else runs
        )
    employers, where = (posting.company_key, old.company_key), (*posting.places, *old.places)
    return Pair(
        new=posting,
        old=old,
        at=at,
        company=companies.relation(*employers),
        title=titles.difference(posting.title_key, old.title_key, employers, where),
        place=places.relation(posting.places, old.places),
        alike=alike,
        runs=runs,
        words=words,
    )
