"""RemoteJobs.org: pages of 50, texts without markup, pay with a currency only in its display text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar
from urllib.parse import quote

from apps.vacancies.sources.base import Board, PageRequest, PayClaim, PostingDraft, Terms
from apps.vacancies.sources.board_source import WHOLE
from apps.vacancies.sources.claims import located, paragraphs, pay, place
from apps.vacancies.sources.json_source import JSON, JsonSource
from apps.vacancies.sources.values import amount, flag, instant, required, section, text

_CURRENCY = re.compile(r"[A-Z]{3}(?= )")


class RemoteJobsOrg(JsonSource):
    kind: ClassVar[str] = "remotejobsorg"
    name: ClassVar[str] = "RemoteJobs.org"
    base_url: ClassVar[str] = "https://remotejobs.org"
    envelope: ClassVar[str | tuple[str, ...] | None] = ("data", "jobs")
    page_size: ClassVar[int | None] = 50
    lists_everything: ClassVar[bool] = False
    # A posting's page is called by its slug, which isn't its id.
    address: ClassVar[re.Pattern[str]] = re.compile(r"(?:www\.)?remotejobs\.org(?:/remote-jobs(?:/[^/]+)?)?")
    terms: ClassVar[Terms] = Terms(
        homepage="https://remotejobs.org",
        grade="A",
        attribution="RemoteJobs.org",
        min_interval=6 * 3600,
        verified=True,
    )
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "id", "title", "url", "apply_url", "company.name", "company.logo_url", "category.name", "location", "salary_min",
        "salary_max", "salary_text", "type", "description", "posted_at", "is_translated", "original_language",
    })  # fmt: skip
    ignored_fields: ClassVar[frozenset[str]] = frozenset({"company.website", "company.url", "category.slug"})

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """Fifty jobs of everything, or of one category."""
        category = "" if board == WHOLE else f"&category={quote(board, safe='')}"
        return PageRequest(
            url=f"{self.at(board, base_url)}/api/v1/jobs?limit={self.page_size}"
            f"&offset={number * (self.page_size or 0)}{category}",
            headers=JSON,
        )

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one job. Raises PostingInvalid."""
        url, company = required(item, "url"), section(item, "company")
        locations, _ = located(place(text=text(item, "location").rstrip(" ,")))
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=self.source_id_of(item),
            url=url,
            apply_url=text(item, "apply_url") or url,
            title=required(item, "title"),
            company_name=text(company, "name"),
            company_logo_url=text(company, "logo_url"),
            locations=locations,
            remote="remote",
            description_html=paragraphs(text(item, "description")),
            employment_type=text(item, "type"),
            department=text(section(item, "category"), "name"),
            pay=_pay(item),
            posted_at=instant(item, "posted_at"),
            # A translated text is no longer in the language that is named.
            language="" if flag(item, "is_translated") else text(item, "original_language"),
            payload=item,
        )

    def board_url(self, board: str) -> str:
        """The board."""
        return f"{self.base_url}/remote-jobs"


def _pay(item: Mapping[str, object]) -> PayClaim | None:
    shown = text(item, "salary_text")
    currency = _CURRENCY.match(shown)
    return pay(
        amount(item, "salary_min"),
        amount(item, "salary_max"),
        currency=currency[0] if currency else "",
        text=shown,
    )
