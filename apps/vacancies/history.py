"""What changed between two states of a vacancy, as its history keeps it. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal

# JSON, as it is stored and shown: a decimal is a string, a date ISO 8601.
Shown = str | int | float | bool | list[str] | None
Changes = dict[str, list[Shown]]

# What a reader of the posting would notice. The rest of a row is computed from these.
SHORT = (
    "title", "company_name", "locations", "time_zones", "remote", "employment_type", "seniority", "salary_min", "salary_max",
    "salary_currency", "salary_period", "department", "visa_sponsorship", "security_clearance", "budget_type",
    "budget_min", "budget_max", "url", "apply_url", "posted_at", "application_deadline",
)  # fmt: skip
LONG = ("description_text", "requirements")
COLUMNS = (*SHORT, *LONG)


def diff(before: Mapping[str, object], after: Mapping[str, object]) -> Changes:
    """{name: [before, after]} of every column of COLUMNS that differs; a long text is named with an empty list.

    Both are columns of a vacancy by name, as `columns.of_posting` makes them or as a row has them. `locations` are
    compared and shown by their words. What one side lacks is not compared.
    """
    compared = [name for name in COLUMNS if name in before and name in after]
    pairs = {name: (_plain(before[name]), _plain(after[name])) for name in compared}
    return {name: [] if name in LONG else [old, new] for name, (old, new) in pairs.items() if old != new}


def _plain(value: object) -> Shown:
    """A column's value as JSON shows it; equal amounts and equal lists look alike however they are held."""
    if isinstance(value, Decimal):
        return format(value, ".2f")
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str) or not isinstance(value, Sequence):
        return value if isinstance(value, str | int | float | bool) else None
    return [str(part.get("text", "")) if isinstance(part, Mapping) else str(part) for part in value]
