"""A resume fitted to a vacancy without a model: what it holds is chosen, ordered and trimmed, never reworded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from apps.generation.grounding.facts import VacancyBrief, facts_of
from apps.generation.grounding.shapes import SECTIONS, entries, value_of
from apps.generation.grounding.verdict import Evidence, refuse_ungrounded
from apps.generation.grounding.verify import ResumeDraft, verify
from apps.generation.offline import jobs, sections
from apps.generation.offline.budget import BUDGETS
from apps.generation.offline.relevance import Relevance, facts_of_vacancy
from apps.generation.vocabulary import Length
from apps.matching.scoring import Suggestion, resume_facts, score
from apps.matching.scoring.periods import month_of
from apps.resumes.content import ResumeContent


@dataclass(frozen=True, slots=True)
class Tailored:
    """The fitted resume. `dropped` are paths into the source (`summary#1` is the second sentence of the summary);
    `evidence` leads from every line to where it was taken from; `suggestions` are what the person could add."""

    content: ResumeContent
    suggestions: tuple[Suggestion, ...]
    dropped: tuple[str, ...]
    evidence: tuple[Evidence, ...]


def tailor(
    content: ResumeContent,
    vacancy: VacancyBrief,
    *,
    length: Length = "one_page",
    emphasis: Sequence[str] = (),
    today: date | None = None,
) -> Tailored:
    """Fit `content` to `vacancy`. The same input gives the same output; `content` is left as it is.

    `today` tells recent jobs from old ones; without it the latest date of the resume does. Raises `Ungrounded` should
    the result ever say what the source doesn't.
    """
    today = today or _latest_date(content)
    relevance = Relevance.towards(vacancy, emphasis)
    budget = BUDGETS[length]
    dropped: list[str] = []
    draft = sections.chosen(content, relevance, budget, dropped)
    choices = jobs.choose(content["work_experience"], relevance, budget, today)
    draft["work_experience"] = jobs.materialise(choices, relevance)
    jobs.tighten(choices, relevance, sum(len(text.split()) for text in _texts(draft)) - budget.words)
    draft["work_experience"] = jobs.materialise(choices, relevance)
    verdict = verify(ResumeDraft(draft), facts_of(content))
    refuse_ungrounded(verdict)
    match = score(resume_facts(content, today), facts_of_vacancy(vacancy))
    return Tailored(draft, match.suggestions, (*dropped, *jobs.left_out(choices)), verdict.evidence)


def _texts(value: object) -> Iterator[str]:
    """Every text in a structure."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _latest_date(content: ResumeContent) -> date:
    """The latest month of the resume's own dates: what was current then is taken as current."""
    months = [
        month
        for section, fields in SECTIONS.items()
        for entry in entries(content, section)
        for field in fields
        if field.form == "date" and (month := month_of(value_of(entry, field))) is not None
    ]
    latest = max((month for month in months if month >= 12), default=24_000)
    return date(latest // 12, latest % 12 + 1, 1)
