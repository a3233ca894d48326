"""`documents/`"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from rest_framework.request import Request
from rest_framework.response import Response

from apps.core.api.uploads import UploadParser
from apps.core.api.viewsets import FootholdViewSet, Listed, Retrieved, operation
from apps.core.errors import FieldError, UnprocessableFile
from apps.documents import links, selectors, services
from apps.documents.api import serializers
from apps.documents.api.filters import DocumentFilterSet
from apps.documents.models import Document
from apps.documents.querysets import visible_to


class DocumentViewSet(Listed, Retrieved, FootholdViewSet):
    """The workspace's files: uploads, renderings, letters."""

    noun = "Document"
    tags = ("documents",)
    queryset = Document.objects.all()
    serializer_class = serializers.DocumentSerializer
    filterset_class = DocumentFilterSet
    parser_classes = (UploadParser,)
    ordering = "-created_at"
    ordering_fields = ("created_at", "filename", "size")

    def narrow_queryset(self, queryset: QuerySet[Document]) -> QuerySet[Document]:
        return visible_to(self.caller, queryset)

    @operation(
        request=serializers.CreateDocumentRequest,
        response=serializers.DocumentSerializer,
        status=201,
        ability="write",
        idempotent=True,
        problems=(422,),
    )
    def create(self, request: Request, *, data: dict[str, Any]) -> Response:
        """Keep a file as it is. Its type is told from its content, and its name made to agree."""
        upload = data["file"]
        if not upload.size:
            detail = "The file is empty."
            raise UnprocessableFile(detail, errors=[FieldError("file", "empty_file", detail)])
        document = services.store(
            caller=self.caller,
            stream=upload,
            filename=upload.name or "",
            kind=Document.Kind.UPLOAD,
            max_bytes=settings.UPLOAD_LIMIT,
        )
        headers = {"Location": f"/api/v1/documents/{document.pk}/"}
        return Response(self.present(document), status=201, headers=headers)

    @operation(status=204, ability="write", concurrent=True)
    def destroy(self, request: Request, *, pk: UUID) -> None:
        """Delete the file. A resume that was read from it stays."""
        services.delete_document(document=self.locked_and_matched(), caller=self.caller)

    @operation(id="downloadDocument", response=serializers.DownloadLinkSerializer)
    def download(self, request: Request, *, pk: UUID) -> links.Link:
        """A link that works without a token for ten minutes."""
        return links.link_to(selectors.get_document(document_id=pk, caller=self.caller), self.caller)
