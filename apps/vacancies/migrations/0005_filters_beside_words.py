"""Words and a filter together: of the rows that the text index names, only those that pass the filter are read."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("vacancies", "0004_newest_with_filters")]

    operations = [
        migrations.AddIndex(
            model_name="vacancy", index=GinIndex(fields=["countries"], name="vacancy_countries")
        ),
        migrations.AddIndex(
            model_name="vacancy",
            index=models.Index(
                fields=["seniority"], condition=~models.Q(seniority=""), name="vacancy_seniority"
            ),
        ),
    ]
