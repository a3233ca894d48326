"""A vendor's host for the tests of the crawl."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.conf import LazySettings

from tests.vacancies.crawling import Host, forget_the_hosts, hosting, hurry


@pytest.fixture
def host(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    """SmartRecruiters on loopback, asked as fast as it goes. Tests of other kinds have a host of their own."""
    hurry(monkeypatch, "smartrecruiters")
    forget_the_hosts()
    with hosting() as host:
        settings.OUTBOUND_ALLOW = (host.endpoint,)
        yield host
