"""Ashby posting API: one answer per board, in the shape of 2025 (`isRemote`) and of 2026 (`workplaceType`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal
from urllib.parse import quote

from apps.vacancies.sources.base import (
    AddressClaim,
    Board,
    PageRequest,
    PayClaim,
    PostingDraft,
    PostingSkipped,
    Terms,
)
from apps.vacancies.sources.board_source import in_path, split_url
from apps.vacancies.sources.json_source import JSON, JsonSource
from apps.vacancies.sources.values import amount, flag, instant, required, rows, section, text

_API_PATH = ["posting-api", "job-board"]
_WORKPLACES: dict[str, Literal["onsite", "hybrid", "remote"]] = {
    "onsite": "onsite", "hybrid": "hybrid", "remote": "remote",
}  # fmt: skip


class Ashby(JsonSource):
    kind: ClassVar[str] = "ashby"
    name: ClassVar[str] = "Ashby"
    base_url: ClassVar[str] = "https://api.ashbyhq.com"
    envelope: ClassVar[str | tuple[str, ...] | None] = "jobs"
    terms: ClassVar[Terms] = Terms(
        homepage="https://www.ashbyhq.com", grade="A", default_on=True, timeout_seconds=30.0, verified=True
    )
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "id", "title", "department", "team", "employmentType", "location", "secondaryLocations.location",
        "secondaryLocations.address.postalAddress.addressLocality", "secondaryLocations.address.postalAddress.addressRegion",
        "secondaryLocations.address.postalAddress.addressCountry", "address.postalAddress.addressLocality",
        "address.postalAddress.addressRegion", "address.postalAddress.addressCountry", "isRemote", "workplaceType",
        "publishedAt", "isListed", "jobUrl", "applyUrl", "descriptionHtml", "shouldDisplayCompensationOnJobPostings",
        "compensation.compensationTierSummary", "compensation.summaryComponents",
    })  # fmt: skip
    # The tiers are what `summaryComponents` sums up; the scrapeable summary is a rounded twin of it.
    ignored_fields: ClassVar[frozenset[str]] = frozenset({
        "descriptionPlain", "compensation.compensationTiers", "compensation.scrapeableCompensationSalarySummary",
        "address.postalAddress.postalCode", "address.postalAddress.streetAddress",
        "secondaryLocations.address.postalAddress.postalCode", "secondaryLocations.address.postalAddress.streetAddress",
    })  # fmt: skip

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """The board with pay. Slugs are kept as they are written, spaces included."""
        return PageRequest(
            url=f"{self.at(board, base_url)}/posting-api/job-board/{in_path(board)}?includeCompensation=true",
            headers=JSON,
        )

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one job. Raises PostingInvalid, and PostingSkipped for one that isn't listed."""
        source_id = self.source_id_of(item)
        if flag(item, "isListed") is False:
            raise PostingSkipped("not listed", source_id=source_id)
        url = required(item, "jobUrl")
        places = [item, *rows(item, "secondaryLocations")]
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=source_id,
            url=url,
            apply_url=text(item, "applyUrl") or url,
            title=required(item, "title"),
            company_name=self.company_name(board),
            locations=tuple(dict.fromkeys(name for row in places if (name := text(row, "location")))),
            addresses=tuple(claim for row in places if (claim := _address(row))),
            remote=_remote(item),
            description_html=text(item, "descriptionHtml"),
            employment_type=text(item, "employmentType"),
            department=text(item, "department") or text(item, "team"),
            pay=_pay(item),
            posted_at=instant(item, "publishedAt"),
            payload=item,
        )

    def board_url(self, board: str) -> str:
        """The hosted board."""
        return f"https://jobs.ashbyhq.com/{quote(board, safe='')}"

    def recognise_posting(self, url: str) -> tuple[str, str] | None:
        """Hosted pages and the API."""
        host, path, _ = split_url(url)
        if host == "api.ashbyhq.com" and path[:2] == _API_PATH:
            path = path[2:]
        elif host != "jobs.ashbyhq.com":
            return None
        return (path[0], path[1] if len(path) > 1 else "") if path else None


def _address(row: Mapping[str, object]) -> AddressClaim | None:
    postal = section(section(row, "address"), "postalAddress")
    claim = AddressClaim(
        text=text(row, "location"),
        city=text(postal, "addressLocality"),
        region=text(postal, "addressRegion"),
        country=text(postal, "addressCountry"),
    )
    return claim if claim.city or claim.region or claim.country else None


def _remote(item: Mapping[str, object]) -> Literal["onsite", "hybrid", "remote"] | None:
    """`workplaceType` beats the older flag. Its False does not tell on-site from hybrid, and its True is also set for
    places that call themselves hybrid."""
    if stated := _WORKPLACES.get(text(item, "workplaceType").casefold()):
        return stated
    return "remote" if flag(item, "isRemote") and "hybrid" not in text(item, "location").casefold() else None


def _pay(item: Mapping[str, object]) -> PayClaim | None:
    """The salary of the summary (equity, bonus and commission are no salary); None where it is not to be shown."""
    if flag(item, "shouldDisplayCompensationOnJobPostings") is False:
        return None
    compensation = section(item, "compensation")
    summary = text(compensation, "compensationTierSummary")
    for row in rows(compensation, "summaryComponents"):
        if text(row, "compensationType") == "Salary":
            return PayClaim(
                minimum=amount(row, "minValue"),
                maximum=amount(row, "maxValue"),
                currency=text(row, "currencyCode"),
                period=text(row, "interval"),
                text=summary,
            )
    return PayClaim(text=summary) if summary else None
