"""What some sources can do beyond `Source`: give a detail, take a key, find their boards. The pipeline asks for it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import BinaryIO, ClassVar, Protocol, runtime_checkable

from apps.core.errors import ValidationFailed
from apps.vacancies.sources.base import Board, Page, PageRequest, Source


class CredentialsMissing(ValidationFailed):
    """A source needs keys that were not given. Names the keys, never their values."""

    def __init__(self, kind: str, names: Collection[str]) -> None:
        super().__init__(f"{kind} needs {', '.join(sorted(names))}")


@runtime_checkable
class DetailedSource(Source, Protocol):
    """A source whose list lacks the text. The pipeline asks for the detail of unseen ids only.

    Compare the list's item, not the merged one, to tell whether a posting changed.
    """

    def detail_request(
        self, board: str, item: Mapping[str, object], base_url: str | None = None
    ) -> PageRequest:
        """The request whose JSON answer, an object, holds the rest of this item. Raises PostingInvalid."""

    def merge_detail(self, item: Mapping[str, object], detail: Mapping[str, object]) -> Mapping[str, object]:
        """The item with its detail, which `parse` reads. Neither argument is changed. Raises PostingInvalid."""


@runtime_checkable
class KeyedSource(Source, Protocol):
    """A source that answers only with a key. `credential_names` are the keys of `credentials`.

    Without `credentials` every request raises CredentialsMissing. A request's address may hold a secret (Adzuna knows
    no other way): names of such parameters stand in `secret_parameters`, and are not to be logged.
    """

    credential_names: ClassVar[tuple[str, ...]]
    secret_parameters: ClassVar[tuple[str, ...]]

    def first_request(
        self, board: str, base_url: str | None = None, credentials: Mapping[str, str] | None = None
    ) -> PageRequest:
        """As `Source.first_request`, with the key."""

    def next_request(
        self,
        board: str,
        page: Page,
        seen_new_ids: Collection[str],
        base_url: str | None = None,
        credentials: Mapping[str, str] | None = None,
    ) -> PageRequest | None:
        """As `Source.next_request`, with the key."""


@runtime_checkable
class SinglePostingSource(Source, Protocol):
    """A source that can be asked for one posting, in the form that its list has."""

    def posting_request(self, board: str, source_id: str, base_url: str | None = None) -> PageRequest:
        """The request whose JSON answer, an object, is what `parse` reads."""


@runtime_checkable
class FindingSource(Source, Protocol):
    """A source whose boards come and go (the monthly threads of Hacker News): it can say which there are."""

    def boards_request(self, base_url: str | None = None) -> PageRequest:
        """The request whose answer names the boards."""

    def iter_boards(self, stream: BinaryIO) -> Iterator[Board]:
        """The boards it names, newest first."""


@runtime_checkable
class CursorSource(Source, Protocol):
    """A source whose answer says where the next page is: the pipeline reads it off the body that it has, and hands it
    to `next_request` as `Page.cursor`."""

    def cursor_of(self, stream: BinaryIO) -> str:
        """What the answer says; "" where it names no further page. Raises nothing of a broken answer: ""."""
