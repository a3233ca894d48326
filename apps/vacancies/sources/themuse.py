"""The Muse: numbered pages of 20. No pay; a place may read "Flexible / Remote"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar
from urllib.parse import quote

from apps.vacancies.sources.base import Board, PageRequest, PostingDraft, Terms
from apps.vacancies.sources.board_source import WHOLE
from apps.vacancies.sources.claims import located, place
from apps.vacancies.sources.json_source import JSON, JsonSource
from apps.vacancies.sources.values import instant, required, rows, section, text

_REMOTE = "flexible / remote"


class TheMuse(JsonSource):
    kind: ClassVar[str] = "themuse"
    name: ClassVar[str] = "The Muse"
    base_url: ClassVar[str] = "https://www.themuse.com"
    envelope: ClassVar[str | tuple[str, ...] | None] = ("results", "jobs")
    page_size: ClassVar[int | None] = 1
    address: ClassVar[re.Pattern[str]] = re.compile(r"(?:www\.)?themuse\.com(?:/(?:jobs|search)(?:/.*)?)?")
    terms: ClassVar[Terms] = Terms(
        homepage="https://www.themuse.com", grade="A", attribution="The Muse", default_on=True, verified=True,
        requests_per_second=0.13,  # 500 an hour without a key
    )  # fmt: skip
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "id", "name", "contents", "publication_date", "locations.name", "levels.name", "categories.name", "refs.landing_page",
        "company.name",
    })  # fmt: skip
    ignored_fields: ClassVar[frozenset[str]] = frozenset({
        "type", "model_type", "short_name", "tags", "levels.short_name", "company.id", "company.short_name",
    })  # fmt: skip

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """A page of everything, or of one category."""
        category = "" if board == WHOLE else f"&category={quote(board, safe='')}"
        return PageRequest(
            url=f"{self.at(board, base_url)}/api/public/jobs?page={number}{category}", headers=JSON
        )

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one job. Raises PostingInvalid."""
        url = required(section(item, "refs"), "landing_page")
        names = [text(row, "name") for row in rows(item, "locations")]
        locations, _ = located(*(place(text=name) for name in names))
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=self.source_id_of(item),
            url=url,
            apply_url=url,
            title=required(item, "name"),
            company_name=text(section(item, "company"), "name"),
            locations=locations,
            remote="remote" if _REMOTE in (name.casefold() for name in names) else None,
            description_html=text(item, "contents"),
            department=next((text(row, "name") for row in rows(item, "categories")), ""),
            seniority=", ".join(text(row, "name") for row in rows(item, "levels")),
            posted_at=instant(item, "publication_date"),
            payload=item,
        )

    def board_url(self, board: str) -> str:
        """The board."""
        return f"{self.base_url}/search"
