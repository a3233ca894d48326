from django.apps import AppConfig


class GenerationConfig(AppConfig):
    """Documents written for a vacancy from what a resume says, and nothing else."""

    name = "apps.generation"
    label = "generation"

    def ready(self) -> None:
        from apps.generation import handlers, holdings, jobs  # noqa: F401 - registers them
