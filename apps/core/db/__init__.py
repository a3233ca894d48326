"""One way to a cursor: `acting(caller)` for a workspace, `as_system()` for work that belongs to none.

Nothing else opens a database connection; a query outside of both raises `NoCaller`.
"""

from apps.core.db.among import among
from apps.core.db.context import (
    NoCaller,
    acting,
    as_owner,
    as_system,
    atomic,
    current_alias,
    on_commit,
    within,
)
from apps.core.db.turns import take_turn, wait_for_turn

__all__ = [
    "NoCaller",
    "acting",
    "among",
    "as_owner",
    "as_system",
    "atomic",
    "current_alias",
    "on_commit",
    "take_turn",
    "wait_for_turn",
    "within",
]
