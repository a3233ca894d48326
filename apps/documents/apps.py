from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Files, checked by content."""

    name = "apps.documents"
    label = "documents"

    def ready(self) -> None:
        from apps.documents import holdings, jobs  # noqa: F401 - registers what is held, and its kinds of work
