"""Who somebody is, before anyone is known: the one place where accounts are read and made as the system role."""

from __future__ import annotations

import secrets
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from apps.accounts.auth.sessions import open_session
from apps.accounts.auth.tokens import Issued
from apps.accounts.models import Membership, Role, User, Workspace, fold_email
from apps.core.db import as_system, atomic
from apps.core.errors import TokenInvalid
from apps.events.services import publish


def register(*, email: str, password: str, full_name: str) -> User:
    """A new account with a personal workspace; for an address that is taken, a made-up user of the same shape.

    Both ways cost one password hash and answer alike: who has an account is nobody's business. The owner of a
    taken address gets a mail.
    """
    hashed = make_password(password)
    with as_system(), atomic():
        known = User.objects.select_for_update().filter(email=fold_email(email)).first()
        if known is not None:
            _publish(known, "user.registered_again")
            return User(email=fold_email(email), full_name=full_name)
        user = User(email=fold_email(email), full_name=full_name, password=hashed)
        user.save(force_insert=True)
        open_personal_workspace(user)
        _publish(user, "user.registered")
        return user


def open_personal_workspace(user: User) -> Workspace:
    """The workspace that comes with an account; within the caller's transaction."""
    workspace = Workspace.objects.create(name=user.full_name or user.email)
    Membership.objects.create(user=user, workspace=workspace, role=Role.OWNER)
    return workspace


def _publish(user: User, event_type: str) -> None:
    membership = Membership.objects.filter(user=user).order_by("created_at").first()
    if membership is not None:
        publish(
            event_type,
            workspace_id=membership.workspace_id,
            actor_id=user.pk,
            subject_type="user",
            subject_id=user.pk,
        )


def verify_email(user_id: UUID, email: str, *, user_agent: str = "") -> Issued:
    """Mark the address verified and sign in. Raises TokenInvalid when it is no longer the user's."""
    with as_system(), atomic():
        user = User.objects.select_for_update().filter(pk=user_id, email=email, is_active=True).first()
        if user is None:
            raise TokenInvalid()
        if user.email_verified_at is None:
            user.email_verified_at = timezone.now()
            user.save()
            _publish(user, "user.email_verified")
        return open_session(user, user_agent=user_agent)


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
