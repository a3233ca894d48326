"""The index that lists are read by holds what filters look at: the capped count reads it and no rows."""

from __future__ import annotations

from django.db import migrations, models

SAID = (
    "status", "merged_into", "remote", "employment_type", "seniority", "job_function", "source", "countries",
    "salary_year_min", "salary_year_max", "salary_currency", "visa_sponsorship",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("vacancies", "0003_saved_searches")]

    operations = [
        migrations.RemoveIndex(model_name="vacancy", name="vacancy_newest"),
        migrations.AddIndex(
            model_name="vacancy",
            index=models.Index(fields=["-listed_at", "-id"], include=SAID, name="vacancy_newest"),
        ),
    ]
