"""Workable widget: the whole account in one answer, a row for each place. Behind Cloudflare: one request at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO, ClassVar
from urllib.parse import quote

from apps.vacancies.sources.base import AddressClaim, Board, PageRequest, PostingDraft, Terms
from apps.vacancies.sources.board_source import in_path
from apps.vacancies.sources.claims import gathered, located, place
from apps.vacancies.sources.json_source import JSON, JsonSource
from apps.vacancies.sources.values import flag, instant, required, rows, text


class Workable(JsonSource):
    kind: ClassVar[str] = "workable"
    name: ClassVar[str] = "Workable"
    base_url: ClassVar[str] = "https://apply.workable.com"
    envelope: ClassVar[str | tuple[str, ...] | None] = "jobs"
    id_field: ClassVar[str] = "shortcode"
    address: ClassVar[re.Pattern[str]] = re.compile(
        r"apply\.workable\.com(?:/api/v1/widget/accounts)?(?:/(?!j/|api/)(?P<board>[^/]+))?(?:/j/(?P<id>[^/]+)(?:/apply)?)?"
    )
    terms: ClassVar[Terms] = Terms(
        homepage="https://www.workable.com",
        grade="B",
        default_on=True,
        requests_per_second=0.2,
        concurrency=1,
        verified=True,
    )
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "title", "shortcode", "code", "url", "application_url", "department", "telecommuting", "employment_type",
        "published_on", "created_at", "description", "city", "state", "country", "locations.city", "locations.region",
        "locations.country", "locations.hidden", "experience",
    })  # fmt: skip
    ignored_fields: ClassVar[frozenset[str]] = frozenset({
        "shortlink", "locations.countryCode", "function", "industry", "education",
    })  # fmt: skip

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """The account with descriptions."""
        return PageRequest(
            url=f"{self.at(board, base_url)}/api/v1/widget/accounts/{in_path(board)}?details=true",
            headers=JSON,
        )

    def iter_items(self, stream: BinaryIO) -> Iterator[Mapping[str, object]]:
        """A posting in several places comes as several rows with one code: they are joined."""
        return gathered(super().iter_items(stream), self.source_id_of, _joined)

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one posting. Raises PostingInvalid."""
        url = required(item, "url")
        locations, addresses = located(*(_place(row) for row in _places(item)))
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=self.source_id_of(item),
            url=url,
            apply_url=text(item, "application_url") or url,
            title=required(item, "title"),
            company_name=self.company_name(board),
            locations=locations,
            addresses=addresses,
            remote="remote" if flag(item, "telecommuting") else None,
            description_html=text(item, "description"),
            employment_type=text(item, "employment_type"),
            department=text(item, "department"),
            seniority=text(item, "experience"),
            # A draft is created weeks before it is published.
            posted_at=instant(item, "published_on") or instant(item, "created_at"),
            requisition_id=text(item, "code"),
            payload=item,
        )

    def board_url(self, board: str) -> str:
        """The hosted board."""
        return f"https://apply.workable.com/{quote(board, safe='')}"

    def posting_url(self, board: str, source_id: str) -> str:
        """The short form, which is the one that the feed gives: it doesn't name the board."""
        return f"https://apply.workable.com/j/{source_id}"

    def recognise_posting(self, url: str) -> tuple[str, str] | None:
        """Pages of an account, with the account in them or without ("")."""
        found = super().recognise_posting(url)
        return found if found and any(found) else None


def _places(item: Mapping[str, object]) -> list[Mapping[str, object]]:
    """The list of places; the flat fields where there is none."""
    return rows(item, "locations") or [
        {"city": text(item, "city"), "region": text(item, "state"), "country": text(item, "country")}
    ]


def _place(row: Mapping[str, object]) -> AddressClaim | None:
    if flag(row, "hidden"):
        return None
    return place(city=text(row, "city"), region=text(row, "region"), country=text(row, "country"))


def _joined(first: Mapping[str, object], second: Mapping[str, object]) -> Mapping[str, object]:
    return {**first, "locations": [*_places(first), *_places(second)]}
