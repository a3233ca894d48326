from django.apps import AppConfig


class MatchingConfig(AppConfig):
    """How well a resume and a vacancy fit, and why."""

    name = "apps.matching"
    label = "matching"

    def ready(self) -> None:
        from apps.matching import handlers, jobs  # noqa: F401 - registers them
