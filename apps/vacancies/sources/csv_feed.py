"""Cutting a table (CSV) into items while it arrives."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import BinaryIO, cast

from apps.core.errors import ParseFailed
from apps.vacancies.sources.base import FeedBroken
from apps.vacancies.sources.feed import BROKEN_STREAM


def iter_csv(stream: BinaryIO) -> Iterator[Mapping[str, object]]:
    """The rows of a table with a header line, as UTF-8."""
    text = io.TextIOWrapper(cast("io.BytesIO", stream), encoding="utf-8-sig", errors="replace", newline="")
    count = 0
    try:
        reader = csv.DictReader(text)
        if not reader.fieldnames or len(reader.fieldnames) < 2:
            raise ParseFailed("the answer is no table with a header line")
        for row in reader:
            # Cells beyond the header stand under None.
            yield {name: cell for name, cell in row.items() if name}
            count += 1
    except csv.Error as fault:
        raise FeedBroken(str(fault), items=count) from fault
    except BROKEN_STREAM as fault:
        if isinstance(fault, ParseFailed | FeedBroken):
            raise
        raise FeedBroken(str(fault) or type(fault).__name__, items=count) from fault
    finally:
        text.detach()
