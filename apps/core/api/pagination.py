"""Lists: `{count, count_exact, next, previous, results}`, by page to result 1000, by cursor to the end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.core import signing
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import remove_query_param, replace_query_param

from apps.core.api.listing import Listing, QuerySetListing
from apps.core.errors import FieldError, ValidationFailed

if TYPE_CHECKING:
    from rest_framework.views import APIView

DEEPEST = 1000
DEFAULT_SIZE, LARGEST_SIZE = 20, 100
PARAMETERS = ("page", "page_size", "cursor")


def _refuse(attr: str, detail: str, code: str = "invalid") -> ValidationFailed:
    return ValidationFailed(f"{attr}: {detail}", errors=[FieldError(attr, code, detail)])


def _signer() -> signing.Signer:
    """Signed, so that no value reaches a query that its column could not have given."""
    return signing.Signer(salt="core.cursor")


def encode_cursor(position: tuple[Any, str], ordering: str) -> str:
    return _signer().sign_object([*position, ordering])


def decode_cursor(raw: str, ordering: str) -> tuple[Any, str]:
    """Raises ValidationFailed for a cursor that is not ours, or was given for another ordering."""
    try:
        value, pk, made_for = _signer().unsign_object(raw)
    except signing.BadSignature as fault:
        raise _refuse("cursor", "This is no cursor of ours; take `next` from an answer.") from fault
    if made_for != ordering:
        raise _refuse("cursor", "This cursor belongs to another ordering.")
    return value, pk


class FootholdPagination(BasePagination):
    """Pages a `Listing`; a plain QuerySet is taken in the ordering its view resolved."""

    def paginate_queryset(  # type: ignore[override]  # a Listing is neither QuerySet nor Sequence
        self, queryset: QuerySet[Any] | Listing, request: Request, view: APIView | None = None
    ) -> list[Any]:
        self.request = request
        self.ordering: str = getattr(view, "resolved_ordering", "-created_at")
        listing = QuerySetListing(queryset, self.ordering) if isinstance(queryset, QuerySet) else queryset
        self.size = self._number("page_size", DEFAULT_SIZE, LARGEST_SIZE)
        if "cursor" in request.query_params:
            return list(self._by_cursor(listing, request.query_params["cursor"]))
        return list(self._by_page(listing))

    def _number(self, name: str, default: int, largest: int) -> int:
        raw = self.request.query_params.get(name)
        if raw is None:
            return default
        if not (raw.isascii() and raw.isdigit() and 1 <= int(raw[:9]) <= largest and len(raw) <= 9):
            raise _refuse(name, f"A whole number from 1 to {largest}.")
        return int(raw)

    def _by_cursor(self, listing: Listing, raw: str) -> Sequence[Any]:
        if "page" in self.request.query_params:
            raise _refuse("cursor", "Give either a page or a cursor.")
        try:
            position = decode_cursor(raw, self.ordering) if raw else None
            rows = listing.after(position, self.size + 1)
        except (ValidationError, ValueError) as fault:
            raise _refuse("cursor", "This is no cursor of ours; take `next` from an answer.") from fault
        self.count: int | None = None
        self.count_exact = False
        self.previous: str | None = None
        self.next = self._cursor_link(listing, rows[self.size - 1]) if len(rows) > self.size else None
        return rows[: self.size]

    def _by_page(self, listing: Listing) -> Sequence[Any]:
        page = self._number("page", 1, 10**9 - 1)
        offset = (page - 1) * self.size
        if offset + self.size > DEEPEST and page > 1:
            raise _refuse("page", f"Pages end at result {DEEPEST}; go on with `cursor`.", "max_value")
        rows = listing.page(offset, self.size + 1)
        more = len(rows) > self.size
        if page > 1 and not rows:
            raise _refuse("page", "There is no such page.", "max_value")
        self._count(listing, offset, rows)
        url = self.request.build_absolute_uri()
        self.previous = None
        if page > 1:
            self.previous = (
                remove_query_param(url, "page") if page == 2 else replace_query_param(url, "page", page - 1)
            )
        self.next = None
        if more:
            deeper = offset + 2 * self.size > DEEPEST
            self.next = (
                self._cursor_link(listing, rows[self.size - 1])
                if deeper
                else replace_query_param(url, "page", page + 1)
            )
        return rows[: self.size]

    def _count(self, listing: Listing, offset: int, rows: Sequence[Any]) -> None:
        if len(rows) <= self.size:
            self.count, self.count_exact = offset + len(rows), True
            return
        self.count = listing.count_up_to(DEEPEST + 1)
        self.count_exact = self.count <= DEEPEST
        if not self.count_exact:
            self.count = max(listing.estimate(), DEEPEST + 1)

    def _cursor_link(self, listing: Listing, last: Any) -> str:
        url = remove_query_param(self.request.build_absolute_uri(), "page")
        return replace_query_param(url, "cursor", encode_cursor(listing.position_of(last), self.ordering))

    def get_paginated_response(self, data: Any) -> Response:
        return Response(
            {
                "count": self.count,
                "count_exact": self.count_exact,
                "next": self.next,
                "previous": self.previous,
                "results": data,
            }
        )

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        link = {"type": "string", "format": "uri", "nullable": True}
        return {
            "type": "object",
            "required": ["count", "count_exact", "next", "previous", "results"],
            "properties": {
                "count": {
                    "type": "integer",
                    "nullable": True,
                    "description": "Exact to 1000, above it an estimate; null on cursor pages.",
                },
                "count_exact": {"type": "boolean"},
                "next": link,
                "previous": link,
                "results": schema,
            },
        }

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        def number(name: str, largest: int | None, text: str) -> dict[str, Any]:
            schema: dict[str, Any] = {"type": "integer", "minimum": 1}
            if largest:
                schema |= {"maximum": largest, "default": DEFAULT_SIZE}
            return {"name": name, "in": "query", "required": False, "description": text, "schema": schema}

        return [
            number("page", None, f"From 1; ends at result {DEEPEST}, go on with `cursor`."),
            number("page_size", LARGEST_SIZE, "Results a page."),
            {
                "name": "cursor",
                "in": "query",
                "required": False,
                "description": "Empty for the first page, then as in `next`: any list to its end at constant cost.",
                "schema": {"type": "string"},
            },
        ]
