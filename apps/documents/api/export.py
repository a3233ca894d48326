"""`users/me/export/`"""

from __future__ import annotations

from rest_framework.request import Request
from rest_framework.response import Response

from apps.core.api.viewsets import FootholdViewSet, operation
from apps.documents import exporting
from apps.jobs.api.serializers import TaskSerializer, accepted
from apps.jobs.models import Task


class ExportViewSet(FootholdViewSet):
    """Everything held on the caller."""

    noun = "MyData"
    tags = ("users",)
    queryset = Task.objects.all()
    serializer_class = TaskSerializer

    @operation(id="exportMyData", response=TaskSerializer, status=202, session_only=True, idempotent=True)
    def create(self, request: Request) -> Response:
        """Everything held on the caller, as a zip: JSON by table, the original files, and a README.txt.

        The task's `result` is `{document_id}`: a document that only the caller sees, for seven days. While one is
        being made, its task is answered again.
        """
        task = exporting.request_export(caller=self.caller)
        body = TaskSerializer(task, context=self.get_serializer_context()).data
        return Response(body, status=202, headers=accepted(task))
