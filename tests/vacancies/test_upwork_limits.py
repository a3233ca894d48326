"""The limits of a key, held by all who use it: processes of their own, threads in each, against a server that counts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise

import pytest
from django.conf import settings

from apps.core.errors import UpstreamError
from apps.core.http import HostBusy
from apps.vacancies.marketplace import limits, upwork
from apps.vacancies.sources.graphql import GraphqlRefused, RateRefused
from apps.vacancies.sources.upwork import Upwork
from apps.vacancies.sources.upwork_queries import CLIENT
from tests.upwork_server import TOKEN, UpworkServer, profile, serving

RATES = ((10, 1), (20, 4))
# Two threads in a process of its own, each asking as fast as it is let.
ASKER = """
import dataclasses, sys, threading
import django
django.setup()
from apps.vacancies.marketplace import upwork
from apps.vacancies.sources.upwork import Upwork
from apps.vacancies.sources.upwork_queries import CLIENT
Upwork.base_url = sys.argv[1]
Upwork.terms = dataclasses.replace(Upwork.terms, requests_per_second=1000.0, per_key=((10, 1), (20, 4)))
def work():
    for _ in range(int(sys.argv[2])):
        upwork.ask(CLIENT, {"id": "c1"}, token=sys.argv[3])
threads = [threading.Thread(target=work) for _ in range(2)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
"""


@pytest.fixture
def server(engines: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[UpworkServer]:
    with serving() as running:
        running.profiles["c1"] = profile()
        monkeypatch.setattr(settings, "OUTBOUND_ALLOW", [running.endpoint])
        monkeypatch.setattr(Upwork, "base_url", running.url)
        yield running


def test_what_is_counted_can_break_no_rate() -> None:
    assert list(limits.held([(40_000, 86_400), (10, 1)])) == [(10, 2), (1666, 3601)]
    assert list(limits.held([(5, 86_400)])) == [(5, 86_401)]
    for limit, seconds in ((10, 1), (40_000, 86_400), (7, 60), (100_000, 604_800)):
        ((held, span),) = limits.held([(limit, seconds)])
        # However the service's span lies, it meets no more than this many of ours.
        assert held * -(-seconds // (span - limits.SLACK)) <= limit


def test_processes_and_threads_are_refused_nothing(database: None, server: UpworkServer) -> None:
    server.rates = RATES
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": os.environ["DJANGO_SETTINGS_MODULE"],
        "VAR_DIR": str(settings.VAR_DIR),
        "REDIS_URL": settings.REDIS_URL,
        "OUTBOUND_ALLOW": server.endpoint,
    }
    askers = [
        subprocess.Popen([sys.executable, "-c", ASKER, server.url, "8", TOKEN], env=environment, stderr=subprocess.PIPE)
        for _ in range(2)
    ]  # fmt: skip
    faults = [asker.communicate(timeout=120)[1].decode() for asker in askers]
    assert [asker.returncode for asker in askers] == [0, 0], faults
    assert server.refused == 0
    times = sorted(server.arrivals[TOKEN])
    assert len(times) == 32
    for limit, seconds in RATES:
        assert all(later - first >= seconds for first, later in zip(times, times[limit:], strict=False))
    # They did ask side by side: with the limits away, this many would not have taken so long.
    assert min(later - first for first, later in pairwise(times)) < 0.1


def test_without_the_count_the_same_askers_are_refused(server: UpworkServer) -> None:
    """The server does count: who keeps no count of their own meets its refusals."""
    server.rates = ((3, 60),)
    for _ in range(3):
        upwork.ask(CLIENT, {"id": "c1"}, token=TOKEN)
    with pytest.raises(HostBusy):
        upwork.ask(CLIENT, {"id": "c1"}, token=TOKEN)
    assert server.refused >= 1


def test_a_pause_that_is_asked_for_is_kept(database: None, server: UpworkServer) -> None:
    server.instead.append((429, {"Retry-After": "1"}, b"{}"))
    assert upwork.ask(CLIENT, {"id": "c1"}, token=TOKEN)["clientProfile"]
    first, second = server.arrivals[TOKEN]
    assert second - first >= 1.0


def test_who_can_not_wait_is_told_when(database: None, server: UpworkServer) -> None:
    counted = [(1, 600)]
    limits.wait("turn:test", counted, 0.0)
    with pytest.raises(HostBusy) as caught:
        limits.wait("turn:test", counted, 0.2)
    assert 500 < caught.value.retry_after <= 600


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (200, {"errors": [{"message": "No such field"}]}, GraphqlRefused),
        (200, {"errors": [{"message": "Slow", "extensions": {"code": "THROTTLED"}}]}, RateRefused),
        (200, {"data": None}, UpstreamError),
        (200, [], UpstreamError),
        (500, {}, UpstreamError),
    ],
)
def test_refusals_have_types(
    database: None, server: UpworkServer, status: int, body: object, kind: type[Exception]
) -> None:
    server.instead.extend([(status, {}, json.dumps(body).encode())] * 3)
    with pytest.raises(kind):
        upwork.ask(CLIENT, {"id": "c1"}, token=TOKEN)


def test_a_bad_token_is_told_from_every_other_fault(database: None, server: UpworkServer) -> None:
    with pytest.raises(UpstreamError) as caught:
        upwork.ask(CLIENT, {"id": "c1"}, token="stale")
    assert upwork.is_token_refused(caught.value)
    server.instead.append((403, {}, b"{}"))
    with pytest.raises(UpstreamError) as caught:
        upwork.ask(CLIENT, {"id": "c1"}, token=TOKEN)
    assert not upwork.is_token_refused(caught.value)
