"""Background work as rows, and answers to requests that may come again."""

from __future__ import annotations

import django.utils.timezone
from django.db import migrations, models

import apps.core.models
from apps.core.db.policies import owned, system_only
from apps.core.db.tables import CreateModels


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        CreateModels(
            migrations.CreateModel(
                name="GlobalTask",
                fields=[
                    (
                        "id",
                        models.UUIDField(
                            default=apps.core.models.uuid7, editable=False, primary_key=True, serialize=False
                        ),
                    ),
                    ("created_at", models.DateTimeField(auto_now_add=True)),
                    ("updated_at", models.DateTimeField(auto_now=True)),
                    ("kind", models.CharField(max_length=64)),
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
                            max_length=16,
                        ),
                    ),
                    ("arguments", models.JSONField(default=dict)),
                    ("done", models.PositiveIntegerField(default=0)),
                    ("total", models.PositiveIntegerField(blank=True, null=True)),
                    ("message", models.CharField(blank=True, default="", max_length=200)),
                    ("result", models.JSONField(blank=True, null=True)),
                    ("problem", models.JSONField(blank=True, null=True)),
                    ("attempts", models.PositiveSmallIntegerField(default=0)),
                    ("cancel_asked", models.BooleanField(default=False)),
                    ("lease", models.UUIDField(blank=True, null=True)),
                    ("lease_until", models.DateTimeField(blank=True, null=True)),
                    ("queued_at", models.DateTimeField(default=django.utils.timezone.now)),
                    ("started_at", models.DateTimeField(blank=True, null=True)),
                    ("finished_at", models.DateTimeField(blank=True, null=True)),
                ],
                options={
                    "indexes": [
                        models.Index(
                            condition=models.Q(("status__in", ["queued", "running"])),
                            fields=["queued_at"],
                            name="jobs_globaltask_open",
                        )
                    ],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                ("status__in", ["queued", "running", "succeeded", "failed", "cancelled"])
                            ),
                            name="jobs_globaltask_status",
                        )
                    ],
                },
            ),
            migrations.CreateModel(
                name="IdempotencyRecord",
                fields=[
                    (
                        "id",
                        models.UUIDField(
                            default=apps.core.models.uuid7, editable=False, primary_key=True, serialize=False
                        ),
                    ),
                    ("workspace_id", models.UUIDField()),
                    ("user_id", models.UUIDField()),
                    ("operation", models.CharField(max_length=64)),
                    ("key", models.CharField(max_length=128)),
                    ("body_hash", models.CharField(max_length=64)),
                    ("status", models.PositiveSmallIntegerField()),
                    ("body", models.BinaryField()),
                    ("location", models.CharField(blank=True, default="", max_length=500)),
                    ("created_at", models.DateTimeField(auto_now_add=True)),
                ],
                options={
                    "indexes": [models.Index(fields=["created_at"], name="idempotency_age")],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("workspace_id", "user_id", "operation", "key"), name="idempotency_once"
                        )
                    ],
                },
            ),
            migrations.CreateModel(
                name="Task",
                fields=[
                    (
                        "id",
                        models.UUIDField(
                            default=apps.core.models.uuid7, editable=False, primary_key=True, serialize=False
                        ),
                    ),
                    ("created_at", models.DateTimeField(auto_now_add=True)),
                    ("updated_at", models.DateTimeField(auto_now=True)),
                    ("kind", models.CharField(max_length=64)),
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
                            max_length=16,
                        ),
                    ),
                    ("arguments", models.JSONField(default=dict)),
                    ("done", models.PositiveIntegerField(default=0)),
                    ("total", models.PositiveIntegerField(blank=True, null=True)),
                    ("message", models.CharField(blank=True, default="", max_length=200)),
                    ("result", models.JSONField(blank=True, null=True)),
                    ("problem", models.JSONField(blank=True, null=True)),
                    ("attempts", models.PositiveSmallIntegerField(default=0)),
                    ("cancel_asked", models.BooleanField(default=False)),
                    ("lease", models.UUIDField(blank=True, null=True)),
                    ("lease_until", models.DateTimeField(blank=True, null=True)),
                    ("queued_at", models.DateTimeField(default=django.utils.timezone.now)),
                    ("started_at", models.DateTimeField(blank=True, null=True)),
                    ("finished_at", models.DateTimeField(blank=True, null=True)),
                    ("workspace_id", models.UUIDField()),
                    ("user_id", models.UUIDField()),
                    ("role", models.CharField(max_length=16)),
                    ("plan", models.CharField(default="free", max_length=32)),
                    ("request_id", models.CharField(blank=True, default="", max_length=128)),
                ],
                options={
                    "indexes": [
                        models.Index(
                            condition=models.Q(("status__in", ["queued", "running"])),
                            fields=["queued_at"],
                            name="jobs_task_open",
                        ),
                        models.Index(fields=["workspace_id", "-created_at", "-id"], name="task_by_workspace"),
                    ],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                ("status__in", ["queued", "running", "succeeded", "failed", "cancelled"])
                            ),
                            name="jobs_task_status",
                        )
                    ],
                },
            ),
        ),
        owned("jobs_task", app_may="SELECT, INSERT, UPDATE"),
        owned("jobs_idempotencyrecord", app_may="SELECT, INSERT, DELETE"),
        system_only("jobs_globaltask"),
    ]
