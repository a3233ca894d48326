"""The end of the process at each statement of percolation in turn: nothing is lost, nothing is told twice."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

import pytest
from django.db import connections

from apps.core.db import as_system
from apps.vacancies.models import Arrival, OwnArrival, SavedSearchMatch
from tests.factories.accounts import Person
from tests.factories.vacancies import make_vacancy
from tests.vacancies.crawling import Killed
from tests.vacancies.saved_searching import arrive, keep, told, work

pytestmark = pytest.mark.usefixtures("database")


class _Fuse:
    """Ends the process at the statement of this number; `left` is what was left of it."""

    def __init__(self, number: int) -> None:
        self.left = number

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
    ) -> Any:
        self.left -= 1
        if self.left == 0:
            raise Killed
        return execute(sql, params, many, context)


def _killed_at(number: int) -> bool:
    """Whether the work came to that statement. What a dead process holds open, PostgreSQL takes back."""
    fuse = _Fuse(number)
    with ExitStack() as wrapped:
        for alias in ("system", "default"):
            wrapped.enter_context(connections[alias].execute_wrapper(fuse))
        try:
            work()
        except Killed:
            return True
    return False


def test_a_crash_at_any_statement_loses_and_doubles_nothing(member: Person) -> None:
    at_once = keep(member, {"q": "welder"})
    weekly = keep(member, {"country": "de"}, alert="weekly")
    marked = keep(member, {"saved": "false", "q": "welder"})
    own = keep(member, {"q": "baker"})
    number, expected, bakers = 1, [], []
    is_killed = True
    while is_killed:
        vacancy = make_vacancy()
        arrive(vacancy.pk)
        expected.append([str(vacancy.pk)])
        answer = member.client.post("/api/v1/vacancies/", {"title": "Baker"}, content_type="application/json")
        bakers.append([answer.json()["id"]])
        is_killed = _killed_at(number)
        work()
        assert told(at_once) == expected, number
        assert told(own) == bakers, number
        number += 1
    assert number > 30
    assert told(marked) == expected
    assert told(weekly) == []
    with as_system():
        assert not Arrival.objects.exists()
        assert not OwnArrival.objects.exists()
        assert SavedSearchMatch.objects.filter(search=weekly, told_at=None).count() == len(expected)
