"""What is counted as it stands: applications under way, own sources. The app that owns the rows counts them."""

from __future__ import annotations

from collections.abc import Callable

from django.utils import timezone

from apps.accounts.models import Meter
from apps.accounts.usage.allowances import allowance
from apps.accounts.usage.refusals import limit_reached
from apps.core.caller import Caller
from apps.core.db import atomic, wait_for_turn

Counter = Callable[[Caller], int]
_counters: dict[Meter, Counter] = {}


def register_stock(meter: Meter, counter: Counter) -> None:
    """Called when an app is ready; `counter` answers how many the caller's workspace has now."""
    if not meter.is_stock:
        raise ValueError(f"{meter} is used up, not kept")
    _counters[meter] = counter


def present(meter: Meter, caller: Caller) -> int:
    """How many there are. No app registered a counter: there is no such thing yet, and so none of it."""
    counter = _counters.get(meter)
    return counter(caller) if counter else 0


def require_room(*, caller: Caller, meter: Meter, amount: int = 1) -> None:
    """Make sure of room for `amount` more, until the end of the transaction in which they are made.

    Others of the workspace who ask for the same meter wait until then, so that no two count the same last place.
    Raises PlanLimitReached.
    """
    now = timezone.now()
    with atomic():
        allowed = allowance(workspace_id=caller.workspace_id, meter=meter, now=now)
        if allowed.most is None:
            return
        wait_for_turn(f"usage:{caller.workspace_id}:{meter.value}")
        taken = present(meter, caller)
        if taken + amount > allowed.most:
            raise limit_reached(
                meter=meter, taken=taken, most=allowed.most, amount=amount, period=allowed.period, now=now
            )
