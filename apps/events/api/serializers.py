"""What happened, as those see it who look after a workspace."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from apps.core.api.serializers import StrictModelSerializer, StrictSerializer
from apps.events.models import Event


class AuditActorSerializer(StrictSerializer):
    """A user, maybe of the past. Names are in `listMembers`."""

    id = serializers.UUIDField()


class AuditEventSerializer(StrictModelSerializer[Event]):
    """One fact. `actor` is null where the system did it, `seq` until it is `sealed`; an erased one has no payload."""

    seq = serializers.IntegerField(allow_null=True, read_only=True)
    sealed = serializers.SerializerMethodField()
    actor = serializers.SerializerMethodField()
    changed = serializers.ListField(child=serializers.CharField(), read_only=True)
    payload = serializers.DictField(child=serializers.JSONField(), read_only=True)

    class Meta:
        model = Event
        fields = (
            "id", "seq", "sealed", "type", "occurred_at", "actor", "subject_type", "subject_id", "changed",
            "request_id", "payload", "erased_at",
        )  # fmt: skip
        read_only_fields = fields

    def get_sealed(self, event: Event) -> bool:
        return event.seq is not None

    @extend_schema_field(AuditActorSerializer(allow_null=True))
    def get_actor(self, event: Event) -> dict[str, object] | None:
        return {"id": str(event.actor_id)} if event.actor_id else None
