from __future__ import annotations

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models

import apps.core.models
from apps.core.db.policies import catalogue


class Migration(migrations.Migration):
    dependencies = [
        ("matching", "0002_semantic"),
    ]

    operations = [
        migrations.CreateModel(
            name="VocabularyWord",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=apps.core.models.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("word", models.CharField(max_length=30, unique=True)),
                ("postings", models.PositiveIntegerField()),
                (
                    "rests",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30), size=None
                    ),
                ),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fastupdate=False, fields=["rests"], name="vocabulary_rests"
                    )
                ],
            },
        ),
        catalogue("matching_vocabularyword"),
        # The facets' fixed sample: in which of 1,024 parts a vacancy is follows from its id.
        migrations.RunSQL(
            "CREATE INDEX vacancy_sample ON vacancies_vacancy ((uuid_hash(id) & 1023))",
            "DROP INDEX vacancy_sample",
        ),
    ]
