"""What boards that answer JSON have in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO, ClassVar

from apps.vacancies.sources.board_source import BoardSource
from apps.vacancies.sources.feed import iter_json

JSON = {"Accept": "application/json"}


class JsonSource(BoardSource):
    """Items stand in a list, or at one of the paths `envelope`."""

    envelope: ClassVar[str | tuple[str, ...] | None] = None

    def iter_items(self, stream: BinaryIO) -> Iterator[Mapping[str, object]]:
        """See `Source.iter_items`."""
        return iter_json(stream, self.envelope)
