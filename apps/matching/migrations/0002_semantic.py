from __future__ import annotations

import django.db.models.deletion
import pgvector.django
from django.db import migrations, models

import apps.core.models
from apps.core.db.policies import catalogue


class Migration(migrations.Migration):
    dependencies = [
        ("matching", "0001_matching"),
    ]

    operations = [
        migrations.CreateModel(
            name="SemanticFit",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=apps.core.models.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "kind",
                    models.CharField(choices=[("learnt", "Learnt"), ("openai", "Service")], max_length=8),
                ),
                ("version", models.CharField(max_length=64, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("embedding", "Embedding"),
                            ("current", "Current"),
                            ("retired", "Retired"),
                        ],
                        default="embedding",
                        max_length=12,
                    ),
                ),
                ("task_id", models.UUIDField(help_text="The work that makes it.")),
                ("dimensions", models.PositiveSmallIntegerField()),
                ("vocabulary", models.PositiveIntegerField(default=0)),
                (
                    "postings",
                    models.PositiveIntegerField(
                        help_text="How many it was learnt from, or stood open when it began."
                    ),
                ),
                (
                    "threshold",
                    models.FloatField(help_text="Of aboutness: what a question about work reaches."),
                ),
                ("figures", models.JSONField(default=dict)),
                ("model", models.BinaryField(default=bytes)),
                ("fitted_at", models.DateTimeField()),
                ("retired_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "current")), fields=("state",), name="one_current_fit"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["embedding", "current", "retired"])),
                        name="semanticfit_state",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VacancyVector",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=apps.core.models.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("vacancy_updated_at", models.DateTimeField()),
                ("title", pgvector.django.HalfVectorField()),
                ("body", pgvector.django.HalfVectorField()),
                (
                    "fit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="vectors",
                        to="matching.semanticfit",
                    ),
                ),
                (
                    "vacancy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="vectors",
                        to="vacancies.vacancy",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["fit", "updated_at"], name="vector_newest")],
                "constraints": [models.UniqueConstraint(fields=("vacancy", "fit"), name="vector_once")],
            },
        ),
        catalogue("matching_semanticfit", "matching_vacancyvector"),
    ]
