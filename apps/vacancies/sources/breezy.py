"""Breezy HR: a bare list per board. The text stands only on the posting's page, as JSON-LD."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from apps.vacancies.sources.base import AddressClaim, Board, PageRequest, PostingDraft, Terms
from apps.vacancies.sources.claims import located, pay, place
from apps.vacancies.sources.job_posting import named
from apps.vacancies.sources.json_source import JSON, JsonSource
from apps.vacancies.sources.values import flag, instant, required, section, text


class Breezy(JsonSource):
    kind: ClassVar[str] = "breezy"
    name: ClassVar[str] = "Breezy HR"
    base_url: ClassVar[str] = "https://{board}.breezy.hr"
    address: ClassVar[re.Pattern[str]] = re.compile(
        r"(?!www\.|app\.|api\.)(?P<board>[a-z0-9-]+)\.breezy\.hr(?:/json|/p/(?P<id>[0-9a-f]{8,})(?:-[^/]*)?(?:/apply)?)?"
    )
    terms: ClassVar[Terms] = Terms(homepage="https://breezy.hr", grade="A", default_on=True)
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "id", "name", "url", "published_date", "type", "location", "department", "salary", "company", "description",
    })  # fmt: skip
    ignored_fields: ClassVar[frozenset[str]] = frozenset({"friendly_id"})

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """All positions of the board."""
        return PageRequest(url=f"{self.at(board, base_url)}/json", headers=JSON)

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one position. Raises PostingInvalid."""
        url, company, where = required(item, "url"), section(item, "company"), section(item, "location")
        locations, addresses = located(_place(where))
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=self.source_id_of(item),
            url=url,
            apply_url=url,
            title=required(item, "name"),
            company_name=text(company, "name") or self.company_name(board),
            company_logo_url=text(company, "logo_url"),
            locations=locations,
            addresses=addresses,
            remote="remote" if flag(where, "is_remote") else None,
            description_html=text(item, "description"),
            employment_type=named(item, "type"),
            department=text(item, "department"),
            pay=pay(None, None, text=text(item, "salary")),
            posted_at=instant(item, "published_date"),
            payload=item,
        )

    def board_url(self, board: str) -> str:
        """The hosted board."""
        return self.at(board, None)

    def posting_url(self, board: str, source_id: str) -> str:
        """The hosted page of one position."""
        return f"{self.board_url(board)}/p/{source_id}"


def _place(where: Mapping[str, object]) -> AddressClaim | None:
    """State and country come as objects with a name, or as texts."""
    return place(
        text=text(where, "name"),
        city=text(where, "city"),
        region=named(where, "state"),
        country=named(where, "country"),
    )
