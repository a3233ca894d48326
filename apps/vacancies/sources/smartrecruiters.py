"""SmartRecruiters posting API: pages of 100, the text only in the detail. An unknown company answers with no postings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar
from urllib.parse import quote

from apps.vacancies.sources.base import Board, PageRequest, PostingDraft, PostingSkipped, RemoteClaim, Terms
from apps.vacancies.sources.board_source import in_path
from apps.vacancies.sources.claims import body, located, place, workplace_of
from apps.vacancies.sources.json_source import JSON, JsonSource
from apps.vacancies.sources.values import flag, instant, required, section, text

_SECTIONS = ("companyDescription", "jobDescription", "qualifications", "additionalInformation")
_NO_LEVEL = "not applicable"


class SmartRecruiters(JsonSource):
    kind: ClassVar[str] = "smartrecruiters"
    name: ClassVar[str] = "SmartRecruiters"
    base_url: ClassVar[str] = "https://api.smartrecruiters.com"
    envelope: ClassVar[str | tuple[str, ...] | None] = "content"
    page_size: ClassVar[int | None] = 100
    adapter_version: ClassVar[int] = 2
    address: ClassVar[re.Pattern[str]] = re.compile(
        r"(?:(?:jobs|careers|www)\.smartrecruiters\.com|api\.smartrecruiters\.com/v1/companies)/(?P<board>[^/]+)"
        r"(?:/postings)?(?:/(?P<id>\d+)(?:-[^/]*)?)?"
    )
    terms: ClassVar[Terms] = Terms(
        homepage="https://www.smartrecruiters.com",
        grade="A",
        default_on=True,
        requests_per_second=10.0,
        verified=True,
    )
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "id", "name", "refNumber", "company.identifier", "company.name", "releasedDate", "location.city", "location.region",
        "location.country", "location.remote", "location.hybrid", "location.fullLocation", "department", "function.label",
        "experienceLevel.label", "typeOfEmployment.label", "visibility", "language.code", "detail.applyUrl", "detail.jobAd",
    })  # fmt: skip
    ignored_fields: ClassVar[frozenset[str]] = frozenset({
        "uuid", "jobAdId", "defaultJobAd", "location.address", "location.postalCode", "location.latitude",
        "location.longitude", "industry", "function.id", "experienceLevel.id", "typeOfEmployment.id", "customField", "ref",
        "creator", "language.label", "language.labelNative",
    })  # fmt: skip

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """A hundred public postings."""
        return PageRequest(
            url=f"{self.at(board, base_url)}/v1/companies/{in_path(board)}/postings"
            f"?limit={self.page_size}&offset={number * (self.page_size or 0)}&status=PUBLIC",
            headers=JSON,
        )

    def detail_request(
        self, board: str, item: Mapping[str, object], base_url: str | None = None
    ) -> PageRequest:
        """One posting with its text and its application link."""
        return PageRequest(
            url=f"{self.at(board, base_url)}/v1/companies/{in_path(board)}/postings/{in_path(self.source_id_of(item))}",
            headers=JSON,
        )

    def merge_detail(self, item: Mapping[str, object], detail: Mapping[str, object]) -> Mapping[str, object]:
        """What the list doesn't have."""
        return {**item, "detail": {key: detail.get(key) for key in ("applyUrl", "jobAd")}}

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one posting, with or without its detail. Raises PostingInvalid, PostingSkipped for an internal one."""
        source_id = self.source_id_of(item)
        if text(item, "visibility") not in {"", "PUBLIC"}:
            raise PostingSkipped("not public", source_id=source_id)
        company, where, detail = section(item, "company"), section(item, "location"), section(item, "detail")
        url = self.posting_url(text(company, "identifier") or board.slug, source_id)
        locations, addresses = located(
            place(
                text=text(where, "fullLocation"),
                city=text(where, "city"),
                region=text(where, "region"),
                country=text(where, "country").upper(),
            )
        )
        level = text(section(item, "experienceLevel"), "label")
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=source_id,
            url=url,
            apply_url=text(detail, "applyUrl") or url,
            title=required(item, "name"),
            company_name=text(company, "name") or self.company_name(board),
            locations=locations,
            addresses=addresses,
            remote=_workplace(where),
            description_html=_body(detail),
            employment_type=text(section(item, "typeOfEmployment"), "label"),
            department=text(section(item, "department"), "label") or text(section(item, "function"), "label"),
            seniority="" if level.casefold() == _NO_LEVEL else level,
            posted_at=instant(item, "releasedDate"),
            language=text(section(item, "language"), "code"),
            requisition_id=text(item, "refNumber"),
            payload=item,
        )

    def board_url(self, board: str) -> str:
        """The hosted board."""
        return f"https://jobs.smartrecruiters.com/{quote(board, safe='')}"


def _workplace(where: Mapping[str, object]) -> RemoteClaim | None:
    """Two flags for three models: where both are said to be off, the work is on site."""
    remote, hybrid = flag(where, "remote"), flag(where, "hybrid")
    return workplace_of(remote=remote, hybrid=hybrid, onsite=remote is False and hybrid is False)


def _body(detail: Mapping[str, object]) -> str:
    sections = section(section(detail, "jobAd"), "sections")
    parts = [section(sections, name) for name in _SECTIONS]
    return body(*((text(part, "title"), text(part, "text")) for part in parts))
