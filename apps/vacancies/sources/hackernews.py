"""Hacker News "Who is hiring?": a board is a thread, by its number; each comment on it is a posting in free text.

Read from Algolia's copy of a thread, or from items of the Firebase API (a recorded thread). Whoever posts again, posts
the same words again: that is for the comparison of postings to see, not for this.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO, ClassVar

from apps.vacancies.sources.base import (
    Board,
    PageRequest,
    PostingDraft,
    PostingInvalid,
    PostingSkipped,
    Terms,
)
from apps.vacancies.sources.board_source import in_path, split_url
from apps.vacancies.sources.claims import located, pay, place
from apps.vacancies.sources.feed import iter_json
from apps.vacancies.sources.hiring_line import read_hiring_line
from apps.vacancies.sources.json_source import JSON, JsonSource
from apps.vacancies.sources.values import flag, instant, text

_TITLE = "Ask HN: Who is hiring?"
_PAGES = "https://news.ycombinator.com"
_BREAK = re.compile(r"<p>|</p>|<br\s*/?>|\n", re.I)
_TAG = re.compile(r"<[^>]*>")


class HackerNews(JsonSource):
    kind: ClassVar[str] = "hackernews"
    name: ClassVar[str] = "Hacker News: Who is hiring?"
    base_url: ClassVar[str] = "https://hn.algolia.com"
    envelope: ClassVar[str | tuple[str, ...] | None] = ("children", "comments")
    address: ClassVar[re.Pattern[str]] = re.compile(r"news\.ycombinator\.com/item")
    terms: ClassVar[Terms] = Terms(
        homepage=_PAGES, grade="A", attribution="Hacker News", default_on=True, verified=True
    )
    used_fields: ClassVar[frozenset[str]] = frozenset({
        "id", "text", "time", "created_at", "parent", "parent_id", "deleted", "dead",
    })  # fmt: skip
    # Who wrote a comment is a person, and no employer.
    ignored_fields: ClassVar[frozenset[str]] = frozenset({
        "by", "author", "kids", "children", "type", "created_at_i", "story_id", "points", "title", "url", "options",
    })  # fmt: skip

    def boards_request(self, base_url: str | None = None) -> PageRequest:
        """The newest stories of the account that opens the threads, two or three of them a month."""
        host = (base_url or self.base_url).rstrip("/")
        query = "tags=story,author_whoishiring&hitsPerPage=10"
        return PageRequest(url=f"{host}/api/v1/search_by_date?{query}", headers=JSON)

    def iter_boards(self, stream: BinaryIO) -> Iterator[Board]:
        """The hiring threads among them; the others are for those who look for work."""
        for hit in iter_json(stream, "hits"):
            if text(hit, "title").startswith(_TITLE) and text(hit, "objectID"):
                yield Board(slug=text(hit, "objectID"))

    def page_request(self, board: str, number: int, base_url: str | None) -> PageRequest:
        """The whole thread."""
        return PageRequest(url=f"{self.at(board, base_url)}/api/v1/items/{in_path(board)}", headers=JSON)

    def iter_items(self, stream: BinaryIO) -> Iterator[Mapping[str, object]]:
        """The comments on the thread. Some are null."""
        return (item for item in super().iter_items(stream) if item != {"": None})

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one comment. Raises PostingInvalid for one without the convention, PostingSkipped for one that was
        taken back, was found wanting, or answers another."""
        source_id, written = self.source_id_of(item), text(item, "text")
        if reason := _not_shown(item, board, written):
            raise PostingSkipped(reason, source_id=source_id)
        read = read_hiring_line(_first_line(written))
        if not read:
            raise PostingInvalid("the first line is not by the convention", source_id=source_id)
        locations, _ = located(*(place(text=name) for name in read.places))
        url = self.posting_url(board.slug, source_id)
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=source_id,
            url=url,
            apply_url=url,
            title=read.title,
            company_name=read.company,
            locations=locations,
            remote=read.remote,
            description_html=f"<p>{written}",
            employment_type=read.employment,
            pay=pay(None, None, text=read.pay),
            posted_at=instant(item, "time") or instant(item, "created_at"),
            confidence=read.confidence,
            payload=item,
        )

    def board_url(self, board: str) -> str:
        """The thread."""
        return f"{_PAGES}/item?id={board}"

    def posting_url(self, board: str, source_id: str) -> str:
        """The comment."""
        return f"{_PAGES}/item?id={source_id}"

    def recognise_posting(self, url: str) -> tuple[str, str] | None:
        """A comment's number: which thread it belongs to, its address doesn't say."""
        number = split_url(url)[2].get("id", [""])[0]
        return ("", number) if super().recognise_posting(url) and number.isdigit() else None


def _not_shown(item: Mapping[str, object], board: Board, written: str) -> str:
    if flag(item, "deleted") or not written:
        return "deleted"
    if flag(item, "dead"):
        return "dead"
    parent = text(item, "parent") or text(item, "parent_id")
    return "a reply" if parent and parent != board.slug else ""


def _first_line(written: str) -> str:
    """The first line that says something, as plain text. Links are cut short in what they show, so it is their text."""
    lines = (html.unescape(_TAG.sub("", line)).strip() for line in _BREAK.split(written))
    return next((line for line in lines if line), "")
