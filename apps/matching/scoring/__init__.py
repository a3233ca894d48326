"""The fit of a resume and a vacancy, as a sum that can be shown. Pure: facts in, `Match` out, no Django.

resume = resume_facts(content, today)           # once a resume
vacancy = vacancy_facts(title=..., ...)         # once a vacancy
match = score(resume, vacancy, wishes)          # for each pair
"""

from __future__ import annotations

from apps.matching.scoring.fit import score
from apps.matching.scoring.match import (
    Blocker,
    Edit,
    Match,
    Part,
    Suggestion,
    Wishes,
    band_of,
)
from apps.matching.scoring.resume import ResumeFacts, resume_facts
from apps.matching.scoring.titles import Title, TitleGraph
from apps.matching.scoring.vacancy import VacancyFacts, vacancy_facts
from apps.matching.vocabulary import Band

__all__ = [
    "Band",
    "Blocker",
    "Edit",
    "Match",
    "Part",
    "ResumeFacts",
    "Suggestion",
    "Title",
    "TitleGraph",
    "VacancyFacts",
    "Wishes",
    "band_of",
    "resume_facts",
    "score",
    "vacancy_facts",
]
