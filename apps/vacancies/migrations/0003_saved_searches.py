"""Saved searches: the questions, their anchors and matches, and what came and is still to be held against them."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import apps.core.models
from apps.core.db.policies import catalogue, owned


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0006_saved_searches"),
        ("vacancies", "0002_sources_merges_history"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Arrival",
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
                    "vacancy_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OwnArrival",
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
                    "vacancy_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SavedSearch",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=apps.core.models.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("name", models.CharField(max_length=120)),
                ("filters", models.JSONField(default=dict)),
                (
                    "alert",
                    models.CharField(
                        choices=[
                            ("off", "Off"),
                            ("instant", "Instant"),
                            ("daily", "Daily"),
                            ("weekly", "Weekly"),
                        ],
                        default="off",
                        max_length=8,
                    ),
                ),
                ("seen_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("due_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("needs", models.JSONField(default=list, editable=False)),
                ("needs_version", models.CharField(blank=True, default="", editable=False, max_length=32)),
            ],
            options={
                "verbose_name_plural": "saved searches",
            },
        ),
        migrations.CreateModel(
            name="SavedSearchAnchor",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=apps.core.models.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("term", models.CharField(max_length=250)),
            ],
        ),
        migrations.CreateModel(
            name="SavedSearchMatch",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=apps.core.models.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("told_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name_plural": "saved search matches",
            },
        ),
        migrations.AddIndex(
            model_name="vacancy",
            index=models.Index(fields=["-first_seen_at", "-id"], name="vacancy_arrived"),
        ),
        migrations.AddIndex(
            model_name="vacancychange",
            index=models.Index(
                condition=models.Q(("kind__in", ["reopened", "reposted"])),
                fields=["at"],
                name="change_came_again",
            ),
        ),
        migrations.AddField(
            model_name="ownarrival",
            name="workspace",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.workspace"
            ),
        ),
        migrations.AddField(
            model_name="savedsearch",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="saved_searches",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="savedsearch",
            name="workspace",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.workspace"
            ),
        ),
        migrations.AddField(
            model_name="savedsearchanchor",
            name="search",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="anchors",
                to="vacancies.savedsearch",
            ),
        ),
        migrations.AddField(
            model_name="savedsearchanchor",
            name="workspace",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.workspace"
            ),
        ),
        migrations.AddField(
            model_name="savedsearchmatch",
            name="own_vacancy",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="vacancies.ownvacancy",
            ),
        ),
        migrations.AddField(
            model_name="savedsearchmatch",
            name="search",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="matches",
                to="vacancies.savedsearch",
            ),
        ),
        migrations.AddField(
            model_name="savedsearchmatch",
            name="vacancy",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="vacancies.vacancy",
            ),
        ),
        migrations.AddField(
            model_name="savedsearchmatch",
            name="workspace",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.workspace"
            ),
        ),
        migrations.AddIndex(
            model_name="savedsearch",
            index=models.Index(fields=["workspace", "user", "-created_at"], name="savedsearch_by_user"),
        ),
        migrations.AddIndex(
            model_name="savedsearch",
            index=models.Index(
                condition=models.Q(("due_at__isnull", False)), fields=["due_at"], name="savedsearch_when_due"
            ),
        ),
        migrations.AddIndex(
            model_name="savedsearch",
            index=models.Index(
                condition=models.Q(("alert", "off"), _negated=True),
                fields=["needs_version"],
                name="savedsearch_version",
            ),
        ),
        migrations.AddConstraint(
            model_name="savedsearch",
            constraint=models.CheckConstraint(
                condition=models.Q(("alert__in", ["off", "instant", "daily", "weekly"])),
                name="savedsearch_alert",
            ),
        ),
        migrations.AddConstraint(
            model_name="savedsearch",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("alert", "off"), ("due_at", None)),
                    ("alert", "instant"),
                    models.Q(("alert__in", ["daily", "weekly"]), ("due_at__isnull", False)),
                    _connector="OR",
                ),
                name="savedsearch_due",
            ),
        ),
        migrations.AddIndex(
            model_name="savedsearchanchor",
            index=models.Index(fields=["term"], name="anchor_by_term"),
        ),
        migrations.AddConstraint(
            model_name="savedsearchanchor",
            constraint=models.UniqueConstraint(fields=("search", "term"), name="anchor_once"),
        ),
        migrations.AddIndex(
            model_name="savedsearchmatch",
            index=models.Index(
                condition=models.Q(("told_at", None)), fields=["search", "id"], name="match_waiting"
            ),
        ),
        migrations.AddConstraint(
            model_name="savedsearchmatch",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("own_vacancy", None), ("vacancy__isnull", False)),
                    models.Q(("own_vacancy__isnull", False), ("vacancy", None)),
                    _connector="OR",
                ),
                name="match_one_vacancy",
            ),
        ),
        migrations.AddConstraint(
            model_name="savedsearchmatch",
            constraint=models.UniqueConstraint(fields=("search", "vacancy"), name="match_once"),
        ),
        migrations.AddConstraint(
            model_name="savedsearchmatch",
            constraint=models.UniqueConstraint(fields=("search", "own_vacancy"), name="match_own_once"),
        ),
        catalogue("vacancies_arrival"),
        owned("vacancies_ownarrival"),
        owned("vacancies_savedsearch"),
        owned("vacancies_savedsearchanchor"),
        owned("vacancies_savedsearchmatch"),
    ]
