"""Files. One may hold everything of one person: nobody else of the workspace sees it."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

import apps.core.models
from apps.core.db.policies import USER, WORKSPACE, walled


class Migration(migrations.Migration):
    initial = True
    replaces = [("documents", "0001_documents"), ("documents", "0002_exports")]
    dependencies = [("accounts", "0002_workspaces_and_plans")]
    operations = [
        migrations.CreateModel(
            name="Document",
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
                            ("upload", "Upload"),
                            ("render", "Render"),
                            ("letter", "Letter"),
                            ("export", "Export"),
                        ],
                        max_length=8,
                    ),
                ),
                ("filename", models.CharField(max_length=200)),
                ("media_type", models.CharField(max_length=100)),
                ("size", models.PositiveBigIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("blob_key", models.CharField(max_length=128, unique=True)),
                ("created_by_id", models.UUIDField(blank=True, null=True)),
                (
                    "workspace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.workspace"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["workspace", "-created_at", "-id"], name="document_newest")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["upload", "render", "letter", "export"])),
                        name="document_kind",
                    )
                ],
            },
        ),
        walled(
            "documents_document",
            using=f"workspace_id = {WORKSPACE} AND (kind <> 'export' OR created_by_id = {USER})",
        ),
    ]
