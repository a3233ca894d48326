"""Adzuna (with a key): teasers of 500 characters, pay that is often predicted. A board is a country ("gb"), or a
category of one ("gb/it-jobs"). The key goes into the address: there is no other way."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import ClassVar
from urllib.parse import urlencode

from apps.vacancies.sources.base import Board, Page, PageRequest, PostingDraft, PostingInvalid, Terms
from apps.vacancies.sources.claims import located, paragraphs, pay, place
from apps.vacancies.sources.json_source import JSON
from apps.vacancies.sources.keyed_source import KeyedJsonSource
from apps.vacancies.sources.values import amount, instant, required, section, text, texts

MOST_PAGES = 20  # of the 250 requests that a key has for a day
_BOARD = re.compile(r"([a-z]{2})(?:/([a-z-]+))?")
_CURRENCIES = {
    "gb": "GBP", "us": "USD", "at": "EUR", "be": "EUR", "de": "EUR", "es": "EUR", "fr": "EUR", "it": "EUR", "nl": "EUR",
    "au": "AUD", "br": "BRL", "ca": "CAD", "ch": "CHF", "in": "INR", "mx": "MXN", "nz": "NZD", "pl": "PLN", "sg": "SGD",
    "za": "ZAR",
}  # fmt: skip


class Adzuna(KeyedJsonSource):
    kind: ClassVar[str] = "adzuna"
    name: ClassVar[str] = "Adzuna"
    base_url: ClassVar[str] = "https://api.adzuna.com"
    envelope: ClassVar[str | tuple[str, ...] | None] = "results"
    page_size: ClassVar[int | None] = 50
    lists_everything: ClassVar[bool] = False
    credential_names: ClassVar[tuple[str, ...]] = ("app_id", "app_key")
    secret_parameters: ClassVar[tuple[str, ...]] = ("app_id", "app_key")
    address: ClassVar[re.Pattern[str]] = re.compile(
        r"(?:www\.)?adzuna\.[a-z.]{2,6}/(?:jobs/)?(?:details|land/ad)/(?P<id>\d+)"
    )
    terms: ClassVar[Terms] = Terms(
        homepage="https://www.adzuna.com", grade="C", attribution="Jobs by Adzuna", requests_per_second=0.4,
        min_interval=6 * 3600, respects_robots=False,
    )  # fmt: skip
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "id", "title", "description", "created", "redirect_url", "company.display_name", "location.display_name",
        "location.area", "category.label", "salary_min", "salary_max", "salary_is_predicted", "contract_time",
        "contract_type",
    })  # fmt: skip
    ignored_fields: ClassVar[frozenset[str]] = frozenset(
        {"adref", "category.tag", "latitude", "longitude", "__CLASS__"}
    )

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """Fifty results, the newest first, without the key."""
        country, category = _split(board)
        query = {"results_per_page": self.page_size, "sort_by": "date"} | (
            {"category": category} if category else {}
        )
        return PageRequest(
            url=f"{self.at(board, base_url)}/v1/api/jobs/{country}/search/{number + 1}?{urlencode(query)}",
            headers=JSON,
        )

    def next_request(
        self,
        board: str,
        page: Page,
        seen_new_ids: Collection[str],
        base_url: str | None = None,
        credentials: Mapping[str, str] | None = None,
    ) -> PageRequest | None:
        """None too after so many pages as leave a day's requests to other boards."""
        if page.number + 1 >= MOST_PAGES:
            return None
        return super().next_request(board, page, seen_new_ids, base_url, credentials)

    def signed(self, request: PageRequest, credentials: Mapping[str, str]) -> PageRequest:
        """The key in the address."""
        key = urlencode({name: credentials[name] for name in self.credential_names})
        return replace(request, url=f"{request.url}&{key}")

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one result. Raises PostingInvalid."""
        url, where = required(item, "redirect_url"), section(item, "location")
        locations, _ = located(
            place(text=text(where, "display_name") or ", ".join(reversed(texts(where, "area"))))
        )
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=self.source_id_of(item),
            url=url,
            apply_url=url,
            title=required(item, "title"),
            company_name=text(section(item, "company"), "display_name"),
            locations=locations,
            description_html=paragraphs(text(item, "description")),
            employment_type=f"{text(item, 'contract_time')} {text(item, 'contract_type')}".replace(
                "_", " "
            ).strip(),
            department=text(section(item, "category"), "label"),
            pay=pay(
                amount(item, "salary_min"),
                amount(item, "salary_max"),
                currency=_CURRENCIES.get(_split(board.slug)[0], ""),
                period="year",
                is_predicted=_is_predicted(item),
            ),
            posted_at=instant(item, "created"),
            payload=item,
        )

    def board_url(self, board: str) -> str:
        """The vendor's page; each country has a host of its own."""
        return self.terms.homepage

    def posting_url(self, board: str, source_id: str) -> str:
        """The page of one job."""
        return f"{self.terms.homepage}/details/{source_id}"


def _split(board: str) -> tuple[str, str]:
    found = _BOARD.fullmatch(board)
    if not found:
        raise PostingInvalid("the board's name is not usable: it is a country, or country/category")
    return found[1], found[2] or ""


def _is_predicted(item: Mapping[str, object]) -> bool:
    """ "0" or "1", as a text or a number, or a flag."""
    value = item.get("salary_is_predicted")
    return value is True or (not isinstance(value, bool) and text(item, "salary_is_predicted") == "1")
