"""Rippling job board: a row for each place, joined here; the text in the detail."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO, ClassVar
from urllib.parse import quote

from apps.vacancies.sources.base import Board, PageRequest, PostingDraft, Terms
from apps.vacancies.sources.board_source import in_path
from apps.vacancies.sources.claims import body, gathered, located, place
from apps.vacancies.sources.json_source import JSON, JsonSource
from apps.vacancies.sources.values import instant, required, rows, section, text, texts


class Rippling(JsonSource):
    kind: ClassVar[str] = "rippling"
    name: ClassVar[str] = "Rippling"
    base_url: ClassVar[str] = "https://api.rippling.com"
    envelope: ClassVar[str | tuple[str, ...] | None] = "items"
    id_field: ClassVar[str] = "uuid"
    address: ClassVar[re.Pattern[str]] = re.compile(
        r"ats\.rippling\.com/(?:[a-z]{2}-[A-Z]{2}/)?(?P<board>[^/]+)(?:/jobs(?:/(?P<id>[0-9a-fA-F-]{36})(?:/.*)?)?)?"
    )
    terms: ClassVar[Terms] = Terms(homepage="https://www.rippling.com", grade="B")
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "uuid", "name", "department", "url", "workLocation", "workLocations", "detail",
    })  # fmt: skip
    ignored_fields: ClassVar[frozenset[str]] = frozenset()

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """All jobs of the board."""
        return PageRequest(
            url=f"{self.at(board, base_url)}/platform/api/ats/v1/board/{in_path(board)}/jobs", headers=JSON
        )

    def detail_request(
        self, board: str, item: Mapping[str, object], base_url: str | None = None
    ) -> PageRequest:
        """One job with its text."""
        return PageRequest(
            url=f"{self.page_request(board, 0, base_url).url}/{in_path(self.source_id_of(item))}",
            headers=JSON,
        )

    def merge_detail(self, item: Mapping[str, object], detail: Mapping[str, object]) -> Mapping[str, object]:
        """What the list doesn't have."""
        return {**item, "detail": detail}

    def iter_items(self, stream: BinaryIO) -> Iterator[Mapping[str, object]]:
        """A job in several places comes as several rows with one id: they are joined."""
        return gathered(super().iter_items(stream), self.source_id_of, _joined)

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one job, with or without its detail. Raises PostingInvalid."""
        detail = section(item, "detail")
        url = required(item, "url")
        places = [text(row, "label") for row in _places(item)] or texts(detail, "workLocations")
        locations, _ = located(*(place(text=name) for name in places))
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=self.source_id_of(item),
            url=url,
            apply_url=url,
            title=required(item, "name"),
            company_name=text(detail, "companyName") or self.company_name(board),
            locations=locations,
            description_html=_body(detail),
            employment_type=text(section(detail, "employmentType"), "label"),
            department=text(section(item, "department"), "label"),
            posted_at=instant(detail, "createdOn"),
            payload=item,
        )

    def board_url(self, board: str) -> str:
        """The hosted board."""
        return f"https://ats.rippling.com/{quote(board, safe='')}/jobs"


def _places(item: Mapping[str, object]) -> list[Mapping[str, object]]:
    one = section(item, "workLocation")
    return rows(item, "workLocations") or ([one] if one else [])


def _joined(first: Mapping[str, object], second: Mapping[str, object]) -> Mapping[str, object]:
    return {**first, "workLocations": [*_places(first), *_places(second)]}


def _body(detail: Mapping[str, object]) -> str:
    """The description in parts (the company's, the role's), or as one text."""
    described = detail.get("description")
    if isinstance(described, Mapping):
        return body(("", text(described, "company")), ("", text(described, "role")))
    return text(detail, "description")
