"""The shape that leaves `normalise`: everything a Vacancy row needs, cleaned, with where each field came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from apps.vacancies.normalise.function import JobFunction
from apps.vacancies.sources.offers import BudgetClaim, ClientClaim

RemoteKind = Literal["onsite", "hybrid", "remote"]
EmploymentType = Literal[
    "full_time", "part_time", "contract", "temporary", "internship", "volunteer", "other"
]
Seniority = Literal["intern", "entry", "junior", "mid", "senior", "lead", "manager", "director", "executive"]
PayPeriod = Literal["hour", "day", "week", "month", "year", "project"]
Provenance = Literal["field", "text", "derived"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place a posting names. `text` is the source's words; the rest is what we recognised ("" = not said).

    `country` is ISO 3166-1 alpha-2 in capitals, `region` a state or province by name. `remote_scope` is "" for
    an ordinary place, else where a remote worker may live: a country code, a world region ("EU", "EMEA",
    "LATAM", …) or "WORLDWIDE". `lat`, `lon` are degrees, or None.
    """

    text: str
    city: str = ""
    region: str = ""
    country: str = ""
    remote_scope: str = ""
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pay:
    """A pay range with two decimals. Both bounds may be equal; one may be None ("from", "up to").

    `currency` is ISO 4217 ("" = not said), `period` None when not said.
    """

    minimum: Decimal | None
    maximum: Decimal | None
    currency: str
    period: PayPeriod | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """A cleaned posting. No text holds NUL, lone surrogates or zero-width characters: PostgreSQL takes it as it is.

    Pay that a source has predicted is left out. `salary_year_*` are the same pay annualised in the same currency, for filters only (None for a project's pay).
    `time_zones` are offsets from UTC in hours, ascending, that a worker is to live in or keep to (() = not said).
    `content_hash` covers what a reader sees, so it changes when a reader would notice. `field_sources` says for
    each filled field: "field" (the source said so), "text" (read from prose) or "derived" (computed by us).
    """

    source: str
    board: str
    source_id: str
    url: str
    apply_url: str
    title: str
    title_key: str
    company_name: str
    company_key: str
    company_logo_url: str = ""
    locations: tuple[Place, ...] = ()
    job_function: JobFunction | None = None
    time_zones: tuple[float, ...] = ()
    remote: RemoteKind | None = None
    employment_type: EmploymentType | None = None
    seniority: Seniority | None = None
    salary_min: Decimal | None = None
    salary_max: Decimal | None = None
    salary_currency: str = ""
    salary_period: PayPeriod | None = None
    salary_year_min: Decimal | None = None
    salary_year_max: Decimal | None = None
    description_html: str = ""
    description_text: str = ""
    snippet: str = ""
    requirements: tuple[str, ...] = ()
    visa_sponsorship: bool | None = None
    security_clearance: bool | None = None
    language: str = ""
    department: str = ""
    requisition_id: str = ""
    posted_at: datetime | None = None
    updated_at: datetime | None = None
    application_deadline: date | None = None
    budget: BudgetClaim | None = None
    client: ClientClaim | None = None
    content_hash: str = ""
    field_sources: Mapping[str, Provenance] = field(default_factory=dict)
