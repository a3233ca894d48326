"""The shorter sections of a resume, chosen and ordered by relevance."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from typing import TypeVar, cast

from apps.generation.grounding.sentences import selected, sentences
from apps.generation.grounding.shapes import SECTIONS, Entry, entries, lines_of, value_of
from apps.generation.offline.budget import Budget
from apps.generation.offline.relevance import Relevance, best
from apps.resumes.content import Education, Project, ResumeContent, SkillGroup

_Entry = TypeVar("_Entry")


def chosen(content: ResumeContent, relevance: Relevance, budget: Budget, dropped: list[str]) -> ResumeContent:
    """A copy of the resume with every section but the jobs fitted; what goes is noted in `dropped` by its path."""
    draft = copy.deepcopy(content)
    draft["summary"] = summary(content["summary"], relevance, budget.summary, dropped)
    draft["skills"] = skills(content["skills"], relevance, budget.keywords, dropped)
    draft["projects"] = projects(content, relevance, budget, dropped)
    draft["education"] = education(content, relevance, budget, dropped)
    for name, limit in (
        ("certifications", budget.certifications),
        ("publications", budget.publications),
        ("awards", budget.awards),
        ("volunteering", budget.volunteering),
    ):
        held = entries(draft, name)
        weights = [sum(map(relevance.of, _said_in(entry, name))) for entry in held]
        cast("dict[str, object]", draft)[name] = pick(held, weights, limit, name, dropped)
    return draft


def _said_in(entry: Entry, section: str) -> Iterator[str]:
    """The texts of an entry that may matter for a vacancy: its names and its prose, neither dates nor links."""
    for field in SECTIONS[section]:
        if field.form in ("text", "lines"):
            yield from (line for _, line in lines_of(entry, field))
        elif field.form == "value" and field.kind in ("qualification", "title", "name"):
            yield value_of(entry, field)


def pick(
    entries: Sequence[_Entry], weights: Sequence[int], limit: int, path: str, dropped: list[str]
) -> list[_Entry]:
    """The heaviest entries, heaviest first; the rest is noted by its path."""
    chosen = best(weights, limit)
    dropped.extend(f"{path}.{index}" for index in range(len(entries)) if index not in chosen)
    return [entries[index] for index in chosen]


def summary(text: str, relevance: Relevance, limit: int, dropped: list[str]) -> str:
    """The sentences that matter most, in the order they were written."""
    units = sentences(text)
    chosen = best([relevance.of(unit) for unit in units], limit)
    dropped.extend(f"summary#{index}" for index in range(len(units)) if index not in chosen)
    return selected(text, chosen)


def skills(
    groups: Sequence[SkillGroup], relevance: Relevance, limit: int, dropped: list[str]
) -> list[SkillGroup]:
    """Keywords and groups by relevance; a group that loses every keyword goes."""
    places = [(row, column) for row, group in enumerate(groups) for column in range(len(group["keywords"]))]
    weights = [relevance.of_skill(groups[row]["keywords"][column]) for row, column in places]
    kept = [places[index] for index in best(weights, limit)]
    dropped.extend(f"skills.{row}.keywords.{column}" for row, column in places if (row, column) not in kept)
    chosen: dict[int, list[str]] = {}
    for row, column in kept:
        chosen.setdefault(row, []).append(groups[row]["keywords"][column])
    chosen.update({row: [] for row, group in enumerate(groups) if not group["keywords"]})
    return [{**groups[row], "keywords": keywords} for row, keywords in chosen.items()]


def projects(
    content: ResumeContent, relevance: Relevance, budget: Budget, dropped: list[str]
) -> list[Project]:
    """The projects that matter most, each with its best lines."""
    shortened: list[Project] = []
    for index, project in enumerate(content["projects"]):
        lines = project["highlights"]
        own: list[str] = []
        highlights = pick(
            lines,
            [relevance.of(line) for line in lines],
            budget.highlights,
            f"projects.{index}.highlights",
            own,
        )
        shortened.append({**project, "highlights": highlights})
        dropped.extend(own)
    weights = [_weight_of_project(project, relevance) for project in content["projects"]]
    return pick(shortened, weights, budget.projects, "projects", dropped)


def _weight_of_project(project: Project, relevance: Relevance) -> int:
    lines = [project["name"], project["description"], *project["highlights"]]
    return sum(map(relevance.of, lines)) + sum(map(relevance.of_skill, project["skills"]))


def education(
    content: ResumeContent, relevance: Relevance, budget: Budget, dropped: list[str]
) -> list[Education]:
    """Every school stays, in its order; honours and courses are chosen."""
    return [
        {
            **school,
            "honors": pick(
                school["honors"], [relevance.of(line) for line in school["honors"]], budget.honors,
                f"education.{index}.honors", dropped,
            ),
            "relevant_courses": pick(
                school["relevant_courses"], [relevance.of_skill(name) for name in school["relevant_courses"]], budget.courses,
                f"education.{index}.relevant_courses", dropped,
            ),
        }
        for index, school in enumerate(content["education"])
    ]  # fmt: skip
