"""Resumes and their versions."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

import apps.core.models
from apps.core.db.policies import owned
from apps.core.db.tables import CreateModels


class Migration(migrations.Migration):
    initial = True
    dependencies = [("accounts", "0002_workspaces_and_plans"), ("documents", "0001_files")]
    operations = [
        CreateModels(
            migrations.CreateModel(
                name="Resume",
                fields=[
                    (
                        "id",
                        models.UUIDField(
                            default=apps.core.models.uuid7, editable=False, primary_key=True, serialize=False
                        ),
                    ),
                    ("created_at", models.DateTimeField(auto_now_add=True)),
                    ("updated_at", models.DateTimeField(auto_now=True)),
                    ("title", models.CharField(max_length=200)),
                    ("content", models.JSONField()),
                    ("current_version", models.PositiveIntegerField(default=1)),
                    ("language", models.CharField(blank=True, default="", max_length=35)),
                    (
                        "origin",
                        models.CharField(
                            choices=[("parsed", "Parsed"), ("typed", "Typed"), ("tailored", "Tailored")],
                            max_length=8,
                        ),
                    ),
                    ("created_by_id", models.UUIDField(blank=True, null=True)),
                    (
                        "document",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.SET_NULL,
                            related_name="+",
                            to="documents.document",
                        ),
                    ),
                    (
                        "parent",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.SET_NULL,
                            related_name="+",
                            to="resumes.resume",
                        ),
                    ),
                    (
                        "workspace",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="+",
                            to="accounts.workspace",
                        ),
                    ),
                ],
                options={
                    "indexes": [
                        models.Index(fields=["workspace", "-updated_at", "-id"], name="resume_changed"),
                        models.Index(fields=["workspace", "-created_at", "-id"], name="resume_newest"),
                    ],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("origin__in", ["parsed", "typed", "tailored"])),
                            name="resume_origin",
                        )
                    ],
                },
            ),
            migrations.CreateModel(
                name="ResumeVersion",
                fields=[
                    (
                        "id",
                        models.UUIDField(
                            default=apps.core.models.uuid7, editable=False, primary_key=True, serialize=False
                        ),
                    ),
                    ("created_at", models.DateTimeField(auto_now_add=True)),
                    ("updated_at", models.DateTimeField(auto_now=True)),
                    ("number", models.PositiveIntegerField()),
                    ("title", models.CharField(max_length=200)),
                    ("content", models.JSONField()),
                    ("language", models.CharField(blank=True, default="", max_length=35)),
                    (
                        "reason",
                        models.CharField(
                            choices=[
                                ("created", "Created"),
                                ("parsed", "Parsed"),
                                ("updated", "Updated"),
                                ("restored", "Restored"),
                                ("generated", "Generated"),
                            ],
                            max_length=9,
                        ),
                    ),
                    ("note", models.CharField(blank=True, default="", max_length=500)),
                    ("actor_id", models.UUIDField(blank=True, null=True)),
                    (
                        "resume",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="versions",
                            to="resumes.resume",
                        ),
                    ),
                    (
                        "workspace",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="+",
                            to="accounts.workspace",
                        ),
                    ),
                ],
                options={
                    "constraints": [
                        models.UniqueConstraint(fields=("resume", "number"), name="version_once"),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("reason__in", ["created", "parsed", "updated", "restored", "generated"])
                            ),
                            name="version_reason",
                        ),
                    ],
                },
            ),
        ),
        owned("resumes_resume"),
        # Written once.
        owned("resumes_resumeversion", app_may="SELECT, INSERT, DELETE"),
    ]
