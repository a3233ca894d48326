"""What was written for somebody."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

import apps.core.models
from apps.core.db.policies import owned


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("accounts", "0002_workspaces_and_plans"),
        ("resumes", "0001_resumes"),
        ("vacancies", "0001_catalogue"),
    ]
    operations = [
        migrations.CreateModel(
            name="Generation",
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
                    models.CharField(
                        choices=[
                            ("tailored-resume", "Tailored Resume"),
                            ("cover-letter", "Cover Letter"),
                            ("proposal", "Proposal"),
                            ("interview-prep", "Interview Prep"),
                            ("follow-up-email", "Follow Up Email"),
                            ("outreach-message", "Outreach Message"),
                            ("summary", "Summary"),
                        ],
                        max_length=24,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("queued", "Queued"),
                            ("running", "Running"),
                            ("succeeded", "Succeeded"),
                            ("failed", "Failed"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="queued",
                        max_length=12,
                    ),
                ),
                ("vacancy_text", models.TextField(blank=True, default="")),
                ("options", models.JSONField(default=dict, help_text="{tone, length, language, emphasis}")),
                ("content", models.JSONField(blank=True, null=True)),
                ("alternatives", models.JSONField(blank=True, default=list)),
                ("provider", models.CharField(blank=True, default="", max_length=40)),
                ("model", models.CharField(blank=True, default="", max_length=80)),
                ("evidence", models.JSONField(blank=True, default=list)),
                ("unsupported", models.JSONField(blank=True, default=list)),
                ("suggestions", models.JSONField(blank=True, default=list)),
                ("metadata", models.JSONField(blank=True, default=dict)),
                (
                    "rating",
                    models.CharField(
                        blank=True, choices=[("up", "Up"), ("down", "Down")], default="", max_length=4
                    ),
                ),
                ("rating_comment", models.TextField(blank=True, default="")),
                ("task_id", models.UUIDField()),
                ("created_by_id", models.UUIDField()),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                (
                    "own_vacancy",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="vacancies.ownvacancy",
                    ),
                ),
                (
                    "result_resume",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="resumes.resume",
                    ),
                ),
                (
                    "resume_version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="resumes.resumeversion",
                    ),
                ),
                (
                    "vacancy",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="vacancies.vacancy",
                    ),
                ),
                (
                    "workspace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.workspace"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["workspace", "-created_at", "-id"], name="generation_newest")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["queued", "running", "succeeded", "failed", "cancelled"])
                        ),
                        name="generation_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "tailored-resume",
                                    "cover-letter",
                                    "proposal",
                                    "interview-prep",
                                    "follow-up-email",
                                    "outreach-message",
                                    "summary",
                                ],
                            )
                        ),
                        name="generation_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("rating__in", ["", "up", "down"])), name="generation_rating"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("vacancy", None), ("own_vacancy", None), _connector="OR"),
                        name="generation_one_vacancy",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("content__isnull", False),
                            models.Q(("status", "succeeded"), _negated=True),
                            _connector="OR",
                        ),
                        name="generation_content",
                    ),
                    models.UniqueConstraint(fields=("task_id",), name="generation_once_a_task"),
                ],
            },
        ),
        owned("generation_generation"),
    ]
