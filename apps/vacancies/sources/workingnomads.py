"""Working Nomads: one list. Its items have no id but the number in their address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from apps.vacancies.sources.base import Board, PageRequest, PostingDraft, PostingInvalid, Terms
from apps.vacancies.sources.claims import located, place
from apps.vacancies.sources.json_source import JSON, JsonSource
from apps.vacancies.sources.values import instant, required, text


class WorkingNomads(JsonSource):
    kind: ClassVar[str] = "workingnomads"
    name: ClassVar[str] = "Working Nomads"
    base_url: ClassVar[str] = "https://www.workingnomads.com"
    lists_everything: ClassVar[bool] = False
    address: ClassVar[re.Pattern[str]] = re.compile(
        r"(?:www\.)?workingnomads\.(?:com|co)(?:/jobs(?:/.*)?|/job/go/(?P<id>\d+))?"
    )
    terms: ClassVar[Terms] = Terms(
        homepage="https://www.workingnomads.com", grade="A", attribution="Working Nomads", default_on=True
    )
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "url", "title", "description", "company_name", "category_name", "location", "pub_date",
    })  # fmt: skip
    ignored_fields: ClassVar[frozenset[str]] = frozenset({"tags"})

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """The list."""
        return PageRequest(url=f"{self.at(board, base_url)}/api/exposed_jobs/", headers=JSON)

    def source_id_of(self, item: Mapping[str, object]) -> str:
        """The number in the address."""
        found = self.recognise_posting(required(item, "url"))
        if not found or not found[1]:
            raise PostingInvalid("the address has no number")
        return found[1]

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one job. Raises PostingInvalid."""
        url = required(item, "url")
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
            remote="remote",
            description_html=text(item, "description"),
            department=text(item, "category_name"),
            posted_at=instant(item, "pub_date"),
            payload=item,
        )

    def board_url(self, board: str) -> str:
        """The board."""
        return f"{self.base_url}/jobs"

    def posting_url(self, board: str, source_id: str) -> str:
        """The address that leads to one job."""
        return f"{self.base_url}/job/go/{source_id}/"
