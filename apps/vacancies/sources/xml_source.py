"""What boards that answer XML have in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO, ClassVar

from apps.vacancies.sources.board_source import BoardSource
from apps.vacancies.sources.xml_feed import iter_xml

XML = {"Accept": "application/xml, text/xml, application/rss+xml"}


class XmlSource(BoardSource):
    """Items are the `tag` elements of a `root` document; what the channel says in `around` comes with each."""

    root: ClassVar[str] = "rss"
    tag: ClassVar[str] = "item"
    around: ClassVar[tuple[str, ...]] = ()

    def iter_items(self, stream: BinaryIO) -> Iterator[Mapping[str, object]]:
        """See `Source.iter_items`."""
        return iter_xml(stream, root=self.root, tag=self.tag, around=self.around)
