"""What `searchJobs` is asked in the benches: as job seekers ask, common words and rare ones, one filter, two, and none."""

from __future__ import annotations

from typing import Any

from bench.listing_questions import questions as listed

FACETS = ("skills", "company", "country", "city", "remote", "seniority", "employment_type", "source", "pay")
Question = dict[str, Any]
_ASKED: tuple[tuple[str, dict[str, Any]], ...] = (
    ("", {}),
    ("", {"country": "US"}),
    ("", {"remote": "remote"}),
    ("", {"remote": "remote", "country": "DE"}),
    ("", {"seniority": "senior", "employment_type": "full_time"}),
    ("", {"salary_min": 100000, "currency": "USD"}),
    ("", {"skills": "python,sql"}),
    ("", {"location": "Berlin"}),
    ("engineer", {}),
    ("engineer", {"remote": "remote"}),
    ("software engineer", {}),
    ("software engineer", {"country": "US", "remote": "remote"}),
    ("senior software engineer", {"salary_min": 150000, "currency": "USD"}),
    ("python", {}),
    ("python developer", {"seniority": "senior"}),
    ("python or java", {}),
    ("data scientist", {}),
    ("data -intern", {"employment_type": "full_time"}),
    ("machine learning engineer", {"country": "GB"}),
    ('"machine learning"', {}),
    ('"customer success"', {"country": "US"}),
    ("kubernetes", {}),
    ("frontend react", {"remote": "remote"}),
    ("product manager", {}),
    ("product manager fintech", {"location": "London"}),
    ("sales", {"country": "US"}),
    ("sales manager", {}),
    ("account executive", {"country": "US", "remote": "hybrid"}),
    ("marketing", {"seniority": "manager"}),
    ("accountant -senior", {}),
    ("nurse", {}),
    ("registered nurse night shift", {"country": "US"}),
    ("warehouse", {}),
    ("driver or courier", {}),
    ("electrician", {"employment_type": "full_time"}),
    ("teacher", {}),
    ("chef", {}),
    ("customer support german", {"remote": "remote"}),
    ("designer", {"skills": "figma"}),
    ("legal counsel", {"location": "New York"}),
    ("recruiter", {"posted_after": "2026-10-01T00:00:00Z"}),
    ("experience team", {}),
    ("manager", {"seniority": "senior", "remote": "remote"}),
    ("rare77", {}),
)


def searches(*, facets: bool = True) -> list[Question]:
    """Bodies of `searchJobs`."""
    asked = {"facets": list(FACETS)} if facets else {}
    return [{"query": query, "filters": filters, **asked} for query, filters in _ASKED]


def lists() -> list[str]:
    """Query strings of `listVacancies`."""
    return listed()
