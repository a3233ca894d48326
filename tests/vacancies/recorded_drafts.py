"""What the recorded answers of every verified source come to, written down: `data/recorded_drafts.json`.

Of the first postings of each kind every field stands there, of the rest their common digest. Texts stay beside the
checkout: of a text only its length and the beginning of its hash are kept.

    python -m tests.vacancies.recorded_drafts        writes it anew: read the difference before it is committed
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from apps.vacancies.sources.base import Board, PostingRefused
from apps.vacancies.sources.registry import get_source
from tests.vacancies.test_sources_recorded import EXPECTED, recorded

FILE = Path(__file__).parent / "data" / "recorded_drafts.json"
IN_FULL = 3
# What is somebody's wording, and the ids and addresses that lead to them.
_WORDED = {
    "source_id", "url", "apply_url", "title", "company_name", "company_logo_url", "locations", "addresses",
    "description_html", "department", "requisition_id", "text", "name",
}  # fmt: skip


def plain(value: object, name: str = "") -> Any:
    """A field as JSON, texts as `<length>:<hash>`; what says nothing is left out."""
    if isinstance(value, Mapping):
        return {key: shown for key, inner in value.items() if (shown := plain(inner, str(key))) is not None}
    if isinstance(value, tuple | list):
        return [plain(inner, name) for inner in value] or None
    if value is None or value == "":
        return None
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, str) and name in _WORDED:
        return f"{len(value)}:{_digest(value)}"
    return value


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def drafts(shared_data: Path, kind: str) -> Iterator[dict[str, Any]]:
    """Every draft of a kind, in the order of its answers, without the payload it was read from."""
    source = get_source(kind)
    board = Board(slug=EXPECTED[kind].board, company_name="Acme")
    for item in recorded(shared_data, source):
        try:
            draft = source.parse(item, board)
        except PostingRefused:
            continue
        found = {name: value for name, value in asdict(draft).items() if name != "payload"}
        yield plain(found)


def summary(shared_data: Path, kind: str) -> dict[str, Any]:
    """As it is written down: {count, all, first}."""
    every = hashlib.sha256()
    first: list[dict[str, Any]] = []
    count = 0
    for draft in drafts(shared_data, kind):
        count += 1
        if len(first) < IN_FULL:
            first.append(draft)
        every.update(json.dumps(draft, sort_keys=True).encode())
    return {"count": count, "all": every.hexdigest()[:32], "first": first}


def main() -> None:
    shared_data = Path(__file__).resolve().parents[2].parent / "shared" / "data"
    found = {kind: summary(shared_data, kind) for kind in sorted(EXPECTED)}
    FILE.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
