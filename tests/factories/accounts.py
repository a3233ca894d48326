"""People for tests: made as the product makes them, by its services, as the system role."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Any

from django.test import Client
from django.utils import timezone

from apps.accounts.auth import identity, sessions
from apps.accounts.auth.requests import RequestContext
from apps.accounts.auth.tokens import Issued
from apps.accounts.models import Membership, Role, User
from apps.core.caller import Caller
from apps.core.db import as_system, atomic

PASSWORD = "correct-horse-battery"
_numbers = itertools.count(1)


@dataclass(frozen=True)
class Person:
    """Somebody signed in: a client that sends their token, and the Caller behind it."""

    user: User
    caller: Caller
    tokens: Issued
    client: Client


def make_user(**fields: Any) -> User:
    """Somebody whose address is verified, unless `email_verified_at=None` says otherwise."""
    number = next(_numbers)
    email = fields.pop("email", f"person{number}@example.com")
    user = identity.register(email=email, password=PASSWORD, full_name=f"Person {number}")
    with as_system():
        for name, value in {"email_verified_at": timezone.now(), **fields}.items():
            setattr(user, name, value)
        user.save()
    return user


def make_person(*, workspace_of: Person | None = None, role: str = Role.OWNER, **fields: Any) -> Person:
    """A signed-in person in a workspace of their own, or with `role` in somebody else's."""
    user = make_user(**fields)
    with as_system(), atomic():
        if workspace_of is not None:
            Membership.objects.filter(user=user).delete()
            Membership.objects.create(user=user, workspace_id=workspace_of.caller.workspace_id, role=role)
        tokens = sessions.begin(user, RequestContext())
        membership = Membership.objects.select_related("workspace").get(user=user)
    caller = Caller(
        user_id=user.pk,
        workspace_id=membership.workspace_id,
        role=membership.role,
        plan=str(membership.workspace.plan_id),
        email_verified=user.is_email_verified,
        is_staff=user.is_staff,
        session_id=tokens.session_id,
    )
    client = Client(headers={"authorization": f"Bearer {tokens.access_token}"}, raise_request_exception=False)
    return Person(user, caller, tokens, client)
