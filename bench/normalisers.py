"""How well each normaliser reads real postings, against labels made by hand: `python -m bench.normalisers [--faults]`.

One line for a normaliser and split: the number of postings, the score, a 95 % interval, and the bar it is held to. The
interval is a bootstrap over postings with a fixed seed, for places of one posting stand or fall together.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from apps.vacancies.normalise import Posting, normalise
from bench import score_employment, score_pay
from bench.recorded import SHARED_DATA, recorded_drafts
from bench.score_place import Tally, found_places, tally_places, tally_scopes
from bench.score_value import tally_value

LABELS = Path(__file__).resolve().parents[1] / "tests" / "vacancies" / "data"
_RESAMPLES, _SEED = 2000, 20261121


@dataclass(frozen=True, slots=True, kw_only=True)
class Normaliser:
    """`labels` is the file's first word; `tally` compares one label, as read from JSON, with one posting; `shown` is
    what a fault's line tells of the posting. A `bar` of None is a figure beside a normaliser's own."""

    name: str
    labels: str
    bar: float | None
    tally: Callable[[Any, Posting], Tally]
    shown: Callable[[Posting], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """`score` is F1 (where a posting has one value: the share that is right); `low` and `high` bound it at 95 %."""

    postings: int
    total: Tally
    score: float
    low: float
    high: float
    faults: tuple[str, ...]


def _tally_pay(label: Any, posting: Posting) -> Tally:
    wanted = label and score_pay.PayLabel(label["min"], label["max"], label["currency"], label["period"])
    score = score_pay.score({"": wanted}, {"": score_pay.pay_of(posting)})
    return Tally(score.hits, score.found, score.stated)


def _tally_employment(label: Any, posting: Posting) -> Tally:
    score = score_employment.score({"": label}, {"": score_employment.employment_of(posting)})
    return Tally(score.hits, score.found, score.stated)


NORMALISERS: tuple[Normaliser, ...] = (
    Normaliser(
        name="place",
        labels="place",
        bar=0.95,
        tally=lambda label, posting: tally_places(label, posting.locations),
        shown=lambda posting: found_places(posting.locations),
    ),
    Normaliser(
        name="remote scope",
        labels="place",
        bar=None,
        tally=lambda label, posting: tally_scopes(label, posting.locations),
        shown=lambda posting: sorted({place.remote_scope for place in posting.locations} - {""}),
    ),
    Normaliser(
        name="remote",
        labels="remote",
        bar=0.97,
        tally=lambda label, posting: tally_value(label, posting.remote),
        shown=lambda posting: posting.remote,
    ),
    Normaliser(
        name="seniority",
        labels="seniority",
        bar=0.90,
        tally=lambda label, posting: tally_value(label, posting.seniority),
        shown=lambda posting: posting.seniority,
    ),
    Normaliser(name="pay", labels="pay", bar=0.95, tally=_tally_pay, shown=score_pay.pay_of),
    Normaliser(
        name="employment type",
        labels="employment_type",
        bar=0.95,
        tally=_tally_employment,
        shown=score_employment.employment_of,
    ),
)


def measure(name: str, split: str, shared_data: Path = SHARED_DATA) -> Measured:
    """Score one normaliser on one split of its labels. Raises KeyError for a normaliser, split or posting there isn't."""
    normaliser = {one.name: one for one in NORMALISERS}[name]
    labels = read_labels(normaliser.labels)[split]
    postings = labelled_postings(shared_data)
    tallies = {key: normaliser.tally(label, postings[key]) for key, label in labels.items()}
    low, high = interval(list(tallies.values()))
    total = _sum(tallies.values())
    return Measured(
        postings=len(tallies),
        total=total,
        score=total.f1,
        low=low,
        high=high,
        faults=tuple(
            f"{key} | label {json.dumps(labels[key], ensure_ascii=False, default=str)} | found {normaliser.shown(postings[key])}"
            for key, tally in tallies.items()
            if tally.f1 < 1
        ),
    )


def interval(tallies: list[Tally]) -> tuple[float, float]:
    """The middle 95 % of the F1 of resampled postings."""
    draw = random.Random(_SEED)  # a fixed seed gives the same interval again
    scores = sorted(_sum(draw.choices(tallies, k=len(tallies))).f1 for _ in range(_RESAMPLES))
    return scores[round(_RESAMPLES * 0.025)], scores[round(_RESAMPLES * 0.975) - 1]


@cache
def read_labels(name: str) -> Mapping[str, Mapping[str, Any]]:
    """Labels by split and posting key."""
    splits: Mapping[str, Mapping[str, Any]] = json.loads((LABELS / f"{name}_labels.json").read_text("utf-8"))[
        "splits"
    ]
    return splits


@cache
def labelled_postings(shared_data: Path = SHARED_DATA) -> Mapping[str, Posting]:
    """Every posting that any label names, as the product reads it."""
    files = {one.labels for one in NORMALISERS}
    keys = {key for file in files for split in read_labels(file).values() for key in split}
    return {key: normalise(draft) for key, draft in recorded_drafts(shared_data, keys)}


def _sum(tallies: Iterable[Tally]) -> Tally:
    hits = found = stated = 0
    for tally in tallies:
        hits, found, stated = hits + tally.hits, found + tally.found, stated + tally.stated
    return Tally(hits, found, stated)


def main(*, with_faults: bool) -> int:
    """Prints the table; 1 when a bar of the test split is missed."""
    missed = 0
    print(f"{'normaliser':<18}{'split':<6}{'n':>5}  {'score':>6}  {'95 %':^15}  {'P':>5}  {'R':>5}  bar")
    for normaliser in NORMALISERS:
        for split in read_labels(normaliser.labels):
            seen = measure(normaliser.name, split)
            bar = f"{normaliser.bar:.2f}" if normaliser.bar else "-"
            print(
                f"{normaliser.name:<18}{split:<6}{seen.postings:>5}  {seen.score:>6.4f}  {seen.low:.4f}–{seen.high:.4f}  "
                f"{seen.total.precision:>5.3f}  {seen.total.recall:>5.3f}  {bar}"
            )
            if with_faults:
                print(*(f"    {fault}" for fault in seen.faults), sep="\n")
            missed += split == "test" and normaliser.bar is not None and seen.score < normaliser.bar
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main(with_faults="--faults" in sys.argv))
