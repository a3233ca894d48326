"""What matching keeps of each vacancy: its facts, its vectors, and the words that vacancies are written in."""

from __future__ import annotations

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import pgvector.django.halfvec
from django.db import migrations, models

import apps.core.models
from apps.core.db.policies import catalogue
from apps.core.db.tables import CreateModels


class Migration(migrations.Migration):
    initial = True
    replaces = [("matching", "0001_matching"), ("matching", "0002_semantic"), ("matching", "0003_search")]
    dependencies = [("vacancies", "0001_catalogue")]
    operations = [
        CreateModels(
            migrations.CreateModel(
                name="VacancyProfile",
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
                    ("reader", models.CharField(max_length=32)),
                    ("occupation", models.CharField(blank=True, default="", max_length=80)),
                    ("listed_at", models.DateTimeField()),
                    ("facts", models.JSONField()),
                    (
                        "vacancy",
                        models.OneToOneField(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="profile",
                            to="vacancies.vacancy",
                        ),
                    ),
                ],
                options={
                    "indexes": [
                        models.Index(
                            fields=["occupation", "-listed_at", "-vacancy"], name="profile_by_occupation"
                        )
                    ],
                },
            ),
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
                            condition=models.Q(("state", "current")),
                            fields=("state",),
                            name="one_current_fit",
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
                    ("title", pgvector.django.halfvec.HalfVectorField()),
                    ("body", pgvector.django.halfvec.HalfVectorField()),
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
        ),
        catalogue(
            "matching_vacancyprofile",
            "matching_semanticfit",
            "matching_vacancyvector",
            "matching_vocabularyword",
        ),
        # The facets' fixed sample: in which of 1,024 parts a vacancy is follows from its id.
        migrations.RunSQL(
            "CREATE INDEX vacancy_sample ON vacancies_vacancy ((uuid_hash(id) & 1023))",
            "DROP INDEX vacancy_sample",
        ),
    ]
