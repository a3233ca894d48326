"""Bands of yearly pay for a facet, each one exactly what `salary_min`, `salary_max` and `currency` find. Pure.

A band holds a posting when the range it pays reaches into the band, both ends included, so that one posting may stand
in several bands, and in none where it says only the end that the filters do not ask for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

EDGES = (25_000, 50_000, 75_000, 100_000, 150_000, 200_000)
# Powers of ten that bring a currency's year near the edges; 1 where none is named.
SCALES: Mapping[str, int] = {
    "CZK": 10, "DKK": 10, "INR": 10, "MXN": 10, "NOK": 10, "PHP": 10, "RUB": 10, "SEK": 10, "THB": 10, "TRY": 10,
    "TWD": 10, "ZAR": 10, "HUF": 100, "JPY": 100, "NGN": 100, "CLP": 1000, "COP": 1000, "KRW": 1000,
    "IDR": 10_000, "VND": 10_000,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Band:
    """From `low` to `high` a year; None: open at that end."""

    currency: str
    low: int | None
    high: int | None

    @property
    def value(self) -> str:
        """`EUR:50000-75000`, `EUR:-25000`, `EUR:200000-`."""
        return f"{self.currency}:{_number(self.low)}-{_number(self.high)}"

    @property
    def label(self) -> str:
        if self.low is None:
            return f"{self.currency} up to {self.high:,}"
        return (
            f"{self.currency} {self.low:,} – {self.high:,}" if self.high else f"{self.currency} {self.low:,}+"
        )

    @property
    def filters(self) -> dict[str, str]:
        ends = {"salary_min": _number(self.low), "salary_max": _number(self.high)}
        return {"currency": self.currency} | {name: end for name, end in ends.items() if end}


def _number(end: int | None) -> str:
    return "" if end is None else str(end)


@lru_cache(maxsize=256)
def bands(currency: str) -> tuple[Band, ...]:
    """The bands of a currency, the lowest first."""
    edges = [edge * SCALES.get(currency, 1) for edge in EDGES]
    return tuple(Band(currency, low, high) for low, high in zip([None, *edges], [*edges, None], strict=True))


def count(groups: Iterable[tuple[str, int | None, int | None, float]]) -> dict[Band, float]:
    """Postings of each band. A group is (currency, edges below the least pay, edges at or below the most, postings);
    None: that end is not said."""
    counted: dict[str, list[float]] = {}
    for currency, above, reached, number in groups:
        numbers = counted.setdefault(currency, [0.0] * (len(EDGES) + 1))
        # Of what does not say its least pay the uppermost band alone is sure, of what does not say the most the lowest.
        first = len(EDGES) if above is None else above
        last = 0 if reached is None else reached
        for place in range(first, last + 1):
            numbers[place] += number
    return {
        band: number
        for currency, numbers in counted.items()
        for band, number in zip(bands(currency), numbers, strict=True)
        if number
    }
