"""The table of `make bench`: rows out of what parts print, into the page. Pure."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import table
from bench.table import Row, put_into, rows_of, spread, table_of

FOUR = Row("4", "page 5000 over page 1", "1.11", "<= 1.2")
FIFTEEN = Row("15", "list", "1.27 (1.20 to 1.30, 3 rounds)", "<= 1.5")


def test_rows_are_read_out_of_what_was_printed() -> None:
    printed = ["loading\n", f"{FIFTEEN.said()}\n", "row of trees\n", f"{FOUR.said()}\n"]
    assert rows_of(printed) == [FIFTEEN, FOUR]


def test_rows_stand_in_the_order_of_their_numbers() -> None:
    lines = table_of([FIFTEEN, Row("2b", "on", "1", "1"), FOUR], ["One run."]).splitlines()
    assert [line.split(" | ")[0] for line in lines[4:]] == ["| 2b", "| 4", "| 15"]


@pytest.mark.parametrize(
    ("ratios", "said"),
    [([2.0], "2.00"), ([1.0, 3.0, 2.0], "2.00 (1.00 to 3.00, 3 rounds)")],
    ids=["one", "three"],
)
def test_a_spread_is_said_where_there_is_one(ratios: list[float], said: str) -> None:
    assert spread(ratios) == said


def test_the_table_of_before_is_replaced() -> None:
    page = (Path(table.__file__).parent / "RESULTS.md").read_text()
    once = put_into(page, table_of([FOUR], ["Once."]))
    assert put_into(once, table_of([FIFTEEN], ["Again."])) == put_into(page, table_of([FIFTEEN], ["Again."]))
    assert once.startswith(page[: page.index("<!--")]) and FOUR.what in once


def test_a_page_without_a_place_is_refused() -> None:
    with pytest.raises(ValueError, match="no place"):
        put_into("# Figures\n", "")
