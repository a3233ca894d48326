"""What boards that answer JSON have in common. A source overrides what is its own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import BinaryIO, ClassVar
from urllib.parse import parse_qs, unquote, urlsplit

from apps.vacancies.sources.base import Board, Page, PageRequest, PostingInvalid, Terms
from apps.vacancies.sources.feed import iter_json
from apps.vacancies.sources.values import required


class JsonSource:
    """A board of one page by default: `next_request` is None, items stand in a list or under `envelope`."""

    kind: ClassVar[str]
    name: ClassVar[str]
    base_url: ClassVar[str]
    terms: ClassVar[Terms]
    adapter_version: ClassVar[int] = 1
    envelope: ClassVar[str | None] = None
    id_field: ClassVar[str] = "id"
    used_fields: ClassVar[frozenset[str]]
    ignored_fields: ClassVar[frozenset[str]]

    def next_request(
        self, board: str, page: Page, seen_new_ids: Collection[str], base_url: str | None = None
    ) -> PageRequest | None:
        """The whole board comes in one answer."""
        return None

    def iter_items(self, stream: BinaryIO) -> Iterator[Mapping[str, object]]:
        """See `Source.iter_items`."""
        return iter_json(stream, self.envelope)

    def source_id_of(self, item: Mapping[str, object]) -> str:
        """The vendor's id as a string, whether it comes as a number or not."""
        return required(item, self.id_field)

    def recognise(self, url: str) -> str | None:
        """The board's slug, if the URL is this vendor's."""
        found = self.recognise_posting(url)
        return found[0] if found else None

    def recognise_posting(self, url: str) -> tuple[str, str] | None:
        """The slug and the posting's id ("" = the board itself), if the URL is this vendor's."""
        raise NotImplementedError

    def board_url(self, board: str) -> str:
        """The page a person would open to see this board."""
        raise NotImplementedError

    def posting_url(self, board: str, source_id: str) -> str:
        """See `Source.posting_url`."""
        return f"{self.board_url(board)}/{source_id}"

    def company_name(self, board: Board) -> str:
        """How the employer is called when the payload is silent."""
        return board.company_name or unquote(board.slug)


def split_url(url: str) -> tuple[str, list[str], dict[str, list[str]]]:
    """Host in lower case, decoded path segments and query of a URL; an unreadable one has no host."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").lower()
    except ValueError:
        return "", [], {}
    return host, [unquote(one) for one in parts.path.split("/") if one], parse_qs(parts.query)


def check_slug(board: str) -> str:
    """The slug, if it can stand in a URL's path without leading elsewhere. Raises PostingInvalid."""
    if not board or board in {".", ".."} or re.search(r"[/?#\\\x00-\x1f]", board):
        raise PostingInvalid("the board's name is not usable")
    return board
