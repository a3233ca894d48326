"""Himalayas: pages of 20. Times are seconds though documented as milliseconds; every text ends in a line of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from apps.vacancies.sources.base import Board, PageRequest, PostingDraft, Terms
from apps.vacancies.sources.claims import located, pay, place
from apps.vacancies.sources.json_source import JSON, JsonSource
from apps.vacancies.sources.values import amount, day, instant, offsets, required, text, texts

_TRAILER = re.compile(r"\s*<p>\s*Originally posted on\s*<a [^>]*>\s*Himalayas\s*</a>\s*\.?\s*</p>\s*$", re.I)
_PAGE = re.compile(r"https?://(?:www\.)?himalayas\.app/companies/([^/?#]+/jobs/[^/?#]+)")
_NO_NAME = "name"  # what stands in a fifth of the rows in place of the company


class Himalayas(JsonSource):
    kind: ClassVar[str] = "himalayas"
    name: ClassVar[str] = "Himalayas"
    base_url: ClassVar[str] = "https://himalayas.app"
    adapter_version: ClassVar[int] = 2
    envelope: ClassVar[str | tuple[str, ...] | None] = "jobs"
    page_size: ClassVar[int | None] = 20
    id_field: ClassVar[str] = "guid"
    address: ClassVar[re.Pattern[str]] = re.compile(
        r"(?:www\.)?himalayas\.app(?:/jobs|/companies/(?P<id>[^/]+/jobs/[^/]+)(?:/apply)?)?"
    )
    terms: ClassVar[Terms] = Terms(
        homepage="https://himalayas.app", grade="A", attribution="Himalayas", default_on=True, verified=True
    )
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "title", "companyName", "companySlug", "companyLogo", "employmentType", "minSalary", "maxSalary", "currency",
        "salaryPeriod", "seniority", "locationRestrictions", "description", "pubDate", "expiryDate", "applicationLink", "guid",
        "parentCategories", "timezoneRestrictions",
    })  # fmt: skip
    ignored_fields: ClassVar[frozenset[str]] = frozenset({"excerpt", "categories"})

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """Twenty jobs, the most that are given."""
        offset = number * (self.page_size or 0)
        return PageRequest(
            url=f"{self.at(board, base_url)}/jobs/api?limit={self.page_size}&offset={offset}", headers=JSON
        )

    def source_id_of(self, item: Mapping[str, object]) -> str:
        """The guid, which is the job's address: the part of it that names company and job."""
        guid = required(item, self.id_field)
        found = _PAGE.match(guid)
        return found[1] if found else guid

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one job. Raises PostingInvalid."""
        source_id = self.source_id_of(item)
        url = text(item, "guid") if "://" in text(item, "guid") else required(item, "applicationLink")
        locations, _ = located(*(place(text=country) for country in texts(item, "locationRestrictions")))
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=source_id,
            url=url,
            apply_url=text(item, "applicationLink") or url,
            title=required(item, "title"),
            company_name=_company(item),
            company_logo_url=text(item, "companyLogo"),
            locations=locations,
            remote="remote",
            time_zones=offsets(item, "timezoneRestrictions"),
            description_html=_TRAILER.sub("", text(item, "description")),
            employment_type=text(item, "employmentType"),
            department=next(iter(texts(item, "parentCategories")), ""),
            seniority=", ".join(texts(item, "seniority")),
            # The period says "annual" where there is no pay at all.
            pay=pay(
                amount(item, "minSalary"),
                amount(item, "maxSalary"),
                currency=text(item, "currency"),
                period=text(item, "salaryPeriod"),
            ),
            posted_at=instant(item, "pubDate"),
            application_deadline=day(item, "expiryDate"),
            payload=item,
        )

    def board_url(self, board: str) -> str:
        """The board."""
        return f"{self.base_url}/jobs"

    def posting_url(self, board: str, source_id: str) -> str:
        """The page of one job."""
        return f"{self.base_url}/companies/{source_id}"


def _company(item: Mapping[str, object]) -> str:
    name = text(item, "companyName")
    if name and name.casefold() != _NO_NAME:
        return name
    return text(item, "companySlug").replace("-", " ").title()
