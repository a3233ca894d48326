"""Pinpoint postings: one answer per board; a posting may have a path only, and pay that is not to be shown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from apps.vacancies.sources.base import Board, PageRequest, PayClaim, PostingDraft, Terms
from apps.vacancies.sources.claims import body, located, pay, place, workplace
from apps.vacancies.sources.json_source import JSON, JsonSource
from apps.vacancies.sources.values import amount, day, flag, required, section, text

_PARTS = ("key_responsibilities", "skills_knowledge_expertise", "benefits")


class Pinpoint(JsonSource):
    kind: ClassVar[str] = "pinpoint"
    name: ClassVar[str] = "Pinpoint"
    base_url: ClassVar[str] = "https://{board}.pinpointhq.com"
    envelope: ClassVar[str | tuple[str, ...] | None] = "data"
    address: ClassVar[re.Pattern[str]] = re.compile(
        r"(?!www\.|app\.)(?P<board>[a-z0-9-]+)\.pinpointhq\.com"
        r"(?:/(?:[a-z]{2}(?:-[a-z]{2})?/)?postings(?:\.json|/(?P<id>[^/]+)(?:/.*)?)?|/[a-z]{2}(?:-[a-z]{2})?)?"
    )
    terms: ClassVar[Terms] = Terms(
        homepage="https://www.pinpointhq.com", grade="A", default_on=True, verified=True
    )
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "id", "title", "url", "path", "description", "key_responsibilities_header", "key_responsibilities",
        "skills_knowledge_expertise_header", "skills_knowledge_expertise", "benefits_header", "benefits", "workplace_type",
        "compensation", "compensation_minimum", "compensation_maximum", "compensation_currency", "compensation_frequency",
        "compensation_visible", "deadline_at", "employment_type", "job.requisition_id", "job.department.name", "job.division",
        "department.name", "location.name", "location.city", "location.province",
    })  # fmt: skip
    ignored_fields: ClassVar[frozenset[str]] = frozenset({
        "workplace_type_text", "employment_type_text", "job.id", "job.department.id", "department.id", "location.id",
    })  # fmt: skip

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """All postings of the board."""
        return PageRequest(url=f"{self.at(board, base_url)}/postings.json", headers=JSON)

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one posting. Raises PostingInvalid. When it was posted is never said."""
        url = text(item, "url") or self.at(board.slug, None) + required(item, "path")
        where, job = section(item, "location"), section(item, "job")
        locations, addresses = located(
            place(text=text(where, "name"), city=text(where, "city"), region=text(where, "province"))
        )
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=self.source_id_of(item),
            url=url,
            apply_url=url,
            title=required(item, "title"),
            company_name=self.company_name(board),
            locations=locations,
            addresses=addresses,
            remote=workplace(text(item, "workplace_type")),
            description_html=body(
                ("", text(item, "description")),
                *((text(item, f"{part}_header"), text(item, part)) for part in _PARTS),
            ),
            employment_type=text(item, "employment_type").replace("_", " "),
            department=_department(item, job),
            pay=_pay(item),
            application_deadline=day(item, "deadline_at"),
            requisition_id=text(job, "requisition_id"),
            payload=item,
        )

    def board_url(self, board: str) -> str:
        """The hosted board."""
        return self.at(board, None)

    def posting_url(self, board: str, source_id: str) -> str:
        """The hosted page of one posting, whatever language its link names."""
        return f"{self.board_url(board)}/postings/{source_id}"


def _department(item: Mapping[str, object], job: Mapping[str, object]) -> str:
    candidates = (section(job, "department"), section(item, "department"), section(job, "division"))
    return next((name for row in candidates if (name := text(row, "name"))), "")


def _pay(item: Mapping[str, object]) -> PayClaim | None:
    if flag(item, "compensation_visible") is False:
        return None
    return pay(
        amount(item, "compensation_minimum"),
        amount(item, "compensation_maximum"),
        currency=text(item, "compensation_currency"),
        period=text(item, "compensation_frequency"),
        text=text(item, "compensation"),
    )
