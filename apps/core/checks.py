"""What must hold before anyone is served: the database's roles can't see past the walls."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connections

from apps.core.db.context import APP, SYSTEM
from apps.core.roles import OWNER
from apps.core.roles import SYSTEM as SYSTEM_ROLE

_ASK = """
SELECT r.rolsuper, r.rolbypassrls,
       EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
               WHERE c.relowner = r.oid AND c.relkind IN ('r', 'p', 'v', 'm') AND n.nspname = 'public'),
       ARRAY(SELECT o.rolname::text FROM pg_roles o
             WHERE o.rolname = ANY(%s) AND o.rolname <> r.rolname AND pg_has_role(r.oid, o.oid, 'MEMBER')),
       r.rolname
FROM pg_roles r WHERE r.rolname = current_user
"""


def role_faults(alias: str) -> list[str]:
    """Why the role of a connection must not serve anyone; empty when it may. Raises DatabaseError."""
    mightier = [OWNER, SYSTEM_ROLE] if alias == APP else [OWNER]
    with connections[alias].cursor() as cursor:
        cursor.execute(_ASK, [mightier])
        is_super, bypasses, owns, member_of, name = cursor.fetchone()
    found = {
        "is superuser": is_super,
        "bypasses row level security": bypasses,
        "owns tables, whose policies it could change": owns and not is_super,
        f"is a member of {', '.join(member_of)}": bool(member_of) and not is_super,
    }
    return [f"the role {name!r} of {alias!r} {fault}" for fault, holds in found.items() if holds]


def refuse_powerful_roles() -> None:
    """Raise ImproperlyConfigured where a role could see every workspace, or where that can't be found out."""
    if not settings.REFUSE_POWERFUL_ROLES:
        return
    for alias in (APP, SYSTEM):
        try:
            faults = role_faults(alias)
        except DatabaseError as fault:
            raise ImproperlyConfigured(
                f"the database behind {alias!r} can't be asked for its role"
            ) from fault
        if faults:
            raise ImproperlyConfigured(
                f"{'; '.join(faults)}: use the roles that `manage.py setup_roles` makes"
            )
        connections[alias].close()


@register(Tags.database)
def database_roles(databases: Iterable[str] | None = None, **_: Any) -> list[CheckMessage]:
    """`manage.py check --database default --database system`."""
    return [
        Error(fault, hint="Use the roles that `manage.py setup_roles` makes.", id="foothold.E001")
        for alias in databases or ()
        if alias in (APP, SYSTEM)
        for fault in role_faults(alias)
    ]
