"""Tasks as clients see them."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from apps.core.api.serializers import StrictModelSerializer, StrictSerializer
from apps.jobs.models import Status, Task


class TaskProgressSerializer(StrictSerializer):
    """How far. `total` is null while it is unknown."""

    done = serializers.IntegerField()
    total = serializers.IntegerField(allow_null=True)
    message = serializers.CharField()


class TaskSerializer(StrictModelSerializer[Task]):
    """Background work. `result` is as the operation that started it says; `problem` is a Problem."""

    status = serializers.ChoiceField(choices=Status.choices)
    progress = TaskProgressSerializer(source="*", read_only=True)
    result = serializers.DictField(child=serializers.JSONField(), allow_null=True, read_only=True)
    problem = serializers.DictField(child=serializers.JSONField(), allow_null=True, read_only=True)

    class Meta:
        model = Task
        fields = (
            "id", "kind", "status", "progress", "result", "problem", "created_at", "started_at", "finished_at",
        )  # fmt: skip
        read_only_fields = fields


def accepted(task: Task) -> dict[str, Any]:
    """The headers of a 202."""
    return {"Location": f"/api/v1/tasks/{task.pk}/"}
