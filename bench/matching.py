"""Do the postings of a person's own trade come first, and what do the bands mean: `python -m bench.matching`. Needs ../shared.

Invented resumes of 18 trades against recorded postings. Own are the postings whose title names the trade; the others are
a fixed sample of the rest, the same number of each person. AUC is the chance that an own one outranks another.

A band is worth what it promises: of the postings in it, the share that is of the person's own trade, where own and other
ones are equally many.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from apps.matching.scoring import ResumeFacts, VacancyFacts, resume_facts, score, vacancy_facts
from apps.matching.scoring.match import BANDS
from apps.vacancies.normalise.posting import Place

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 11, 1)
STRANGERS = 300
# Start of a resume's file name → what its trade is called in titles of the recorded postings.
OWN = {
    "inv_01": r"\bnurse\b|\brn\b", "inv_02": r"welder|fabricator", "inv_03": r"\bteacher\b", "inv_04": r"accountant|accounting|\baudit",
    "inv_06": r"counsel\b|attorney|lawyer", "inv_07": r"electrician|electrical tech", "inv_08": r"data engineer|analytics engineer",
    "inv_12": r"sales manager|account executive|account manager", "inv_13": r"people partner|hr business|\bhr\b|people operations|people ops",
    "inv_16": r"research(?:er| scientist)", "inv_19": r"director of operations|operations director|\bcoo\b|plant manager|vp,? operations",
    "inv_20": r"mechatronic|service tech|maintenance tech|controls tech|field tech", "inv_21": r"\bpharmacist",
    "inv_22": r"civil engineer|construction manager|structural engineer|superintendent", "inv_23": r"brand designer|graphic designer|visual designer|packaging designer|art director",
    "inv_28": r"digital marketing|marketing (?:analyst|specialist|manager)|performance market",
    "inv_30": r"lab(?:oratory)? tech|chemist\b|lab manager", "inv_31": r"social worker|therapist|lcsw",
}  # fmt: skip


@dataclass(frozen=True)
class Recorded:
    title: str
    facts: VacancyFacts


@dataclass(frozen=True)
class Person:
    """One resume: the scores of the postings of its own trade, and of others."""

    name: str
    own: tuple[int, ...]
    others: tuple[int, ...]

    @property
    def auc(self) -> float:
        """The chance that an own posting outranks another, ties counting half."""
        won = sum((mine > theirs) + 0.5 * (mine == theirs) for mine in self.own for theirs in self.others)
        return won / (len(self.own) * len(self.others))


def read_postings(shared: Path) -> Iterator[Recorded]:
    """Every posting of one of the trades, and a fixed sample of the rest."""
    any_own = re.compile("|".join(OWN.values()), re.IGNORECASE)
    random = Random(20)
    with gzip.open(shared / "postings" / "ashby_full_descriptions.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            posting = json.loads(line)
            if any_own.search(posting["title"]) or random.random() < 0.08:
                facts = vacancy_facts(
                    title=posting["title"],
                    description_text=posting["descriptionPlain"] or "",
                    locations=[Place(text=posting["location"] or "")],
                    remote="remote" if posting["isRemote"] else None,
                )
                yield Recorded(posting["title"], facts)


def people(shared: Path) -> Iterator[Person]:
    from tests.matching.rendercv import load_resume

    postings = list(read_postings(shared))
    for path in sorted((shared / "resumes_invented" / "truth").glob("*.yaml")):
        trade = OWN.get(path.name[:6])
        if trade is None:
            continue
        resume = resume_facts(load_resume(path), TODAY)
        is_own = re.compile(trade, re.IGNORECASE)
        own = [posting for posting in postings if is_own.search(posting.title)]
        others = Random(7).sample([one for one in postings if not is_own.search(one.title)], STRANGERS)
        yield Person(path.name, _scores(resume, own), _scores(resume, others))


def _scores(resume: ResumeFacts, postings: list[Recorded]) -> tuple[int, ...]:
    return tuple(score(resume, one.facts, suggest=False).score for one in postings)


def share_own(found: list[Person], least: int, below: int) -> tuple[float, float]:
    """Of what scores in `least`..`below`: the share of own ones at equal numbers, and what share of all own ones it is."""
    own = sum(
        sum(least <= score < below for score in person.own) / len(person.own) for person in found
    ) / len(found)
    other = sum(
        sum(least <= score < below for score in person.others) / len(person.others) for person in found
    ) / len(found)
    return own / (own + other) if own + other else float("nan"), own


def calibrated(found: list[Person]) -> list[int]:
    """Where the bands begin, best first: a fifth of a person's own trade reaches the best; from the next ones on, .97, .8 and
    half of what scores about so (three points) is of the own trade."""

    def first(least_share: float) -> int:
        return next(score for score in range(100) if share_own(found, score, score + 3)[0] >= least_share)

    best = max(score for score in range(100) if share_own(found, score, 101)[1] >= 0.2)
    return [best, first(0.97), first(0.8), first(0.5)]


def print_bands(name: str, found: list[Person]) -> None:
    below = 101
    for least, band in BANDS:
        share, reached = share_own(found, least, below)
        print(
            f"{name:12} {band:10} {least:3}..{below - 1:3}: {share:.2f} of the own trade; {reached:.2f} of all of the own trade"
        )
        below = least


def main() -> int:
    found = list(people(ROOT.parent / "shared" / "data"))
    print(
        f"bands as every other person would have them: {calibrated(found[::2])}, the rest: {calibrated(found[1::2])}"
    )
    aucs = [person.auc for person in found]
    print(f"AUC over {len(found)} persons: mean {sum(aucs) / len(aucs):.3f}, lowest {min(aucs):.3f}")
    for person in found:
        print(f"  {person.name:48} {person.auc:.3f}  own {len(person.own)}, others {len(person.others)}")
    for name, some in (("all", found), ("every other", found[::2]), ("the rest", found[1::2])):
        print_bands(name, some)
    return 0


if __name__ == "__main__":
    sys.exit(main())
