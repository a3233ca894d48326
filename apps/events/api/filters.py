from __future__ import annotations

import django_filters

from apps.core.api.filters import FootholdFilterSet
from apps.events.models import Event


class AuditEventFilterSet(FootholdFilterSet):
    type = django_filters.CharFilter(help_text="A type in full: `vacancy.changed`.")
    actor = django_filters.UUIDFilter(field_name="actor_id", help_text="Who did it: the id of a user.")
    subject = django_filters.UUIDFilter(field_name="subject_id", help_text="To what: the id of a row.")
    since = django_filters.IsoDateTimeFilter(
        field_name="occurred_at", lookup_expr="gte", help_text="Then or later."
    )
    until = django_filters.IsoDateTimeFilter(
        field_name="occurred_at", lookup_expr="lt", help_text="Before then."
    )

    class Meta:
        model = Event
        fields: tuple[str, ...] = ()
