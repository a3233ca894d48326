"""Which features flags switch on for a caller. Asked of the database each time: a change is felt at the next request."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from apps.accounts.models import Flag
from apps.core.caller import Caller
from apps.core.db import acting


def features_of(caller: Caller) -> frozenset[str]:
    """The names of the flags that are on for this person, in this workspace, with this plan. One query."""
    with acting(caller):
        rows = (
            Flag.objects.exclude(everyone=False)
            .filter(Q(everyone=True) | _named(caller) | Q(percent__gt=0))
            .annotate(is_met=Q(everyone=True) | _named(caller))
            .values_list("name", "percent", "is_met")
        )
        return frozenset(
            name for name, percent, is_met in rows if is_met or in_share(name, caller.user_id, percent)
        )


def in_share(name: str, user_id: UUID, percent: Decimal) -> bool:
    """Whether a user is among the `percent` of a flag: the same answer always, and a larger share keeps the smaller.

    Each flag draws its own share: nobody is the first to try everything.
    """
    drawn = hashlib.blake2b(f"{name}:{user_id}".encode(), digest_size=8).digest()
    return int.from_bytes(drawn) < percent / 100 * 2**64


def _named(caller: Caller) -> Q:
    """Flags that say this caller's name in one way or another. A caller is always somebody who signed in."""
    users, workspaces = Flag.users.through.objects, Flag.workspaces.through.objects
    found = (
        Q(authenticated=True)
        | Q(plans__contains=[caller.plan])
        | Q(Exists(users.filter(flag_id=OuterRef("pk"), user_id=caller.user_id)))
        | Q(Exists(workspaces.filter(flag_id=OuterRef("pk"), workspace_id=caller.workspace_id)))
    )
    return found | Q(staff=True) if caller.is_staff else found
