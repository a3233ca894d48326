"""Who somebody is, before anyone is known: the one place where accounts are read and made as the system role."""

from __future__ import annotations

import secrets
from uuid import UUID

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from apps.accounts.auth.tokens import Claims, Issued, RefreshClaims, issue
from apps.accounts.models import Membership, Role, Session, User, Workspace, fold_email
from apps.core.caller import Caller
from apps.core.db import as_system, atomic
from apps.core.errors import TokenInvalid
from apps.core.models import uuid7
from apps.events.services import publish


class BadCredentials(TokenInvalid):
    """The same words for an unknown address, a wrong password and a closed account."""

    code, status, title = "not_authenticated", 401, "The e-mail address or the password is wrong"


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


def sign_in(*, email: str, password: str, user_agent: str = "") -> Issued:
    """Raises BadCredentials; takes as long for an unknown address as for a known one."""
    with as_system():
        user = User.objects.filter(email=fold_email(email)).first()
        if user is None:
            make_password(password)
            raise BadCredentials()
        if not user.check_password(password) or not user.is_active:
            raise BadCredentials()
        with atomic():
            return open_session(user, user_agent=user_agent)


def open_session(user: User, *, user_agent: str = "") -> Issued:
    """A session in the workspace the user was in last, else their first."""
    membership = _membership(user)
    now = timezone.now()
    session = Session.objects.create(
        user=user,
        workspace=membership.workspace,
        refresh_id=uuid7(),
        user_agent=user_agent[:200],
        last_used_at=now,
        expires_at=now + settings.REFRESH_TOKEN_LIFETIME,
    )
    return issue(session, membership)


def _membership(user: User) -> Membership:
    held = Membership.objects.select_related("user", "workspace").filter(user=user)
    last = (
        Session.objects.filter(user=user)
        .order_by("-created_at")
        .values_list("workspace_id", flat=True)
        .first()
    )
    found = (held.filter(workspace_id=last).first() if last else None) or held.order_by("created_at").first()
    if found is None:
        raise BadCredentials()
    return found


def rotate(claims: RefreshClaims) -> Issued:
    """New tokens for the newest refresh token; an older one is stolen or replayed, and ends the whole family."""
    with as_system():
        with atomic():
            session = Session.objects.select_for_update().filter(pk=claims.session_id).first()
            now = timezone.now()
            if session is None or session.revoked_at or session.expires_at <= now:
                raise TokenInvalid()
            membership = (
                Membership.objects.select_related("user", "workspace")
                .filter(user_id=session.user_id, workspace_id=session.workspace_id, user__is_active=True)
                .first()
            )
            if session.refresh_id == claims.refresh_id and membership is not None:
                session.refresh_id = uuid7()
                session.last_used_at = now
                session.expires_at = now + settings.REFRESH_TOKEN_LIFETIME
                session.save()
                return issue(session, membership)
            # Committed before the refusal is raised: a rollback would give the family its life back.
            session.revoked_at = now
            session.save()
        raise TokenInvalid("This refresh token was used before; the session has been ended.")


def close(claims: RefreshClaims) -> None:
    """End a session; one that is over already is fine."""
    with as_system():
        Session.objects.filter(pk=claims.session_id, revoked_at=None).update(revoked_at=timezone.now())


def resolve(claims: Claims) -> Caller:
    """The caller behind an access token, as the database says now: one query. Raises TokenInvalid."""
    with as_system():
        found = (
            Membership.objects.filter(
                user_id=claims.user_id,
                workspace_id=claims.workspace_id,
                user__is_active=True,
                user__token_version=claims.version,
                user__sessions__id=claims.session_id,
                user__sessions__revoked_at=None,
            )
            .values_list("role", "workspace__plan_id", "user__email_verified_at", "user__is_staff")
            .first()
        )
    if found is None:
        raise TokenInvalid()
    role, plan, verified_at, is_staff = found
    return Caller(
        user_id=claims.user_id,
        workspace_id=claims.workspace_id,
        role=role,
        plan=str(plan),
        email_verified=verified_at is not None,
        is_staff=is_staff,
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
