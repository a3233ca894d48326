"""Sessions as their owner sees them."""

from __future__ import annotations

from rest_framework import serializers

from apps.accounts.models import Session
from apps.core.api.serializers import StrictModelSerializer


class SessionSerializer(StrictModelSerializer[Session]):
    """Somewhere one is signed in."""

    address = serializers.IPAddressField(read_only=True, allow_null=True)
    is_current = serializers.SerializerMethodField(help_text="The one that asks.")

    class Meta:
        model = Session
        fields = ("id", "user_agent", "address", "created_at", "last_used_at", "expires_at", "is_current")
        read_only_fields = fields

    def get_is_current(self, session: Session) -> bool:
        return bool(session.pk == self.context["view"].caller.session_id)
