"""`tasks/`"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from rest_framework.request import Request

from apps.core.api.viewsets import FootholdViewSet, Listed, Retrieved, operation
from apps.jobs import services
from apps.jobs.api.filters import TaskFilterSet
from apps.jobs.api.serializers import TaskSerializer
from apps.jobs.models import Task


class TaskViewSet(Listed, Retrieved, FootholdViewSet):
    """The workspace's background work, newest first."""

    noun = "Task"
    tags = ("tasks",)
    compiled = True
    queryset = Task.objects.all()
    serializer_class = TaskSerializer
    filterset_class = TaskFilterSet

    @operation(response=TaskSerializer, ability="write", problems=(409,))
    def cancel(self, request: Request, *, pk: UUID, **_: Any) -> Task:
        """Call it off. Queued work ends at once, running work at its next step; what is over is a 409."""
        return services.cancel(task_id=pk, caller=self.caller)
