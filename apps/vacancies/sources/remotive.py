"""Remotive: one answer, a day late, to be asked four times a day at most. Pay is free text, dates have no zone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar
from urllib.parse import quote

from apps.vacancies.sources.base import Board, PageRequest, PostingDraft, Terms
from apps.vacancies.sources.board_source import WHOLE
from apps.vacancies.sources.claims import located, pay, place
from apps.vacancies.sources.json_source import JSON, JsonSource
from apps.vacancies.sources.values import instant, required, text

_PIXEL = re.compile(r"\s*<img [^>]*/job/track/[^>]*>")


class Remotive(JsonSource):
    kind: ClassVar[str] = "remotive"
    name: ClassVar[str] = "Remotive"
    base_url: ClassVar[str] = "https://remotive.com"
    envelope: ClassVar[str | tuple[str, ...] | None] = "jobs"
    lists_everything: ClassVar[bool] = False
    address: ClassVar[re.Pattern[str]] = re.compile(
        r"(?:www\.)?remotive\.(?:com|io)(?:/remote-jobs(?:/(?:[^/]+/)?(?:[^/]*-)?(?P<id>\d+)|/[^/\d]*)?)?"
    )
    terms: ClassVar[Terms] = Terms(
        homepage="https://remotive.com", grade="A", attribution="Remotive", default_on=True, requests_per_second=0.5,
        min_interval=6 * 3600, verified=True,
    )  # fmt: skip
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "id", "url", "title", "company_name", "company_logo", "category", "job_type", "publication_date",
        "candidate_required_location", "salary", "description",
    })  # fmt: skip
    ignored_fields: ClassVar[frozenset[str]] = frozenset({"company_logo_url", "tags"})

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """Everything, or one category."""
        query = "" if board == WHOLE else f"?category={quote(board, safe='')}"
        return PageRequest(url=f"{self.at(board, base_url)}/api/remote-jobs{query}", headers=JSON)

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one job. Raises PostingInvalid."""
        url = required(item, "url")
        locations, _ = located(place(text=text(item, "candidate_required_location")))
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=self.source_id_of(item),
            url=url,
            apply_url=url,
            title=required(item, "title"),
            company_name=text(item, "company_name"),
            company_logo_url=text(item, "company_logo"),
            locations=locations,
            remote="remote",
            description_html=_PIXEL.sub("", text(item, "description")),
            employment_type=text(item, "job_type"),
            department=text(item, "category"),
            pay=pay(None, None, text=text(item, "salary")),
            posted_at=instant(item, "publication_date"),
            payload=item,
        )

    def board_url(self, board: str) -> str:
        """The board, or one category of it."""
        return f"{self.base_url}/remote-jobs" + ("" if board == WHOLE else f"/{quote(board, safe='')}")

    def posting_url(self, board: str, source_id: str) -> str:
        """The page of one job, by its id alone."""
        return f"{self.base_url}/remote-jobs/{source_id}"
