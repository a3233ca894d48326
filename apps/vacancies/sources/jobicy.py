"""Jobicy: the newest fifty of everything or of one industry. Lists hold escaped entities; pay has had two shapes."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import ClassVar
from urllib.parse import quote

from apps.vacancies.sources.base import Board, PageRequest, PayClaim, PostingDraft, Terms
from apps.vacancies.sources.board_source import WHOLE
from apps.vacancies.sources.claims import located, pay, place
from apps.vacancies.sources.json_source import JSON, JsonSource
from apps.vacancies.sources.values import amount, instant, required, text, texts


class Jobicy(JsonSource):
    kind: ClassVar[str] = "jobicy"
    name: ClassVar[str] = "Jobicy"
    base_url: ClassVar[str] = "https://jobicy.com"
    envelope: ClassVar[str | tuple[str, ...] | None] = "jobs"
    lists_everything: ClassVar[bool] = False
    address: ClassVar[re.Pattern[str]] = re.compile(r"(?:www\.)?jobicy\.com(?:/jobs/(?P<id>\d+)(?:-[^/]*)?)?")
    terms: ClassVar[Terms] = Terms(
        homepage="https://jobicy.com", grade="A", attribution="Jobicy", default_on=True, requests_per_second=0.5,
        min_interval=6 * 3600, verified=True,
    )  # fmt: skip
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "id", "url", "jobTitle", "companyName", "companyLogo", "jobIndustry", "jobType", "jobGeo", "jobLevel",
        "jobDescription", "pubDate", "salaryMin", "salaryMax", "salaryCurrency", "salaryPeriod", "annualSalaryMin",
        "annualSalaryMax",
    })  # fmt: skip
    ignored_fields: ClassVar[frozenset[str]] = frozenset({"jobSlug", "jobExcerpt"})

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """The newest fifty, which is the most that is always given."""
        industry = "" if board == WHOLE else f"&industry={quote(board, safe='')}"
        return PageRequest(
            url=f"{self.at(board, base_url)}/api/v2/remote-jobs?count=50{industry}", headers=JSON
        )

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one job. Raises PostingInvalid."""
        url = required(item, "url")
        locations, _ = located(place(text=html.unescape(text(item, "jobGeo"))))
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=self.source_id_of(item),
            url=url,
            apply_url=url,
            title=html.unescape(required(item, "jobTitle")),
            company_name=html.unescape(text(item, "companyName")),
            company_logo_url=text(item, "companyLogo"),
            locations=locations,
            remote="remote",
            description_html=text(item, "jobDescription"),
            employment_type=", ".join(texts(item, "jobType")),
            department=html.unescape(", ".join(texts(item, "jobIndustry"))),
            seniority=text(item, "jobLevel"),
            pay=_pay(item),
            posted_at=instant(item, "pubDate"),
            payload=item,
        )

    def board_url(self, board: str) -> str:
        """The board."""
        return f"{self.base_url}/jobs"


def _pay(item: Mapping[str, object]) -> PayClaim | None:
    """In the present shape with a period, in the former by the year."""
    currency = text(item, "salaryCurrency")
    present = pay(
        amount(item, "salaryMin"),
        amount(item, "salaryMax"),
        currency=currency,
        period=text(item, "salaryPeriod"),
    )
    return present or pay(
        amount(item, "annualSalaryMin"), amount(item, "annualSalaryMax"), currency=currency, period="year"
    )
