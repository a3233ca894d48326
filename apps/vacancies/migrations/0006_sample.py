"""A sixty-fourth of the catalogue by itself (`Vacancy.sample`): lists look there first whether so many match that nobody
need count them. One index of words and texts, one that holds what other filters look at.

The index of scopes is read by those alone who ask for one."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.db import migrations, models

SAMPLED = "(uuid_hash(id) & 1023) < 16"
SAID = (
    "status, merged_into_id, remote, employment_type, seniority, job_function, source, countries, salary_year_min, "
    "salary_year_max, salary_currency, visa_sponsorship"
)


def _scopes_anew(model: str) -> list[migrations.operations.base.Operation]:
    scoped = models.Q(remote="remote") & ~models.Q(remote_scopes=[])
    return [
        migrations.RemoveIndex(model_name=model, name=f"{model}_scopes"),
        migrations.AddIndex(
            model_name=model,
            index=GinIndex(condition=scoped, fields=["remote_scopes"], name=f"{model}_scopes"),
        ),
    ]


class Migration(migrations.Migration):
    dependencies = [("vacancies", "0005_filters_beside_words")]

    operations = [
        *_scopes_anew("vacancy"),
        *_scopes_anew("ownvacancy"),
        migrations.RunSQL(
            "CREATE INDEX vacancy_sample_texts ON vacancies_vacancy USING gin (search, skills, countries, remote_scopes, "
            f"location_text gin_trgm_ops, company_name gin_trgm_ops) WHERE {SAMPLED}",
            "DROP INDEX vacancy_sample_texts",
        ),
        migrations.RunSQL(
            f"CREATE INDEX vacancy_sample_said ON vacancies_vacancy (listed_at, id) INCLUDE ({SAID}) WHERE {SAMPLED}",
            "DROP INDEX vacancy_sample_said",
        ),
    ]
