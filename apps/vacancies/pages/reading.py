"""One page to one draft, by the surest way that it allows."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from lxml.html import HtmlElement

from apps.vacancies.pages import labels, readable, structured
from apps.vacancies.pages.markup import NotAPage, meta, tree_of
from apps.vacancies.sources.base import AddressClaim, PostingDraft, PostingRefused
from apps.vacancies.sources.claims import body, decoded, located, pay
from apps.vacancies.sources.job_posting import (
    base_salary,
    employment,
    job_places,
    remote_claim,
    several,
)
from apps.vacancies.sources.values import day, instant

How = Literal["json_ld", "microdata", "text"]
KIND = "page"
# A site that writes for machines means it; its marked-up tags are older and less kept.
_SURE: dict[How, float] = {"json_ld": 0.95, "microdata": 0.9}
_PARTS = (
    ("", "description"), ("Responsibilities", "responsibilities"), ("Qualifications", "qualifications"),
    ("Experience", "experienceRequirements"), ("Education", "educationRequirements"), ("Benefits", "jobBenefits"),
)  # fmt: skip
_FINDERS: tuple[tuple[How, Callable[[HtmlElement], Iterable[Mapping[str, object]]]], ...] = (
    ("json_ld", structured.json_ld),
    ("microdata", structured.microdata),
)
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A draft, how it was read, and the fields that a person should look at."""

    draft: PostingDraft
    how: How
    doubts: tuple[str, ...] = ()


def read(data: bytes, *, url: str, charset: str | None = None) -> Reading:
    """Read the vacancy of a page. Raises NotAPage where there is none, or a list of them."""
    tree = tree_of(data, charset)
    for how, find in _FINDERS:
        jobs = _apart(find(tree))
        if len(jobs) > 1:
            raise NotAPage(f"This page lists {len(jobs)} vacancies; open one of them and give its address.")
        if jobs and (reading := _of_job(jobs[0], how, tree, url)):
            return reading
    return _of_text(tree, url)


def _apart(jobs: Iterable[Mapping[str, object]]) -> list[Mapping[str, object]]:
    """Each vacancy once: sites repeat the same object for a place, or for another reader."""
    found = {
        (_said(job, "title") or _said(job, "name"), _name(job.get("hiringOrganization"))): job for job in jobs
    }
    return list(found.values())


def _of_job(job: Mapping[str, object], how: How, tree: HtmlElement, url: str) -> Reading | None:
    """None where the object has not even a title. What it says in a shape of its own is left out, and named."""
    title = _said(job, "title") or _said(job, "name")
    if not title:
        return None
    doubts: list[str] = []

    def sure(name: str, claim: Callable[[], T], otherwise: T) -> T:
        try:
            return claim()
        except PostingRefused:
            doubts.append(name)
            return otherwise

    no_place: tuple[tuple[str, ...], tuple[AddressClaim, ...]] = ((), ())
    locations, addresses = sure("locations", lambda: located(*job_places(job)), no_place)
    where = [name for one in several(job, "applicantLocationRequirements") if (name := _name(one))]
    company = _name(job.get("hiringOrganization")) or meta(tree, "og:site_name")
    description = _description(job)
    doubts += [
        name for name, said in (("company_name", company), ("description_html", description)) if not said
    ]
    draft = PostingDraft(
        source=KIND,
        board="",
        source_id=_identifier(job, url),
        url=url,
        apply_url=url,
        title=title,
        company_name=company,
        company_logo_url=_logo(job),
        locations=tuple(dict.fromkeys((*locations, *where))),
        addresses=addresses,
        remote=remote_claim(job),
        description_html=description,
        employment_type=employment(job),
        pay=sure("salary", lambda: base_salary(job), None),
        posted_at=sure("posted_at", lambda: instant(job, "datePosted"), None),
        application_deadline=sure("application_deadline", lambda: day(job, "validThrough"), None),
        payload=job,
        confidence=round(max(0.5, _SURE[how] - 0.15 * len(doubts)), 2),
    )
    return Reading(draft=draft, how=how, doubts=tuple(doubts))


def _of_text(tree: HtmlElement, url: str) -> Reading:
    found, said = readable.find(tree, url), labels.found_in(tree)
    company = said.get("company") or found.company_name
    draft = PostingDraft(
        source=KIND,
        board="",
        source_id=_key(url),
        url=url,
        apply_url=url,
        title=found.title,
        company_name=company,
        locations=(said["location"],) if "location" in said else (),
        employment_type=said.get("employment_type", ""),
        pay=pay(None, None, text=said["salary"]) if "salary" in said else None,
        description_html=found.description_html,
        language=(tree.get("lang") or "")[:2].lower(),
        payload={},
        confidence=found.confidence,
    )
    doubts = (
        ("title", "description_html") if found.company_name else ("title", "company_name", "description_html")
    )
    return Reading(draft=draft, how="text", doubts=doubts)


def _description(job: Mapping[str, object]) -> str:
    return body(*((heading, decoded(_said(job, name))) for heading, name in _PARTS))


def _said(job: Mapping[str, object], name: str) -> str:
    """A text, or the texts of a list; "" for any other shape."""
    return "\n".join(one.strip() for one in several(job, name) if isinstance(one, str) and one.strip())


def _name(value: object) -> str:
    """The name of an organisation or a place: an object with a name, the first of several, or a text."""
    if isinstance(value, list):
        return next((name for one in value if (name := _name(one))), "")
    if isinstance(value, Mapping):
        return _name(value.get("name"))
    return " ".join(value.split()) if isinstance(value, str) else ""


def _logo(job: Mapping[str, object]) -> str:
    organisation = job.get("hiringOrganization")
    logo = organisation.get("logo") if isinstance(organisation, Mapping) else None
    found = logo.get("url") if isinstance(logo, Mapping) else logo
    return found if isinstance(found, str) and found.startswith(("https://", "http://")) else ""


def _identifier(job: Mapping[str, object], url: str) -> str:
    identifier = job.get("identifier")
    value = identifier.get("value") if isinstance(identifier, Mapping) else identifier
    return str(value).strip()[:200] if isinstance(value, str | int) and str(value).strip() else _key(url)


def _key(url: str) -> str:
    return hashlib.blake2b(url.encode(), digest_size=16).hexdigest()
