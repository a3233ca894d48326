"""Sessions and their tokens: begun after any proof of identity, rotated, listed, ended; and the caller behind a token."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from apps.accounts.auth import second_factor
from apps.accounts.auth.requests import RequestContext
from apps.accounts.auth.second_factor import MfaChallenge
from apps.accounts.auth.tokens import Claims, Issued, RefreshClaims, issue
from apps.accounts.models import Membership, Session, User
from apps.core.caller import Caller
from apps.core.db import as_system, atomic
from apps.core.errors import NotAuthenticated, TokenInvalid
from apps.core.models import uuid7
from apps.core.reading.lookups import CompiledQuery
from apps.events.services import publish

# How long a session that is over is kept: its owner may ask what it was.
KEPT = timedelta(days=30)


def admit(user: User, context: RequestContext) -> Issued | MfaChallenge:
    """After the first proof of identity (password, provider, mailed token): tokens, or a challenge for the second."""
    with as_system():
        return second_factor.challenge_for(user, context) or begin(user, context)


def begin(user: User, context: RequestContext) -> Issued:
    """A session in the workspace the user was in last, else their first. The one entry after every proof of identity.

    Joins the transaction it is called in. Raises NotAuthenticated for a closed account, and for a password that was
    changed since `user` was read.
    """
    with as_system(), atomic():
        _hold(user)
        membership = _membership(user)
        known_device = context.device_of(user.pk)
        is_new_place = known_device is None and not _was_here(user, context)
        now = timezone.now()
        session = Session.objects.create(
            user=user,
            workspace=membership.workspace,
            refresh_id=uuid7(),
            user_agent=context.user_agent[:200],
            address=context.address,
            device_id=known_device or uuid7(),
            in_cookie=context.in_cookie,
            last_used_at=now,
            expires_at=now + settings.REFRESH_TOKEN_LIFETIME,
        )
        _publish("session.begun", session)
        if is_new_place:
            _publish("session.begun_on_new_device", session)
        return issue(session, membership)


def _hold(user: User) -> None:
    """Who changes the password waits, and ends this session too; who came after the change is refused."""
    row = User.objects.select_for_update(no_key=True, of=("self",)).filter(pk=user.pk, is_active=True)
    if row.values_list("token_version", flat=True).first() != user.token_version:
        raise NotAuthenticated("The password has changed meanwhile; sign in again.")


def _was_here(user: User, context: RequestContext) -> bool:
    """Whether this is the first sign-in of all, or one like an earlier one: a program keeps no cookies."""
    earlier = Session.objects.filter(user=user)
    return (
        not earlier.exists()
        or earlier.filter(user_agent=context.user_agent[:200], address=context.address).exists()
    )


def _membership(user: User) -> Membership:
    held = Membership.objects.select_related("user", "workspace").filter(user=user, user__is_active=True)
    last = (
        Session.objects.filter(user=user)
        .order_by("-created_at")
        .values_list("workspace_id", flat=True)
        .first()
    )
    found = (held.filter(workspace_id=last).first() if last else None) or held.order_by("created_at").first()
    if found is None:
        raise NotAuthenticated("This account is closed.")
    return found


def _publish(event_type: str, session: Session, *, changed: Iterable[str] = ()) -> None:
    publish(
        event_type,
        workspace_id=session.workspace_id,
        actor_id=session.user_id,
        subject_type="session",
        subject_id=session.pk,
        changed=changed,
    )


def rotate(claims: RefreshClaims) -> Issued:
    """New tokens for the newest refresh token; an older one is stolen or replayed, and ends the whole family."""
    with as_system():
        with atomic():
            session = Session.objects.select_for_update().filter(pk=claims.session_id).first()
            if session is None or session.revoked_at or session.expires_at <= timezone.now():
                raise TokenInvalid()
            if session.refresh_id == claims.refresh_id:
                return _renewed(session, or_elsewhere=True)
            # Committed before the refusal is raised: a rollback would give the family its life back.
            _end(session, "session.refresh_token_reused")
        raise TokenInvalid("This refresh token was used before; the session has been ended.")


def renew(session_id: UUID, user_id: UUID) -> Issued:
    """New tokens for the session one is in; its older ones no longer refresh. Raises TokenInvalid when it is over."""
    with as_system(), atomic():
        return _renewed(_locked(session_id, user_id))


def move(*, caller: Caller) -> Issued:
    """The session goes on in `caller.workspace_id`, with new tokens; its refresh token so far is used up.

    Raises TokenInvalid for a session that has ended, or a workspace that its user is no longer in.
    """
    with as_system(), atomic():
        session = _locked(caller.session_id, caller.user_id)
        if session.workspace_id != caller.workspace_id:
            session.workspace_id = caller.workspace_id
            _publish("session.moved", session, changed=["workspace"])
        return _renewed(session)


def _locked(session_id: UUID | None, user_id: UUID) -> Session:
    live = live_sessions(user_id).select_for_update(of=("self",))
    session = live.filter(pk=session_id).first() if session_id is not None else None
    if session is None:
        raise TokenInvalid()
    return session


def _renewed(session: Session, *, or_elsewhere: bool = False) -> Issued:
    """A locked session with its next refresh token; in another workspace, if it may, once its own is closed to it."""
    membership = (
        Membership.objects.select_related("user", "workspace")
        .filter(user_id=session.user_id, workspace_id=session.workspace_id, user__is_active=True)
        .first()
    )
    if membership is None and or_elsewhere:
        # Removed from that workspace: signed in all the same, where they still belong.
        membership = _membership(session.user)
        session.workspace_id = membership.workspace_id
    if membership is None:
        raise TokenInvalid()
    now = timezone.now()
    session.refresh_id = uuid7()
    session.last_used_at = now
    session.expires_at = now + settings.REFRESH_TOKEN_LIFETIME
    session.save()
    return issue(session, membership)


def close(claims: RefreshClaims) -> None:
    """End a session; one that is over already is fine."""
    with as_system(), atomic():
        session = Session.objects.select_for_update().filter(pk=claims.session_id, revoked_at=None).first()
        if session is not None:
            _end(session, "session.closed")


def live_sessions(user_id: UUID) -> QuerySet[Session]:
    """What can still be refreshed."""
    return Session.objects.filter(user_id=user_id, revoked_at=None, expires_at__gt=timezone.now())


def revoke(session: Session) -> None:
    """End a locked session; its access tokens end with it."""
    with atomic():
        _end(session, "session.revoked")


def revoke_all(user_id: UUID, *, but: UUID | None = None) -> None:
    """End every session of a user but one, within the caller's transaction."""
    with atomic():
        for session in live_sessions(user_id).select_for_update().order_by("pk"):
            if session.pk != but:
                _end(session, "session.revoked")


def _end(session: Session, event_type: str) -> None:
    session.revoked_at = timezone.now()
    session.save(update_fields=["revoked_at", "updated_at"])
    _publish(event_type, session, changed=["revoked_at"])


def forget_old() -> int:
    """Delete the sessions that have long been over; answers how many."""
    long_ago = timezone.now() - KEPT
    with as_system(), atomic():
        over = Q(expires_at__lt=long_ago) | Q(revoked_at__lt=long_ago)
        return Session.objects.filter(over).delete()[0]


def _held(**claimed: Any) -> QuerySet[Membership, Any]:
    return Membership.objects.filter(
        user_id=claimed["user_id"],
        workspace_id=claimed["workspace_id"],
        user__is_active=True,
        user__token_version=claimed["version"],
        user__sessions__id=claimed["session_id"],
        user__sessions__revoked_at=None,
    ).values_list(
        "role",
        "workspace__plan_id",
        "workspace__plan__features",
        "workspace__plan__rate_factor",
        "user__email_verified_at",
        "user__is_staff",
    )


# Every request asks this: to compile it each time would take longer than to answer it.
_HELD = CompiledQuery(_held, "user_id", "workspace_id", "version", "session_id")


def resolve(claims: Claims) -> Caller:
    """The caller behind an access token, as the database says now: one query. Raises TokenInvalid."""
    with as_system():
        found = _HELD.rows(
            user_id=claims.user_id,
            workspace_id=claims.workspace_id,
            version=claims.version,
            session_id=claims.session_id,
        )
    if not found:
        raise TokenInvalid()
    role, plan, features, rate_factor, verified_at, is_staff = found[0]
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
