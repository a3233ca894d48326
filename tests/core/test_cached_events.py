"""What changes the answers of a search makes the kept ones unreachable when its event is handled."""

from __future__ import annotations

import pytest
from pytest_django.fixtures import Settings

from apps.core.cached import CATALOGUE, generations, of_workspace
from apps.core.caller import NO_WORKSPACE
from apps.core.db import acting, as_system
from apps.events.models import Delivery
from apps.events.relay import relay
from apps.events.services import publish
from apps.vacancies.services import hide_vacancy, unhide_vacancy
from tests.core.test_windows import free_port
from tests.factories.accounts import Person
from tests.factories.vacancies import make_vacancy

pytestmark = pytest.mark.usefixtures("database")


def _tokens(*people: Person) -> list[str]:
    return generations.current([CATALOGUE, *(of_workspace(person.caller.workspace_id) for person in people)])


def _changed(before: list[str], after: list[str]) -> list[bool]:
    return [one != other for one, other in zip(before, after, strict=True)]


def test_mark_of_a_workspace_outdates_its_answers_alone(member: Person, stranger: Person) -> None:
    vacancy = make_vacancy()
    relay()
    before = _tokens(member, stranger)
    with acting(member.caller):
        hide_vacancy(vacancy_id=vacancy.pk, caller=member.caller)
    assert _changed(before, _tokens(member, stranger)) == [False, False, False], "not before it was told"
    relay()
    assert _changed(before, _tokens(member, stranger)) == [False, True, False]


def test_crawl_of_the_catalogue_outdates_everybody(member: Person) -> None:
    before = _tokens(member)
    with as_system():
        publish(
            "source_run.finished",
            workspace_id=NO_WORKSPACE,
            payload={"seen": 5, "unchanged": 5, "created": 0},
        )
    relay()
    assert _changed(before, _tokens(member)) == [False, False], "it found nothing new"
    with as_system():
        publish("source_run.finished", workspace_id=NO_WORKSPACE, payload={"closed": 1})
    relay()
    assert _changed(before, _tokens(member)) == [True, False]


def test_what_could_not_be_told_stays_owed(member: Person, settings: Settings) -> None:
    vacancy = make_vacancy()
    relay()
    url, before = settings.REDIS_URL, _tokens(member)
    with acting(member.caller):
        hide_vacancy(vacancy_id=vacancy.pk, caller=member.caller)
        unhide_vacancy(vacancy_id=vacancy.pk, caller=member.caller)
    settings.REDIS_URL = f"redis://127.0.0.1:{free_port()}/0"
    relay()
    with as_system():
        owed = Delivery.objects.filter(handler__startswith="matching.outdate_answers", status="due")
        assert owed.count() == 2
        owed.update(due_at="2026-01-01T00:00Z")
    settings.REDIS_URL = url
    relay()
    assert _changed(before, _tokens(member)) == [False, True]
