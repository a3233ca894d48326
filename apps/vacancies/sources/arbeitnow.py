"""Arbeitnow: numbered pages of a hundred. The kinds of job are free text in two languages, level and hours mixed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from apps.vacancies.sources.base import Board, PageRequest, PostingDraft, Terms
from apps.vacancies.sources.claims import decoded, located, place
from apps.vacancies.sources.json_source import JSON, JsonSource
from apps.vacancies.sources.values import flag, instant, required, text, texts

_HOURS = re.compile(
    r"time|zeit|contract|vertrag|freelanc|intern|prakti|student|trainee|ausbildung|temporary|permanent|befristet|minijob", re.I
)  # fmt: skip


class Arbeitnow(JsonSource):
    kind: ClassVar[str] = "arbeitnow"
    name: ClassVar[str] = "Arbeitnow"
    base_url: ClassVar[str] = "https://www.arbeitnow.com"
    envelope: ClassVar[str | tuple[str, ...] | None] = "data"
    page_size: ClassVar[int | None] = 1
    id_field: ClassVar[str] = "slug"
    address: ClassVar[re.Pattern[str]] = re.compile(
        r"(?:www\.)?arbeitnow\.com(?:/(?:view|jobs(?:/companies)?/[^/]+)/(?P<id>[^/]+))?"
    )
    terms: ClassVar[Terms] = Terms(
        homepage="https://www.arbeitnow.com",
        grade="A",
        attribution="Arbeitnow",
        default_on=True,
        verified=True,
    )
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "slug", "company_name", "title", "description", "remote", "url", "job_types", "location", "created_at", "tags",
    })  # fmt: skip
    ignored_fields: ClassVar[frozenset[str]] = frozenset()

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """A page, counted from 1. The links in an answer are not followed."""
        return PageRequest(
            url=f"{self.at(board, base_url)}/api/job-board-api?page={number + 1}", headers=JSON
        )

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one job. Raises PostingInvalid."""
        url, kinds = required(item, "url"), texts(item, "job_types")
        locations, _ = located(place(text=text(item, "location")))
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=self.source_id_of(item),
            url=url,
            apply_url=url,
            title=required(item, "title"),
            company_name=text(item, "company_name"),
            locations=locations,
            remote="remote" if flag(item, "remote") else None,
            description_html=decoded(text(item, "description")),
            employment_type=", ".join(kind for kind in kinds if _HOURS.search(kind)),
            seniority=", ".join(kind for kind in kinds if not _HOURS.search(kind)),
            department=next(iter(texts(item, "tags")), ""),
            posted_at=instant(item, "created_at"),
            payload=item,
        )

    def board_url(self, board: str) -> str:
        """The board."""
        return self.base_url

    def posting_url(self, board: str, source_id: str) -> str:
        """The page of one job, without the company it may be called by."""
        return f"{self.base_url}/view/{source_id}"
