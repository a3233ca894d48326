"""One resume against one vacancy. The same facts give the same match, on every machine and in every process."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from apps.matching.scoring.blockers import blockers_of
from apps.matching.scoring.languages import FLUENT
from apps.matching.scoring.match import FULL, NO_WISHES, Edit, Match, Part, Suggestion, Wishes, band_of
from apps.matching.scoring.parts import (
    FEWEST_MUST,
    FEWEST_NICE,
    Reader,
    countries_of,
    language_name,
    read_education,
    read_experience,
    read_languages,
    read_nice_to_have,
    read_pay,
    read_permit,
    read_place,
    read_seniority,
    read_skills,
    read_title,
    skills_ratio,
)
from apps.matching.scoring.resume import ResumeFacts
from apps.matching.scoring.skills import is_soft, name_of
from apps.matching.scoring.titles import TitleGraph, default_graph
from apps.matching.scoring.vacancy import VacancyFacts
from apps.vacancies import lexicon

# name → (its share among all that a vacancy may ask, who reads it), in the order shown.
PARTS: dict[str, tuple[int, Reader]] = {
    "skills": (34, read_skills),
    "title": (30, read_title),
    "nice_to_have": (6, read_nice_to_have),
    "experience": (8, read_experience),
    "seniority": (6, read_seniority),
    "place": (7, read_place),
    "languages": (3, read_languages),
    "education": (3, read_education),
    "pay": (3, read_pay),
    "permit": (3, read_permit),
}
_MOST_SUGGESTIONS = 8


def score(
    resume: ResumeFacts,
    vacancy: VacancyFacts,
    wishes: Wishes = NO_WISHES,
    *,
    graph: TitleGraph | None = None,
    suggest: bool = True,
) -> Match:
    """How well `resume` fits `vacancy`: 0..100, the sum of the parts shown.

    What the vacancy doesn't ask is left out and its weight goes to the rest; what the resume leaves unsaid is marked
    unknown and counts half. Both depend on the vacancy and the wishes alone, so an edit of the resume never moves a
    weight, and a suggestion's gain is what the edit really brings.
    """
    graph = graph or default_graph()
    weights = weights_for(asked_by(vacancy, wishes))
    parts = tuple(_part(name, weight, resume, vacancy, wishes, graph) for name, weight in weights)
    total = sum(part.score for part in parts)
    return Match(
        score=total,
        band=band_of(total),
        parts=parts,
        blockers=blockers_of(resume, vacancy, wishes),
        suggestions=_suggestions(parts, resume, vacancy, wishes, graph) if suggest else (),
    )


def asked_by(vacancy: VacancyFacts, wishes: Wishes) -> tuple[str, ...]:
    """The parts that this vacancy (or the person) asks about. Title and skills always are."""
    asked = {
        "skills": True,
        "title": True,
        "nice_to_have": bool(vacancy.skills_nice),
        "experience": vacancy.years_required is not None,
        "seniority": vacancy.seniority is not None,
        "place": bool(vacancy.locations) or vacancy.remote == "remote",
        "languages": bool(vacancy.languages),
        "education": vacancy.education is not None,
        "pay": wishes.salary_floor is not None,
        "permit": vacancy.sponsors is False and bool(countries_of(vacancy)),
    }
    return tuple(name for name in PARTS if asked[name])


@lru_cache(maxsize=1024)
def weights_for(asked: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """100 dealt out by the shares of the parts asked about, by largest remainder."""
    shares = [(name, PARTS[name][0]) for name in asked]
    total = sum(share for _, share in shares)
    whole = {name: share * 100 // total for name, share in shares}
    rest = sorted(shares, key=lambda item: (-(item[1] * 100 % total), asked.index(item[0])))
    for name, _ in rest[: 100 - sum(whole.values())]:
        whole[name] += 1
    return tuple((name, whole[name]) for name in asked)


def points(weight: int, ratio: int) -> int:
    """`ratio` thousandths of `weight`, rounded half up: whole points, so that parts add up as they are shown."""
    return (weight * ratio * 2 + FULL) // (2 * FULL)


def _part(
    name: str, weight: int, resume: ResumeFacts, vacancy: VacancyFacts, wishes: Wishes, graph: TitleGraph
) -> Part:
    reading = PARTS[name][1](resume, vacancy, wishes, graph)
    return Part(name, points(weight, reading.ratio), weight, reading.found, reading.missing, reading.unknown)


def _suggestions(
    parts: tuple[Part, ...], resume: ResumeFacts, vacancy: VacancyFacts, wishes: Wishes, graph: TitleGraph
) -> tuple[Suggestion, ...]:
    """The edits that gain most. Each is scored by itself, on the parts that it touches."""
    shown = {part.name: part for part in parts}
    suggestions = []
    for edit in _edits(resume, vacancy):
        if edit.kind == "add_language":
            part = shown["languages"]
            gain = (
                _part(part.name, part.weight, resume.edited(edit), vacancy, wishes, graph).score - part.score
            )
        else:
            gain = _gain_of_skill(edit, resume, vacancy, shown)
        if gain > 0:
            suggestions.append(Suggestion(edit, gain))
    suggestions.sort(key=lambda suggestion: (-suggestion.gain, suggestion.edit.kind, suggestion.edit.value))
    return tuple(suggestions[:_MOST_SUGGESTIONS])


def _gain_of_skill(edit: Edit, resume: ResumeFacts, vacancy: VacancyFacts, shown: Mapping[str, Part]) -> int:
    earned = resume.skills.earned_with(edit.value, shown=edit.kind == "show_skill")
    skills = shown["skills"]
    gain = points(skills.weight, skills_ratio(vacancy.skills_must, FEWEST_MUST, earned)) - skills.score
    if "nice_to_have" in shown:
        nice = shown["nice_to_have"]
        gain += points(nice.weight, skills_ratio(vacancy.skills_nice, FEWEST_NICE, earned)) - nice.score
    return gain


def _edits(resume: ResumeFacts, vacancy: VacancyFacts) -> list[Edit]:
    """What could be worth stating. Ways to work with others are left out: a list of them convinces nobody."""
    edits = []
    for slug in (*vacancy.skills_must, *vacancy.skills_nice):
        if is_soft(slug):
            continue
        name = name_of(slug)
        if slug not in resume.skills.years:
            edits.append(Edit("add_skill", slug, f"List {name} among your skills, if you have it"))
        elif slug not in resume.skills.shown and slug in lexicon.skills_in(name):
            edits.append(Edit("show_skill", slug, f"Say in a job where you used {name}"))
    held = dict(resume.languages)
    for code, level in vacancy.languages:
        if held.get(code, 0) < min(level, FLUENT):
            edits.append(
                Edit("add_language", code, f"State {language_name(code)} and your level, if you speak it")
            )
    return edits
