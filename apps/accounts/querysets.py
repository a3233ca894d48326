"""Workspaces, members and invitations as they are read: with names, roles and counts in the same query."""

from __future__ import annotations

from uuid import UUID

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils import timezone

from apps.accounts.models import Colleague, Invitation, Membership, Role, Workspace


def workspaces_of(user_id: UUID, *, acting_in: UUID) -> QuerySet[Workspace]:
    """The workspaces a person is in, with `role`, `membership_id` and `member_count`.

    The members of `acting_in` are counted; those of others are hidden from here, and their count is None.
    """
    # A hidden row can't be counted: PostgreSQL shows the members of one workspace at a time.
    members = (
        Membership.objects.filter(workspace=OuterRef("pk"))
        .order_by()
        .values("workspace")
        .annotate(number=Count("pk"))
        .values("number")
    )
    return Workspace.objects.filter(memberships__user_id=user_id).annotate(
        role=F("memberships__role"),
        membership_id=F("memberships__id"),
        member_count=Case(
            When(pk=acting_in, then=Coalesce(Subquery(members), Value(0))),
            default=Value(None),
            output_field=IntegerField(null=True),
        ),
    )


def members() -> QuerySet[Membership]:
    """Members with `email` and `full_name`, and whether the workspace has another owner besides them."""
    colleague = Colleague.objects.filter(pk=OuterRef("user_id"))
    others = Membership.objects.filter(workspace=OuterRef("workspace_id"), role=Role.OWNER)
    return Membership.objects.annotate(
        email=Coalesce(Subquery(colleague.values("email")[:1]), Value("")),
        full_name=Coalesce(Subquery(colleague.values("full_name")[:1]), Value("")),
        has_other_owner=Exists(others.exclude(pk=OuterRef("pk"))),
    )


def with_inviter(rows: QuerySet[Invitation]) -> QuerySet[Invitation]:
    """With `invited_by_name`; None for one who is no longer in the workspace."""
    inviter = Colleague.objects.filter(pk=OuterRef("invited_by_id"))
    return rows.annotate(invited_by_name=Subquery(inviter.values("full_name")[:1]))


def invitations() -> QuerySet[Invitation]:
    """Invitations that were not taken back, with the name of who invited."""
    return with_inviter(Invitation.objects.filter(revoked_at=None))


def in_status(rows: QuerySet[Invitation], status: str) -> QuerySet[Invitation]:
    now = timezone.now()
    chosen = {
        Invitation.Status.PENDING: Q(accepted_at=None, expires_at__gt=now),
        Invitation.Status.EXPIRED: Q(accepted_at=None, expires_at__lte=now),
        Invitation.Status.ACCEPTED: Q(accepted_at__isnull=False),
    }
    return rows.filter(chosen[Invitation.Status(status)])
