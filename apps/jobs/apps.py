from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Work that takes longer than a request, and answers that must be given once."""

    name = "apps.jobs"
    label = "jobs"

    def ready(self) -> None:
        from apps.core.api import idempotency
        from apps.jobs import holdings  # noqa: F401 - registers what is held
        from apps.jobs.keys import RecordStore

        idempotency.register_store(RecordStore())
