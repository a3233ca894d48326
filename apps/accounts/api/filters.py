"""The filters of the lists of accounts."""

from __future__ import annotations

import django_filters
from django.db.models import Q, QuerySet
from django.utils import timezone

from apps.accounts import querysets
from apps.accounts.api.serializers.invitations import SHOWN_STATUSES
from apps.accounts.models import ApiKey, Invitation, Membership, Role
from apps.core.api.filters import FootholdFilterSet


class InvitationFilterSet(FootholdFilterSet):
    status = django_filters.ChoiceFilter(choices=SHOWN_STATUSES, method="in_status")

    class Meta:
        model = Invitation
        fields: tuple[str, ...] = ()

    def in_status(self, rows: QuerySet[Invitation], name: str, value: str) -> QuerySet[Invitation]:
        return querysets.in_status(rows, value)


class MemberFilterSet(FootholdFilterSet):
    role = django_filters.ChoiceFilter(choices=Role.choices)

    class Meta:
        model = Membership
        fields: tuple[str, ...] = ()


class ApiKeyFilterSet(FootholdFilterSet):
    status = django_filters.ChoiceFilter(choices=ApiKey.Status.choices, method="in_status")

    class Meta:
        model = ApiKey
        fields: tuple[str, ...] = ()

    def in_status(self, rows: QuerySet[ApiKey], name: str, value: str) -> QuerySet[ApiKey]:
        now = timezone.now()
        chosen = {
            ApiKey.Status.REVOKED: Q(revoked_at__isnull=False),
            ApiKey.Status.EXPIRED: Q(revoked_at=None, expires_at__lte=now),
            ApiKey.Status.ACTIVE: Q(revoked_at=None) & (Q(expires_at=None) | Q(expires_at__gt=now)),
        }
        return rows.filter(chosen[ApiKey.Status(value)])
