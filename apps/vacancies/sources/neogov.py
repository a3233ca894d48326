"""NEOGOV (governmentjobs.com): RSS of one agency, with the vendor's own elements for pay, dates and parts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import ClassVar
from urllib.parse import quote

from apps.vacancies.sources.base import Board, PageRequest, PostingDraft, Terms
from apps.vacancies.sources.board_source import check_slug
from apps.vacancies.sources.claims import body, located, pay, place
from apps.vacancies.sources.values import amount, mail_date, required, section, text
from apps.vacancies.sources.xml_feed import many_texts
from apps.vacancies.sources.xml_source import XML, XmlSource

# "Sun, 20 Sep 2026 04:59:00:0" has a part too many, and is UTC.
_ODD_TIME = re.compile(r"(\d\d:\d\d:\d\d):\d+$")


class Neogov(XmlSource):
    kind: ClassVar[str] = "neogov"
    name: ClassVar[str] = "NEOGOV"
    base_url: ClassVar[str] = "https://www.governmentjobs.com"
    around: ClassVar[tuple[str, ...]] = ("title",)
    id_field: ClassVar[str] = "jobId"
    address: ClassVar[re.Pattern[str]] = re.compile(
        r"(?:www\.)?(?:governmentjobs|schooljobs)\.com/careers/(?P<board>[^/]+)(?:/jobs(?:/(?P<id>\d+)(?:-\d+)?(?:/.*)?)?)?"
    )
    terms: ClassVar[Terms] = Terms(homepage="https://www.governmentjobs.com", grade="B", verified=True)
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "jobId", "link", "title", "description", "pubDate", "advertiseFromDateUTC", "advertiseToDateTimeUTC",
        "minimumSalary", "maximumSalary", "salaryCurrency", "salaryInterval", "department", "location", "examplesofduties",
        "qualifications", "supplementalinformation", "categories", "jobType", "channel",
    })  # fmt: skip
    ignored_fields: ClassVar[frozenset[str]] = frozenset({"guid"})

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """All open jobs of the agency."""
        agency = quote(check_slug(board), safe="")
        return PageRequest(
            url=f"{self.at(board, base_url)}/SearchEngine/JobsFeed?agency={agency}", headers=XML
        )

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one job. Raises PostingInvalid."""
        url = required(item, "link")
        locations, _ = located(place(text=text(item, "location")))
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=self.source_id_of(item),
            url=url,
            apply_url=url,
            title=required(item, "title"),
            company_name=text(section(item, "channel"), "title") or self.company_name(board),
            locations=locations,
            description_html=body(
                ("", text(item, "description")),
                ("Examples of duties", text(item, "examplesofduties")),
                ("Qualifications", text(item, "qualifications")),
                ("Supplemental information", text(item, "supplementalinformation")),
            ),
            employment_type=text(item, "jobType"),
            department=text(item, "department") or _category(item),
            pay=pay(
                amount(item, "minimumSalary"),
                amount(item, "maximumSalary"),
                currency=text(item, "salaryCurrency"),
                period=text(item, "salaryInterval"),
            ),
            posted_at=mail_date(_mended(item, "advertiseFromDateUTC"), "advertiseFromDateUTC")
            or mail_date(item, "pubDate"),
            application_deadline=_deadline(item),
            payload=item,
        )

    def board_url(self, board: str) -> str:
        """The agency's page."""
        return f"{self.base_url}/careers/{quote(board, safe='')}"

    def posting_url(self, board: str, source_id: str) -> str:
        """The page of one job."""
        return f"{self.board_url(board)}/jobs/{source_id}"


def _mended(item: Mapping[str, object], key: str) -> Mapping[str, object]:
    return {key: _ODD_TIME.sub(r"\1 GMT", text(item, key))}


def _deadline(item: Mapping[str, object]) -> date | None:
    """The last day in the agency's own time: midnight there is 04:00 to 10:00 UTC of the day after."""
    moment = mail_date(_mended(item, "advertiseToDateTimeUTC"), "advertiseToDateTimeUTC")
    return (moment - timedelta(hours=12)).date() if moment else None


def _category(item: Mapping[str, object]) -> str:
    named = many_texts(section(item, "categories"), "category") if item.get("categories") else []
    return named[0] if named else ""
