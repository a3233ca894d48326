from django.apps import AppConfig


class VacanciesConfig(AppConfig):
    """Postings of every board, each once."""

    name = "apps.vacancies"
    label = "vacancies"
    verbose_name = "vacancies"

    def ready(self) -> None:
        from apps.vacancies import jobs  # noqa: F401 - registers its kinds of work
