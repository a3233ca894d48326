"""What a compiled list counts is kept until its namespaces are outdated, and by nobody else's."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from apps.core.cached import CATALOGUE, of_workspace, outdate
from tests.factories.accounts import Person
from tests.factories.vacancies import make_vacancy
from tests.vacancies.marketplace import make_own

pytestmark = pytest.mark.usefixtures("database")
PATH = "/api/v1/vacancies/?page_size=2"


def asked(person: Person) -> tuple[Any, int]:
    """The count, and how often it was counted."""
    with CaptureQueriesContext(connections["default"]) as queries:
        count = person.client.get(PATH).json()["count"]
    return count, sum("count(*)" in query["sql"] for query in queries)


def test_a_count_is_made_once_until_something_changes(member: Person) -> None:
    for _ in range(4):
        make_vacancy()
    outdate(CATALOGUE)
    assert [asked(member), asked(member)] == [(4, 1), (4, 0)]
    make_vacancy()
    assert asked(member) == (4, 0)
    outdate(CATALOGUE)
    assert [asked(member), asked(member)] == [(5, 1), (5, 0)]


def test_own_rows_are_counted_for_their_workspace_alone(member: Person, stranger: Person) -> None:
    for _ in range(3):
        make_vacancy()
    outdate(CATALOGUE)
    make_own(member, title="Crane driver")
    outdate(of_workspace(member.caller.workspace_id))
    assert asked(member) == (4, 1)
    assert asked(stranger) == (3, 1)
    make_own(stranger, title="Welder")
    outdate(of_workspace(stranger.caller.workspace_id))
    assert asked(stranger) == (4, 1)
    assert asked(member) == (4, 0)


def test_a_page_that_is_not_full_needs_no_count(member: Person) -> None:
    make_vacancy()
    outdate(CATALOGUE)
    assert asked(member) == (1, 0)
