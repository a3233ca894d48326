"""What is asked of the list of sources (`listing`), which is loaded by the first question: to say what a board is, a
process need not be able to read one."""

from __future__ import annotations

from functools import cache

from apps.core.errors import NotFound
from apps.vacancies.sources.base import Source
from apps.vacancies.sources.generic_faults import read_spec
from apps.vacancies.sources.generic_spec import GENERIC


@cache
def _sources() -> dict[str, Source]:
    from apps.vacancies.sources.listing import AGGREGATORS, EMPLOYERS

    return {source.kind: source for source in (*EMPLOYERS, *AGGREGATORS)}


@cache
def _aggregator_kinds() -> frozenset[str]:
    from apps.vacancies.sources.listing import AGGREGATORS

    return frozenset(source.kind for source in AGGREGATORS)


def get_source(kind: str) -> Source:
    """The source of this kind. Raises NotFound, naming the kinds there are."""
    try:
        return _sources()[kind]
    except KeyError:
        raise NotFound(f"no source of kind {kind!r}; there are: {', '.join(sorted(_sources()))}") from None


def adapter_for(kind: str, spec: object = None) -> Source:
    """The source that reads a board's row: that of its kind, or for `generic` the one its `spec` describes.

    Raises NotFound for an unknown kind, ValidationFailed for a spec that describes no board.
    """
    if kind != GENERIC:
        return get_source(kind)
    from apps.vacancies.sources.generic_keyed import source_of

    return source_of(read_spec(spec))


def is_aggregator(kind: str) -> bool:
    """Whether a source repeats what employers post elsewhere: their own boards are believed first."""
    return kind in _aggregator_kinds()


def all_sources() -> tuple[Source, ...]:
    """Every source, in the order of the list."""
    return tuple(_sources().values())


def recognise(url: str) -> tuple[Source, str, str] | None:
    """The source, board and posting id ("" = the board's page) that a URL belongs to, or None."""
    for source in _sources().values():
        if found := source.recognise_posting(url):
            return source, *found
    return None
