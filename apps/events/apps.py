from django.apps import AppConfig


class EventsConfig(AppConfig):
    """What happened, and who still has to hear of it."""

    name = "apps.events"
    label = "events"

    def ready(self) -> None:
        from apps.events import holdings  # noqa: F401 - registers what is held
