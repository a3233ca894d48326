"""What one posting says, as columns of a vacancy: read from it, from the row of a vacancy that is only it, or stored."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from apps.vacancies import columns
from apps.vacancies.ingest.derive import COLUMNS, Content
from apps.vacancies.models import Vacancy
from apps.vacancies.normalise.posting import Posting

NAMELESS = "?"
_TIMES = ("posted_at",)
_DATES = ("application_deadline",)
_AMOUNTS = ("salary_min", "salary_max", "salary_year_min", "salary_year_max", "budget_min", "budget_max")


def of_posting(posting: Posting) -> Content:
    """What a cleaned posting says."""
    return columns.of_posting(posting) | {
        "company_key": posting.company_key[:200] or NAMELESS,
        "source": posting.source,
        "source_id": posting.source_id[:200],
        "content_hash": posting.content_hash,
        "field_sources": dict(posting.field_sources),
    }


def of_row(vacancy: Vacancy) -> Content:
    """What the row of a vacancy of one posting says; its `company` is loaded."""
    return {name: getattr(vacancy, name) for name in COLUMNS} | {"company_key": vacancy.company.key}


def to_json(content: Content) -> dict[str, Any]:
    """As it is stored beside a posting; `from_json` takes it back as it was."""
    return {name: _plain(value) for name, value in content.items()}


def from_json(kept: Mapping[str, Any]) -> Content:
    return (
        dict(kept)
        | {name: Decimal(kept[name]) for name in _AMOUNTS if kept[name] is not None}
        | {name: datetime.fromisoformat(kept[name]) for name in _TIMES if kept[name] is not None}
        | {name: date.fromisoformat(kept[name]) for name in _DATES if kept[name] is not None}
    )


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value
