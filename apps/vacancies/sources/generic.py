"""A board described by data alone (`generic_spec`): anybody adds one without code. Made for one row, from its spec."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from typing import BinaryIO, ClassVar
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

import orjson

from apps.vacancies.sources.base import (
    Board,
    FeedBroken,
    Page,
    PageRequest,
    PostingDraft,
    PostingInvalid,
    Terms,
)
from apps.vacancies.sources.claims import decoded, pay
from apps.vacancies.sources.csv_feed import iter_csv
from apps.vacancies.sources.feed import BROKEN_STREAM, chunks, iter_json, plain
from apps.vacancies.sources.generic_spec import GENERIC, Spec
from apps.vacancies.sources.generic_values import Mapped, texts_at
from apps.vacancies.sources.xml_feed import iter_xml

_ACCEPT = {
    "json": "application/json",
    "xml": "application/xml, text/xml",
    "rss": "application/rss+xml, application/xml, text/xml",
    "csv": "text/csv",
}
_LONGEST_ID = 200


class GenericSource:
    """Reads what its spec says. `base_url` stands for scheme and host of the spec's address."""

    kind: ClassVar[str] = GENERIC
    name: ClassVar[str] = "A board of your own"
    base_url: ClassVar[str] = ""
    terms: ClassVar[Terms] = Terms(homepage="", grade="B", verified=True)
    adapter_version: ClassVar[int] = 1
    lists_everything: ClassVar[bool] = True
    # What is used is what the spec names.
    used_fields: ClassVar[frozenset[str]] = frozenset()
    ignored_fields: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, spec: Spec) -> None:
        self.spec = spec

    def first_request(self, board: str, base_url: str | None = None) -> PageRequest:
        """See `Source.first_request`."""
        return self._request(0, "", base_url)

    def next_request(
        self, board: str, page: Page, seen_new_ids: Collection[str], base_url: str | None = None
    ) -> PageRequest | None:
        """None after a short page, after one without new ids, and where the answer names no further page."""
        paging = self.spec.paging
        if paging.kind == "none" or not seen_new_ids or page.items < (paging.size or 1):
            return None
        if paging.kind in {"cursor", "link"} and not page.cursor:
            return None
        return self._request(page.number + 1, page.cursor, base_url)

    def cursor_of(self, stream: BinaryIO) -> str:
        """See `CursorSource.cursor_of`. Reads the answer as a whole, and only where the spec says that it holds one."""
        if self.spec.paging.kind not in {"cursor", "link"}:
            return ""
        try:
            body = b"".join(chunks(plain(stream)))
            found = texts_at(orjson.loads(body), self.spec.paging.cursor_path)
        except (*BROKEN_STREAM, orjson.JSONDecodeError, PostingInvalid):
            return ""
        return found[0] if found else ""

    def _request(self, number: int, cursor: str, base_url: str | None) -> PageRequest:
        spec, paging = self.spec, self.spec.paging
        fills = {
            "{page}": str(paging.start + number),
            "{offset}": str(paging.start + number * (paging.size or 0)),
            "{cursor}": cursor,
        }
        url, body = spec.url, spec.body
        for name, value in fills.items():
            url, body = url.replace(name, quote(value, safe="")), body.replace(name, value)
        if paging.kind == "link" and cursor:
            url = self._same_host(urljoin(spec.url, cursor))
        headers = {"Accept": _ACCEPT[spec.format], **spec.headers}
        if body:
            headers.setdefault("Content-Type", "application/json")
        return PageRequest(
            url=_moved(url, base_url),
            method=spec.method,
            headers=headers,
            body=body.encode() if body else None,
        )

    def _same_host(self, url: str) -> str:
        """The next page, where it is on the same host: nobody sends the crawl, or a key, elsewhere."""
        ours, theirs = urlsplit(self.spec.url), urlsplit(url)
        if (ours.scheme, ours.netloc) != (theirs.scheme, theirs.netloc):
            raise FeedBroken("the next page is on another host", items=0)
        return url

    def iter_items(self, stream: BinaryIO) -> Iterator[Mapping[str, object]]:
        """See `Source.iter_items`."""
        items = self.spec.items
        if self.spec.format == "json":
            return iter_json(stream, items.replace("[*]", ".item") or None)
        if self.spec.format == "csv":
            return iter_csv(stream)
        return iter_xml(stream, root="", tag=items.rpartition(".")[2])

    def source_id_of(self, item: Mapping[str, object]) -> str:
        """The value of the field `id`, else the posting's address; what is too long for a key is hashed."""
        mapped = Mapped(item, self.spec.fields)
        found = mapped.required("id") if self.spec.fields.get("id") else mapped.address("url", self.spec.url)
        if not found:
            raise PostingInvalid("url is missing")
        return found if len(found) <= _LONGEST_ID else hashlib.sha256(found.encode()).hexdigest()

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one item by the field map. Raises PostingInvalid."""
        read = Mapped(item, self.spec.fields)
        url = read.address("url", self.spec.url)
        if not url:
            raise PostingInvalid("url is missing")
        return PostingDraft(
            source=self.kind,
            board=board.slug,
            source_id=self.source_id_of(item),
            url=url,
            apply_url=read.address("apply_url", self.spec.url) or url,
            title=read.required("title"),
            company_name=read.text("company_name") or board.company_name,
            company_logo_url=read.address("company_logo_url", self.spec.url),
            locations=tuple(dict.fromkeys(read.texts("locations"))),
            remote=read.remote(),
            description_html=decoded(read.text("description_html")),
            employment_type=" ".join(read.texts("employment_type")),
            department=read.text("department"),
            seniority=read.text("seniority"),
            pay=pay(
                read.amount("salary_min"),
                read.amount("salary_max"),
                currency=read.text("salary_currency"),
                period=read.text("salary_period"),
                text=read.text("salary_text"),
            ),
            posted_at=read.instant("posted_at"),
            updated_at=read.instant("updated_at"),
            application_deadline=read.day("application_deadline"),
            language=read.text("language"),
            requisition_id=read.text("requisition_id"),
            payload=item,
        )

    def board_url(self, board: str) -> str:
        """The homepage of the spec, else the host."""
        parts = urlsplit(self.spec.url)
        return self.spec.homepage or f"{parts.scheme}://{parts.netloc}"

    def recognise(self, url: str) -> str | None:
        """None: its addresses are whatever the items say."""
        return None

    def recognise_posting(self, url: str) -> tuple[str, str] | None:
        """None: its addresses are whatever the items say."""
        return None

    def posting_url(self, board: str, source_id: str) -> str:
        """The address where it is the id, else the board."""
        return source_id if source_id.startswith(("http://", "https://")) else self.board_url(board)


class NewestOnly(GenericSource):
    """A board that lists its newest postings only: what is absent is not gone."""

    lists_everything: ClassVar[bool] = False


def _moved(url: str, base_url: str | None) -> str:
    if not base_url:
        return url
    parts, base = urlsplit(url), urlsplit(base_url)
    return urlunsplit((base.scheme, base.netloc, base.path.rstrip("/") + parts.path, parts.query, ""))
