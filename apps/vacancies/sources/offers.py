"""What a marketplace says of a posting that no employer's board does: how much there is to spend, and who spends it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

BudgetType = Literal["fixed", "hourly"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetClaim:
    """What a client would spend: in all (`fixed`) or an hour (`hourly`); None where it is not said."""

    type: BudgetType | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What somebody who worked for a client says of them. `rating` is 0 to 5."""

    rating: float | None = None
    comment: str = ""
    date: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientClaim:
    """Who offers work, as their marketplace shows them. None and "" are what it does not say.

    `platform_id` is "" where the marketplace names nobody: such a client can be judged, but not told from another.
    `hire_rate` is 0 to 1, `rating` 0 to 5. `reviews` is None where they were not asked for.
    """

    platform: str
    platform_id: str = ""
    name: str = ""
    company_name: str = ""
    location: str = ""
    total_spent: Decimal | None = None
    currency: str = ""
    hire_rate: float | None = None
    rating: float | None = None
    jobs_posted: int | None = None
    active_jobs: int | None = None
    reviews: tuple[Review, ...] | None = None
