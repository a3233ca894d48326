"""An own vacancy's row, made of what a member said: through the same normaliser as every board's posting."""

from __future__ import annotations

from typing import Any

from apps.core.errors import FieldError, ValidationFailed
from apps.vacancies import columns, identity
from apps.vacancies.models import Company, OwnVacancy
from apps.vacancies.normalise import normalise
from apps.vacancies.sources.base import PayClaim, PostingDraft
from apps.vacancies.sources.offers import BudgetClaim


def fill(vacancy: OwnVacancy, said: dict[str, Any]) -> None:
    """Set the columns of a row that is not saved yet. Raises ValidationFailed for pay whose ends are crossed."""
    low, high = said["salary_min"], said["salary_max"]
    if low is not None and high is not None and low > high:
        detail = "must not exceed salary_max"
        raise ValidationFailed(
            f"salary_min: {detail}", errors=[FieldError("salary_min", "max_value", detail)]
        )
    pay = None
    if low is not None or high is not None:
        pay = PayClaim(
            minimum=low,
            maximum=high,
            currency=said["salary_currency"] or "",
            period=said["salary_period"] or "year",
        )
    posting = normalise(
        PostingDraft(
            source="own",
            board="",
            source_id=vacancy.source_id,
            url=said["url"],
            apply_url=said["apply_url"],
            title=said["title"],
            company_name=said["company_name"],
            locations=tuple(said["locations"]),
            remote=said["remote"] or None,
            employment_type=said["employment_type"] or "",
            seniority=said["seniority"] or "",
            description_html=said["description_html"],
            application_deadline=said["application_deadline"],
            pay=pay,
            budget=_budget(said.get("budget")),
            payload={},
        )
    )
    for name, value in columns.of_posting(posting).items():
        setattr(vacancy, name, value)
    vacancy.canonical_url = identity.canonical_url(posting.url)[:2000]
    # What a person says of their own vacancy stands as they said it.
    for name in ("remote", "employment_type", "seniority"):
        if said[name]:
            setattr(vacancy, name, said[name])
    vacancy.company = Company.objects.filter(key=posting.company_key).first() if posting.company_key else None
    vacancy.listed_at = vacancy.posted_at or vacancy.first_seen_at


def _budget(said: dict[str, Any] | None) -> BudgetClaim | None:
    if said is None:
        return None
    return BudgetClaim(type=said["type"] or None, minimum=said["min"], maximum=said["max"])
