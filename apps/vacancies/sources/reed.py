"""Reed (United Kingdom, with a key): pages of a hundred, teasers, days as the British write them. A board is a search word."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import ClassVar
from urllib.parse import quote

from apps.vacancies.sources.base import Board, PageRequest, PostingDraft, PostingInvalid, Terms
from apps.vacancies.sources.board_source import WHOLE
from apps.vacancies.sources.claims import located, paragraphs, pay, place
from apps.vacancies.sources.json_source import JSON
from apps.vacancies.sources.keyed_source import KeyedJsonSource
from apps.vacancies.sources.values import amount, instant, required, text


class Reed(KeyedJsonSource):
    kind: ClassVar[str] = "reed"
    name: ClassVar[str] = "Reed"
    base_url: ClassVar[str] = "https://www.reed.co.uk"
    envelope: ClassVar[str | tuple[str, ...] | None] = "results"
    page_size: ClassVar[int | None] = 100
    lists_everything: ClassVar[bool] = False
    id_field: ClassVar[str] = "jobId"
    credential_names: ClassVar[tuple[str, ...]] = ("api_key",)
    address: ClassVar[re.Pattern[str]] = re.compile(r"(?:www\.)?reed\.co\.uk/jobs/(?:[^/]+/)?(?P<id>\d+)")
    terms: ClassVar[Terms] = Terms(
        homepage="https://www.reed.co.uk",
        grade="C",
        attribution="reed.co.uk",
        min_interval=6 * 3600,
        respects_robots=False,
    )
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "jobId", "employerName", "jobTitle", "locationName", "minimumSalary", "maximumSalary", "currency", "date",
        "expirationDate", "jobDescription", "jobUrl",
    })  # fmt: skip
    ignored_fields: ClassVar[frozenset[str]] = frozenset(
        {"employerId", "employerProfileId", "employerProfileName", "applications"}
    )

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """A hundred results, without the key."""
        keywords = "" if board == WHOLE else f"keywords={quote(board, safe='')}&"
        return PageRequest(
            url=f"{self.at(board, base_url)}/api/1.0/search?{keywords}resultsToTake={self.page_size}"
            f"&resultsToSkip={number * (self.page_size or 0)}",
            headers=JSON,
        )

    def signed(self, request: PageRequest, credentials: Mapping[str, str]) -> PageRequest:
        """The key is the user of HTTP Basic; there is no password."""
        user = base64.b64encode(f"{credentials['api_key']}:".encode()).decode()
        return replace(request, headers={**request.headers, "Authorization": f"Basic {user}"})

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one result. Raises PostingInvalid."""
        url, deadline = required(item, "jobUrl"), _day(item, "expirationDate")
        locations, _ = located(place(text=text(item, "locationName")))
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=self.source_id_of(item),
            url=url,
            apply_url=url,
            title=required(item, "jobTitle"),
            company_name=text(item, "employerName"),
            locations=locations,
            description_html=paragraphs(text(item, "jobDescription")),
            # Of hours or of years isn't said.
            pay=pay(
                amount(item, "minimumSalary"), amount(item, "maximumSalary"), currency=text(item, "currency")
            ),
            posted_at=_day(item, "date"),
            application_deadline=deadline.date() if deadline else None,
            payload=item,
        )

    def board_url(self, board: str) -> str:
        """The search a person would see."""
        return f"{self.base_url}/jobs" + ("" if board == WHOLE else f"?keywords={quote(board, safe='')}")

    def posting_url(self, board: str, source_id: str) -> str:
        """The page of one job, by its id alone."""
        return f"{self.base_url}/jobs/{source_id}"


def _day(item: Mapping[str, object], key: str) -> datetime | None:
    """ "31/12/2026", or ISO."""
    raw = text(item, key)
    if "/" not in raw:
        return instant(item, key)
    try:
        return datetime.strptime(raw, "%d/%m/%Y").replace(tzinfo=UTC)
    except ValueError:
        raise PostingInvalid(f"{key} is not a date") from None
