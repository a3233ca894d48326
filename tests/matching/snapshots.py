"""Questions put to a snapshot, and to the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from apps.core.db import acting
from apps.matching.search import facets
from apps.matching.search.facets import Facets
from apps.matching.search.held import Held
from apps.matching.search.held import held as holding
from apps.matching.search.in_memory import InMemory
from apps.matching.search.results import Condition, Results
from apps.matching.search.scope import Scope
from tests.factories.accounts import Person


def scope_of(person: Person, filters: Mapping[str, Any]) -> Scope:
    return Scope(person.caller, filters)


def results_of(
    person: Person, text: str, filters: Mapping[str, Any], others: tuple[UUID, ...] = ()
) -> Results:
    return Results(scope_of(person, filters), Condition(text, others, is_everything=not text))


def held(person: Person, text: str, filters: Mapping[str, Any]) -> Held | None:
    return holding(scope_of(person, filters), text)


def in_files_of(results: Results) -> InMemory:
    standing = holding(results.scope, results.condition.text)
    assert standing is not None
    return InMemory.of(standing, results)


def both(
    person: Person, text: str, filters: Mapping[str, Any], others: tuple[UUID, ...] = ()
) -> tuple[Facets, Facets]:
    """As the database counts, and as the snapshot does."""
    results = results_of(person, text, filters, others)
    with acting(person.caller):
        in_files = in_files_of(results)
        assert in_files.count() == sum(rows.count() for rows in results.sides(filters))
        ways = (facets.in_database(results.sides, filters), in_files.tally_of)
        counted, added_up = (facets.count(way, filters=filters) for way in ways)
    return _without_ids(counted), _without_ids(added_up)


def _without_ids(found: Facets) -> Facets:
    """Of companies that are called alike either's id may be said, of one that only own vacancies name the catalogue's."""
    companies = [replace(each, id="") for each in found.values["company"]]
    return replace(found, values={**found.values, "company": companies})
