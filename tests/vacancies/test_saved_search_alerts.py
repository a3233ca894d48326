"""When what matched is told: at once, after quiet hours, in a digest. The clock is the one on its owner's wall."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, time
from typing import Any

import pytest

from apps.accounts.models import Preferences
from apps.core.db import acting, as_system
from apps.events.models import Event
from apps.events.services import NewEvent, publish_all
from apps.vacancies.models import SavedSearch, SavedSearchMatch
from apps.vacancies.saved_searches import services, telling
from tests.factories.accounts import Person
from tests.factories.vacancies import make_vacancy
from tests.vacancies.saved_searching import arrive, keep, told, work

pytestmark = pytest.mark.usefixtures("database")
Clock = Callable[[str], None]
DE = {"country": "de"}


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Sets the time that everybody reads."""

    def show(text: str) -> None:
        moment = datetime.fromisoformat(text)
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment)

    return show


def lives_in(person: Person, zone: str, quiet: tuple[time, time] | None = None) -> None:
    begin, end = quiet or (None, None)
    with as_system():
        Preferences.objects.update_or_create(
            user=person.user, defaults={"time_zone": zone, "quiet_from": begin, "quiet_until": end}
        )


def comes() -> str:
    """The id of a vacancy that has just come."""
    vacancy = make_vacancy()
    arrive(vacancy.pk)
    return str(vacancy.pk)


def due_at(search: SavedSearch) -> datetime | None:
    with as_system():
        return SavedSearch.objects.get(pk=search.pk).due_at


def test_an_instant_alert_is_an_event_for_each_at_once(member: Person) -> None:
    search = keep(member, DE)
    first, second = comes(), comes()
    assert work() == 2
    assert told(search) == [[first], [second]]
    assert due_at(search) is None
    assert work() == 0


def test_the_whole_event(member: Person) -> None:
    search, vacancy = keep(member, DE), comes()
    work()
    with as_system():
        event = Event.objects.get(type="saved_search.matched")
    assert (event.workspace_id, event.actor_id) == (member.caller.workspace_id, None)
    assert (event.subject_type, event.subject_id) == ("saved_search", search.pk)
    assert event.payload == {
        "saved_search_id": str(search.pk),
        "user_id": str(member.user.pk),
        "alert": "instant",
        "count": 1,
        "vacancies": [{"id": vacancy, "origin": "catalogue"}],
    }


@pytest.mark.parametrize(
    ("found_at", "before", "after"),
    [
        ("2026-03-01T22:00:00-05:00", "2026-03-02T06:59:00-05:00", "2026-03-02T07:00:00-05:00"),
        ("2026-03-02T00:00:00-05:00", "2026-03-02T06:59:00-05:00", "2026-03-02T07:00:00-05:00"),
        # The night in which clocks go forward, and the one in which they go back.
        ("2026-03-07T23:00:00-05:00", "2026-03-08T06:59:00-04:00", "2026-03-08T07:00:00-04:00"),
        ("2026-10-31T23:00:00-04:00", "2026-11-01T06:59:00-05:00", "2026-11-01T07:00:00-05:00"),
    ],
)
def test_quiet_hours_hold_it_back_to_their_end(
    member: Person, clock: Clock, found_at: str, before: str, after: str
) -> None:
    lives_in(member, "America/New_York", (time(22, 0), time(7, 0)))
    search = keep(member, DE)
    clock(found_at)
    first = comes()
    assert work() == 0
    second = comes()
    assert work() == 0
    clock(before)
    assert work() == 0
    clock(after)
    assert work() == 2
    assert told(search) == [[first], [second]]


def test_what_was_held_back_is_told_before_what_comes(member: Person, clock: Clock) -> None:
    lives_in(member, "UTC", (time(22, 0), time(7, 0)))
    search = keep(member, DE)
    clock("2026-03-01T23:00:00+00:00")
    held = comes()
    work()
    lives_in(member, "UTC")
    fresh = comes()
    assert work() == 2
    assert told(search) == [[held], [fresh]]


def test_who_said_nothing_of_time_lives_by_utc_without_quiet_hours(member: Person, clock: Clock) -> None:
    clock("2026-03-01T23:30:00+00:00")
    search, digest = keep(member, DE), keep(member, DE, alert="daily")
    vacancy = comes()
    work()
    assert told(search) == [[vacancy]]
    assert due_at(digest) == datetime.fromisoformat("2026-03-02T08:00:00+00:00")


def test_a_daily_digest_is_one_event_a_day_of_the_wall(member: Person, clock: Clock) -> None:
    lives_in(member, "Europe/Berlin")
    clock("2026-03-27T12:00:00+01:00")
    search = keep(member, DE, alert="daily")
    first, second = comes(), comes()
    assert work() == 0
    clock("2026-03-28T07:59:59+01:00")
    assert work() == 0
    clock("2026-03-28T08:00:00+01:00")
    assert work() == 1
    third = comes()
    assert work() == 0, "one a day"
    # The next morning comes an hour sooner: clocks went forward.
    clock("2026-03-29T07:59:59+02:00")
    assert work() == 0
    clock("2026-03-29T08:00:00+02:00")
    assert work() == 1
    clock("2026-03-30T08:00:00+02:00")
    assert work() == 0, "nothing came"
    assert told(search) == [[first, second], [third]]
    assert due_at(search) == datetime.fromisoformat("2026-03-31T06:00:00+00:00")


def test_a_weekly_digest_comes_on_mondays_and_misses_nothing_when_it_is_late(
    member: Person, clock: Clock
) -> None:
    lives_in(member, "Asia/Kathmandu")
    clock("2026-03-03T12:00:00+05:45")
    search = keep(member, DE, alert="weekly")
    first = comes()
    clock("2026-03-09T07:59:00+05:45")
    assert work() == 0
    # Nobody worked for nine days.
    clock("2026-03-18T12:00:00+05:45")
    second = comes()
    assert work() == 1
    assert told(search) == [[first, second]]
    assert due_at(search) == datetime.fromisoformat("2026-03-23T02:15:00+00:00")


def test_a_digest_that_is_due_in_quiet_hours_waits_for_their_end(member: Person, clock: Clock) -> None:
    clock("2026-03-01T12:00:00+00:00")
    search, vacancy = keep(member, DE, alert="daily"), comes()
    lives_in(member, "UTC", (time(23, 0), time(9, 30)))
    clock("2026-03-02T08:00:00+00:00")
    assert work() == 0
    clock("2026-03-02T09:30:00+00:00")
    assert work() == 1
    assert told(search) == [[vacancy]]


def test_a_digest_names_so_many_and_counts_all(member: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telling, "NAMED", 2)
    search = keep(member, DE, alert="daily")
    ids = [comes() for _ in range(5)]
    work()
    _is_due(search)
    assert work() == 1
    assert told(search) == [ids[:2]]
    with as_system():
        assert Event.objects.get(type="saved_search.matched").payload["count"] == 5
        assert not SavedSearchMatch.objects.filter(told_at=None).exists()


def _is_due(search: SavedSearch) -> None:
    with as_system():
        SavedSearch.objects.filter(pk=search.pk).update(due_at="2026-01-01T00:00:00Z")


def test_more_than_fit_into_one_transaction_are_told_in_order(
    member: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telling, "EVENTS", 2)
    search = keep(member, DE)
    ids = [comes() for _ in range(5)]
    assert work() == 5
    assert told(search) == [[pk] for pk in ids]


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_fault_while_telling_leaves_all_as_it_was(
    when: str, member: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the mark without the event nor the event without the mark."""
    search = keep(member, DE)
    ids = [comes() for _ in range(3)]

    def failing(news: Iterable[NewEvent]) -> Any:
        if when == "after":
            assert len(publish_all(news)) == 3
        raise RuntimeError("the power goes")

    monkeypatch.setattr(telling, "publish_all", failing)
    with pytest.raises(RuntimeError):
        work()
    monkeypatch.undo()
    assert told(search) == []
    assert work() == 3
    assert told(search) == [[pk] for pk in ids]


def test_each_lives_by_a_clock_of_their_own(member: Person, stranger: Person, clock: Clock) -> None:
    quiet = (time(22, 0), time(7, 0))
    lives_in(member, "Europe/Berlin", quiet)
    lives_in(stranger, "America/New_York", quiet)
    mine, theirs = keep(member, DE), keep(stranger, DE)
    clock("2026-03-02T03:00:00+00:00")
    vacancy = comes()
    work()
    assert (told(mine), told(theirs)) == ([], []), "four at night here, ten in the evening there"
    clock("2026-03-02T06:00:00+00:00")
    work()
    assert (told(mine), told(theirs)) == ([[vacancy]], [])
    clock("2026-03-02T12:00:00+00:00")
    work()
    assert (told(mine), told(theirs)) == ([[vacancy]], [[vacancy]])


def test_an_alert_that_is_turned_off_stays_silent(member: Person) -> None:
    search = keep(member, DE, alert="daily")
    comes()
    work()
    with acting(member.caller):
        services.update_saved_search(search=search, caller=member.caller, changes={"alert": "off"})
    with acting(member.caller):
        services.update_saved_search(search=search, caller=member.caller, changes={"alert": "instant"})
    later = comes()
    work()
    assert told(search) == [[later]]
