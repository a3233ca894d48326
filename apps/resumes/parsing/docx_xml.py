"""What is used of lxml's elements, as a type; lxml ships none of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Element(Protocol):
    """An XML element of a DOCX part."""

    @property
    def tag(self) -> object:
        """The qualified name; a function for comments and instructions."""

    text: str | None

    def get(self, key: str) -> str | None:
        """An attribute."""

    def find(self, path: str) -> Element | None:
        """The first match below."""

    def iter(self, tag: str) -> Iterator[Element]:
        """All matches below, in document order."""

    def getparent(self) -> Element | None:
        """The element above."""

    def __iter__(self) -> Iterator[Element]:
        """The children."""
