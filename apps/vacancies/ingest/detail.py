"""The detail of postings whose list lacks the text: asked for those only that are new, or listed otherwise than before."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import orjson

from apps.core.errors import AppError
from apps.core.http import HostBusy, UpstreamStatus
from apps.vacancies.ingest.reading import Asking
from apps.vacancies.ingest.target import Item, Received, Target
from apps.vacancies.sources.base import PostingInvalid
from apps.vacancies.sources.capabilities import DetailedSource

# So many in a row that fail are no longer single postings that went away meanwhile.
PATIENCE = 3
_MOST_BYTES = 8 << 20


def item_hash(item: Item) -> str:
    """SHA-256 of an item, whatever the order of its fields."""
    return hashlib.sha256(as_json(item)).hexdigest()


def as_json(item: Item) -> bytes:
    """An item as it is stored and compared."""
    return orjson.dumps(item, option=orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS, default=str)


class Details:
    """Completes batches of list items. `fault` says why no more is asked in this crawl, "" while there is no reason;
    `retry_after`, in seconds, is what the host asked for. `faults` are {source_id, reason} of single ones."""

    def __init__(self, asking: Asking, target: Target) -> None:
        self._asking, self._target = asking, target
        self._left = asking.source.terms.max_details
        self._failed = 0
        self.fault = ""
        self.retry_after: float | None = None
        self.faults: list[dict[str, str]] = []

    def complete(self, batch: Mapping[str, Item]) -> list[Received]:
        """The batch, by id, as it is to be written. A detail that cannot be had leaves the list's part."""
        source = self._asking.source
        if not isinstance(source, DetailedSource):
            return [Received(source_id=source_id, item=item) for source_id, item in batch.items()]
        listed = {source_id: item_hash(item) for source_id, item in batch.items()}
        with self._target.transaction():
            unseen = self._target.unseen(listed)
        return [
            self._completed(source, source_id, item, listed[source_id])
            if source_id in unseen
            else Received(source_id=source_id, item=item, list_hash=listed[source_id], is_known=True)
            for source_id, item in batch.items()
        ]

    def _completed(self, source: DetailedSource, source_id: str, item: Item, list_hash: str) -> Received:
        bare = Received(source_id=source_id, item=item)
        if self.fault or not self._left:
            return bare
        self._left -= 1
        try:
            whole = self._ask(source, item)
        except HostBusy as busy:
            self.fault, self.retry_after = f"details: {busy.detail}", busy.retry_after
            return bare
        except AppError as fault:
            self._note(source_id, fault)
            return bare
        self._failed = 0
        return Received(source_id=source_id, item=whole, list_hash=list_hash)

    def _ask(self, source: DetailedSource, item: Item) -> Item:
        request = source.detail_request(self._asking.board.slug, item, self._asking.base_url)
        with self._asking.fetch(request) as fetched:
            body = fetched.body.read(_MOST_BYTES + 1)
        if len(body) > _MOST_BYTES:
            raise PostingInvalid("the detail is too large")
        try:
            detail = orjson.loads(body)
        except orjson.JSONDecodeError:
            raise PostingInvalid("the detail is not JSON") from None
        if not isinstance(detail, dict):
            raise PostingInvalid("the detail is no object")
        return source.merge_detail(item, detail)

    def _note(self, source_id: str, fault: AppError) -> None:
        self.faults.append({"source_id": source_id[:200], "reason": f"detail: {fault.detail}"[:200]})
        gone = isinstance(fault, UpstreamStatus) and fault.upstream_status in (404, 410)
        self._failed = 0 if gone else self._failed + 1
        if self._failed >= PATIENCE:
            self.fault = f"details: {PATIENCE} in a row failed: {fault.detail}"
