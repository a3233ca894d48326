"""What Upwork says of a budget and of who spends it, read. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from apps.vacancies.sources.base import PostingInvalid
from apps.vacancies.sources.offers import BudgetClaim, BudgetType, ClientClaim, Review
from apps.vacancies.sources.values import amount, day, rows, text

PLATFORM: Final = "upwork"
# The marketplace counts in this one.
_CURRENCY: Final = "USD"
_TYPES: dict[str, BudgetType] = {"fixed": "fixed", "fixedprice": "fixed", "hourly": "hourly"}
_MOST_REVIEWS: Final = 200
_LONGEST_COMMENT: Final = 2000


def budget_of(said: Mapping[str, object]) -> BudgetClaim | None:
    """A budget; None where none is given. Raises PostingInvalid."""
    low, high = amount(said, "min"), amount(said, "max")
    if not low and not high:
        return None
    word = "".join(letter for letter in text(said, "type").casefold() if letter.isalpha())
    return BudgetClaim(type=_TYPES.get(word), minimum=low or None, maximum=high or None)


def client_of(said: Mapping[str, object], platform_id: str = "") -> ClientClaim | None:
    """A client, from a search's answer or from a profile; None where nothing is said. Raises PostingInvalid."""
    claim = ClientClaim(
        platform=PLATFORM,
        platform_id=(platform_id or text(said, "id"))[:200],
        name=text(said, "name")[:200],
        company_name=text(said, "company")[:200],
        location=text(said, "location")[:200],
        total_spent=_spent(said),
        currency=_CURRENCY if amount(said, "totalSpent") is not None else "",
        hire_rate=_rate(said),
        rating=_within(said, "avgRating", 5),
        jobs_posted=_count(said, "jobsPosted"),
        active_jobs=_count(said, "activeJobs"),
        reviews=_reviews(said) if "reviews" in said else None,
    )
    return None if claim == ClientClaim(platform=PLATFORM) else claim


def _spent(said: Mapping[str, object]) -> Decimal | None:
    value = amount(said, "totalSpent")
    if value is None or not 0 <= value < Decimal(10) ** 12:
        return None
    return value.quantize(Decimal("0.01"))


def _rate(said: Mapping[str, object]) -> float | None:
    """A share, whether it comes as one or in per cent."""
    value = _within(said, "hireRate", 100)
    return value / 100 if value is not None and value > 1 else value


def _within(said: Mapping[str, object], key: str, most: int) -> float | None:
    value = amount(said, key)
    return float(value) if value is not None and 0 <= value <= most else None


def _count(said: Mapping[str, object], key: str) -> int | None:
    value = amount(said, key)
    return int(value) if value is not None and 0 <= value < 2**31 else None


def _reviews(said: Mapping[str, object]) -> tuple[Review, ...]:
    """Those that can be read; one with a date of another kind loses its date."""
    found = []
    for row in rows(said, "reviews")[:_MOST_REVIEWS]:
        try:
            on = day(row, "date")
        except PostingInvalid:
            on = None
        found.append(
            Review(rating=_within(row, "rating", 5), comment=text(row, "comment")[:_LONGEST_COMMENT], date=on)
        )
    return tuple(found)
