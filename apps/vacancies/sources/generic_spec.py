"""A board that is described by data alone: where its answers stand, how they page, which value is which field. Pure.

    {"url": "https://example.com/jobs.json?page={page}", "format": "json", "items": "data.jobs",
     "paging": {"kind": "page", "start": 1, "size": 50},
     "fields": {"id": "id", "title": "title", "url": "=https://example.com/jobs/{slug}", "locations": "places[*].name"}}

A field is a path into an item (`a.b`, `a[0].b`, `a[*].b`), or after `=` a text of its own in which `{path}` stands for
a value. Header values and addresses hold no secret: a key comes from the member's connection, when `needs_key` says so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal, get_args

Format = Literal["json", "xml", "rss", "csv"]
PagingKind = Literal["none", "page", "offset", "cursor", "link"]
FORMATS: Final[tuple[Format, ...]] = get_args(Format)
PAGINGS: Final[tuple[PagingKind, ...]] = get_args(PagingKind)
# The kind of a board that is described so.
GENERIC: Final = "generic"
METHODS: Final = ("GET", "POST")
FIELDS: Final = (
    "id", "title", "url", "apply_url", "company_name", "company_logo_url", "description_html", "locations", "remote",
    "employment_type", "department", "seniority", "salary_min", "salary_max", "salary_currency", "salary_period",
    "salary_text", "posted_at", "updated_at", "application_deadline", "language", "requisition_id",
)  # fmt: skip
PATH: Final = re.compile(r"[^\s.\[\]{}=]+(?:\[(?:\*|\d{1,4})\])*(?:\.[^\s.\[\]{}=]+(?:\[(?:\*|\d{1,4})\])*)*")
_PLACE: Final = re.compile(r"\{([^{}]*)\}")
_RSS: Final = {
    "id": "guid", "title": "title", "url": "link", "description_html": "description", "posted_at": "pubDate",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """`size` is how many items a full page has (None: only an empty page is the last). `cursor_path` is where an
    answer holds the next cursor, or the address of the next page."""

    kind: PagingKind = "none"
    start: int = 0
    size: int | None = None
    cursor_path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """A board, as data. `lists_everything` is False for a window on the newest: nothing is closed for being absent."""

    url: str
    method: Literal["GET", "POST"] = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str = ""
    format: Format = "json"
    items: str = ""
    paging: Paging = field(default_factory=Paging)
    fields: Mapping[str, str] = field(default_factory=dict)
    homepage: str = ""
    lists_everything: bool = True
    needs_key: bool = False


def spec_of(given: Mapping[str, Any]) -> Spec:
    """The board that the data describes, which `generic_faults` found nothing wrong with."""
    said = {name: value for name, value in given.items() if value is not None}
    paging = {name: value for name, value in (said.pop("paging", None) or {}).items() if value is not None}
    fields = {name: value for name, value in (said.pop("fields", None) or {}).items() if value}
    if said.get("format") == "rss":
        fields, said["items"] = {**_RSS, **fields}, said.get("items") or "item"
    return Spec(**said, paging=Paging(**paging), fields=fields)


def places(template: str) -> list[str]:
    """The paths that stand in a text in braces."""
    return _PLACE.findall(template)
