"""BambooHR careers: one list per tenant, the text in the detail. A tenant that is gone answers with a web page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from apps.vacancies.sources.base import Board, PageRequest, PostingDraft, RemoteClaim, Terms
from apps.vacancies.sources.board_source import in_path
from apps.vacancies.sources.claims import located, place
from apps.vacancies.sources.json_source import JSON, JsonSource
from apps.vacancies.sources.values import flag, instant, required, section, text

_LOCATION_TYPES: dict[str, RemoteClaim] = {"0": "onsite", "1": "remote", "2": "hybrid"}


class BambooHR(JsonSource):
    kind: ClassVar[str] = "bamboohr"
    name: ClassVar[str] = "BambooHR"
    base_url: ClassVar[str] = "https://{board}.bamboohr.com"
    envelope: ClassVar[str | tuple[str, ...] | None] = "result"
    address: ClassVar[re.Pattern[str]] = re.compile(
        r"(?!www\.|api\.|app\.)(?P<board>[a-z0-9-]+)\.bamboohr\.com/(?:careers(?:/list|/(?P<id>\d+)(?:/detail)?)?|jobs)"
    )
    terms: ClassVar[Terms] = Terms(homepage="https://www.bamboohr.com", grade="B", default_on=True)
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "id", "jobOpeningName", "departmentLabel", "employmentStatusLabel", "location", "atsLocation", "isRemote",
        "locationType", "detail",
    })  # fmt: skip
    ignored_fields: ClassVar[frozenset[str]] = frozenset()

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """The whole list. Where it redirects, the tenant is gone: the page behind is no list, and is refused."""
        return PageRequest(url=f"{self.at(board, base_url)}/careers/list", headers=JSON)

    def detail_request(
        self, board: str, item: Mapping[str, object], base_url: str | None = None
    ) -> PageRequest:
        """One opening with its text."""
        return PageRequest(
            url=f"{self.at(board, base_url)}/careers/{in_path(self.source_id_of(item))}/detail", headers=JSON
        )

    def merge_detail(self, item: Mapping[str, object], detail: Mapping[str, object]) -> Mapping[str, object]:
        """The opening as the detail tells it."""
        return {**item, "detail": section(section(detail, "result"), "jobOpening")}

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one opening, with or without its detail. Raises PostingInvalid."""
        source_id, detail = self.source_id_of(item), section(item, "detail")
        url = text(detail, "jobOpeningShareUrl") or self.posting_url(board.slug, source_id)
        near, where = section(item, "location"), section(item, "atsLocation")
        locations, addresses = located(
            place(
                city=text(near, "city") or text(where, "city"),
                region=text(near, "state") or text(where, "state"),
                country=text(where, "country"),
            )
        )
        stated = _LOCATION_TYPES.get(text(item, "locationType"))
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=source_id,
            url=url,
            apply_url=url,
            title=required(item, "jobOpeningName"),
            company_name=self.company_name(board),
            locations=locations,
            addresses=addresses,
            remote=stated or ("remote" if flag(item, "isRemote") else None),
            description_html=text(detail, "description"),
            employment_type=text(item, "employmentStatusLabel"),
            department=text(item, "departmentLabel"),
            seniority=text(detail, "minimumExperience"),
            posted_at=instant(detail, "datePosted"),
            payload=item,
        )

    def board_url(self, board: str) -> str:
        """The hosted board."""
        return f"{self.at(board, None)}/careers"
