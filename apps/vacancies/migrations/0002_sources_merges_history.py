"""Boards with their health, a workspace's own boards and clients, merges with their reasons, history."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.db import migrations, models

import apps.core.models
from apps.core.db.policies import catalogue, owned


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_walls_and_limits"),
        ("vacancies", "0001_vacancies"),
    ]

    operations = [
        migrations.CreateModel(
            name="MarketplaceClient",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=apps.core.models.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("platform", models.CharField(max_length=32)),
                ("platform_id", models.CharField(max_length=200)),
                ("name", models.CharField(max_length=200)),
                ("company_name", models.CharField(blank=True, default="", max_length=200)),
                ("location", models.CharField(blank=True, default="", max_length=200)),
                ("total_spent", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                ("currency", models.CharField(blank=True, default="", max_length=3)),
                ("hire_rate", models.FloatField(blank=True, null=True)),
                ("rating", models.FloatField(blank=True, null=True)),
                ("reviews_count", models.PositiveIntegerField(blank=True, null=True)),
                ("jobs_posted", models.PositiveIntegerField(blank=True, null=True)),
                ("active_jobs", models.PositiveIntegerField(blank=True, null=True)),
                ("reviews", models.JSONField(blank=True, default=list)),
                ("score", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("fetched_at", models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="MergeDecision",
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
                            ("same", "Same"),
                            ("cross_post", "Cross Post"),
                            ("agency_copy", "Agency Copy"),
                            ("repost", "Repost"),
                            ("evergreen", "Evergreen"),
                            ("many_places", "Many Places"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("applied", "Applied"),
                            ("refused", "Refused"),
                            ("undone", "Undone"),
                        ],
                        max_length=8,
                    ),
                ),
                ("confidence", models.FloatField()),
                ("reason", models.CharField(max_length=200)),
                ("evidence", models.JSONField(blank=True, default=dict)),
                ("decided_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "decided_by_id",
                    models.UUIDField(blank=True, help_text="Who of the staff; empty: the rules.", null=True),
                ),
            ],
        ),
        migrations.CreateModel(
            name="OwnSource",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=apps.core.models.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("kind", models.CharField(max_length=32)),
                ("board", models.CharField(max_length=200)),
                (
                    "company_name",
                    models.CharField(
                        blank=True, default="", help_text="Where the feed does not say it.", max_length=200
                    ),
                ),
                (
                    "base_url",
                    models.URLField(
                        blank=True, default="", help_text="Instead of the vendor's host.", max_length=500
                    ),
                ),
                (
                    "spec",
                    models.JSONField(
                        blank=True, help_text="Of a generic source: where, what, which field.", null=True
                    ),
                ),
                ("is_enabled", models.BooleanField(default=True)),
                (
                    "interval_seconds",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Between two crawls; empty: what the source's terms say.",
                        null=True,
                    ),
                ),
                (
                    "next_run_at",
                    models.DateTimeField(blank=True, help_text="Empty: not before somebody asks.", null=True),
                ),
                ("last_run_at", models.DateTimeField(blank=True, null=True)),
                ("last_complete_at", models.DateTimeField(blank=True, null=True)),
                ("failures", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("cooldown_until", models.DateTimeField(blank=True, null=True)),
                ("alarm", models.CharField(blank=True, default="", editable=False, max_length=300)),
                ("alarmed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("etag", models.CharField(blank=True, default="", editable=False, max_length=300)),
                ("last_modified", models.CharField(blank=True, default="", editable=False, max_length=100)),
                (
                    "open_postings",
                    models.PositiveIntegerField(
                        default=0, editable=False, help_text="After the last complete crawl."
                    ),
                ),
                ("created_by_id", models.UUIDField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="OwnSourceRun",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=apps.core.models.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("task_id", models.UUIDField(blank=True, null=True, unique=True)),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("running", "Running"),
                            ("complete", "Complete"),
                            ("unchanged", "Unchanged"),
                            ("partial", "Partial"),
                            ("failed", "Failed"),
                        ],
                        default="running",
                        max_length=9,
                    ),
                ),
                ("started_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                ("seen", models.PositiveIntegerField(default=0)),
                ("created", models.PositiveIntegerField(default=0)),
                ("changed", models.PositiveIntegerField(default=0)),
                ("unchanged", models.PositiveIntegerField(default=0)),
                ("merged", models.PositiveIntegerField(default=0)),
                ("refused", models.PositiveIntegerField(default=0)),
                ("closed", models.PositiveIntegerField(default=0)),
                ("pages", models.PositiveIntegerField(default=0)),
                ("requests", models.PositiveIntegerField(default=0)),
                ("faults", models.JSONField(default=list, help_text="At most 50 of {source_id, reason}.")),
                ("fault", models.TextField(blank=True, default="")),
                ("checkpoint", models.JSONField(blank=True, default=dict)),
            ],
        ),
        migrations.CreateModel(
            name="OwnVacancyChange",
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
                            ("changed", "Changed"),
                            ("closed", "Closed"),
                            ("reopened", "Reopened"),
                            ("reposted", "Reposted"),
                            ("merged", "Merged"),
                            ("unmerged", "Unmerged"),
                        ],
                        max_length=8,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("fields", models.JSONField(blank=True, default=dict)),
                ("reason", models.CharField(blank=True, default="", max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="VacancyChange",
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
                            ("changed", "Changed"),
                            ("closed", "Closed"),
                            ("reopened", "Reopened"),
                            ("reposted", "Reposted"),
                            ("merged", "Merged"),
                            ("unmerged", "Unmerged"),
                        ],
                        max_length=8,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("fields", models.JSONField(blank=True, default=dict)),
                ("reason", models.CharField(blank=True, default="", max_length=200)),
            ],
        ),
        migrations.AddField(
            model_name="ownvacancy",
            name="budget_max",
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
        ),
        migrations.AddField(
            model_name="ownvacancy",
            name="budget_min",
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
        ),
        migrations.AddField(
            model_name="ownvacancy",
            name="budget_type",
            field=models.CharField(
                blank=True, choices=[("fixed", "Fixed"), ("hourly", "Hourly")], default="", max_length=8
            ),
        ),
        migrations.AddField(
            model_name="ownvacancy",
            name="client_score",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="ownvacancy",
            name="confidence",
            field=models.FloatField(default=1.0),
        ),
        migrations.AddField(
            model_name="ownvacancy",
            name="field_sources",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name="ownvacancy",
            name="missed",
            field=models.PositiveSmallIntegerField(
                default=0, help_text="Complete crawls in a row without it."
            ),
        ),
        migrations.AddField(
            model_name="ownvacancy",
            name="payload_hash",
            field=models.CharField(blank=True, default="", max_length=64),
        ),
        migrations.AddField(
            model_name="ownvacancy",
            name="list_hash",
            field=models.CharField(blank=True, default="", max_length=64),
        ),
        migrations.AddField(
            model_name="ownvacancy",
            name="security_clearance",
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="rawposting",
            name="list_hash",
            field=models.CharField(blank=True, default="", max_length=64),
        ),
        migrations.AddField(
            model_name="rawposting",
            name="block_keys",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=40), blank=True, default=list, size=None
            ),
        ),
        migrations.AddField(
            model_name="rawposting",
            name="content",
            field=models.JSONField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="rawposting",
            name="content_changed_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddIndex(
            model_name="rawposting",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["block_keys"], name="posting_blocks", fastupdate=False
            ),
        ),
        migrations.AddField(
            model_name="source",
            name="alarm",
            field=models.CharField(blank=True, default="", editable=False, max_length=300),
        ),
        migrations.AddField(
            model_name="source",
            name="alarmed_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="source",
            name="cooldown_until",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="source",
            name="etag",
            field=models.CharField(blank=True, default="", editable=False, max_length=300),
        ),
        migrations.AddField(
            model_name="source",
            name="failures",
            field=models.PositiveSmallIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name="source",
            name="interval_seconds",
            field=models.PositiveIntegerField(
                blank=True, help_text="Between two crawls; empty: what the source's terms say.", null=True
            ),
        ),
        migrations.AddField(
            model_name="source",
            name="last_complete_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="source",
            name="last_modified",
            field=models.CharField(blank=True, default="", editable=False, max_length=100),
        ),
        migrations.AddField(
            model_name="source",
            name="next_run_at",
            field=models.DateTimeField(blank=True, help_text="Empty: not before somebody asks.", null=True),
        ),
        migrations.AddField(
            model_name="source",
            name="open_postings",
            field=models.PositiveIntegerField(
                default=0, editable=False, help_text="After the last complete crawl."
            ),
        ),
        migrations.AddField(
            model_name="source",
            name="spec",
            field=models.JSONField(
                blank=True, help_text="Of a generic source: where, what, which field.", null=True
            ),
        ),
        migrations.AddField(
            model_name="sourcerun",
            name="checkpoint",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name="sourcerun",
            name="pages",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="sourcerun",
            name="requests",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="vacancy",
            name="budget_max",
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
        ),
        migrations.AddField(
            model_name="vacancy",
            name="budget_min",
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
        ),
        migrations.AddField(
            model_name="vacancy",
            name="budget_type",
            field=models.CharField(
                blank=True, choices=[("fixed", "Fixed"), ("hourly", "Hourly")], default="", max_length=8
            ),
        ),
        migrations.AddField(
            model_name="vacancy",
            name="client_score",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="vacancy",
            name="content_changed_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="vacancy",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="absorbed",
                to="vacancies.vacancy",
            ),
        ),
        migrations.AddField(
            model_name="vacancy",
            name="security_clearance",
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="sourcerun",
            name="outcome",
            field=models.CharField(
                choices=[
                    ("running", "Running"),
                    ("complete", "Complete"),
                    ("unchanged", "Unchanged"),
                    ("partial", "Partial"),
                    ("failed", "Failed"),
                ],
                default="running",
                max_length=9,
            ),
        ),
        migrations.AddIndex(
            model_name="source",
            index=models.Index(
                condition=models.Q(("is_enabled", True)), fields=["next_run_at"], name="source_due"
            ),
        ),
        migrations.AddConstraint(
            model_name="vacancy",
            constraint=models.CheckConstraint(
                condition=models.Q(("budget_type__in", ["", "fixed", "hourly"])), name="vacancy_budget_type"
            ),
        ),
        migrations.AddField(
            model_name="marketplaceclient",
            name="workspace",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.workspace"
            ),
        ),
        migrations.AddField(
            model_name="ownvacancy",
            name="client",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="vacancies",
                to="vacancies.marketplaceclient",
            ),
        ),
        migrations.AddField(
            model_name="mergedecision",
            name="from_vacancy",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="left_by",
                to="vacancies.vacancy",
            ),
        ),
        migrations.AddField(
            model_name="mergedecision",
            name="posting",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="decisions",
                to="vacancies.rawposting",
            ),
        ),
        migrations.AddField(
            model_name="mergedecision",
            name="vacancy",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="decisions", to="vacancies.vacancy"
            ),
        ),
        migrations.AddField(
            model_name="ownsource",
            name="connection",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="accounts.connection",
            ),
        ),
        migrations.AddField(
            model_name="ownsource",
            name="workspace",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.workspace"
            ),
        ),
        migrations.AddField(
            model_name="ownvacancy",
            name="own_source",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="vacancies",
                to="vacancies.ownsource",
            ),
        ),
        migrations.AddConstraint(
            model_name="ownvacancy",
            constraint=models.CheckConstraint(
                condition=models.Q(("budget_type__in", ["", "fixed", "hourly"])),
                name="ownvacancy_budget_type",
            ),
        ),
        migrations.AddConstraint(
            model_name="ownvacancy",
            constraint=models.UniqueConstraint(
                condition=models.Q(("own_source__isnull", False)),
                fields=("own_source", "source_id"),
                name="ownvacancy_of_source",
            ),
        ),
        migrations.AddField(
            model_name="ownsourcerun",
            name="source",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="runs", to="vacancies.ownsource"
            ),
        ),
        migrations.AddField(
            model_name="ownsourcerun",
            name="workspace",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.workspace"
            ),
        ),
        migrations.AddField(
            model_name="ownvacancychange",
            name="own_vacancy",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="changes", to="vacancies.ownvacancy"
            ),
        ),
        migrations.AddField(
            model_name="ownvacancychange",
            name="workspace",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="accounts.workspace"
            ),
        ),
        migrations.AddField(
            model_name="vacancychange",
            name="vacancy",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="changes", to="vacancies.vacancy"
            ),
        ),
        migrations.AddIndex(
            model_name="marketplaceclient",
            index=models.Index(fields=["workspace", "name"], name="client_by_name"),
        ),
        migrations.AddConstraint(
            model_name="marketplaceclient",
            constraint=models.UniqueConstraint(
                fields=("workspace", "platform", "platform_id"), name="client_once"
            ),
        ),
        migrations.AddIndex(
            model_name="mergedecision",
            index=models.Index(fields=["vacancy"], name="decision_by_vacancy"),
        ),
        migrations.AddIndex(
            model_name="mergedecision",
            index=models.Index(
                condition=models.Q(("state", "proposed")),
                fields=["-confidence", "id"],
                name="decision_to_review",
            ),
        ),
        migrations.AddConstraint(
            model_name="mergedecision",
            constraint=models.UniqueConstraint(fields=("posting", "vacancy"), name="decision_once"),
        ),
        migrations.AddIndex(
            model_name="ownsource",
            index=models.Index(fields=["workspace", "-created_at"], name="ownsource_by_workspace"),
        ),
        migrations.AddIndex(
            model_name="ownsource",
            index=models.Index(
                condition=models.Q(("is_enabled", True)), fields=["next_run_at"], name="ownsource_due"
            ),
        ),
        migrations.AddConstraint(
            model_name="ownsource",
            constraint=models.UniqueConstraint(fields=("workspace", "kind", "board"), name="ownsource_once"),
        ),
        migrations.AddIndex(
            model_name="ownsourcerun",
            index=models.Index(fields=["source", "-started_at"], name="ownrun_by_source"),
        ),
        migrations.AddIndex(
            model_name="ownsourcerun",
            index=models.Index(fields=["workspace", "-started_at"], name="ownrun_by_workspace"),
        ),
        migrations.AddIndex(
            model_name="ownvacancychange",
            index=models.Index(fields=["own_vacancy", "-at"], name="ownchange_by_vacancy"),
        ),
        migrations.AddIndex(
            model_name="vacancychange",
            index=models.Index(fields=["vacancy", "-at"], name="change_by_vacancy"),
        ),
        migrations.AddField(
            model_name="ownvacancy",
            name="canonical_url",
            field=models.CharField(blank=True, default="", editable=False, max_length=2000),
        ),
        migrations.AddIndex(
            model_name="ownvacancy",
            index=models.Index(
                models.F("workspace_id"),
                django.db.models.functions.text.MD5("canonical_url"),
                condition=models.Q(("canonical_url", ""), _negated=True),
                name="ownvacancy_url",
            ),
        ),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=apps.core.models.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("key", models.CharField(max_length=200)),
                ("platform", models.CharField(max_length=32)),
                ("posting_id", models.CharField(max_length=200)),
                ("digest", models.CharField(editable=False, max_length=64)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("sending", "Sending"),
                            ("sent", "Sent"),
                            ("refused", "Refused"),
                            ("unknown", "Unknown"),
                        ],
                        default="sending",
                        max_length=8,
                    ),
                ),
                ("platform_id", models.CharField(blank=True, default="", max_length=200)),
                ("platform_status", models.CharField(blank=True, default="", max_length=64)),
                ("submitted_at", models.DateTimeField(blank=True, null=True)),
                ("fault", models.CharField(blank=True, default="", max_length=200)),
                ("created_by_id", models.UUIDField(blank=True, null=True)),
                (
                    "own_vacancy",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="proposals",
                        to="vacancies.ownvacancy",
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
                "indexes": [models.Index(fields=["workspace", "-created_at"], name="proposal_by_workspace")],
                "constraints": [
                    models.UniqueConstraint(fields=("workspace", "key"), name="proposal_once"),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["sending", "sent", "refused", "unknown"])),
                        name="proposal_state",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="vacancy",
            index=models.Index(
                condition=models.Q(("client_score__isnull", False)),
                fields=["client_score"],
                name="vacancy_client_score",
            ),
        ),
        migrations.AddIndex(
            model_name="vacancy",
            index=models.Index(
                condition=models.Q(
                    ("budget_max__isnull", False), ("budget_min__isnull", False), _connector="OR"
                ),
                fields=["budget_max", "budget_min"],
                name="vacancy_budget",
            ),
        ),
        migrations.AddIndex(
            model_name="company",
            index=models.Index(fields=["name", "id"], name="company_by_name"),
        ),
        migrations.AddIndex(
            model_name="company",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["key"], name="company_by_words", opclasses=["gin_trgm_ops"]
            ),
        ),
        migrations.AddField(
            model_name="vacancy",
            name="job_function",
            field=models.CharField(blank=True, default="", max_length=40),
        ),
        migrations.AddField(
            model_name="vacancy",
            name="remote_scopes",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=16),
                blank=True,
                default=list,
                editable=False,
                size=None,
            ),
        ),
        migrations.AddField(
            model_name="vacancy",
            name="time_zones",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.FloatField(), blank=True, default=list, size=None
            ),
        ),
        migrations.AddField(
            model_name="ownvacancy",
            name="job_function",
            field=models.CharField(blank=True, default="", max_length=40),
        ),
        migrations.AddField(
            model_name="ownvacancy",
            name="remote_scopes",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=16),
                blank=True,
                default=list,
                editable=False,
                size=None,
            ),
        ),
        migrations.AddField(
            model_name="ownvacancy",
            name="time_zones",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.FloatField(), blank=True, default=list, size=None
            ),
        ),
        migrations.AddIndex(
            model_name="vacancy",
            index=django.contrib.postgres.indexes.GinIndex(
                condition=models.Q(("remote", "remote")), fields=["remote_scopes"], name="vacancy_scopes"
            ),
        ),
        migrations.AddIndex(
            model_name="ownvacancy",
            index=django.contrib.postgres.indexes.GinIndex(
                condition=models.Q(("remote", "remote")), fields=["remote_scopes"], name="ownvacancy_scopes"
            ),
        ),
        catalogue("vacancies_mergedecision", "vacancies_vacancychange"),
        owned("vacancies_marketplaceclient"),
        owned("vacancies_ownsource"),
        owned("vacancies_ownsourcerun"),
        owned("vacancies_ownvacancychange"),
        owned("vacancies_proposal"),
    ]
