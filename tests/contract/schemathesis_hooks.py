"""Loaded by schemathesis (`schemathesis.toml`): who makes its requests.

Everything is asked by one person; what would end that person's session, account or workspace is asked by somebody who
exists for this one request.
"""

from __future__ import annotations

import os
from typing import Any

import django
import schemathesis

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings.dev")
django.setup()

# After these, the one who asked could ask nothing more, or not in the same place.
LAST_REQUESTS = frozenset(
    {
        "logout", "revokeSession", "revokeOtherSessions", "changePassword", "deleteMe", "eraseMe", "keepMe",
        "switchWorkspace", "deleteWorkspace", "eraseWorkspace", "deleteMember", "updateMember",
    }
)  # fmt: skip


def _somebody() -> str:
    """The access token of a new person with a workspace of their own; no password, so that it costs little."""
    from django.utils import timezone

    from apps.accounts.auth import identity, sessions
    from apps.accounts.auth.requests import RequestContext
    from apps.accounts.models import User
    from apps.core.db import as_system, atomic
    from apps.core.models import uuid7

    with as_system(), atomic():
        user = User(email=f"{uuid7()}@example.com", full_name="Some Body", email_verified_at=timezone.now())
        user.set_unusable_password()
        user.save(force_insert=True)
        identity.open_personal_workspace(user)
        return str(sessions.begin(user, RequestContext()).access_token)


@schemathesis.auth(refresh_interval=None)
class OfSomebodyNew:
    """A token that is used once, for the requests that end it."""

    def get(self, case: Any, context: Any) -> str:
        operation_id = case.operation.definition.raw.get("operationId")
        return _somebody() if operation_id in LAST_REQUESTS else os.environ["FOOTHOLD_TOKEN"]

    def set(self, case: Any, data: str, context: Any) -> None:
        case.headers = {**(case.headers or {}), "Authorization": f"Bearer {data}"}
