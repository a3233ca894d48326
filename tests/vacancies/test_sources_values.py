"""Values of the wrong kind spoil their posting only; times of every form are one instant."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from apps.vacancies.sources import values
from apps.vacancies.sources.base import PostingInvalid

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    [1772366400, 1772366400000, 1772366400.0, "2026-03-01T12:00:00Z", "2026-03-01T12:00:00", "2026-03-01 12:00:00 UTC",
     "2026-03-01T07:00:00-05:00", " 2026-03-01T12:00:00.000Z "],
)  # fmt: skip
def test_instants(written: object) -> None:
    assert values.instant({"at": written}, "at") == NOON
    assert values.day({"at": written}, "at") == date(2026, 3, 1)


@pytest.mark.parametrize(
    "written", ["Sun, 01 Mar 2026 12:00:00 GMT", "Sun, 01 Mar 2026 13:00:00 +0100", "1 Mar 2026 12:00"]
)
def test_mail_dates(written: str) -> None:
    assert values.mail_date({"at": written}, "at") == NOON


@pytest.mark.parametrize("read", [values.instant, values.day, values.mail_date])
def test_times_that_are_none(read: Callable[[Mapping[str, object], str], object]) -> None:
    assert read({}, "at") is None
    for nothing in (None, ""):
        assert read({"at": nothing}, "at") is None
    wrong: object
    for wrong in ("soon", "2026-99-99", True, [], {}, "Posted 3 Days Ago"):
        with pytest.raises(PostingInvalid):
            read({"at": wrong}, "at")


def test_a_time_beyond_the_calendar_is_refused() -> None:
    for wrong in (1e300, float("inf"), float("nan"), -1e18):
        with pytest.raises(PostingInvalid):
            values.instant({"at": wrong}, "at")


def test_amounts() -> None:
    assert values.amount({"pay": "40000.50"}, "pay") == Decimal("40000.50")
    assert values.amount({"pay": 0.1}, "pay") == Decimal("0.1")
    assert values.amount({"pay": "NaN"}, "pay") is None
    wrong: object
    for wrong in ("much", True, [], {}):
        with pytest.raises(PostingInvalid):
            values.amount({"pay": wrong}, "pay")
