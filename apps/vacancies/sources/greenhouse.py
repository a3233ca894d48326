"""Greenhouse job board API: one answer per board. `content` is HTML escaped once more; pay stands only in the text."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import ClassVar
from urllib.parse import quote

from apps.vacancies.sources.base import Board, PageRequest, PostingDraft, Terms
from apps.vacancies.sources.board_source import in_path, split_url
from apps.vacancies.sources.json_source import JSON, JsonSource
from apps.vacancies.sources.values import day, instant, required, rows, section, text

_HOSTS = frozenset(
    {
        "boards.greenhouse.io",
        "job-boards.greenhouse.io",
        "boards.eu.greenhouse.io",
        "job-boards.eu.greenhouse.io",
    }
)
_API_HOSTS = frozenset({"boards-api.greenhouse.io", "api.greenhouse.io"})
# What boards write where the place should stand; the offices of the job then say where it is.
_NO_PLACE = frozenset({"", "n/a", "na", "tbd", "to be updated", "location", "hybrid", "in-office", "in office", "onsite",
                       "on-site", "remote", "multiple locations", "various locations", "headquarter", "headquarters"})  # fmt: skip
_NO_REQUISITION = "see opening"


class Greenhouse(JsonSource):
    kind: ClassVar[str] = "greenhouse"
    name: ClassVar[str] = "Greenhouse"
    base_url: ClassVar[str] = "https://boards-api.greenhouse.io"
    envelope: ClassVar[str | tuple[str, ...] | None] = "jobs"
    terms: ClassVar[Terms] = Terms(
        homepage="https://www.greenhouse.com", grade="A", default_on=True, verified=True
    )
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "id", "title", "absolute_url", "location.name", "content", "company_name", "first_published", "updated_at",
        "departments.name", "offices.name", "offices.location", "requisition_id", "language", "application_deadline",
    })  # fmt: skip
    ignored_fields: ClassVar[frozenset[str]] = frozenset({
        "internal_job_id", "metadata", "education", "data_compliance", "ai_disclaimer", "include_ai_disclaimer",
        "ai_opt_out_request_url", "departments.id", "departments.child_ids", "departments.parent_id",
        "offices.id", "offices.child_ids", "offices.parent_id",
    })  # fmt: skip

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """The board with descriptions: without `content=true` there are none."""
        return PageRequest(
            url=f"{self.at(board, base_url)}/v1/boards/{in_path(board)}/jobs?content=true", headers=JSON
        )

    def posting_request(self, board: str, source_id: str, base_url: str | None = None) -> PageRequest:
        """One job, with its description."""
        return PageRequest(
            url=f"{self.at(board, base_url)}/v1/boards/{in_path(board)}/jobs/{in_path(source_id)}",
            headers=JSON,
        )

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one job. Raises PostingInvalid."""
        url = required(item, "absolute_url")
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=self.source_id_of(item),
            url=url,
            apply_url=url,
            title=required(item, "title"),
            company_name=text(item, "company_name") or self.company_name(board),
            locations=_locations(item),
            description_html=html.unescape(text(item, "content")),
            department=next((name for row in rows(item, "departments") if (name := text(row, "name"))), ""),
            posted_at=instant(item, "first_published"),
            updated_at=instant(item, "updated_at"),
            application_deadline=day(item, "application_deadline"),
            language=text(item, "language"),
            requisition_id=_requisition(text(item, "requisition_id")),
            payload=item,
        )

    def board_url(self, board: str) -> str:
        """The hosted board."""
        return f"https://job-boards.greenhouse.io/{quote(board, safe='')}"

    def posting_url(self, board: str, source_id: str) -> str:
        """The hosted page of one job."""
        return f"{self.board_url(board)}/jobs/{source_id}"

    def recognise_posting(self, url: str) -> tuple[str, str] | None:
        """Hosted boards, their embedded form, and the API. An employer's own domain with `gh_jid` names no board."""
        host, path, query = split_url(url)
        if host in _API_HOSTS and path[:2] == ["v1", "boards"]:
            path = path[2:]
        elif host not in _HOSTS:
            return None
        if path[:1] == ["embed"]:
            board = query.get("for", [""])[0]
            return (board, query.get("token", [""])[0]) if board else None
        if not path:
            return None
        return path[0], path[2] if len(path) > 2 and path[1] == "jobs" else ""


def _locations(item: Mapping[str, object]) -> tuple[str, ...]:
    """The location's text; where it names no place (a work model, "N/A"), the offices too."""
    name = text(section(item, "location"), "name")
    if name.casefold() not in _NO_PLACE:
        return (name,)
    offices = [text(row, "location") or text(row, "name") for row in rows(item, "offices")]
    return tuple(dict.fromkeys(one for one in (name, *offices) if one))


def _requisition(raw: str) -> str:
    return "" if raw.casefold().startswith(_NO_REQUISITION) else raw
