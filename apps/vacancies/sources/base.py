"""What every source of postings is: where to ask, how to cut an answer into items, how to read one item.

Pure: a source never opens a connection. The pipeline sends the `PageRequest` through `core.http`, hands the body
back as a binary stream, and gets `PostingDraft`s, one per item.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import BinaryIO, ClassVar, Literal, Protocol

from apps.core.errors import ParseFailed, UpstreamError
from apps.vacancies.sources.offers import BudgetClaim, ClientClaim

RemoteClaim = Literal["onsite", "hybrid", "remote"]
Grade = Literal["A", "B", "C", "D", "X"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PayClaim:
    """Pay as a source states it in fields of its own. `text` is the display string, `period` the raw word."""

    minimum: Decimal | None = None
    maximum: Decimal | None = None
    currency: str = ""
    period: str = ""
    text: str = ""
    is_predicted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressClaim:
    """The structured address a source gives for the location whose raw text is `text`. "" = not said.

    `country` is the source's word for it: a name in any language or a code.
    """

    text: str
    city: str = ""
    region: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingDraft:
    """One posting as its source says it: decoded and typed, but not yet cleaned, judged or compared.

    `locations` are the source's own texts; `addresses` what it says of some of them in fields. `description_html` is decoded HTML that must not be shown before
    it is sanitised. `time_zones` are offsets from UTC in hours, as they stand. Datetimes are aware and UTC. `payload` is the object as received. `confidence`, from 0 to 1, says
    how sure the reading is where title and employer stand in free text.
    """

    source: str
    board: str
    source_id: str
    url: str
    title: str
    company_name: str
    payload: Mapping[str, object]
    apply_url: str = ""
    company_logo_url: str = ""
    locations: tuple[str, ...] = ()
    addresses: tuple[AddressClaim, ...] = ()
    remote: RemoteClaim | None = None
    time_zones: tuple[float, ...] = ()
    description_html: str = ""
    employment_type: str = ""
    department: str = ""
    seniority: str = ""
    pay: PayClaim | None = None
    posted_at: datetime | None = None
    updated_at: datetime | None = None
    application_deadline: date | None = None
    language: str = ""
    requisition_id: str = ""
    confidence: float = 1.0
    budget: BudgetClaim | None = None
    client: ClientClaim | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """One employer's board at one source. `company_name` is what we call the employer when the payload is silent."""

    slug: str
    company_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRequest:
    """One HTTP request the pipeline is asked to make. `body` is sent as it is."""

    url: str
    method: Literal["GET", "POST"] = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What the last answer held: `number` counts from 0, `items` counts the objects in it.

    `cursor` is where the answer says that the next page is ("" = nowhere): see `CursorSource`.
    """

    number: int
    items: int
    cursor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """On what terms a source may be read. `attribution` is shown beside its postings ("" = none is asked).

    `grade` is SOURCES.md's A to X. `min_interval` is the seconds between two crawls of one board. `verified`
    says whether the shape is held against a recorded answer in the tests. `per_key` are pairs (requests, seconds) that
    one key may make, whichever process uses it. `timeout_seconds` is the longest silence of the host that is waited
    out, `concurrency` how many requests may be under way at once, `max_details` how many details one crawl may ask for.
    `respects_robots` is False where a key stands for the vendor's leave.
    """

    homepage: str
    grade: Grade
    attribution: str = ""
    default_on: bool = False
    requests_per_second: float = 1.0
    min_interval: int = 3600
    verified: bool = False
    per_key: tuple[tuple[int, int], ...] = ()
    timeout_seconds: float = 20.0
    concurrency: int = 2
    max_details: int = 500
    respects_robots: bool = True


class PostingRefused(ParseFailed):
    """An item that becomes no draft. `reason` is short and has no data of the posting in it: it is counted by."""

    def __init__(self, reason: str, *, source_id: str = "") -> None:
        self.reason = reason
        self.source_id = source_id
        super().__init__(f"{source_id}: {reason}" if source_id else reason)


class PostingInvalid(PostingRefused):
    """One item can't be read. The crawl goes on; the reason is counted and shown on the run."""


class PostingSkipped(PostingRefused):
    """The item is whole, but its source says it is not to be shown (Ashby's `isListed: false`)."""


class FeedBroken(UpstreamError):
    """The answer breaks in the middle. Raised after its `items` whole items: the crawl is partial, close nothing."""

    def __init__(self, reason: str, *, items: int) -> None:
        self.reason = reason
        self.items = items
        super().__init__(f"the feed broke after {items} items: {reason}")


class Source(Protocol):
    """One kind of board. Every method is pure; `base_url` replaces the vendor's host (EU region, tests).

    `lists_everything` says that what a complete crawl no longer lists is gone. It is False for a window on the newest:
    there an absent posting means nothing.
    """

    kind: ClassVar[str]
    name: ClassVar[str]
    base_url: ClassVar[str]
    terms: ClassVar[Terms]
    adapter_version: ClassVar[int]
    lists_everything: ClassVar[bool]
    used_fields: ClassVar[frozenset[str]]
    ignored_fields: ClassVar[frozenset[str]]

    def first_request(self, board: str, base_url: str | None = None) -> PageRequest:
        """The request that starts a crawl of the board with this slug."""

    def next_request(
        self, board: str, page: Page, seen_new_ids: Collection[str], base_url: str | None = None
    ) -> PageRequest | None:
        """The request after `page`, or None at the end. `seen_new_ids` are the ids first met on that page:
        none means that the source repeats itself, and the crawl stops whatever totals it claims.

        Raises FeedBroken at the vendor's cap, behind which there may be more: the crawl is partial."""

    def iter_items(self, stream: BinaryIO) -> Iterator[Mapping[str, object]]:
        """The items of one answer (a page, a bare list, or the vendor's envelope), streamed.

        Raises FeedBroken after the last whole item if the answer is cut, and ParseFailed if it is no feed at all."""

    def source_id_of(self, item: Mapping[str, object]) -> str:
        """The vendor's id as a string. Raises PostingInvalid without one."""

    def parse(self, item: Mapping[str, object], board: Board) -> PostingDraft:
        """Read one item. Raises PostingInvalid when it can't be, PostingSkipped when it isn't to be listed."""

    def board_url(self, board: str) -> str:
        """The page a person would open to see this board."""

    def recognise(self, url: str) -> str | None:
        """The slug of the board that a careers or posting URL belongs to, or None if it isn't this source's."""

    def recognise_posting(self, url: str) -> tuple[str, str] | None:
        """The board's slug and the posting's id, or None if it isn't this source's.

        No id ("") is the board itself, or a posting whose address doesn't hold its id; no board, an address that
        doesn't name it."""

    def posting_url(self, board: str, source_id: str) -> str:
        """The page of one posting, in the one form its copies are compared by."""
