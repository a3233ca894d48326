"""From a draft to a posting: every field cleaned, and for each where it came from."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar
from urllib.parse import urlsplit

from apps.vacancies.normalise.company import company_key
from apps.vacancies.normalise.dates import believable, believable_deadline
from apps.vacancies.normalise.employment import stated_employment, titled_employment
from apps.vacancies.normalise.headline import headline_employment, headline_model
from apps.vacancies.normalise.language import guess_language
from apps.vacancies.normalise.money import claimed_pay, yearly
from apps.vacancies.normalise.money_text import find_pay
from apps.vacancies.normalise.places import places_of
from apps.vacancies.normalise.posting import EmploymentType, Pay, Place, Posting, Provenance, RemoteKind
from apps.vacancies.normalise.requirements import find_requirements
from apps.vacancies.normalise.text import clean, sanitise, snippet, to_text
from apps.vacancies.normalise.title import (
    clean_title,
    field_seniority,
    title_key,
    title_seniority,
    titled_model,
)
from apps.vacancies.normalise.visa import find_visa_sponsorship
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
    locations, said = places_of(draft.locations, draft.addresses, draft.remote)
    remote: RemoteKind | None = _first(
        noted, "remote", ("field", draft.remote), ("text", said), ("text", titled_model(draft.title))
    ) or _first(noted, "remote", ("text", headline_model(text)))
    employment = _employment(noted, draft) or _first(
        noted, "employment_type", ("text", headline_employment(text))
    )
    pay = _pay(noted, draft, text)
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
        remote=remote,
        employment_type=employment,
        seniority=_first(
            noted, "seniority", ("field", field_seniority(draft.seniority)), ("text", title_seniority(title))
        ),
        salary_min=pay.minimum,
        salary_max=pay.maximum,
        salary_currency=pay.currency,
        salary_period=pay.period,
        salary_year_min=yearly(pay.minimum, pay.period),
        salary_year_max=yearly(pay.maximum, pay.period),
        salary_is_predicted=draft.pay is not None and draft.pay.is_predicted,
        description_html=markup,
        description_text=text,
        snippet=snippet(text),
        requirements=_first(noted, "requirements", ("text", find_requirements(text) or None)) or (),
        visa_sponsorship=_first(noted, "visa_sponsorship", ("text", find_visa_sponsorship(text))),
        language=_first(noted, "language", ("field", _language(draft.language)))
        or _first(noted, "language", ("derived", guess_language(text) or None))
        or "",
        department=clean(draft.department)[:_SHORT],
        requisition_id=clean(draft.requisition_id)[:_SHORT],
        posted_at=believable(draft.posted_at, now),
        updated_at=believable(draft.updated_at, now),
        application_deadline=believable_deadline(draft.application_deadline, now),
        content_hash=_content_hash(
            title,
            company,
            *(place.text for place in locations),
            str(remote),
            str(employment),
            f"{pay.minimum} {pay.maximum} {pay.currency} {pay.period}",
            text,
        ),
        field_sources=noted | _stated(draft, locations),
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


def _stated(draft: PostingDraft, locations: tuple[Place, ...]) -> dict[str, Provenance]:
    """Fields that only a source can fill, and those we derive from them."""
    stated: dict[str, Provenance] = {"title": "field", "company_name": "field", "title_key": "derived"}
    stated |= {"company_key": "derived", "content_hash": "derived"}
    for name in ("department", "posted_at", "updated_at", "application_deadline", "requisition_id"):
        if getattr(draft, name):
            stated[name] = "field"
    if locations:
        stated["locations"] = "field"
    if draft.description_html:
        stated |= {"description_html": "field", "description_text": "derived", "snippet": "derived"}
    return stated


def _employment(noted: dict[str, Provenance], draft: PostingDraft) -> EmploymentType | None:
    """The source's word; but an intern is an intern even where the field says full-time. An apprentice may be both."""
    stated, titled = stated_employment(draft.employment_type), titled_employment(draft.title)
    is_intern = titled == "internship" and title_seniority(draft.title) == "intern"
    if is_intern and stated in {"full_time", "temporary", "contract"}:
        stated = None
    known = stated if stated != "other" else None
    return _first(noted, "employment_type", ("field", known), ("text", titled), ("field", stated))


def _pay(noted: dict[str, Provenance], draft: PostingDraft, text: str) -> Pay:
    claimed = claimed_pay(draft.pay) if draft.pay else None
    pay = _first(noted, "salary", ("field", claimed)) or _first(noted, "salary", ("text", find_pay(text)))
    return pay or _NO_PAY


def _language(raw: str) -> str | None:
    """ "en-US" and "EN" are "en"; anything longer is no code."""
    code = raw.replace("_", "-").split("-")[0].strip().lower()
    return code if len(code) == 2 and code.isalpha() and code.isascii() else None


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
