"""A normalised posting as the columns of a vacancy."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from apps.vacancies import lexicon
from apps.vacancies.marketplace import scoring as clients
from apps.vacancies.models.posting import UNSAID
from apps.vacancies.normalise.posting import Posting

# A text vector holds 1 MB at most; no posting that people read is longer than this.
LONGEST_TEXT = 200_000
MOST_SKILLS = 80


def skills_of(posting: Posting) -> list[str]:
    """Slugs in the order of first mention, title first."""
    return list(lexicon.skills_in(f"{posting.title}\n{posting.description_text[:LONGEST_TEXT]}"))[
        :MOST_SKILLS
    ]


def of_posting(posting: Posting) -> dict[str, Any]:
    """Every column that a posting's content decides, by name; keys and times of the row are not among them."""
    countries = sorted({place.country for place in posting.locations if place.country})
    words = {
        part for place in posting.locations for part in (place.text, place.city, place.region, place.country)
    }
    return {
        "title": posting.title[:300],
        "title_key": posting.title_key[:300],
        "company_name": posting.company_name[:200],
        "company_logo_url": posting.company_logo_url[:500],
        "job_function": posting.job_function or "",
        "locations": [asdict(place) for place in posting.locations],
        "location_text": " · ".join(sorted(filter(None, words))),
        "countries": countries,
        "remote_scopes": sorted({place.remote_scope for place in posting.locations if place.remote_scope})
        or countries
        or [UNSAID],
        "time_zones": list(posting.time_zones),
        "remote": posting.remote or "",
        "employment_type": posting.employment_type or "",
        "seniority": posting.seniority or "",
        "salary_min": posting.salary_min,
        "salary_max": posting.salary_max,
        "salary_currency": posting.salary_currency,
        "salary_period": posting.salary_period or "",
        "salary_year_min": posting.salary_year_min,
        "salary_year_max": posting.salary_year_max,
        "skills": skills_of(posting),
        "requirements": list(posting.requirements),
        "description_html": posting.description_html,
        "description_text": posting.description_text[:LONGEST_TEXT],
        "snippet": posting.snippet[:400],
        "language": posting.language[:8],
        "department": posting.department[:200],
        "visa_sponsorship": posting.visa_sponsorship,
        "security_clearance": posting.security_clearance,
        "budget_type": (posting.budget and posting.budget.type) or "",
        "budget_min": posting.budget.minimum if posting.budget else None,
        "budget_max": posting.budget.maximum if posting.budget else None,
        "client_score": clients.score_of(posting.client) if posting.client else None,
        "url": posting.url[:2000],
        "apply_url": posting.apply_url[:2000],
        "posted_at": posting.posted_at,
        "application_deadline": posting.application_deadline,
    }
