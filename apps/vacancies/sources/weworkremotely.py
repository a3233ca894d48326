"""We Work Remotely: RSS. Its terms forbid a competing search, so it is off unless someone turns it on, and links through."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar
from urllib.parse import quote

from apps.vacancies.sources.base import Board, PageRequest, PostingDraft, PostingInvalid, Terms
from apps.vacancies.sources.board_source import WHOLE
from apps.vacancies.sources.claims import located, place
from apps.vacancies.sources.values import mail_date, required, section, text
from apps.vacancies.sources.xml_source import XML, XmlSource

_COMPANY_AND_ROLE = re.compile(r"\s*(?P<company>.+?)\s*:\s+(?P<role>\S.*)", re.S)


class WeWorkRemotely(XmlSource):
    kind: ClassVar[str] = "weworkremotely"
    name: ClassVar[str] = "We Work Remotely"
    base_url: ClassVar[str] = "https://weworkremotely.com"
    around: ClassVar[tuple[str, ...]] = ("language",)
    lists_everything: ClassVar[bool] = False
    address: ClassVar[re.Pattern[str]] = re.compile(
        r"(?:www\.)?weworkremotely\.com(?:/remote-jobs/(?P<id>[^/]+)|/remote-jobs\.rss|/categories/[^/]+)?"
    )
    terms: ClassVar[Terms] = Terms(
        homepage="https://weworkremotely.com",
        grade="D",
        attribution="We Work Remotely",
        min_interval=6 * 3600,
        verified=True,
    )
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "title", "region", "country", "state", "category", "type", "description", "pubDate", "expires_at", "link", "channel",
    })  # fmt: skip
    ignored_fields: ClassVar[frozenset[str]] = frozenset({"guid", "skills"})

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """The newest of everything, or of one category."""
        path = "/remote-jobs.rss" if board == WHOLE else f"/categories/{quote(board, safe='')}.rss"
        return PageRequest(url=f"{self.at(board, base_url)}{path}", headers=XML)

    def source_id_of(self, item: Mapping[str, object]) -> str:
        """The name in the address."""
        found = self.recognise_posting(required(item, "link"))
        if not found or not found[1]:
            raise PostingInvalid("the address has no name")
        return found[1]

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one job. Raises PostingInvalid."""
        url, title = required(item, "link"), required(item, "title")
        split = _COMPANY_AND_ROLE.fullmatch(title)
        deadline = mail_date(item, "expires_at")
        locations, _ = located(*(place(text=text(item, name)) for name in ("region", "state", "country")))
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=self.source_id_of(item),
            url=url,
            apply_url=url,
            title=split["role"] if split else title,
            company_name=split["company"] if split else "",
            locations=locations,
            remote="remote",
            description_html=text(item, "description"),
            employment_type=text(item, "type"),
            department=text(item, "category"),
            posted_at=mail_date(item, "pubDate"),
            application_deadline=deadline.date() if deadline else None,
            language=text(section(item, "channel"), "language"),
            payload=item,
        )

    def board_url(self, board: str) -> str:
        """The board, or one category of it."""
        return f"{self.base_url}/" + ("" if board == WHOLE else f"categories/{quote(board, safe='')}")

    def posting_url(self, board: str, source_id: str) -> str:
        """The page of one job."""
        return f"{self.base_url}/remote-jobs/{source_id}"
