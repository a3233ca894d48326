"""Applications and their notes."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

import apps.core.models
from apps.core.db.policies import owned
from apps.core.db.tables import CreateModels


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("accounts", "0002_workspaces_and_plans"),
        ("resumes", "0001_resumes"),
        ("vacancies", "0001_catalogue"),
    ]
    operations = [
        CreateModels(
            migrations.CreateModel(
                name="Application",
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
                        "state",
                        models.CharField(
                            choices=[
                                ("saved", "Saved"),
                                ("applied", "Applied"),
                                ("screening", "Screening"),
                                ("interview", "Interview"),
                                ("assessment", "Assessment"),
                                ("offer", "Offer"),
                                ("accepted", "Accepted"),
                                ("rejected", "Rejected"),
                                ("withdrawn", "Withdrawn"),
                                ("ghosted", "Ghosted"),
                                ("archived", "Archived"),
                            ],
                            default="saved",
                            max_length=12,
                        ),
                    ),
                    (
                        "archived_from",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("saved", "Saved"),
                                ("applied", "Applied"),
                                ("screening", "Screening"),
                                ("interview", "Interview"),
                                ("assessment", "Assessment"),
                                ("offer", "Offer"),
                                ("accepted", "Accepted"),
                                ("rejected", "Rejected"),
                                ("withdrawn", "Withdrawn"),
                                ("ghosted", "Ghosted"),
                            ],
                            default="",
                            max_length=12,
                        ),
                    ),
                    ("state_changed_at", models.DateTimeField()),
                    ("applied_at", models.DateTimeField(blank=True, null=True)),
                    ("note", models.TextField(blank=True, default="")),
                    (
                        "position",
                        models.CharField(
                            blank=True,
                            db_collation="C",
                            default="",
                            help_text="Rank on the board, compared bytewise.",
                            max_length=64,
                        ),
                    ),
                    ("created_by_id", models.UUIDField(blank=True, null=True)),
                    (
                        "own_vacancy",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.RESTRICT,
                            related_name="applications",
                            to="vacancies.ownvacancy",
                        ),
                    ),
                    (
                        "resume_version",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.SET_NULL,
                            related_name="applications",
                            to="resumes.resumeversion",
                        ),
                    ),
                    (
                        "vacancy",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="applications",
                            to="vacancies.vacancy",
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
                        models.Index(fields=["workspace", "-updated_at", "-id"], name="application_recent"),
                        models.Index(fields=["workspace", "state", "position"], name="application_board"),
                    ],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("own_vacancy", None), ("vacancy__isnull", False)),
                                models.Q(("own_vacancy__isnull", False), ("vacancy", None)),
                                _connector="OR",
                            ),
                            name="application_one_vacancy",
                        ),
                        models.UniqueConstraint(fields=("workspace", "vacancy"), name="application_once"),
                        models.UniqueConstraint(
                            fields=("workspace", "own_vacancy"), name="application_own_once"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                (
                                    "state__in",
                                    [
                                        "saved",
                                        "applied",
                                        "screening",
                                        "interview",
                                        "assessment",
                                        "offer",
                                        "accepted",
                                        "rejected",
                                        "withdrawn",
                                        "ghosted",
                                        "archived",
                                    ],
                                )
                            ),
                            name="application_state",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(
                                    ("archived_from", ""), models.Q(("state", "archived"), _negated=True)
                                ),
                                models.Q(
                                    (
                                        "archived_from__in",
                                        [
                                            "saved",
                                            "applied",
                                            "screening",
                                            "interview",
                                            "assessment",
                                            "offer",
                                            "accepted",
                                            "rejected",
                                            "withdrawn",
                                            "ghosted",
                                        ],
                                    ),
                                    ("state", "archived"),
                                ),
                                _connector="OR",
                            ),
                            name="application_archived_from",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("applied_at", None), ("state", "saved")),
                                models.Q(("applied_at__isnull", False), ("state", "applied")),
                                models.Q(("state__in", ["saved", "applied"]), _negated=True),
                                _connector="OR",
                            ),
                            name="application_applied_at",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="ApplicationNote",
                fields=[
                    (
                        "id",
                        models.UUIDField(
                            default=apps.core.models.uuid7, editable=False, primary_key=True, serialize=False
                        ),
                    ),
                    ("created_at", models.DateTimeField(auto_now_add=True)),
                    ("updated_at", models.DateTimeField(auto_now=True)),
                    ("event_id", models.UUIDField(unique=True)),
                    ("text", models.TextField()),
                    ("created_by_id", models.UUIDField(blank=True, null=True)),
                    (
                        "application",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="notes",
                            to="applications.application",
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
            ),
        ),
        owned("applications_application"),
        owned("applications_applicationnote"),
    ]
