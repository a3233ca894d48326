"""What of this app counts against a plan."""

from __future__ import annotations

from apps.accounts.models import Meter
from apps.accounts.usage.stocks import register_stock
from apps.core.caller import Caller
from apps.vacancies.models import OwnSource, SavedSearch


def own_boards(caller: Caller) -> int:
    return OwnSource.objects.filter(workspace_id=caller.workspace_id).count()


def saved_searches(caller: Caller) -> int:
    return SavedSearch.objects.filter(workspace_id=caller.workspace_id).count()


register_stock(Meter.SOURCES, own_boards)
register_stock(Meter.SAVED_SEARCHES, saved_searches)
