"""Deleting an account or a workspace, as clients see it."""

from __future__ import annotations

from rest_framework import serializers

from apps.core.api.serializers import StrictSerializer


class DeletionSerializer(StrictSerializer):
    """What is to be deleted, and when everything in it is erased. Null: it stays."""

    id = serializers.UUIDField()
    deletion_due_at = serializers.DateTimeField(allow_null=True)


class EraseMeRequest(StrictSerializer):
    """`password` may be left out by an account that has none: it proves itself by a sign-in of the last ten minutes."""

    password = serializers.CharField(
        max_length=256, trim_whitespace=False, allow_blank=True, default="", style={"input_type": "password"}
    )
    at_once = serializers.BooleanField(help_text="Must be true: nothing is left to take back.")

    def validate_at_once(self, at_once: bool) -> bool:
        if not at_once:
            raise serializers.ValidationError(
                "To be deleted with grace, use DELETE users/me/.", code="invalid"
            )
        return at_once


class EraseWorkspaceRequest(StrictSerializer):
    name = serializers.CharField(max_length=120, help_text="The workspace's name, typed in again.")
