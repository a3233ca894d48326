"""A row of the list as JSON, by hand; shared by the peers that read rows themselves."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import orjson

COLUMNS = (
    "id", "title", "company_name", "company_logo_url", "locations", "remote", "employment_type", "seniority",
    "job_function", "salary_min", "salary_max", "salary_currency", "salary_period", "skills", "snippet", "url",
    "apply_url", "source", "source_id", "posted_at", "first_seen_at", "last_seen_at", "closed_at", "status",
    "budget_type", "budget_min", "budget_max", "application_deadline", "visa_sponsorship", "repost_count", "listed_at",
)  # fmt: skip
AS_THEY_ARE = (
    "id", "title", "salary_currency", "skills", "snippet", "url", "apply_url", "source", "source_id", "posted_at",
    "first_seen_at", "last_seen_at", "closed_at", "status", "application_deadline", "visa_sponsorship", "repost_count",
    "origin", "applied_at",
)  # fmt: skip
OR_NONE = ("remote", "employment_type", "seniority", "job_function", "salary_period")


def number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def shown(row: Mapping[str, Any]) -> dict[str, Any]:
    """Of a row with COLUMNS, the company's and the client's columns, `origin` and the mark's times."""
    body = {name: row[name] for name in AS_THEY_ARE}
    for name in OR_NONE:
        body[name] = row[name] or None
    body["locations"] = orjson.Fragment(row["locations"])
    body["salary_min"], body["salary_max"] = number(row["salary_min"]), number(row["salary_max"])
    body["saved"] = row["saved_at"] is not None
    body["company"] = {
        "id": row["company_id"],
        "name": row["company_name"] or row["known_name"] or "",
        "logo_url": row["company_logo_url"] or row["known_logo"] or "",
    }
    least, most = number(row["budget_min"]), number(row["budget_max"])
    body["budget"] = (
        None
        if least is None and most is None
        else {"type": row["budget_type"] or None, "min": least, "max": most}
    )
    body["client"] = row["client_id"] and {
        "id": row["client_id"],
        "name": row["client_name"],
        "location": row["client_location"],
        "total_spent": number(row["total_spent"]),
        "hire_rate": row["hire_rate"],
        "score": row["score"],
    }
    return body
