"""The one list of sources. A new kind of board is a file and a line here."""

from __future__ import annotations

from apps.core.errors import NotFound
from apps.vacancies.sources.adzuna import Adzuna
from apps.vacancies.sources.arbeitnow import Arbeitnow
from apps.vacancies.sources.ashby import Ashby
from apps.vacancies.sources.bamboohr import BambooHR
from apps.vacancies.sources.base import Source
from apps.vacancies.sources.breezy import Breezy
from apps.vacancies.sources.comeet import Comeet
from apps.vacancies.sources.eightfold import Eightfold
from apps.vacancies.sources.generic import GenericSource
from apps.vacancies.sources.generic_faults import read_spec
from apps.vacancies.sources.generic_keyed import source_of
from apps.vacancies.sources.greenhouse import Greenhouse
from apps.vacancies.sources.hackernews import HackerNews
from apps.vacancies.sources.himalayas import Himalayas
from apps.vacancies.sources.jobicy import Jobicy
from apps.vacancies.sources.jobvite import Jobvite
from apps.vacancies.sources.lever import Lever
from apps.vacancies.sources.neogov import Neogov
from apps.vacancies.sources.oracle import Oracle
from apps.vacancies.sources.personio import Personio
from apps.vacancies.sources.pinpoint import Pinpoint
from apps.vacancies.sources.recruitee import Recruitee
from apps.vacancies.sources.reed import Reed
from apps.vacancies.sources.remotejobsorg import RemoteJobsOrg
from apps.vacancies.sources.remoteok import RemoteOK
from apps.vacancies.sources.remotive import Remotive
from apps.vacancies.sources.rippling import Rippling
from apps.vacancies.sources.smartrecruiters import SmartRecruiters
from apps.vacancies.sources.teamtailor import Teamtailor
from apps.vacancies.sources.themuse import TheMuse
from apps.vacancies.sources.torre import Torre
from apps.vacancies.sources.upwork import Upwork
from apps.vacancies.sources.usajobs import USAJobs
from apps.vacancies.sources.weworkremotely import WeWorkRemotely
from apps.vacancies.sources.workable import Workable
from apps.vacancies.sources.workday import Workday
from apps.vacancies.sources.workingnomads import WorkingNomads

_EMPLOYERS: tuple[Source, ...] = (
    Greenhouse(), Lever(), Ashby(), SmartRecruiters(), Workable(), Recruitee(), Personio(), Teamtailor(), BambooHR(),
    Pinpoint(), Breezy(), Rippling(), Jobvite(), Oracle(), Eightfold(), Comeet(), Workday(), Neogov(),
)  # fmt: skip
_AGGREGATORS: tuple[Source, ...] = (
    RemoteOK(), Remotive(), RemoteJobsOrg(), Arbeitnow(), Jobicy(), Himalayas(), TheMuse(), WorkingNomads(), Torre(),
    HackerNews(), WeWorkRemotely(), USAJobs(), Adzuna(), Reed(), Upwork(),
)  # fmt: skip
_AGGREGATOR_KINDS = frozenset(source.kind for source in _AGGREGATORS)
_SOURCES: dict[str, Source] = {source.kind: source for source in (*_EMPLOYERS, *_AGGREGATORS)}


def get_source(kind: str) -> Source:
    """The source of this kind. Raises NotFound, naming the kinds there are."""
    try:
        return _SOURCES[kind]
    except KeyError:
        raise NotFound(f"no source of kind {kind!r}; there are: {', '.join(sorted(_SOURCES))}") from None


def adapter_for(kind: str, spec: object = None) -> Source:
    """The source that reads a board's row: that of its kind, or for `generic` the one its `spec` describes.

    Raises NotFound for an unknown kind, ValidationFailed for a spec that describes no board.
    """
    return source_of(read_spec(spec)) if kind == GenericSource.kind else get_source(kind)


def is_aggregator(kind: str) -> bool:
    """Whether a source repeats what employers post elsewhere: their own boards are believed first."""
    return kind in _AGGREGATOR_KINDS


def all_sources() -> tuple[Source, ...]:
    """Every source, in the order of the list."""
    return tuple(_SOURCES.values())


def recognise(url: str) -> tuple[Source, str, str] | None:
    """The source, board and posting id ("" = the board's page) that a URL belongs to, or None."""
    for source in _SOURCES.values():
        if found := source.recognise_posting(url):
            return source, *found
    return None
