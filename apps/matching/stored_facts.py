"""`VacancyFacts` as JSON and back, without loss. Pure."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any, TypedDict

from apps.matching.scoring.places import Location
from apps.matching.scoring.titles import Title
from apps.matching.scoring.vacancy import Remote, VacancyFacts
from apps.vacancies import lexicon

_HERE = Path(__file__).parent


class StoredTitle(TypedDict):
    text: str
    occupation: str
    family: str
    narrowing: list[str]
    terms: list[str]


class StoredFacts(TypedDict):
    """One key for each field of `VacancyFacts`; pairs are lists of two."""

    title: StoredTitle
    skills_must: list[str]
    skills_nice: list[str]
    seniority: int | None
    years_required: int | None
    locations: list[list[str]]
    remote: Remote | None
    salary_min: int | None
    salary_max: int | None
    salary_currency: str
    employment_type: str
    languages: list[list[Any]]
    education: int | None
    education_or_experience: bool
    fields: list[str]
    sponsors: bool | None
    clearance: bool


@cache
def reader() -> str:
    """Names the code and the words that facts are read by: facts of another reader may differ."""
    digest = hashlib.sha256(lexicon.version().encode())
    for path in read_by():
        digest.update(path.relative_to(_HERE).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def read_by() -> list[Path]:
    """The files that facts are read by, besides the lexicon."""
    kinds = ("words.py", "scoring/*.py", "occupations/*.py", "occupations/data/*.toml")
    return sorted(path for kind in kinds for path in _HERE.glob(kind))


def to_json(facts: VacancyFacts) -> StoredFacts:
    title = facts.title
    return {
        "title": {
            "text": title.text,
            "occupation": title.occupation,
            "family": title.family,
            "narrowing": list(title.narrowing),
            "terms": list(title.terms),
        },
        "skills_must": list(facts.skills_must),
        "skills_nice": list(facts.skills_nice),
        "seniority": facts.seniority,
        "years_required": facts.years_required,
        "locations": [list(place) for place in facts.locations],
        "remote": facts.remote,
        "salary_min": facts.salary_min,
        "salary_max": facts.salary_max,
        "salary_currency": facts.salary_currency,
        "employment_type": facts.employment_type,
        "languages": [list(pair) for pair in facts.languages],
        "education": facts.education,
        "education_or_experience": facts.education_or_experience,
        "fields": list(facts.fields),
        "sponsors": facts.sponsors,
        "clearance": facts.clearance,
    }


def from_json(stored: StoredFacts) -> VacancyFacts:
    title = stored["title"]
    return VacancyFacts(
        title=Title(
            title["text"],
            title["occupation"],
            title["family"],
            tuple(title["narrowing"]),
            tuple(title["terms"]),
        ),
        skills_must=tuple(stored["skills_must"]),
        skills_nice=tuple(stored["skills_nice"]),
        seniority=stored["seniority"],
        years_required=stored["years_required"],
        locations=tuple(Location(city, country) for city, country in stored["locations"]),
        remote=stored["remote"],
        salary_min=stored["salary_min"],
        salary_max=stored["salary_max"],
        salary_currency=stored["salary_currency"],
        employment_type=stored["employment_type"],
        languages=tuple((code, level) for code, level in stored["languages"]),
        education=stored["education"],
        education_or_experience=stored["education_or_experience"],
        fields=tuple(stored["fields"]),
        sponsors=stored["sponsors"],
        clearance=stored["clearance"],
    )
