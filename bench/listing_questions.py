"""The mix of `bench.listing`: 41 questions as job seekers ask them, words and filters from common to rare."""

from __future__ import annotations

TEXTS = ("engineer", "python", "nurse", "warehouse", "sales manager", "data scientist", '"machine learning"',
         "accountant -senior", "driver or courier", "kubernetes", "rare77", "rare4000", "teacher", "electrician")  # fmt: skip
FILTERS = (
    "", "page=2", "page=10", "remote=remote", "remote=hybrid", "employment_type=full_time", "seniority=senior",
    "seniority=junior&remote=remote", "country=US", "country=DE", "country=FR&remote=onsite", "skills=python",
    "skills=python,sql", "skills_any=docker,kubernetes", "skills=kubernetes&remote=remote", "salary_min=50000",
    "salary_min=150000&remote=remote", "posted_after=2026-11-01T00:00:00Z", "posted_after=2026-06-01T00:00:00Z&country=GB",
    "source=greenhouse", "source=ashby&seniority=senior", "location=Berlin", "location=San+Francisco", "company=Works+42",
)  # fmt: skip
BOTH = ("q=engineer&remote=remote", "q=python&country=US&salary_min=100000", "q=nurse&location=York")


def questions() -> list[str]:
    """Query strings, without their question mark."""
    texts = [f"q={text.replace(' ', '+').replace(chr(34), '%22')}" for text in TEXTS]
    return [*FILTERS, *texts, *BOTH]
