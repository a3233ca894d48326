"""What kinds of board there are, as data: enough for a client to draw the form, and for `docs/sources.md`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from apps.core.errors import NotFound
from apps.vacancies.sources.base import Source, Terms
from apps.vacancies.sources.board_source import WHOLE
from apps.vacancies.sources.capabilities import KeyedSource
from apps.vacancies.sources.generic_spec import GENERIC
from apps.vacancies.sources.registry import all_sources

# Boards whose name is more than a slug.
_EXAMPLES: Final = {
    "oracle": "abcd.fa.us2/CX_1", "eightfold": "acme/acme.example", "comeet": "A1.002/9F0B",
    "workday": "acme/wd5/Careers", "adzuna": "gb/it-jobs", "hackernews": "15824597", "upwork": "postgres migration", "jobicy": WHOLE, "usajobs": WHOLE, "reed": WHOLE,
    GENERIC: "example.com/jobs",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardKind:
    """`example` is a board as its `board` field names one: `all` where there is but one. `connection_kind` is what a
    member connects to read it, "" where no key is needed; `needs_spec` says that a board is described by data."""

    kind: str
    name: str
    terms: Terms
    example: str
    needs_key: bool
    connection_kind: str
    needs_spec: bool
    lists_everything: bool


@cache
def board_kinds() -> tuple[BoardKind, ...]:
    """Every kind, in the order of the registry; the board that is described by data comes last."""
    from apps.vacancies.sources.generic import GenericSource

    found = [_kind(source, isinstance(source, KeyedSource)) for source in all_sources()]
    described = BoardKind(
        kind=GENERIC,
        name=GenericSource.name,
        terms=GenericSource.terms,
        example=_EXAMPLES[GENERIC],
        needs_key=False,
        connection_kind=GENERIC,
        needs_spec=True,
        lists_everything=True,
    )
    return (*found, described)


def _kind(source: Source, needs_key: bool) -> BoardKind:
    return BoardKind(
        kind=source.kind,
        name=source.name,
        terms=source.terms,
        example=_example(source),
        needs_key=needs_key,
        connection_kind=source.kind if needs_key else "",
        needs_spec=False,
        lists_everything=source.lists_everything,
    )


def _example(source: Source) -> str:
    if source.kind in _EXAMPLES:
        return _EXAMPLES[source.kind]
    return WHOLE if source.recognise(source.board_url("acme")) == WHOLE else "acme"


def board_kind(kind: str) -> BoardKind:
    """Raises NotFound."""
    found = next((each for each in board_kinds() if each.kind == kind), None)
    if found is None:
        raise NotFound(f"no kind of board is called {kind!r}")
    return found
