"""Comeet careers API: one answer per company. A board is "uid/token", both of which the careers page shows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from apps.vacancies.sources.base import Board, PageRequest, PostingDraft, PostingInvalid, RemoteClaim, Terms
from apps.vacancies.sources.board_source import UNKNOWN
from apps.vacancies.sources.claims import body, located, place, workplace
from apps.vacancies.sources.json_source import JSON, JsonSource
from apps.vacancies.sources.values import amount, flag, instant, required, rows, section, text

_BOARD = re.compile(r"([0-9A-F]+\.[0-9A-F]+)/([0-9A-F]+)", re.I)


class Comeet(JsonSource):
    kind: ClassVar[str] = "comeet"
    name: ClassVar[str] = "Comeet"
    base_url: ClassVar[str] = "https://www.comeet.co"
    id_field: ClassVar[str] = "uid"
    address: ClassVar[re.Pattern[str]] = UNKNOWN
    terms: ClassVar[Terms] = Terms(homepage="https://www.comeet.com", grade="B")
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "uid", "name", "department", "url_active_page", "url_comeet_hosted_page", "employment_type", "experience_level",
        "location", "workplace_type", "time_updated", "company_name", "details", "internal_use_custom_id",
    })  # fmt: skip
    ignored_fields: ClassVar[frozenset[str]] = frozenset({
        "email", "email_alias", "picture_url", "position_url", "url_detected_page", "questionnaires", "is_consent_needed",
        "is_reward", "is_company_reward", "referrals_reward", "company_referrals_reward",
    })  # fmt: skip

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """All positions with their texts."""
        company, token = _split(board)
        return PageRequest(
            url=f"{self.at(board, base_url)}/careers-api/2.0/company/{company}/positions?token={token}&details=true",
            headers=JSON,
        )

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one position. Raises PostingInvalid. When it was posted is never said."""
        url = text(item, "url_active_page") or required(item, "url_comeet_hosted_page")
        where = section(item, "location")
        locations, addresses = located(
            place(
                text=text(where, "name"),
                city=text(where, "city"),
                region=text(where, "state"),
                country=text(where, "country"),
            )
        )
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=self.source_id_of(item),
            url=url,
            apply_url=text(item, "url_comeet_hosted_page") or url,
            title=required(item, "name"),
            company_name=text(item, "company_name") or self.company_name(board),
            locations=locations,
            addresses=addresses,
            remote=_remote(item, where),
            description_html=_body(item),
            employment_type=text(item, "employment_type"),
            department=text(item, "department"),
            seniority=text(item, "experience_level"),
            updated_at=instant(item, "time_updated"),
            requisition_id=text(item, "internal_use_custom_id"),
            payload=item,
        )

    def company_name(self, board: Board) -> str:
        """The board's name is no one's name, and its token is not to be shown."""
        return board.company_name

    def board_url(self, board: str) -> str:
        """The vendor: which page shows the board isn't known from its id."""
        return self.terms.homepage

    def posting_url(self, board: str, source_id: str) -> str:
        """One position, by its id alone."""
        return f"{self.terms.homepage}/jobs/position/{source_id}"


def _split(board: str) -> tuple[str, str]:
    found = _BOARD.fullmatch(board)
    if not found:
        raise PostingInvalid("the board's name is not usable: it is uid/token")
    return found[1], found[2]


def _remote(item: Mapping[str, object], where: Mapping[str, object]) -> RemoteClaim | None:
    return workplace(text(item, "workplace_type")) or ("remote" if flag(where, "is_remote") else None)


def _body(item: Mapping[str, object]) -> str:
    """The parts by their order."""
    parts = sorted(rows(item, "details"), key=lambda row: amount(row, "order") or 0)
    return body(*((text(part, "name"), text(part, "value")) for part in parts))
