"""Upwork, with a member's own account: what its search finds. A board is the words that are searched for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import BinaryIO, ClassVar, Final
from urllib.parse import quote_plus

from apps.core.errors import ParseFailed
from apps.vacancies.sources import graphql
from apps.vacancies.sources.base import (
    Board,
    FeedBroken,
    Page,
    PageRequest,
    PostingDraft,
    PostingInvalid,
    Terms,
)
from apps.vacancies.sources.claims import body, paragraphs
from apps.vacancies.sources.feed import iter_json
from apps.vacancies.sources.keyed_source import KeyedJsonSource
from apps.vacancies.sources.upwork_client import budget_of, client_of
from apps.vacancies.sources.upwork_queries import SEARCH
from apps.vacancies.sources.values import day, instant, required, section, text, texts

# Of the 40,000 requests that a key has for a day; a search goes on being asked for hours.
MOST_PAGES: Final = 40
_LONGEST_WORDS = 200
# A body of errors is short; what is longer is postings.
_LONGEST_REFUSAL = 1 << 20


class Upwork(KeyedJsonSource):
    """Without recorded answers, to the documented shape."""

    kind: ClassVar[str] = "upwork"
    name: ClassVar[str] = "Upwork"
    base_url: ClassVar[str] = "https://api.upwork.com"
    envelope: ClassVar[str | tuple[str, ...] | None] = "data.marketplaceJobPostingsSearch.edges"
    page_size: ClassVar[int | None] = 50
    lists_everything: ClassVar[bool] = False
    credential_names: ClassVar[tuple[str, ...]] = ("access_token",)
    address: ClassVar[re.Pattern[str]] = re.compile(
        r"(?:www\.)?upwork\.com/(?:freelance-)?jobs/(?:[^/]*/)?[^/]*~(?:02(?P<id>\d+)|\w+)"
    )
    terms: ClassVar[Terms] = Terms(
        homepage="https://www.upwork.com", grade="C", attribution="Found on Upwork", requests_per_second=10,
        min_interval=3600, per_key=((10, 1), (40_000, 86_400)), respects_robots=False,
    )  # fmt: skip
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "node.id", "node.title", "node.description", "node.skills", "node.budget.min", "node.budget.max",
        "node.budget.type", "node.client.id", "node.client.name", "node.client.location", "node.client.totalSpent",
        "node.client.hireRate", "node.createdAt", "node.applicationDeadline",
    })  # fmt: skip
    ignored_fields: ClassVar[frozenset[str]] = frozenset()

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """Fifty postings for these words, without the token."""
        size = self.page_size or 0
        words = " ".join(board.split())[:_LONGEST_WORDS]
        if not words:
            raise PostingInvalid("the board's name is not usable: it is the words to search for")
        asked = {
            "searchExpression_eq": words,
            "pagination_eq": {"after": str(number * size), "first": size},
        }
        return PageRequest(
            url=f"{self.at(board, base_url)}/graphql",
            method="POST",
            headers={"Accept": "application/json", "Content-Type": "application/json"},
            body=graphql.body(SEARCH, {"filter": asked}),
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
        """The token as a bearer's."""
        bearer = {"Authorization": f"Bearer {credentials['access_token']}"}
        return replace(request, headers={**request.headers, **bearer})

    def iter_items(self, stream: BinaryIO) -> Iterator[Mapping[str, object]]:
        """As `Source.iter_items`. An answer that is errors raises GraphqlRefused (TokenRefused, RateRefused); one that
        holds both gives its postings, then FeedBroken."""
        kept = _Kept(stream)
        count = 0
        try:
            for item in iter_json(kept, self.envelope):
                count += 1
                yield item
        except ParseFailed:
            refused = graphql.refusal_in(kept.head)
            if refused is None:
                raise
            raise refused from None
        if refused := graphql.refusal_in(kept.head):
            raise FeedBroken(refused.detail, items=count)

    def source_id_of(self, item: Mapping[str, object]) -> str:
        """The posting's id, within its edge."""
        return required(section(item, "node"), "id")

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one edge. Raises PostingInvalid."""
        node = section(item, "node")
        source_id, client = required(node, "id"), client_of(section(node, "client"))
        url = self.posting_url(board.slug, source_id)
        skills = ", ".join(texts(node, "skills"))
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=source_id,
            url=url,
            apply_url=url,
            title=required(node, "title"),
            company_name=client.name if client else "",
            # Work through a marketplace is done from wherever one is, and by contract.
            remote="remote",
            employment_type="contract",
            description_html=body(
                ("", paragraphs(text(node, "description"))), ("Skills", paragraphs(skills))
            ),
            posted_at=instant(node, "createdAt"),
            application_deadline=day(node, "applicationDeadline"),
            budget=budget_of(section(node, "budget")),
            client=client,
            payload=item,
        )

    def board_url(self, board: str) -> str:
        """The search, as a person would make it."""
        return f"{self.terms.homepage}/nx/search/jobs/?q={quote_plus(board)}"

    def posting_url(self, board: str, source_id: str) -> str:
        """The page of one job; some ids come as the address has them."""
        name = source_id if source_id.startswith("~") else f"~02{source_id}"
        return f"{self.terms.homepage}/jobs/{quote_plus(name, safe='~')}"


class _Kept:
    """A stream of which the beginning is kept, as far as a refusal is long."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.head = b""

    def read(self, size: int, /) -> bytes:
        chunk = self._stream.read(size)
        if len(self.head) < _LONGEST_REFUSAL:
            self.head += chunk
        return chunk
