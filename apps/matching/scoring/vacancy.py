"""What a vacancy asks for, read once and scored against many resumes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from apps.matching.scoring.demands import Demands, read_demands, years_required
from apps.matching.scoring.education import education_wanted
from apps.matching.scoring.languages import languages_wanted
from apps.matching.scoring.places import HasPlace, Location, locations_of
from apps.matching.scoring.seniority import seniority_of_name, seniority_of_title
from apps.matching.scoring.skills import skills_of_names
from apps.matching.scoring.titles import Title, TitleGraph, default_graph
from apps.matching.words import fold
from apps.vacancies import lexicon

Remote = Literal["onsite", "hybrid", "remote"]

_NO_SPONSORSHIP = re.compile(
    r"(?:not|unable to|cannot|can't|won't|don't|do not|no)\b[^.\n]{0,50}(?:sponsor|visa)|without (?:visa )?sponsorship|"
    r"(?:must|need to) (?:be|have)[^.\n]{0,40}(?:authori[sz]ed to work|right to work|work permit|work authori[sz]ation|eligible to work)|"
    r"(?:u\.?s\.?|us) (?:citizens?(?:hip)?|persons?) (?:only|required|is required)|must be a (?:u\.?s\.?|us) (?:citizen|person)"
)
_CLEARANCE = re.compile(
    r"(?:active|current|hold|possess|require[sd]?)[^.\n]{0,40}(?:security clearance|ts/sci|secret clearance)|(?:security clearance|ts/sci)[^.\n]{0,25}required"
)
_MOST_NICE = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class VacancyFacts:
    """What is asked; None, "" and () mean that the posting doesn't say.

    `skills_must` and `skills_nice` are disjoint and sorted; `languages` are (ISO 639-1, least level 1..6);
    salaries are per year in `salary_currency`; `sponsors` is False where a permit must be brought along.
    """

    title: Title
    skills_must: tuple[str, ...] = ()
    skills_nice: tuple[str, ...] = ()
    seniority: int | None = None
    years_required: int | None = None
    locations: tuple[Location, ...] = ()
    remote: Remote | None = None
    salary_min: int | None = None
    salary_max: int | None = None
    salary_currency: str = ""
    employment_type: str = ""
    languages: tuple[tuple[str, int], ...] = ()
    education: int | None = None
    education_or_experience: bool = False
    fields: tuple[str, ...] = ()
    sponsors: bool | None = None
    clearance: bool = False


def vacancy_facts(
    *,
    title: str,
    description_text: str = "",
    requirements: Iterable[str] = (),
    skills: Iterable[str] = (),
    seniority: str | None = None,
    remote: Remote | None = None,
    locations: Iterable[HasPlace] = (),
    salary_year_min: int | None = None,
    salary_year_max: int | None = None,
    salary_currency: str = "",
    employment_type: str | None = None,
    visa_sponsorship: bool | None = None,
    graph: TitleGraph | None = None,
) -> VacancyFacts:
    """Read a vacancy. `skills` are slugs or names that a source or the pipeline gave; what the text says is
    preferred where it sorts must from nice, for a tag alone doesn't tell which."""
    demands = read_demands(description_text, requirements)
    asked = (*demands.must, *demands.duty) if demands.must else (*demands.duty, *demands.other)
    must, nice = _skills(title, demands, skills)
    level, soft, fields = education_wanted((*demands.must, *demands.nice) if demands.must else asked)
    named = seniority_of_name(seniority) if seniority else None
    folded = fold(description_text)
    return VacancyFacts(
        title=(graph or default_graph()).read(title),
        skills_must=must,
        skills_nice=nice,
        seniority=named if named is not None else seniority_of_title(title),
        years_required=years_required(demands.must or asked),
        locations=locations_of(locations),
        remote=remote,
        salary_min=salary_year_min,
        salary_max=salary_year_max,
        salary_currency=salary_currency,
        employment_type=employment_type or "",
        languages=languages_wanted(demands.must or asked),
        education=level,
        education_or_experience=soft,
        fields=fields,
        sponsors=visa_sponsorship if visa_sponsorship is not None else _sponsors(folded),
        clearance=bool(_CLEARANCE.search(folded)),
    )


def _skills(title: str, demands: Demands, given: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Must: what the demands, the duties and the title name. Nice: what is called so, and given tags found nowhere else."""
    must = _named_in((title, *demands.must, *demands.duty))
    nice = _named_in(demands.nice) - must
    tags = skills_of_names(given)
    if must:
        nice |= frozenset(sorted(tags - must - nice)[:_MOST_NICE])
    else:
        must = (tags or _named_in(demands.other)) - nice
    return tuple(sorted(must)), tuple(sorted(nice))


def _named_in(lines: Iterable[str]) -> frozenset[str]:
    """Read as one text, for a short name is known by its neighbours."""
    return frozenset(lexicon.skills_in("\n".join(lines)))


def _sponsors(folded: str) -> bool | None:
    return False if _NO_SPONSORSHIP.search(folded) else None
