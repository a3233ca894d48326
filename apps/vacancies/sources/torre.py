"""Torre: a search that is posted, pages of 20, the text in the detail at another host. A board is a search word."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import ClassVar

from apps.vacancies.sources.base import Board, PageRequest, PayClaim, PostingDraft, PostingSkipped, Terms
from apps.vacancies.sources.board_source import WHOLE, in_path
from apps.vacancies.sources.claims import body, located, paragraphs, pay, place
from apps.vacancies.sources.json_source import JSON, JsonSource
from apps.vacancies.sources.values import (
    amount,
    day,
    flag,
    instant,
    offsets,
    required,
    rows,
    section,
    text,
    texts,
)

_DETAILS = "https://torre.ai"
_NOTHING = "-"  # what is written where nothing is to be said


class Torre(JsonSource):
    kind: ClassVar[str] = "torre"
    name: ClassVar[str] = "Torre"
    base_url: ClassVar[str] = "https://search.torre.co"
    adapter_version: ClassVar[int] = 2
    envelope: ClassVar[str | tuple[str, ...] | None] = "results"
    page_size: ClassVar[int | None] = 20
    lists_everything: ClassVar[bool] = False
    address: ClassVar[re.Pattern[str]] = re.compile(
        r"(?:www\.)?torre\.(?:ai|co)(?:/(?:post|jobs|api/suite/opportunities)/(?P<id>[A-Za-z0-9]{6,12})(?:-[^/]*)?)?"
    )
    terms: ClassVar[Terms] = Terms(homepage="https://torre.ai", grade="B", attribution="Torre", verified=True)
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "id", "slug", "objective", "tagline", "organizations.name", "organizations.picture", "locations", "remote", "deadline",
        "created", "status", "commitment", "type", "externalApplicationUrl", "compensation.data.code",
        "compensation.data.currency", "compensation.data.minAmount", "compensation.data.maxAmount",
        "compensation.data.periodicity", "compensation.visible", "detail", "timezones",
    })  # fmt: skip
    ignored_fields: ClassVar[frozenset[str]] = frozenset({
        "theme", "opportunity", "organizations.id", "organizations.hashedId", "organizations.status", "organizations.size",
        "organizations.publicId", "organizations.theme", "external", "compensation.data.minHourlyUSD",
        "compensation.data.maxHourlyUSD", "compensation.data.negotiable", "compensation.data.conversionRateUSD",
        "compensation.additionalCompensationDetails", "skills", "place", "questions", "context", "additionalCompensation",
        "additionalCompensationDetails", "serviceTypes", "quickApply", "finishedApplications",
    })  # fmt: skip

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """Twenty open opportunities."""
        asked: list[dict[str, object]] = [{"status": {"code": "open"}}]
        if board != WHOLE:
            asked.append({"keywords": {"term": board, "locale": "en"}})
        offset = number * (self.page_size or 0)
        return PageRequest(
            url=f"{self.at(board, base_url)}/opportunities/_search/?size={self.page_size}&offset={offset}&aggregate=false",
            method="POST",
            headers={**JSON, "Content-Type": "application/json"},
            body=json.dumps({"and": asked}).encode(),
        )

    def detail_request(
        self, board: str, item: Mapping[str, object], base_url: str | None = None
    ) -> PageRequest:
        """One opportunity with its text."""
        host = base_url.rstrip("/") if base_url else _DETAILS
        return PageRequest(
            url=f"{host}/api/suite/opportunities/{in_path(self.source_id_of(item))}", headers=JSON
        )

    def merge_detail(self, item: Mapping[str, object], detail: Mapping[str, object]) -> Mapping[str, object]:
        """The text; the rest of the detail is what the list says."""
        return {**item, "detail": {"details": detail.get("details")}}

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one opportunity, with or without its detail. Raises PostingInvalid, PostingSkipped for a closed one."""
        source_id = self.source_id_of(item)
        if text(item, "status") not in {"", "open"}:
            raise PostingSkipped("not open", source_id=source_id)
        url = f"{_DETAILS}/post/{source_id}" + (f"-{slug}" if (slug := text(item, "slug")) else "")
        employer = next(iter(rows(item, "organizations")), {})
        locations, _ = located(*(place(text=name) for name in texts(item, "locations")))
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=source_id,
            url=url,
            apply_url=text(item, "externalApplicationUrl") or url,
            title=required(item, "objective"),
            company_name=text(employer, "name"),
            company_logo_url=text(employer, "picture"),
            locations=locations,
            remote="remote" if flag(item, "remote") else None,
            time_zones=offsets(item, "timezones"),
            description_html=_body(item),
            employment_type=text(item, "commitment") or text(item, "type"),
            pay=_pay(section(item, "compensation")),
            posted_at=instant(item, "created"),
            application_deadline=day(item, "deadline"),
            payload=item,
        )

    def board_url(self, board: str) -> str:
        """The board."""
        return _DETAILS

    def posting_url(self, board: str, source_id: str) -> str:
        """The page of one opportunity, by its id alone."""
        return f"{_DETAILS}/post/{source_id}"


def _pay(compensation: Mapping[str, object]) -> PayClaim | None:
    """None where it is hidden or to be agreed on, which is written as 0."""
    data = section(compensation, "data")
    if flag(compensation, "visible") is False or text(data, "code") == "to-be-agreed":
        return None
    return pay(
        amount(data, "minAmount"),
        amount(data, "maxAmount"),
        currency=text(data, "currency"),
        period=text(data, "periodicity"),
    )


def _body(item: Mapping[str, object]) -> str:
    """The parts of the detail under their names ("responsibilities"); the tagline without them."""
    parts = [
        (text(row, "code").replace("-", " ").capitalize(), text(row, "content"))
        for row in rows(section(item, "detail"), "details")
        if text(row, "content") != _NOTHING
    ]
    return body(*parts) or paragraphs(text(item, "tagline"))
