from django.apps import AppConfig


class VacanciesConfig(AppConfig):
    """Postings of every board, each once."""

    name = "apps.vacancies"
    label = "vacancies"
    verbose_name = "vacancies"

    def ready(self) -> None:
        from apps.vacancies import connections, holdings, jobs, stocks  # noqa: F401 - registers what it has and does
