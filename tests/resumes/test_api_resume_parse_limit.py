"""What a parse takes from the plan."""

from __future__ import annotations

import io
from collections import Counter
from typing import Any
from uuid import UUID

import pytest

from apps.accounts.models import Meter
from apps.core.db import as_system
from apps.documents.models import Document
from apps.events.relay import relay
from apps.jobs import runner
from apps.jobs.models import Task
from apps.resumes.models import Resume
from tests.accounts.spending import assert_refused, at_once, counts, use_up
from tests.factories.accounts import Person
from tests.factories.resumes import PLAIN_RESUME

pytestmark = pytest.mark.usefixtures("database", "blob_root")


def parse(person: Person, query: str = "", data: str = PLAIN_RESUME, key: str = "") -> Any:
    file = io.BytesIO(data.encode())
    file.name = "cv.txt"
    headers = {"idempotency-key": key} if key else {}
    return person.client.post(f"/api/v1/resumes/parse/{query}", {"file": file}, headers=headers)


def test_a_parse_is_used_with_its_resume(member: Person) -> None:
    assert parse(member).status_code == 201
    assert counts(member.caller, Meter.PARSES) == (1, 0)


def test_a_file_that_cannot_be_read_costs_nothing(member: Person) -> None:
    assert parse(member, data=" ").status_code == 422
    assert counts(member.caller, Meter.PARSES) == (0, 0)
    later = parse(member, "?async=true", data=" ")
    assert later.status_code == 202
    assert counts(member.caller, Meter.PARSES) == (0, 1)
    runner.run(UUID(later.json()["id"]), is_global=False)
    relay()
    assert counts(member.caller, Meter.PARSES) == (0, 0)


def test_a_parse_in_the_background_is_held_then_used(member: Person) -> None:
    task = parse(member, "?async=true").json()
    assert counts(member.caller, Meter.PARSES) == (0, 1)
    runner.run(UUID(task["id"]), is_global=False)
    relay()
    assert counts(member.caller, Meter.PARSES) == (1, 0)


@pytest.mark.parametrize("query", ["", "?async=true"])
def test_sent_again_with_its_key_it_costs_nothing_more(member: Person, query: str) -> None:
    first, again = parse(member, query, key="same"), parse(member, query, key="same")
    assert first.json() == again.json()
    assert sum(counts(member.caller, Meter.PARSES)) == 1


@pytest.mark.parametrize("query", ["", "?async=true"])
def test_the_last_parse_of_the_month(member: Person, query: str) -> None:
    use_up(member, Meter.PARSES, 30)
    assert_refused(parse(member, query), Meter.PARSES, "parses: 30 of 30 used this month; resets ")
    with as_system():
        assert (Resume.objects.count(), Document.objects.count(), Task.objects.count()) == (0, 0, 0)


@pytest.mark.parametrize(("query", "done"), [("", 201), ("?async=true", 202)])
def test_fifty_parses_at_once_on_the_last_unit(member: Person, query: str, done: int, blob_root: Any) -> None:
    use_up(member, Meter.PARSES, 29)
    answers = at_once(50, lambda _: parse(member, query).status_code)
    assert Counter(answers) == {done: 1, 403: 49}
    assert sum(counts(member.caller, Meter.PARSES)) == 30
    with as_system():
        assert Document.objects.count() == 1
    assert sum(path.is_file() for path in blob_root.rglob("*")) == 1
