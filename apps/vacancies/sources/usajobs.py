"""USAJobs (with a free key): pages of 500 and no more than 10,000 rows a search. A board is a search word."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import ClassVar
from urllib.parse import quote

from apps.vacancies.sources.base import (
    AddressClaim,
    Board,
    Page,
    PageRequest,
    PayClaim,
    PostingDraft,
    PostingInvalid,
    Terms,
)
from apps.vacancies.sources.board_source import WHOLE
from apps.vacancies.sources.claims import body, located, paragraphs, pay, place
from apps.vacancies.sources.json_source import JSON
from apps.vacancies.sources.keyed_source import KeyedJsonSource
from apps.vacancies.sources.values import amount, day, instant, required, rows, section, text, texts

CAP = 10_000
_INTERVALS = {"PA": "per year", "PH": "per hour", "PD": "per day", "PM": "per month"}
_PARTS = (("Duties", "MajorDuties"), ("Requirements", "Requirements"))


class USAJobs(KeyedJsonSource):
    kind: ClassVar[str] = "usajobs"
    name: ClassVar[str] = "USAJobs"
    base_url: ClassVar[str] = "https://data.usajobs.gov"
    envelope: ClassVar[str | tuple[str, ...] | None] = "SearchResult.SearchResultItems"
    page_size: ClassVar[int | None] = 500
    lists_everything: ClassVar[bool] = False
    id_field: ClassVar[str] = "MatchedObjectId"
    credential_names: ClassVar[tuple[str, ...]] = ("email", "api_key")
    address: ClassVar[re.Pattern[str]] = re.compile(
        r"(?:www\.)?usajobs\.gov(?:/(?:job|GetJob/ViewDetails)/(?P<id>\d+)(?:/.*)?)?"
    )
    terms: ClassVar[Terms] = Terms(
        homepage="https://www.usajobs.gov",
        grade="C",
        attribution="USAJobs",
        min_interval=6 * 3600,
        respects_robots=False,
    )
    used_fields: ClassVar[frozenset[str]] = frozenset({"MatchedObjectId", "MatchedObjectDescriptor"})
    ignored_fields: ClassVar[frozenset[str]] = frozenset({"RelevanceRank"})

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """Five hundred results."""
        keyword = "" if board == WHOLE else f"Keyword={quote(board, safe='')}&"
        return PageRequest(
            url=f"{self.at(board, base_url)}/api/search?{keyword}Page={number + 1}&ResultsPerPage={self.page_size}",
            headers=JSON,
        )

    def next_request(
        self,
        board: str,
        page: Page,
        seen_new_ids: Collection[str],
        base_url: str | None = None,
        credentials: Mapping[str, str] | None = None,
    ) -> PageRequest | None:
        """None too at the vendor's cap: no search says that it is whole."""
        if (page.number + 1) * (self.page_size or 0) >= CAP:
            return None
        return super().next_request(board, page, seen_new_ids, base_url, credentials)

    def signed(self, request: PageRequest, credentials: Mapping[str, str]) -> PageRequest:
        """The key is a header; the address that it was given to stands for the user agent."""
        key = {"User-Agent": credentials["email"], "Authorization-Key": credentials["api_key"]}
        return replace(request, headers={**request.headers, **key})

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one announcement. Raises PostingInvalid."""
        job = section(item, "MatchedObjectDescriptor")
        details = section(section(job, "UserArea"), "Details")
        url = _address(required(job, "PositionURI"))
        locations, addresses = located(*(_place(row) for row in rows(job, "PositionLocation")))
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=self.source_id_of(item),
            url=url,
            apply_url=next((_address(one) for one in texts(job, "ApplyURI")), url),
            title=required(job, "PositionTitle"),
            company_name=text(job, "OrganizationName") or text(job, "DepartmentName"),
            locations=locations,
            addresses=addresses,
            remote="remote" if _is_true(details.get("RemoteIndicator")) else None,
            description_html=_body(job, details),
            employment_type=_first_name(job, "PositionSchedule"),
            department=text(job, "DepartmentName"),
            pay=_pay(job),
            posted_at=instant(job, "PublicationStartDate") or instant(job, "PositionStartDate"),
            application_deadline=day(job, "ApplicationCloseDate"),
            language="en",
            requisition_id=text(job, "PositionID"),
            payload=item,
        )

    def board_url(self, board: str) -> str:
        """The search a person would see."""
        return "https://www.usajobs.gov/search/results/" + (
            "" if board == WHOLE else f"?k={quote(board, safe='')}"
        )

    def posting_url(self, board: str, source_id: str) -> str:
        """The page of one announcement."""
        return f"https://www.usajobs.gov/job/{source_id}"


def _address(url: str) -> str:
    """Without the port, which says nothing and makes one address two."""
    return url.replace(":443/", "/", 1)


def _is_true(value: object) -> bool:
    """A flag, or a text that is one."""
    return value is True or (isinstance(value, str) and value.casefold() == "true")


def _place(row: Mapping[str, object]) -> AddressClaim | None:
    return place(
        text=text(row, "LocationName"),
        city=text(row, "CityName").split(",")[0],
        region=text(row, "CountrySubDivisionCode"),
        country=text(row, "CountryCode"),
    )


def _first_name(job: Mapping[str, object], key: str) -> str:
    return next((name for row in rows(job, key) if (name := text(row, "Name"))), "")


def _pay(job: Mapping[str, object]) -> PayClaim | None:
    for row in rows(job, "PositionRemuneration"):
        code = text(row, "RateIntervalCode")
        return pay(
            amount(row, "MinimumRange"),
            amount(row, "MaximumRange"),
            currency="USD",
            period=_INTERVALS.get(code, code),
        )
    return None


def _body(job: Mapping[str, object], details: Mapping[str, object]) -> str:
    """Plain texts; a part comes as one text or as a list of them."""
    parts = [("", paragraphs(text(details, "JobSummary")))]
    for heading, key in _PARTS:
        said = details.get(key)
        if isinstance(said, Mapping):
            raise PostingInvalid(f"{key} is not text")
        parts.append(
            (
                heading,
                paragraphs(
                    "\n\n".join(texts(details, key)) if isinstance(said, list) else text(details, key)
                ),
            )
        )
    parts.append(("Qualifications", paragraphs(text(job, "QualificationSummary"))))
    return body(*parts)
