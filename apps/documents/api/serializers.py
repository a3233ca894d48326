"""Files as clients see them."""

from __future__ import annotations

from rest_framework import serializers

from apps.core.api.serializers import StrictModelSerializer, StrictSerializer
from apps.documents.models import Document


class DocumentSerializer(StrictModelSerializer[Document]):
    """A file. `media_type` is told from its content; `sha256` is of its bytes, `size` in bytes."""

    kind = serializers.ChoiceField(choices=Document.Kind.choices, read_only=True)

    class Meta:
        model = Document
        fields = ("id", "kind", "filename", "media_type", "size", "sha256", "created_at")
        read_only_fields = fields


class CreateDocumentRequest(StrictSerializer):
    """multipart/form-data."""

    file = serializers.FileField(max_length=None, allow_empty_file=True, help_text="10 MB at most.")


class DownloadLinkSerializer(StrictSerializer):
    """`url` is a path of this server that needs no token and works until `expires_at`."""

    url = serializers.CharField()
    expires_at = serializers.DateTimeField()
