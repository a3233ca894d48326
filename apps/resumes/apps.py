from django.apps import AppConfig


class ResumesConfig(AppConfig):
    """One true resume, its versions and its files."""

    name = "apps.resumes"
    label = "resumes"

    def ready(self) -> None:
        from apps.resumes import holdings, jobs  # noqa: F401 - registers what is held, and its kinds of work
