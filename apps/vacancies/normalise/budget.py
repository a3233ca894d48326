"""A marketplace's budget, made fit for a row."""

from __future__ import annotations

from decimal import Decimal

from apps.vacancies.sources.offers import BudgetClaim

_MOST = Decimal(10) ** 10
_CENT = Decimal("0.01")


def believable_budget(claim: BudgetClaim | None) -> BudgetClaim | None:
    """With two decimals, the smaller bound first; None when no amount is left. 0 is no amount."""
    if claim is None:
        return None
    low, high = _amount(claim.minimum), _amount(claim.maximum)
    if low is None and high is None:
        return None
    if low is not None and high is not None and low > high:
        low, high = high, low
    return BudgetClaim(type=claim.type, minimum=low, maximum=high)


def _amount(value: Decimal | None) -> Decimal | None:
    if value is None or not value.is_finite() or not 0 < value < _MOST:
        return None
    return value.quantize(_CENT)
