"""What a resume holds, read once and scored against many vacancies."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from apps.matching.scoring.education import education_held
from apps.matching.scoring.languages import FLUENT, languages_held
from apps.matching.scoring.match import FULL, Edit
from apps.matching.scoring.periods import Period, period, years_covered
from apps.matching.scoring.places import Location, read_location
from apps.matching.scoring.seniority import seniority_of_title, seniority_of_years
from apps.matching.scoring.skills import HeldSkills, skills_of_names, skills_of_prose
from apps.matching.scoring.titles import Title, TitleGraph, default_graph
from apps.matching.words import fold
from apps.resumes.content import ResumeContent, WorkExperience

NOW, HEADLINE, EARLIER, LONG_AGO = FULL, 900, 880, 700
"""What a title counts by when it was held: now or last, only claimed in the headline, within ten years, before."""
_LONG_AGO_MONTHS = 120
_SEGMENT = re.compile(r"\s*[|·•]\s*|\s+[–—]\s+|\s/\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeFacts:
    """What is held; None and () mean that the resume doesn't say.

    `titles` are (title, weight in thousandths), `years` is the union of all jobs, `languages` are
    (ISO 639-1, level 1..6), `education` is 1 (school) to 5 (doctorate), `fields` are words of what was studied.
    """

    skills: HeldSkills
    titles: tuple[tuple[Title, int], ...] = ()
    years: float | None = None
    seniority: int | None = None
    place: Location = field(default=Location("", ""))
    languages: tuple[tuple[str, int], ...] = ()
    education: int | None = None
    fields: tuple[str, ...] = ()
    clearance: bool = False

    def edited(self, edit: Edit) -> ResumeFacts:
        """The facts once `edit` is made in the resume."""
        if edit.kind == "add_language":
            held = {**dict(self.languages), edit.value: FLUENT}
            return replace(self, languages=tuple(sorted(held.items())))
        return replace(self, skills=self.skills.having(edit.value, shown=edit.kind == "show_skill"))


def resume_facts(content: ResumeContent, today: date, *, graph: TitleGraph | None = None) -> ResumeFacts:
    """Read a resume. `today` ends what is current: the same day gives the same facts.

    Nothing counts twice: a skill once a job however often the job names it, a month once however many jobs it holds.
    """
    jobs = content["work_experience"]
    spans = [
        period(job["start_date"], job["end_date"], is_current=job["is_current"], today=today) for job in jobs
    ]
    dated = [span for span in spans if span is not None]
    years = years_covered(dated) if dated else None
    level, fields = education_held(content["education"])
    return ResumeFacts(
        skills=_skills(content, spans),
        titles=_titles(content, spans, graph or default_graph(), today),
        years=years,
        seniority=_seniority(jobs, spans, years),
        place=_place(content),
        languages=languages_held(content["languages"]),
        education=level,
        fields=fields,
        clearance="clearance" in fold(" ".join(_all_prose(content))),
    )


def _prose(job: WorkExperience) -> tuple[str, ...]:
    return (job["position"], job["description"], *job["responsibilities"])


def _all_prose(content: ResumeContent) -> Iterable[str]:
    yield content["summary"]
    for job in content["work_experience"]:
        yield from _prose(job)
    for certification in content["certifications"]:
        yield certification["name"]


def _skills(content: ResumeContent, spans: list[Period | None]) -> HeldSkills:
    """Skills from the skills section and from what jobs, projects, education and certificates name."""
    jobs = content["work_experience"]
    proofs = [skills_of_prose(_prose(job)) for job in jobs]
    tags = [skills_of_names(job["skills"]) for job in jobs]
    listed = _listed(content).union(*tags, *(proof.listed for proof in proofs))
    hinted = frozenset[str]().union(*(proof.hinted for proof in proofs))
    shown = frozenset[str]().union(*(proof.shown for proof in proofs), hinted & listed)
    when: dict[str, list[Period]] = {slug: [] for slug in sorted(shown | listed)}
    for proof, tagged, span in zip(proofs, tags, spans, strict=True):
        for slug in (proof.shown | proof.hinted | tagged) & when.keys():
            when[slug].extend([span] if span else [])
    years = {slug: years_covered(spells) if spells else None for slug, spells in when.items()}
    return HeldSkills(years, shown, hinted)


def _listed(content: ResumeContent) -> frozenset[str]:
    """What is named outside of jobs, and therefore without proof."""
    names = [name for group in content["skills"] for name in (group["keywords"] or [group["name"]])]
    names += [name for entry in (*content["projects"], *content["education"]) for name in entry["skills"]]
    prose = [line for entry in content["projects"] for line in (entry["description"], *entry["highlights"])]
    prose += [certification["name"] for certification in content["certifications"]]
    told = skills_of_prose(prose)
    return skills_of_names(names) | told.shown | told.listed


def _titles(
    content: ResumeContent, spans: list[Period | None], graph: TitleGraph, today: date
) -> tuple[tuple[Title, int], ...]:
    """Each title once, with the most that any job gives it; undated jobs count as earlier ones."""
    now = today.year * 12 + today.month - 1
    latest = max((span.last for span in spans if span), default=None)
    best: dict[Title, int] = {}
    for job, span in zip(content["work_experience"], spans, strict=True):
        weight = EARLIER
        if span is not None:
            weight = (
                NOW if span.last == latest else LONG_AGO if now - span.last > _LONG_AGO_MONTHS else EARLIER
            )
        if job["position"].strip():
            title = graph.read(job["position"])
            best[title] = max(weight, best.get(title, 0))
    headline = _SEGMENT.split(content["contact_info"]["headline"].strip())[0]
    if headline:
        title = graph.read(headline)
        best[title] = max(HEADLINE, best.get(title, 0))
    return tuple(sorted(best.items(), key=lambda item: (-item[1], item[0].text)))


def _seniority(jobs: list[WorkExperience], spans: list[Period | None], years: float | None) -> int | None:
    """The rung of the latest job that names one, never below what the years make likely, but for an internship."""
    dated = sorted(
        (-(span.last if span else 0), job["position"]) for job, span in zip(jobs, spans, strict=True)
    )
    likely = seniority_of_years(years) if years is not None else None
    for _, position in dated[:2]:
        named = seniority_of_title(position)
        if named is not None:
            return named if likely is None or named == 0 else max(named, likely)
    return likely


def _place(content: ResumeContent) -> Location:
    """Where the person lives; the place of the current job stands in for an address that isn't given."""
    address = content["contact_info"]["address"]
    if address.strip():
        return read_location(address)
    current = sorted(
        job["location"] for job in content["work_experience"] if job["is_current"] and job["location"]
    )
    return read_location(current[0]) if current else Location("", "")
