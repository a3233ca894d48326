"""When a board is left alone, and when what it says is not believed: pure."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from apps.vacancies.ingest.health import LONGEST_COOLDOWN, Health, after, alarm

NOW = datetime(2026, 8, 1, 12, tzinfo=UTC)


def hours(health: Health) -> float:
    return (health.cooldown_until - NOW) / timedelta(hours=1) if health.cooldown_until else 0.0


def test_the_third_failure_in_a_row_begins_a_cool_down_that_doubles_up_to_a_day() -> None:
    health, found = Health(), []
    for _ in range(8):
        health = after("failed", health, NOW)
        found.append((health.failures, hours(health)))
    assert found == [(1, 0), (2, 0), (3, 6), (4, 12), (5, 24), (6, 24), (7, 24), (8, 24)]


@pytest.mark.parametrize("outcome", ["complete", "unchanged"])
def test_a_success_takes_it_all_back(outcome: str) -> None:
    assert after(outcome, Health(failures=7, cooldown_until=NOW + LONGEST_COOLDOWN), NOW) == Health()


def test_a_partial_crawl_and_a_busy_host_are_neither() -> None:
    for outcome, is_busy in (("partial", False), ("failed", True)):
        for failures in (0, 2, 5):
            health = after(outcome, Health(failures=failures), NOW, retry_after=90.2, is_busy=is_busy)
            assert (health.failures, health.cooldown_until) == (failures, NOW + timedelta(seconds=91))


def test_a_busy_host_does_not_shorten_a_cool_down() -> None:
    standing = Health(failures=5, cooldown_until=NOW + timedelta(hours=20))
    assert after("failed", standing, NOW, retry_after=60, is_busy=True) == standing


@pytest.mark.parametrize(("asked", "expected"), [(60.0, 6), (8 * 3600.0, 8)])
def test_the_longer_of_what_the_host_asked_for_and_the_cool_down(asked: float, expected: int) -> None:
    assert hours(after("failed", Health(failures=2), NOW, retry_after=asked)) == expected


def test_failures_stay_countable() -> None:
    health = Health()
    for _ in range(40_000):
        health = after("failed", health, NOW)
    assert health.failures < 32_767
    assert hours(health) == 24


@pytest.mark.parametrize(
    ("before", "listed", "is_alarm"),
    [(0, 0, False), (4, 0, False), (5, 0, True), (5, 1, False), (19, 1, False), (20, 1, True), (20, 2, False),
     (1000, 99, True), (1000, 100, False), (1000, 5000, False)],
)  # fmt: skip
def test_many_that_fall_to_none_or_a_few_are_an_alarm(before: int, listed: int, is_alarm: bool) -> None:
    found = alarm(before=before, listed=listed, seen=listed, refused=0)
    assert bool(found) == is_alarm
    assert not found or f"from {before}" in found


@pytest.mark.parametrize(("seen", "refused", "is_alarm"), [(4, 4, False), (5, 5, True), (500, 499, False)])
def test_a_shape_that_nothing_can_be_read_from_is_an_alarm(seen: int, refused: int, is_alarm: bool) -> None:
    assert bool(alarm(before=seen, listed=seen, seen=seen, refused=refused)) == is_alarm
