"""The skills that a vacancy names, one by one: what each is worth of the 100 points, and what of it is earned. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from apps.matching.scoring import Match, ResumeFacts, VacancyFacts
from apps.matching.scoring.match import FULL
from apps.matching.scoring.parts import FEWEST_MUST, FEWEST_NICE
from apps.matching.scoring.skills import HARD, name_of, weight_of


@dataclass(frozen=True, slots=True)
class Keyword:
    """`weight` and `earned` are points of the score, to two decimals; a kin skill earns a part of the weight."""

    keyword: str
    weight: float
    earned: float
    is_required: bool

    @property
    def is_found(self) -> bool:
        return 2 * self.earned >= self.weight


def keywords_of(resume: ResumeFacts, vacancy: VacancyFacts, match: Match) -> tuple[Keyword, ...]:
    """Every skill asked for, the weightiest first, then by name."""
    weights = {part.name: part.weight for part in match.parts}
    found = [
        *_keywords(resume, vacancy.skills_must, weights["skills"], FEWEST_MUST, is_required=True),
        *_keywords(
            resume, vacancy.skills_nice, weights.get("nice_to_have", 0), FEWEST_NICE, is_required=False
        ),
    ]
    return tuple(sorted(found, key=lambda keyword: (-keyword.weight, keyword.keyword)))


def _keywords(
    resume: ResumeFacts, slugs: tuple[str, ...], points: int, fewest: int, *, is_required: bool
) -> Iterator[Keyword]:
    """A part's points dealt out as the part counts them: a posting that names few leaves some to what it leaves unsaid."""
    total = sum(weight_of(slug) for slug in slugs) + max(0, fewest - len(slugs)) * HARD
    for slug in slugs:
        weight = points * weight_of(slug) / total
        earned = weight * resume.skills.earned(slug) / FULL
        yield Keyword(name_of(slug), round(weight, 2), round(earned, 2), is_required)
