"""Jobvite company feed: XML, one answer per company. It answers 429 with Retry-After when asked too often."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import ClassVar
from urllib.parse import quote

from apps.vacancies.sources.base import Board, PageRequest, PostingDraft, PostingInvalid, Terms
from apps.vacancies.sources.board_source import check_slug
from apps.vacancies.sources.claims import decoded, located, place
from apps.vacancies.sources.values import instant, required, text
from apps.vacancies.sources.xml_source import XML, XmlSource


class Jobvite(XmlSource):
    kind: ClassVar[str] = "jobvite"
    name: ClassVar[str] = "Jobvite"
    base_url: ClassVar[str] = "https://app.jobvite.com"
    root: ClassVar[str] = ""
    tag: ClassVar[str] = "job"
    # Pages are called by the company's name, the feed by its id: an address names no board.
    address: ClassVar[re.Pattern[str]] = re.compile(
        r"jobs\.jobvite\.com/(?:careers/)?(?:[^/]+/)?job/(?P<id>\w+)(?:/apply)?"
    )
    terms: ClassVar[Terms] = Terms(homepage="https://www.jobvite.com", grade="B", requests_per_second=0.1)
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "id", "title", "category", "location", "date", "detail-url", "apply-url", "description", "jobtype", "requisitionid",
    })  # fmt: skip
    ignored_fields: ClassVar[frozenset[str]] = frozenset()

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """All jobs of the company with this id."""
        company = quote(check_slug(board), safe="")
        return PageRequest(url=f"{self.at(board, base_url)}/CompanyJobs/Xml.aspx?c={company}", headers=XML)

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one job. Raises PostingInvalid."""
        url = required(item, "detail-url")
        locations, _ = located(place(text=text(item, "location")))
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=self.source_id_of(item),
            url=url,
            apply_url=text(item, "apply-url") or url,
            title=required(item, "title"),
            company_name=self.company_name(board),
            locations=locations,
            description_html=decoded(text(item, "description")),
            employment_type=text(item, "jobtype"),
            department=text(item, "category"),
            posted_at=_day(item),
            requisition_id=text(item, "requisitionid"),
            payload=item,
        )

    def recognise_posting(self, url: str) -> tuple[str, str] | None:
        """A posting's id; its board is never named."""
        found = super().recognise_posting(url)
        return ("", found[1]) if found else None

    def board_url(self, board: str) -> str:
        """The feed: what page shows the board isn't known from its id."""
        return self.page_request(board, 0, None).url

    def posting_url(self, board: str, source_id: str) -> str:
        """The hosted page, by its id alone."""
        return f"https://jobs.jobvite.com/job/{source_id}"


def _day(item: Mapping[str, object]) -> datetime | None:
    """The date as Americans write it ("3/1/2026"), or ISO."""
    raw = text(item, "date")
    if "/" not in raw:
        return instant(item, "date")
    try:
        return datetime.strptime(raw, "%m/%d/%Y").replace(tzinfo=UTC)
    except ValueError:
        raise PostingInvalid("date is not a date") from None
