"""The gate of one host, by a clock that the tests turn."""

from __future__ import annotations

import pytest

from apps.core.http import HostBusy, HostGate, HostLimit, LocalHostGate

_HOST = "jobs.example.com"
_ONE_IN_TEN_SECONDS = HostLimit(requests_per_second=0.1, concurrency=9)
_ONE_AT_ONCE = HostLimit(requests_per_second=1e9, concurrency=1)


class _Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> _Clock:
    return _Clock()


@pytest.fixture
def gate(clock: _Clock) -> HostGate:
    return LocalHostGate(clock)


def _pass(gate: HostGate, limit: HostLimit, host: str = _HOST) -> None:
    with gate.slot(host, limit=limit, wait_seconds=0):
        pass


def test_rate_opens_again_with_time(gate: HostGate, clock: _Clock) -> None:
    _pass(gate, _ONE_IN_TEN_SECONDS)
    clock.now += 7.5
    with pytest.raises(HostBusy) as caught:
        _pass(gate, _ONE_IN_TEN_SECONDS)
    assert caught.value.retry_after == 3
    clock.now += 2.5
    _pass(gate, _ONE_IN_TEN_SECONDS)


@pytest.mark.parametrize(("seconds", "rate"), [(0, 2.0), (0.1, 2.0), (4, 0.25)])
def test_limit_is_slowed_and_never_sped_up(seconds: float, rate: float) -> None:
    assert HostLimit(requests_per_second=2.0, concurrency=3).slowed_to(seconds) == HostLimit(rate, 3)


def test_hosts_do_not_hold_each_other_up(gate: HostGate) -> None:
    _pass(gate, _ONE_IN_TEN_SECONDS)
    _pass(gate, _ONE_IN_TEN_SECONDS, "other.example.com")


def test_slots_come_back_after_success_and_failure(gate: HostGate, clock: _Clock) -> None:
    with gate.slot(_HOST, limit=_ONE_AT_ONCE, wait_seconds=0):
        clock.now += 1
        with pytest.raises(HostBusy):
            _pass(gate, _ONE_AT_ONCE)
    with pytest.raises(RuntimeError), gate.slot(_HOST, limit=_ONE_AT_ONCE, wait_seconds=0):
        raise RuntimeError
    clock.now += 1
    _pass(gate, _ONE_AT_ONCE)


def test_a_refused_entry_takes_nothing(gate: HostGate, clock: _Clock) -> None:
    _pass(gate, _ONE_IN_TEN_SECONDS)
    for _ in range(3):
        with pytest.raises(HostBusy):
            _pass(gate, _ONE_IN_TEN_SECONDS)
    clock.now += 10
    _pass(gate, _ONE_IN_TEN_SECONDS)


def test_pause_is_never_shortened(gate: HostGate, clock: _Clock) -> None:
    gate.pause(_HOST, 60)
    gate.pause(_HOST, 5)
    clock.now += 59
    with pytest.raises(HostBusy):
        _pass(gate, _ONE_AT_ONCE)
    clock.now += 1
    _pass(gate, _ONE_AT_ONCE)


def test_idle_hosts_are_forgotten_and_busy_ones_are_not(gate: HostGate, clock: _Clock) -> None:
    gate.pause(_HOST, 1_000_000)
    with gate.slot("held.example.com", limit=_ONE_AT_ONCE, wait_seconds=0):
        for number in range(3000):
            clock.now += 1
            _pass(gate, _ONE_AT_ONCE, f"{number}.example.com")
        with pytest.raises(HostBusy):
            _pass(gate, _ONE_AT_ONCE, "held.example.com")
    with pytest.raises(HostBusy):
        _pass(gate, _ONE_AT_ONCE)
    assert isinstance(gate, LocalHostGate)
    assert len(gate._hosts) < 1100


def test_a_turn_is_asked_for_before_each_request_with_what_may_still_be_waited(
    gate: HostGate, clock: _Clock
) -> None:
    asked: list[float] = []
    limit = HostLimit(requests_per_second=1e9, concurrency=1, turn=asked.append)
    with gate.slot(_HOST, limit=limit, wait_seconds=7.5):
        assert asked == [7.5]
    clock.now += 1
    with gate.slot(_HOST, limit=limit.slowed_to(5), wait_seconds=1.0):
        assert asked == [7.5, 1.0]


def test_who_gets_no_turn_holds_no_place(gate: HostGate, clock: _Clock) -> None:
    def busy(patience: float) -> None:
        raise HostBusy(3)

    limit = HostLimit(requests_per_second=1e9, concurrency=1, turn=busy)
    for _ in range(2):
        with pytest.raises(HostBusy) as caught, gate.slot(_HOST, limit=limit, wait_seconds=0):
            pass
        assert caught.value.retry_after == 3
        clock.now += 1
    _pass(gate, _ONE_AT_ONCE)
