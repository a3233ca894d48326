"""What all boards have in common, whatever form they answer in. A source overrides what is its own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import BinaryIO, ClassVar
from urllib.parse import parse_qs, quote, unquote, urlsplit

from apps.vacancies.sources.base import Board, Page, PageRequest, PostingDraft, PostingInvalid, Terms
from apps.vacancies.sources.values import required

WHOLE = "all"  # the board of a source that has but one
UNKNOWN = re.compile(r"(?!)")  # the address of a source whose pages don't tell themselves apart
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?", re.I)


class BoardSource:
    """A board of one answer by default.

    `page_size` is how many items a full page has: a shorter one is the last. 1 where the vendor decides on the size,
    so that only an empty page is; None where the whole board comes at once. `{board}` in `base_url` stands for the
    slug. `address` matches "host/path" of this vendor's pages, with the groups `board` and `id`, either of which may
    be absent.
    """

    kind: ClassVar[str]
    name: ClassVar[str]
    base_url: ClassVar[str]
    terms: ClassVar[Terms]
    adapter_version: ClassVar[int] = 1
    lists_everything: ClassVar[bool] = True
    page_size: ClassVar[int | None] = None
    id_field: ClassVar[str] = "id"
    address: ClassVar[re.Pattern[str]]
    used_fields: ClassVar[frozenset[str]]
    ignored_fields: ClassVar[frozenset[str]]

    def first_request(self, board: str, base_url: str | None = None) -> PageRequest:
        """See `Source.first_request`."""
        return self.page_request(board, 0, base_url)

    def next_request(
        self, board: str, page: Page, seen_new_ids: Collection[str], base_url: str | None = None
    ) -> PageRequest | None:
        """None after a short page, and after one without new ids, which repeats what was read."""
        if self.page_size is None or page.items < self.page_size or not seen_new_ids:
            return None
        return self.page_request(board, page.number + 1, base_url)

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """The request for page `number`, counted from 0."""
        raise NotImplementedError

    def at(self, board: str, base_url: str | None) -> str:
        """The address of the vendor's host for this board, without a slash at its end."""
        if base_url:
            return base_url.rstrip("/")
        return (
            self.base_url.replace("{board}", check_label(board))
            if "{board}" in self.base_url
            else self.base_url
        )

    def source_id_of(self, item: Mapping[str, object]) -> str:
        """The vendor's id as a string, whether it comes as a number or not."""
        return required(item, self.id_field)

    def iter_items(self, stream: BinaryIO) -> Iterator[Mapping[str, object]]:
        """See `Source.iter_items`."""
        raise NotImplementedError

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """See `Source.parse`."""
        raise NotImplementedError

    def recognise(self, url: str) -> str | None:
        """The board's slug, if the URL is this vendor's."""
        found = self.recognise_posting(url)
        return (found[0] or None) if found else None

    def recognise_posting(self, url: str) -> tuple[str, str] | None:
        """See `Source.recognise_posting`."""
        host, path, _ = split_url(url)
        found = self.address.fullmatch("/".join([host, *path]))
        if not found:
            return None
        groups = found.groupdict()
        board = groups.get("board", WHOLE) or ""
        if "{board}" in self.base_url and not _LABEL.fullmatch(board):
            return None
        return board, groups.get("id") or ""

    def board_url(self, board: str) -> str:
        """The page a person would open to see this board."""
        raise NotImplementedError

    def posting_url(self, board: str, source_id: str) -> str:
        """See `Source.posting_url`."""
        return f"{self.board_url(board)}/{source_id}"

    def company_name(self, board: Board) -> str:
        """How the employer is called when the payload is silent."""
        return board.company_name or unquote(board.slug)


@lru_cache(maxsize=256)  # every source is asked in turn about one address
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


def check_label(board: str) -> str:
    """The slug, if it can be one label of a host name. Raises PostingInvalid."""
    if not _LABEL.fullmatch(board):
        raise PostingInvalid("the board's name is not usable")
    return board


def in_path(part: str) -> str:
    """One part of a path, checked and quoted."""
    return quote(check_slug(part), safe="")
