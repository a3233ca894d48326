"""Which bullets of which job stay. Every job stays, with its dates: a tailored resume opens no gap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from apps.generation.grounding.sentences import selected, sentences
from apps.generation.offline.budget import Budget
from apps.generation.offline.relevance import Relevance, best
from apps.matching.scoring.periods import month_of
from apps.resumes.content import WorkExperience

_OLD, _RECENT = 120, 60
"""Months since a job ended."""


@dataclass(slots=True)
class JobChoice:
    """What stays of one job: numbers of its bullets, heaviest first, and of the sentences of its description."""

    job: WorkExperience
    bullets: list[int]
    description: frozenset[int]
    least: int

    def shorter(self) -> int | None:
        """The bullet to give up next, or None where the least is reached."""
        return self.bullets[-1] if len(self.bullets) > self.least else None


def choose(jobs: list[WorkExperience], relevance: Relevance, budget: Budget, today: date) -> list[JobChoice]:
    """A choice for each job, in the order of the resume; a recent job keeps a bullet whatever it weighs."""
    ages = [_months_since(job, today) for job in jobs]
    rank = {
        index: place
        for place, index in enumerate(sorted(range(len(jobs)), key=lambda index: (ages[index], index)))
    }
    choices = []
    for index, job in enumerate(jobs):
        place = min(rank[index], len(budget.bullets) - 1)
        limit = budget.old_bullets if ages[index] > _OLD else budget.bullets[place]
        bullets = best([relevance.of(line) for line in job["responsibilities"]], limit)
        told = best(
            [relevance.of(line) for line in sentences(job["description"])], min(limit, budget.description)
        )
        recent = ages[index] <= _RECENT or rank[index] == 0
        choices.append(JobChoice(job, list(bullets), frozenset(told), least=int(recent)))
    return choices


def _months_since(job: WorkExperience, today: date) -> int:
    """0 for a current job; one without an end is taken to have ended with its beginning, or just now."""
    if job["is_current"]:
        return 0
    ended = month_of(job["end_date"], end=True) or month_of(job["start_date"])
    return max(0, today.year * 12 + today.month - 1 - ended) if ended is not None else 0


def tighten(choices: list[JobChoice], relevance: Relevance, surplus: int) -> None:
    """Give up the lightest bullets, from the end of the page on, until `surplus` words are gone or none is left to give."""
    while surplus > 0:
        offers = [
            (relevance.of(choice.job["responsibilities"][bullet]), -place)
            for place, choice in enumerate(choices)
            if (bullet := choice.shorter()) is not None
        ]
        if not offers:
            return
        choice = choices[-min(offers)[1]]
        surplus -= len(choice.job["responsibilities"][choice.bullets.pop()].split())


def materialise(choices: list[JobChoice], relevance: Relevance) -> list[WorkExperience]:
    """The jobs with what was chosen of them, and their skills by relevance."""
    return [
        {
            **choice.job,
            "description": selected(choice.job["description"], choice.description),
            "responsibilities": [choice.job["responsibilities"][index] for index in choice.bullets],
            "skills": sorted(choice.job["skills"], key=lambda name: -relevance.of_skill(name)),
        }
        for choice in choices
    ]


def left_out(choices: list[JobChoice]) -> Iterator[str]:
    """The paths of what does not stay."""
    for index, choice in enumerate(choices):
        for number in range(len(sentences(choice.job["description"]))):
            if number not in choice.description:
                yield f"work_experience.{index}.description#{number}"
        for number in range(len(choice.job["responsibilities"])):
            if number not in choice.bullets:
                yield f"work_experience.{index}.responsibilities.{number}"
