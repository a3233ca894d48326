"""Lever postings API: pages of 100 without a total. The body comes in parts; the company is never named."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import ClassVar, Literal
from urllib.parse import quote

from apps.vacancies.sources.base import AddressClaim, Board, PageRequest, PayClaim, PostingDraft, Terms
from apps.vacancies.sources.board_source import in_path, split_url
from apps.vacancies.sources.json_source import JSON, JsonSource
from apps.vacancies.sources.values import amount, instant, required, rows, section, text, texts

_HOSTS = frozenset({"jobs.lever.co", "jobs.eu.lever.co"})
_API_HOSTS = frozenset({"api.lever.co", "api.eu.lever.co"})
_WORKPLACES: dict[str, Literal["onsite", "hybrid", "remote"]] = {
    "remote": "remote", "hybrid": "hybrid", "onsite": "onsite", "on-site": "onsite",
}  # fmt: skip


class Lever(JsonSource):
    kind: ClassVar[str] = "lever"
    name: ClassVar[str] = "Lever"
    base_url: ClassVar[str] = "https://api.lever.co"
    page_size: ClassVar[int | None] = 100
    terms: ClassVar[Terms] = Terms(
        homepage="https://www.lever.co", grade="A", default_on=True, requests_per_second=2.0, verified=True
    )
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "id", "text", "hostedUrl", "applyUrl", "createdAt", "country", "workplaceType", "opening", "descriptionBody",
        "description", "additional", "lists.text", "lists.content", "categories.location", "categories.allLocations",
        "categories.department", "categories.team", "categories.commitment", "categories.level", "salaryRange",
        "salaryDescription",
    })  # fmt: skip
    # The plain twins say what the HTML says, without its structure.
    ignored_fields: ClassVar[frozenset[str]] = frozenset({
        "descriptionPlain", "additionalPlain", "openingPlain", "descriptionBodyPlain", "salaryDescriptionPlain",
    })  # fmt: skip

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """A hundred postings. Without the header the answer is a web page."""
        return PageRequest(
            url=f"{self.at(board, base_url)}/v0/postings/{in_path(board)}"
            f"?mode=json&skip={number * (self.page_size or 0)}&limit={self.page_size}",
            headers=JSON,
        )

    def posting_request(self, board: str, source_id: str, base_url: str | None = None) -> PageRequest:
        """One posting, as the list has it."""
        return PageRequest(
            url=f"{self.at(board, base_url)}/v0/postings/{in_path(board)}/{in_path(source_id)}?mode=json",
            headers=JSON,
        )

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one posting. Raises PostingInvalid."""
        categories = section(item, "categories")
        location = text(categories, "location")
        country = text(item, "country")
        url = required(item, "hostedUrl")
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=self.source_id_of(item),
            url=url,
            apply_url=text(item, "applyUrl") or url,
            title=required(item, "text"),
            company_name=self.company_name(board),
            locations=tuple(
                dict.fromkeys(one for one in (location, *texts(categories, "allLocations")) if one)
            ),
            addresses=(AddressClaim(text=location, country=country),) if location and country else (),
            remote=_WORKPLACES.get(text(item, "workplaceType").casefold()),
            description_html=_body(item),
            employment_type=text(categories, "commitment"),
            department=text(categories, "department") or text(categories, "team"),
            seniority=text(categories, "level"),
            pay=_pay(section(item, "salaryRange")),
            posted_at=instant(item, "createdAt"),
            payload=item,
        )

    def board_url(self, board: str) -> str:
        """The hosted board."""
        return f"https://jobs.lever.co/{quote(board, safe='')}"

    def recognise_posting(self, url: str) -> tuple[str, str] | None:
        """Hosted pages and the API, both regions."""
        host, path, _ = split_url(url)
        if host in _API_HOSTS and path[:2] == ["v0", "postings"]:
            path = path[2:]
        elif host not in _HOSTS:
            return None
        return (path[0], path[1] if len(path) > 1 else "") if path else None


def _body(item: Mapping[str, object]) -> str:
    """The parts in the order of the hosted page. `description` repeats opening and body, so it only stands in."""
    opening = [text(item, "opening"), text(item, "descriptionBody")]
    parts = opening if any(opening) else [text(item, "description")]
    for row in rows(item, "lists"):
        parts.append(f"<h3>{html.escape(text(row, 'text'))}</h3><ul>{text(row, 'content')}</ul>")
    parts += [text(item, "salaryDescription"), text(item, "additional")]
    return "\n".join(part for part in parts if part)


def _pay(claim: Mapping[str, object]) -> PayClaim | None:
    """`interval` reads "per-year-salary", "per-hour-wage", …: kept as it is."""
    if not claim:
        return None
    return PayClaim(
        minimum=amount(claim, "min"),
        maximum=amount(claim, "max"),
        currency=text(claim, "currency"),
        period=text(claim, "interval"),
    )
