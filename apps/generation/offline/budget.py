"""How much of a resume each length holds."""

from __future__ import annotations

from dataclasses import dataclass

from apps.generation.vocabulary import Length

_ALL = 10**6


@dataclass(frozen=True, slots=True)
class Budget:
    """The most of each kind that is kept, and the most words in all.

    `bullets` are those of the latest job, the one before it, and so on (the last figure holds for all the rest);
    `old_bullets` those of a job that ended more than ten years ago.
    """

    words: int = _ALL
    summary: int = _ALL
    bullets: tuple[int, ...] = (_ALL,)
    old_bullets: int = _ALL
    description: int = _ALL
    projects: int = _ALL
    highlights: int = _ALL
    certifications: int = _ALL
    keywords: int = _ALL
    honors: int = _ALL
    courses: int = _ALL
    publications: int = _ALL
    awards: int = _ALL
    volunteering: int = _ALL


BUDGETS: dict[Length, Budget] = {
    "one_page": Budget(
        words=520, summary=3, bullets=(5, 4, 3, 2), old_bullets=1, description=1, projects=2, highlights=2,
        certifications=5, keywords=24, honors=2, courses=4, publications=2, awards=2, volunteering=1,
    ),
    "two_pages": Budget(
        words=1050, summary=5, bullets=(8, 6, 5, 4), old_bullets=2, description=3, projects=4, highlights=4,
        certifications=10, keywords=48, honors=4, courses=8, publications=6, awards=5, volunteering=3,
    ),
    "full": Budget(),
}  # fmt: skip
