"""Who somebody is, before anyone is known: the one place where accounts are read and made as the system role."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import IntegrityError
from django.utils import timezone

from apps.accounts.auth import sessions
from apps.accounts.auth.requests import RequestContext
from apps.accounts.auth.second_factor import MfaChallenge
from apps.accounts.auth.tokens import Issued
from apps.accounts.models import Membership, Role, Session, User, Workspace, fold_email
from apps.core.caller import NO_WORKSPACE
from apps.core.db import as_system, atomic
from apps.core.errors import TokenInvalid
from apps.core.models import uuid7
from apps.events.services import publish


def register(*, email: str, password: str, full_name: str) -> User:
    """A new account with a personal workspace; for an address that is taken, a made-up user of the same shape.

    Both ways cost one password hash and the same rows, and answer alike: who has an account is nobody's business.
    The owner of a taken address gets a mail.
    """
    hashed = make_password(password)
    wanted = User(email=fold_email(email), full_name=full_name, password=hashed)
    with as_system(), atomic():
        known = User.objects.select_for_update(of=("self",)).filter(email=wanted.email).first()
        try:
            with atomic():
                if known is not None:
                    wanted.email = f"{wanted.pk}@invalid"
                wanted.save(force_insert=True)
                open_personal_workspace(wanted)
                if known is not None:
                    raise _Taken
                publish_of(wanted, "user.registered")
                return wanted
        except (_Taken, IntegrityError):
            # Taken all along, or by a twin a moment ago; the rows above are undone.
            owner = known or User.objects.get(email=fold_email(email))
            publish_of(owner, "user.registered_again")
    return User(email=fold_email(email), full_name=full_name, created_at=timezone.now())


class _Taken(Exception):
    """Undoes what registering a taken address did for the sake of its time."""


def open_personal_workspace(user: User) -> Workspace:
    """The workspace that comes with an account; within the caller's transaction."""
    name = (user.full_name or user.email)[: Workspace._meta.get_field("name").max_length]
    workspace = Workspace.objects.create(name=name, plan_id=settings.DEFAULT_PLAN)
    Membership.objects.create(user=user, workspace=workspace, role=Role.OWNER)
    return workspace


def publish_of(user: User | None, event_type: str, *, changed: Iterable[str] = ()) -> None:
    """Tell of a user in their first workspace. Nobody at all is told of too: the cost must not say who exists."""
    user_id = user.pk if user else None
    workspace_id = (
        Membership.objects.filter(user_id=user_id or uuid7())
        .order_by("created_at")
        .values_list("workspace_id", flat=True)
        .first()
    )
    publish(
        event_type,
        workspace_id=workspace_id or NO_WORKSPACE,
        actor_id=user_id,
        subject_type="user",
        subject_id=user_id,
        changed=changed,
    )


def verify_email(user_id: UUID, email: str, *, context: RequestContext) -> Issued | MfaChallenge:
    """Mark the address verified and sign in, once. Raises TokenInvalid when it was verified before, or is not theirs."""
    with as_system(), atomic():
        user = (
            User.objects.select_for_update(of=("self",))
            .filter(pk=user_id, email=email, is_active=True)
            .first()
        )
        if user is None or user.is_email_verified:
            raise TokenInvalid("This address is verified already, or is no longer yours; sign in.")
        user.email_verified_at = timezone.now()
        user.save(update_fields=["email_verified_at", "updated_at"])
        publish_of(user, "user.email_verified", changed=["email_verified_at"])
        return sessions.admit(user, context)


def resend_verification(email: str) -> None:
    """Owe a mail to the owner of an address that is not verified yet. The same work for any other."""
    with as_system(), atomic():
        user = User.objects.filter(email=fold_email(email), is_active=True).first()
        publish_of(user, "user.verification_requested")


def session_called(session_id: UUID) -> Session | None:
    """A session and its user, for a handler that writes of it."""
    with as_system():
        return Session.objects.select_related("user").filter(pk=session_id).first()


def user_called(user_id: UUID) -> User | None:
    """A user for a handler that writes them a mail."""
    with as_system():
        return User.objects.filter(pk=user_id).first()


def ensure_account(*, email: str, full_name: str, is_staff: bool = False) -> str | None:
    """An account for `make run`, verified, with a password made at random: answered once, None when it exists."""
    with as_system(), atomic():
        if User.objects.filter(email=fold_email(email)).exists():
            return None
        password = secrets.token_urlsafe(12)
        user = User(
            email=fold_email(email),
            full_name=full_name,
            is_staff=is_staff,
            is_superuser=is_staff,
            email_verified_at=timezone.now(),
        )
        user.set_password(password)
        user.save(force_insert=True)
        open_personal_workspace(user)
        return password
