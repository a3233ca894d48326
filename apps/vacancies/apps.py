from django.apps import AppConfig


class VacanciesConfig(AppConfig):
    """Postings of every board, each once."""

    name = "apps.vacancies"
    label = "vacancies"
    verbose_name = "vacancies"

    def ready(self) -> None:
        from apps.vacancies import connections, holdings, jobs  # noqa: F401 - registers its keys, holdings and work
