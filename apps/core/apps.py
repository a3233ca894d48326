from django.apps import AppConfig


class CoreConfig(AppConfig):
    """What every app stands on; no tables of its own."""

    name = "apps.core"
    label = "core"

    def ready(self) -> None:
        from apps.core import checks  # noqa: F401 - registers them
