"""Eightfold careers: ten a page, the text in the detail. A board is "tenant/domain" ("acme/acme.com")."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar
from urllib.parse import quote

from apps.vacancies.sources.base import Board, PageRequest, PostingDraft, PostingInvalid, Terms
from apps.vacancies.sources.board_source import in_path
from apps.vacancies.sources.claims import located, place, workplace
from apps.vacancies.sources.json_source import JSON, JsonSource
from apps.vacancies.sources.values import instant, required, section, text, texts

_BOARD = re.compile(r"([a-z0-9-]+)/([a-z0-9-]+(?:\.[a-z0-9-]+)+)", re.I)


class Eightfold(JsonSource):
    kind: ClassVar[str] = "eightfold"
    name: ClassVar[str] = "Eightfold"
    base_url: ClassVar[str] = "https://{tenant}.eightfold.ai"
    envelope: ClassVar[str | tuple[str, ...] | None] = "positions"
    page_size: ClassVar[int | None] = 10
    # A page names the tenant but not the domain that the feed asks for.
    address: ClassVar[re.Pattern[str]] = re.compile(
        r"[a-z0-9-]+\.eightfold\.ai/careers/job/(?P<id>\d+)(?:-[^/]*)?"
    )
    terms: ClassVar[Terms] = Terms(homepage="https://eightfold.ai", grade="B")
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "id", "name", "location", "locations", "department", "business_unit", "t_create", "t_update", "display_job_id",
        "canonicalPositionUrl", "job_description", "work_location_option", "detail.job_description",
    })  # fmt: skip
    ignored_fields: ClassVar[frozenset[str]] = frozenset({"ats_job_id", "type"})

    def at(self, board: str, base_url: str | None) -> str:
        """The host of the tenant that the board names."""
        return base_url.rstrip("/") if base_url else self.base_url.replace("{tenant}", _split(board)[0])

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """Ten positions."""
        start = number * (self.page_size or 0)
        return PageRequest(
            url=f"{self.at(board, base_url)}/api/apply/v2/jobs?domain={_split(board)[1]}&start={start}&num={self.page_size}",
            headers=JSON,
        )

    def detail_request(
        self, board: str, item: Mapping[str, object], base_url: str | None = None
    ) -> PageRequest:
        """One position with its text."""
        position = in_path(self.source_id_of(item))
        return PageRequest(
            url=f"{self.at(board, base_url)}/api/apply/v2/jobs/{position}?domain={_split(board)[1]}",
            headers=JSON,
        )

    def merge_detail(self, item: Mapping[str, object], detail: Mapping[str, object]) -> Mapping[str, object]:
        """The text; the rest of the detail is what the list says."""
        return {**item, "detail": {"job_description": detail.get("job_description")}}

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one position, with or without its detail. Raises PostingInvalid."""
        source_id = self.source_id_of(item)
        url = text(item, "canonicalPositionUrl") or self.posting_url(board.slug, source_id)
        names = texts(item, "locations") or [text(item, "location")]
        locations, _ = located(*(place(text=name) for name in names))
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=source_id,
            url=url,
            apply_url=url,
            title=required(item, "name"),
            company_name=board.company_name or _split(board.slug)[0],
            locations=locations,
            remote=workplace(text(item, "work_location_option")),
            description_html=text(item, "job_description")
            or text(section(item, "detail"), "job_description"),
            department=text(item, "department") or text(item, "business_unit"),
            posted_at=instant(item, "t_create"),
            updated_at=instant(item, "t_update"),
            requisition_id=text(item, "display_job_id"),
            payload=item,
        )

    def recognise_posting(self, url: str) -> tuple[str, str] | None:
        """A posting's id; its board is never named in full."""
        found = super().recognise_posting(url)
        return ("", found[1]) if found else None

    def board_url(self, board: str) -> str:
        """The hosted board."""
        return f"{self.at(board, None)}/careers?domain={quote(_split(board)[1])}"

    def posting_url(self, board: str, source_id: str) -> str:
        """The hosted page of one position."""
        tenant = board.split("/", 1)[0]
        return f"https://{tenant or 'app'}.eightfold.ai/careers/job/{source_id}"


def _split(board: str) -> tuple[str, str]:
    found = _BOARD.fullmatch(board)
    if not found:
        raise PostingInvalid("the board's name is not usable: it is tenant/domain")
    return found[1].lower(), found[2].lower()
