"""From a draft to a posting: every field cleaned, and for each where it came from."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar
from urllib.parse import urlsplit

from apps.vacancies.normalise.budget import believable_budget
from apps.vacancies.normalise.clearance import find_security_clearance
from apps.vacancies.normalise.company import company_key
from apps.vacancies.normalise.dates import believable
from apps.vacancies.normalise.deadline import deadline_claims
from apps.vacancies.normalise.employment import employment_claims
from apps.vacancies.normalise.function import title_function
from apps.vacancies.normalise.language import field_language, guess_language
from apps.vacancies.normalise.money import yearly
from apps.vacancies.normalise.money_text import pay_claims
from apps.vacancies.normalise.place_hints import with_hints
from apps.vacancies.normalise.places import places_of
from apps.vacancies.normalise.posting import (
    EmploymentType,
    Pay,
    Place,
    Posting,
    Provenance,
    RemoteKind,
    Seniority,
)
from apps.vacancies.normalise.requirements import find_requirements
from apps.vacancies.normalise.text import clean, sanitise, snippet, to_text
from apps.vacancies.normalise.time_zones import time_zone_claims
from apps.vacancies.normalise.title import (
    clean_title,
    field_seniority,
    shared_seniority,
    title_key,
    title_seniority,
)
from apps.vacancies.normalise.visa import find_visa_sponsorship
from apps.vacancies.normalise.work_model import model_claims
from apps.vacancies.sources.base import PostingDraft, PostingInvalid

T = TypeVar("T")
_SHORT, _LINE, _PLACES = 300, 1000, 200
_URL = 2000
_NO_PAY = Pay(minimum=None, maximum=None, currency="", period=None)


def normalise(draft: PostingDraft, now: datetime | None = None) -> Posting:
    """Clean one draft. `now` (aware) bounds its dates. Raises PostingInvalid when no title or web address is left."""
    now = now or datetime.now(UTC)
    draft = _bounded(draft)
    noted: dict[str, Provenance] = {}
    title = clean_title(draft.title)[:_SHORT]
    url = _web_address(draft.url)
    # A board's posting without an address leads nowhere; one that a member typed in may have none.
    if not title or (draft.board and not url):
        raise PostingInvalid("no web address" if title else "no title", source_id=draft.source_id)
    company = clean(draft.company_name)[:_SHORT]
    markup = sanitise(draft.description_html)
    text = to_text(markup)
    stated, said = places_of(draft.locations, draft.addresses, draft.remote)
    locations = with_hints(stated, draft.title, text)
    remote: RemoteKind | None = _first(noted, "remote", *model_claims(draft, said, text))
    employment: EmploymentType | None = _first(
        noted, "employment_type", *employment_claims(draft.employment_type, draft.title, text)
    )
    pay = _first(noted, "salary", *pay_claims(draft.pay, text)) or _NO_PAY
    return Posting(
        source=draft.source,
        board=draft.board,
        source_id=clean(draft.source_id),
        url=url,
        apply_url=_web_address(draft.apply_url) or url,
        title=title,
        title_key=title_key(title),
        company_name=company,
        company_key=company_key(company),
        company_logo_url=_web_address(draft.company_logo_url),
        locations=locations,
        job_function=title_function(title),
        time_zones=_first(
            noted, "time_zones", *time_zone_claims(draft.time_zones, (*draft.locations, draft.title))
        )
        or (),
        remote=remote,
        employment_type=employment,
        seniority=_first(
            noted,
            "seniority",
            ("text", _titled_seniority(draft, title)),
            ("field", field_seniority(draft.seniority)),
        ),
        salary_min=pay.minimum,
        salary_max=pay.maximum,
        salary_currency=pay.currency,
        salary_period=pay.period,
        salary_year_min=yearly(pay.minimum, pay.period),
        salary_year_max=yearly(pay.maximum, pay.period),
        description_html=markup,
        description_text=text,
        snippet=snippet(text),
        requirements=_first(noted, "requirements", ("text", find_requirements(text) or None)) or (),
        visa_sponsorship=_first(noted, "visa_sponsorship", ("text", find_visa_sponsorship(text))),
        security_clearance=_first(noted, "security_clearance", ("text", find_security_clearance(text))),
        language=_first(noted, "language", ("field", field_language(draft.language)))
        or _first(noted, "language", ("derived", guess_language(text) or None))
        or "",
        department=clean(draft.department)[:_SHORT],
        requisition_id=clean(draft.requisition_id)[:_SHORT],
        posted_at=believable(draft.posted_at, now),
        updated_at=believable(draft.updated_at, now),
        application_deadline=_first(
            noted, "application_deadline", *deadline_claims(draft.application_deadline, text, now)
        ),
        budget=believable_budget(draft.budget),
        client=draft.client,
        content_hash=_content_hash(
            title,
            company,
            *(place.text for place in locations),
            str(remote),
            str(employment),
            f"{pay.minimum} {pay.maximum} {pay.currency} {pay.period}",
            text,
        ),
        field_sources=noted | _stated(draft, locations, stated),
    )


def _bounded(draft: PostingDraft) -> PostingDraft:
    """The draft with its lines cut to what a person might write: patterns are not run over a megabyte of title."""
    lines = (draft.title, draft.company_name, draft.employment_type, draft.seniority, *draft.locations)
    if max(map(len, lines)) <= _LINE and len(draft.locations) <= _PLACES:
        return draft
    return replace(
        draft,
        title=draft.title[:_LINE],
        company_name=draft.company_name[:_LINE],
        employment_type=draft.employment_type[:_LINE],
        seniority=draft.seniority[:_LINE],
        locations=tuple(text[:_LINE] for text in draft.locations[:_PLACES]),
    )


def _first(noted: dict[str, Provenance], name: str, *candidates: tuple[Provenance, T | None]) -> T | None:
    """The first candidate that says something, and a note of where it came from."""
    for provenance, value in candidates:
        if value is not None:
            noted[name] = provenance
            return value
    return None


def _stated(
    draft: PostingDraft, locations: tuple[Place, ...], by_fields: tuple[Place, ...]
) -> dict[str, Provenance]:
    """Fields that only a source can fill, and those we derive from them."""
    stated: dict[str, Provenance] = {"title": "field", "company_name": "field", "title_key": "derived"}
    stated |= {"company_key": "derived", "content_hash": "derived"}
    for name in ("department", "posted_at", "updated_at", "requisition_id"):
        if getattr(draft, name):
            stated[name] = "field"
    if locations:
        stated["locations"] = "field" if locations == by_fields else "text"
    if draft.description_html:
        stated |= {"description_html": "field", "description_text": "derived", "snippet": "derived"}
    return stated


def _titled_seniority(draft: PostingDraft, title: str) -> Seniority | None:
    """What an employer writes over a posting is one role; a line of free text may offer several."""
    return title_seniority(title) if draft.confidence >= 1 else shared_seniority(title)


def _web_address(url: str) -> str:
    """The address if a browser may follow it, else ""."""
    if not url:
        return ""
    url = clean(url).replace(" ", "%20")
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in {"http", "https"} and parts.hostname and len(url) <= _URL else ""


def _content_hash(*seen: str) -> str:
    """32 hex digits over what a reader sees: a change of markup alone, or of a link, is no change."""
    return hashlib.blake2b("\x1f".join(seen).encode(), digest_size=16).hexdigest()
