"""Oracle Recruiting Cloud: pages of 25, the text in the detail. A board is "host/site" ("abcd.fa.us2/CX_1")."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from apps.vacancies.sources.base import Board, PageRequest, PostingDraft, PostingInvalid, Terms
from apps.vacancies.sources.board_source import in_path, split_url
from apps.vacancies.sources.claims import body, located, place, workplace
from apps.vacancies.sources.json_source import JSON, JsonSource
from apps.vacancies.sources.values import instant, required, rows, section, text

_BOARD = re.compile(r"([a-z0-9-]+(?:\.[a-z0-9-]+)*)/(\w+)", re.I)
_PART = "/hcmRestApi/resources/latest/"


class Oracle(JsonSource):
    kind: ClassVar[str] = "oracle"
    name: ClassVar[str] = "Oracle Recruiting Cloud"
    base_url: ClassVar[str] = "https://{host}.oraclecloud.com"
    envelope: ClassVar[str | tuple[str, ...] | None] = "items.item.requisitionList"
    page_size: ClassVar[int | None] = 25
    id_field: ClassVar[str] = "Id"
    address: ClassVar[re.Pattern[str]] = re.compile(
        r"(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)*)\.oraclecloud\.com/hcmUI/CandidateExperience/[a-z]{2}(?:-[A-Za-z]+)?/sites/(?P<site>\w+)"
        r"(?:/(?:requisitions/preview|job)/(?P<id>\w+)|/requisitions|/jobs)?(?:/.*)?"
    )
    terms: ClassVar[Terms] = Terms(homepage="https://www.oracle.com", grade="B", verified=True)
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "Id", "Title", "PostedDate", "PrimaryLocation", "ShortDescriptionStr", "secondaryLocations.Name",
        "detail.ExternalDescriptionStr", "detail.ExternalResponsibilitiesStr", "detail.ExternalQualificationsStr",
        "detail.ShortDescriptionStr", "detail.PrimaryLocationCountry", "detail.WorkplaceType",
        "detail.ExternalPostedStartDate",
    })  # fmt: skip
    ignored_fields: ClassVar[frozenset[str]] = frozenset({
        "secondaryLocations.CountryCode", "detail.Id", "detail.Title", "detail.PrimaryLocation",
    })  # fmt: skip

    def at(self, board: str, base_url: str | None) -> str:
        """The host that the board names."""
        return base_url.rstrip("/") if base_url else self.base_url.replace("{host}", _split(board)[0])

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """The newest first."""
        finder = (
            f"findReqs;siteNumber={_split(board)[1]},limit={self.page_size},offset={number * (self.page_size or 0)},"
            "sortBy=POSTING_DATES_DESC"
        )
        return PageRequest(
            url=f"{self.at(board, base_url)}{_PART}recruitingCEJobRequisitions"
            f"?onlyData=true&expand=requisitionList.secondaryLocations&finder={finder}",
            headers=JSON,
        )

    def detail_request(
        self, board: str, item: Mapping[str, object], base_url: str | None = None
    ) -> PageRequest:
        """One requisition with its text."""
        finder = f"ById;Id=%22{in_path(self.source_id_of(item))}%22,siteNumber={_split(board)[1]}"
        return PageRequest(
            url=f"{self.at(board, base_url)}{_PART}recruitingCEJobRequisitionDetails?onlyData=true&expand=all&finder={finder}",
            headers=JSON,
        )

    def merge_detail(self, item: Mapping[str, object], detail: Mapping[str, object]) -> Mapping[str, object]:
        """The detail comes in a list of one, or bare."""
        listed = rows(detail, "items")
        return {**item, "detail": listed[0] if listed else detail}

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one requisition, with or without its detail. Raises PostingInvalid."""
        source_id, detail = self.source_id_of(item), section(item, "detail")
        url = self.posting_url(board.slug, source_id)
        locations, addresses = located(
            place(text=text(item, "PrimaryLocation"), country=text(detail, "PrimaryLocationCountry")),
            *(place(text=text(row, "Name")) for row in rows(item, "secondaryLocations")),
        )
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=source_id,
            url=url,
            apply_url=url,
            title=required(item, "Title"),
            company_name=board.company_name or _split(board.slug)[0],
            locations=locations,
            addresses=addresses,
            remote=workplace(text(detail, "WorkplaceType")),
            description_html=_body(item, detail),
            posted_at=instant(detail, "ExternalPostedStartDate") or instant(item, "PostedDate"),
            payload=item,
        )

    def recognise_posting(self, url: str) -> tuple[str, str] | None:
        """Pages of the candidate experience, in any language."""
        host, path, _ = split_url(url)
        found = self.address.fullmatch("/".join([host, *path]))
        return (f"{found['host']}/{found['site']}", found["id"] or "") if found else None

    def board_url(self, board: str) -> str:
        """The hosted board."""
        return f"{self.at(board, None)}/hcmUI/CandidateExperience/en/sites/{_split(board)[1]}"

    def posting_url(self, board: str, source_id: str) -> str:
        """The hosted page of one requisition."""
        return f"{self.board_url(board)}/job/{source_id}"


def _split(board: str) -> tuple[str, str]:
    found = _BOARD.fullmatch(board)
    if not found:
        raise PostingInvalid("the board's name is not usable: it is host/site")
    return found[1].lower(), found[2]


def _body(item: Mapping[str, object], detail: Mapping[str, object]) -> str:
    """The three parts; the summary where there are none."""
    whole = body(
        ("", text(detail, "ExternalDescriptionStr")),
        ("Responsibilities", text(detail, "ExternalResponsibilitiesStr")),
        ("Qualifications", text(detail, "ExternalQualificationsStr")),
    )
    return whole or text(detail, "ShortDescriptionStr") or text(item, "ShortDescriptionStr")
