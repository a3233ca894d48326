"""Do the postings of a person's own trade come first? Invented resumes against real postings."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

import pytest

from apps.matching.scoring import VacancyFacts, resume_facts, score, vacancy_facts
from apps.vacancies.normalise.posting import Place
from tests.matching.rendercv import load_resume

TODAY = date(2026, 11, 1)
STRANGERS = 300
FLOOR_MEAN, FLOOR_EACH = 0.95, 0.85
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


def read_postings(shared_data: Path) -> Iterator[Recorded]:
    """Every posting of one of the trades, and a fixed sample of the rest."""
    any_own = re.compile("|".join(OWN.values()), re.IGNORECASE)
    random = Random(20)
    with gzip.open(
        shared_data / "postings" / "ashby_full_descriptions.jsonl.gz", "rt", encoding="utf-8"
    ) as lines:
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


def auc(own: list[int], others: list[int]) -> float:
    """The chance that an own posting outranks another, ties counting half."""
    won = sum((mine > theirs) + 0.5 * (mine == theirs) for mine in own for theirs in others)
    return won / (len(own) * len(others))


@pytest.mark.shared
def test_own_trade_ranks_above_the_rest(shared_data: Path) -> None:
    postings = list(read_postings(shared_data))
    figures: dict[str, float] = {}
    for path in sorted((shared_data / "resumes_invented" / "truth").glob("*.yaml")):
        trade = OWN.get(path.name[:6])
        if trade is None:
            continue
        facts = resume_facts(load_resume(path), TODAY)
        is_own = re.compile(trade, re.IGNORECASE)
        own = [posting for posting in postings if is_own.search(posting.title)]
        others = [posting for posting in postings if not is_own.search(posting.title)]
        others = Random(7).sample(others, STRANGERS)
        assert own, f"no posting for {path.name}"
        scores = [[score(facts, one.facts, suggest=False).score for one in group] for group in (own, others)]
        figures[path.name] = auc(*scores)
    assert len(figures) == len(OWN)
    mean = sum(figures.values()) / len(figures)
    report = ", ".join(f"{name[4:6]} {figure:.3f}" for name, figure in figures.items())
    print(f"AUC mean {mean:.3f}: {report}")  # noqa: T201 - the figure is what the test is for; -s shows it
    assert mean >= FLOOR_MEAN, report
    assert min(figures.values()) >= FLOOR_EACH, report
