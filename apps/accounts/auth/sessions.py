"""Sign-ins and what keeps them: sessions, their tokens, and the caller behind a token."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from apps.accounts.auth.tokens import Claims, Issued, RefreshClaims, issue
from apps.accounts.models import Membership, Session, User, fold_email
from apps.core.caller import Caller
from apps.core.db import as_system, atomic
from apps.core.errors import TokenInvalid
from apps.core.models import uuid7


class BadCredentials(TokenInvalid):
    """The same words for an unknown address, a wrong password and a closed account."""

    code, status, title = "not_authenticated", 401, "The e-mail address or the password is wrong"


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
            .values_list(
                "role",
                "workspace__plan_id",
                "workspace__plan__features",
                "workspace__plan__rate_factor",
                "user__email_verified_at",
                "user__is_staff",
            )
            .first()
        )
    if found is None:
        raise TokenInvalid()
    role, plan, features, rate_factor, verified_at, is_staff = found
    return Caller(
        user_id=claims.user_id,
        workspace_id=claims.workspace_id,
        role=role,
        plan=str(plan),
        features=frozenset(features),
        rate_factor=rate_factor,
        email_verified=verified_at is not None,
        is_staff=is_staff,
        session_id=claims.session_id,
    )
