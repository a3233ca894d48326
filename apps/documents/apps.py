from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Files, checked by content."""

    name = "apps.documents"
    label = "documents"
