"""Workspaces and who is in them, ways to sign in, plans and usage; who sees their rows; and what each plan holds."""

from __future__ import annotations

import decimal

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import apps.accounts.models.preferences
import apps.core.fields
import apps.core.models
from apps.core.db.policies import USER, WORKSPACE, catalogue, owned, system_only, walled
from apps.core.db.tables import CreateModels

# A list shows every workspace one is a member of; changed is only the one in which one acts.
LISTED = f"""
CREATE POLICY app_listed ON accounts_workspace FOR SELECT TO foothold_app USING (
    EXISTS (SELECT FROM accounts_membership m WHERE m.workspace_id = accounts_workspace.id AND m.user_id = {USER})
);
CREATE POLICY app_own ON accounts_membership FOR SELECT TO foothold_app USING (user_id = {USER});
"""
UNLISTED = """
DROP POLICY app_own ON accounts_membership;
DROP POLICY app_listed ON accounts_workspace;
"""
# A user's row, password hash and all, is seen by its owner alone; colleagues see a name and an address.
COLLEAGUES = f"""
CREATE VIEW accounts_colleague WITH (security_barrier) AS
    SELECT u.id, u.email, u.full_name FROM accounts_user u
    WHERE EXISTS (SELECT FROM accounts_membership m WHERE m.user_id = u.id AND m.workspace_id = {WORKSPACE});
GRANT SELECT ON accounts_colleague TO foothold_app;
"""

PLANS = {
    "free": ("Free", "To find your feet.", 1, ["api_keys"]),
    "pro": ("Pro", "For an earnest search.", 2, ["api_keys", "request_signing"]),
    "team": ("Team", "For agencies and teams.", 5, ["api_keys", "members", "request_signing"]),
}
# Meter: period, then free, pro, team. None is unlimited.
LIMITS = {
    "active_applications": ("stock", 50, 1000, None),
    "sources": ("stock", 3, 50, 500),
    "saved_searches": ("stock", 10, 100, 2000),
    "parses": ("month", 30, 500, 10_000),
    "generations": ("month", 20, 500, 10_000),
    "tokens": ("month", 200_000, 5_000_000, 100_000_000),
    "api_calls": ("month", 10_000, 200_000, 5_000_000),
}


def fill_plans(apps, schema_editor):
    alias = schema_editor.connection.alias
    plan = apps.get_model("accounts", "Plan")
    limit = apps.get_model("accounts", "PlanLimit")
    plan.objects.using(alias).bulk_create(
        plan(
            code=code,
            name=name,
            description=description,
            rate_factor=factor,
            features=features,
            position=position,
        )
        for position, (code, (name, description, factor, features)) in enumerate(PLANS.items())
    )
    limit.objects.using(alias).bulk_create(
        limit(plan_id=code, meter=meter, period=period, amount=amount)
        for meter, (period, *amounts) in LIMITS.items()
        for code, amount in zip(PLANS, amounts, strict=True)
    )


class Migration(migrations.Migration):
    replaces = [
        ("accounts", "0002_plans_and_staff_tables"),
        ("accounts", "0003_sign_in_and_limits"),
        ("accounts", "0004_walls_and_limits"),
        ("accounts", "0005_work_permits"),
        ("accounts", "0006_saved_searches"),
    ]
    dependencies = [
        ("accounts", "0001_users"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("admin", "0003_logentry_add_action_flag_choices"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("sessions", "0001_initial"),
        ("waffle", "0004_update_everyone_nullbooleanfield"),
    ]
    operations = [
        CreateModels(
            migrations.CreateModel(
                name="Plan",
                fields=[
                    (
                        "id",
                        models.UUIDField(
                            default=apps.core.models.uuid7, editable=False, primary_key=True, serialize=False
                        ),
                    ),
                    ("created_at", models.DateTimeField(auto_now_add=True)),
                    ("updated_at", models.DateTimeField(auto_now=True)),
                    ("code", models.SlugField(max_length=32, unique=True)),
                    ("name", models.CharField(max_length=64)),
                    ("description", models.CharField(blank=True, default="", max_length=300)),
                    (
                        "features",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.CharField(max_length=64), blank=True, default=list, size=None
                        ),
                    ),
                    ("position", models.PositiveSmallIntegerField(default=0)),
                    ("rate_factor", models.PositiveSmallIntegerField(default=1)),
                ],
                options={
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("rate_factor__gte", 1)), name="plan_rate_factor_positive"
                        )
                    ],
                },
            ),
            migrations.CreateModel(
                name="Workspace",
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
                    (
                        "kind",
                        models.CharField(
                            choices=[("personal", "Personal"), ("team", "Team")],
                            default="personal",
                            max_length=16,
                        ),
                    ),
                    (
                        "plan",
                        models.ForeignKey(
                            default="free",
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="workspaces",
                            to="accounts.plan",
                            to_field="code",
                        ),
                    ),
                    ("deletion_due_at", models.DateTimeField(blank=True, null=True)),
                ],
                options={
                    "indexes": [
                        models.Index(
                            condition=models.Q(("deletion_due_at__isnull", False)),
                            fields=["deletion_due_at"],
                            name="workspace_deletion_due",
                        )
                    ],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("kind__in", ["personal", "team"])), name="workspace_kind"
                        )
                    ],
                },
            ),
            migrations.CreateModel(
                name="Session",
                fields=[
                    (
                        "id",
                        models.UUIDField(
                            default=apps.core.models.uuid7, editable=False, primary_key=True, serialize=False
                        ),
                    ),
                    ("created_at", models.DateTimeField(auto_now_add=True)),
                    ("updated_at", models.DateTimeField(auto_now=True)),
                    ("refresh_id", models.UUIDField()),
                    ("user_agent", models.CharField(blank=True, default="", max_length=200)),
                    ("last_used_at", models.DateTimeField()),
                    ("expires_at", models.DateTimeField()),
                    ("revoked_at", models.DateTimeField(blank=True, null=True)),
                    (
                        "user",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="sessions",
                            to=settings.AUTH_USER_MODEL,
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
                    ("address", models.GenericIPAddressField(blank=True, null=True)),
                    ("device_id", models.UUIDField(blank=True, null=True)),
                    ("in_cookie", models.BooleanField(default=False)),
                ],
                options={
                    "indexes": [models.Index(fields=["user", "-created_at"], name="session_by_user")],
                },
            ),
            migrations.CreateModel(
                name="Membership",
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
                        "role",
                        models.CharField(
                            choices=[
                                ("owner", "Owner"),
                                ("admin", "Admin"),
                                ("member", "Member"),
                                ("viewer", "Viewer"),
                            ],
                            default="member",
                            max_length=16,
                        ),
                    ),
                    (
                        "user",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="memberships",
                            to=settings.AUTH_USER_MODEL,
                        ),
                    ),
                    (
                        "workspace",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="memberships",
                            to="accounts.workspace",
                        ),
                    ),
                ],
                options={
                    "indexes": [
                        models.Index(fields=["workspace", "created_at"], name="membership_by_workspace")
                    ],
                    "constraints": [
                        models.UniqueConstraint(fields=("user", "workspace"), name="membership_once"),
                        models.CheckConstraint(
                            condition=models.Q(("role__in", ["owner", "admin", "member", "viewer"])),
                            name="membership_role",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Colleague",
                fields=[
                    ("id", models.UUIDField(primary_key=True, serialize=False)),
                    ("email", models.EmailField(max_length=254)),
                    ("full_name", models.CharField(max_length=200)),
                ],
                options={
                    "db_table": "accounts_colleague",
                    "managed": False,
                },
            ),
            migrations.CreateModel(
                name="ApiKey",
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
                    ("prefix", models.CharField(max_length=16, unique=True)),
                    ("secret_hash", models.CharField(max_length=64)),
                    (
                        "scopes",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.CharField(max_length=64), size=None
                        ),
                    ),
                    ("public_key", models.TextField(blank=True, default="")),
                    ("expires_at", models.DateTimeField(blank=True, null=True)),
                    ("last_used_at", models.DateTimeField(blank=True, null=True)),
                    ("revoked_at", models.DateTimeField(blank=True, null=True)),
                    (
                        "user",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="api_keys",
                            to=settings.AUTH_USER_MODEL,
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
                        models.Index(fields=["workspace", "-created_at"], name="api_key_by_workspace")
                    ],
                },
            ),
            migrations.CreateModel(
                name="Connection",
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
                    ("name", models.CharField(max_length=120)),
                    ("account", models.CharField(blank=True, default="", max_length=254)),
                    ("options", models.JSONField(blank=True, default=dict)),
                    ("secret", apps.core.fields.EncryptedTextField(blank=True, default="")),
                    (
                        "secret_fields",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.CharField(max_length=64), blank=True, default=list, size=None
                        ),
                    ),
                    (
                        "status",
                        models.CharField(
                            choices=[("untried", "Untried"), ("working", "Working"), ("failing", "Failing")],
                            default="untried",
                            max_length=8,
                        ),
                    ),
                    ("fault", models.CharField(blank=True, default="", max_length=200)),
                    ("last_used_at", models.DateTimeField(blank=True, null=True)),
                    (
                        "user",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="connections",
                            to=settings.AUTH_USER_MODEL,
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
                        models.Index(fields=["workspace", "-created_at"], name="connection_by_workspace")
                    ],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("user", "workspace", "kind", "name"), name="connection_once"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("status__in", ["untried", "working", "failing"])),
                            name="connection_status",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Flag",
                fields=[
                    (
                        "id",
                        models.BigAutoField(
                            auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                        ),
                    ),
                    (
                        "name",
                        models.CharField(
                            help_text="The human/computer readable name.",
                            max_length=100,
                            unique=True,
                            verbose_name="Name",
                        ),
                    ),
                    (
                        "everyone",
                        models.BooleanField(
                            blank=True,
                            help_text="Flip this flag on (Yes) or off (No) for everyone, overriding all other settings. Leave as Unknown to use normally.",
                            null=True,
                            verbose_name="Everyone",
                        ),
                    ),
                    (
                        "percent",
                        models.DecimalField(
                            blank=True,
                            decimal_places=1,
                            help_text="A number between 0.0 and 99.9 to indicate a percentage of users for whom this flag will be active.",
                            max_digits=3,
                            null=True,
                            verbose_name="Percent",
                        ),
                    ),
                    (
                        "testing",
                        models.BooleanField(
                            default=False,
                            help_text="Allow this flag to be set for a session for user testing",
                            verbose_name="Testing",
                        ),
                    ),
                    (
                        "superusers",
                        models.BooleanField(
                            default=True,
                            help_text="Flag always active for superusers?",
                            verbose_name="Superusers",
                        ),
                    ),
                    (
                        "staff",
                        models.BooleanField(
                            default=False, help_text="Flag always active for staff?", verbose_name="Staff"
                        ),
                    ),
                    (
                        "authenticated",
                        models.BooleanField(
                            default=False,
                            help_text="Flag always active for authenticated users?",
                            verbose_name="Authenticated",
                        ),
                    ),
                    (
                        "languages",
                        models.TextField(
                            blank=True,
                            default="",
                            help_text="Activate this flag for users with one of these languages (comma-separated list)",
                            verbose_name="Languages",
                        ),
                    ),
                    (
                        "rollout",
                        models.BooleanField(
                            default=False, help_text="Activate roll-out mode?", verbose_name="Rollout"
                        ),
                    ),
                    (
                        "note",
                        models.TextField(
                            blank=True, help_text="Note where this Flag is used.", verbose_name="Note"
                        ),
                    ),
                    (
                        "created",
                        models.DateTimeField(
                            db_index=True,
                            default=django.utils.timezone.now,
                            help_text="Date when this Flag was created.",
                            verbose_name="Created",
                        ),
                    ),
                    (
                        "modified",
                        models.DateTimeField(
                            default=django.utils.timezone.now,
                            help_text="Date when this Flag was last modified.",
                            verbose_name="Modified",
                        ),
                    ),
                    (
                        "plans",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.CharField(max_length=32),
                            blank=True,
                            default=list,
                            help_text="Codes of plans: free, pro, team.",
                            size=None,
                        ),
                    ),
                    (
                        "groups",
                        models.ManyToManyField(
                            blank=True,
                            help_text="Activate this flag for these user groups.",
                            to="auth.group",
                            verbose_name="Groups",
                        ),
                    ),
                    (
                        "users",
                        models.ManyToManyField(
                            blank=True,
                            help_text="Activate this flag for these users.",
                            to=settings.AUTH_USER_MODEL,
                            verbose_name="Users",
                        ),
                    ),
                    (
                        "workspaces",
                        models.ManyToManyField(blank=True, related_name="+", to="accounts.workspace"),
                    ),
                ],
                options={
                    "verbose_name": "feature flag",
                },
            ),
            migrations.CreateModel(
                name="Invitation",
                fields=[
                    (
                        "id",
                        models.UUIDField(
                            default=apps.core.models.uuid7, editable=False, primary_key=True, serialize=False
                        ),
                    ),
                    ("created_at", models.DateTimeField(auto_now_add=True)),
                    ("updated_at", models.DateTimeField(auto_now=True)),
                    ("email", models.EmailField(max_length=254)),
                    (
                        "role",
                        models.CharField(
                            choices=[
                                ("owner", "Owner"),
                                ("admin", "Admin"),
                                ("member", "Member"),
                                ("viewer", "Viewer"),
                            ],
                            default="member",
                            max_length=16,
                        ),
                    ),
                    ("invited_by_id", models.UUIDField()),
                    ("expires_at", models.DateTimeField()),
                    ("accepted_at", models.DateTimeField(blank=True, null=True)),
                    ("accepted_by_id", models.UUIDField(blank=True, null=True)),
                    ("revoked_at", models.DateTimeField(blank=True, null=True)),
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
                        models.Index(fields=["workspace", "-created_at"], name="invitation_by_workspace")
                    ],
                    "constraints": [
                        models.UniqueConstraint(
                            condition=models.Q(("accepted_at", None), ("revoked_at", None)),
                            fields=("workspace", "email"),
                            name="invitation_open_once",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("role__in", ["admin", "member", "viewer"])),
                            name="invitation_role",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="OAuthLink",
                fields=[
                    (
                        "id",
                        models.UUIDField(
                            default=apps.core.models.uuid7, editable=False, primary_key=True, serialize=False
                        ),
                    ),
                    ("created_at", models.DateTimeField(auto_now_add=True)),
                    ("updated_at", models.DateTimeField(auto_now=True)),
                    ("provider", models.CharField(max_length=32)),
                    ("subject", models.CharField(max_length=255)),
                    ("email", models.EmailField(blank=True, default="", max_length=254)),
                    (
                        "user",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="oauth_links",
                            to=settings.AUTH_USER_MODEL,
                        ),
                    ),
                ],
                options={
                    "constraints": [
                        models.UniqueConstraint(fields=("provider", "subject"), name="oauth_link_once"),
                        models.UniqueConstraint(
                            fields=("user", "provider"), name="oauth_link_once_a_provider"
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="PlanLimit",
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
                        "meter",
                        models.CharField(
                            choices=[
                                ("active_applications", "Active Applications"),
                                ("sources", "Sources"),
                                ("saved_searches", "Saved Searches"),
                                ("parses", "Parses"),
                                ("generations", "Generations"),
                                ("tokens", "Tokens"),
                                ("api_calls", "Api Calls"),
                            ],
                            max_length=32,
                        ),
                    ),
                    (
                        "amount",
                        models.PositiveBigIntegerField(blank=True, help_text="Empty: unlimited.", null=True),
                    ),
                    (
                        "period",
                        models.CharField(
                            choices=[("day", "Day"), ("month", "Month"), ("stock", "Stock")],
                            default="month",
                            max_length=8,
                        ),
                    ),
                    (
                        "plan",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="limits",
                            to="accounts.plan",
                            to_field="code",
                        ),
                    ),
                ],
                options={
                    "constraints": [
                        models.UniqueConstraint(fields=("plan", "meter"), name="plan_limit_once"),
                        models.CheckConstraint(
                            condition=models.Q(("period__in", ["day", "month", "stock"])),
                            name="plan_limit_period",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                (
                                    "meter__in",
                                    [
                                        "active_applications",
                                        "sources",
                                        "saved_searches",
                                        "parses",
                                        "generations",
                                        "tokens",
                                        "api_calls",
                                    ],
                                )
                            ),
                            name="plan_limit_meter",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(
                                    ("meter__in", ("active_applications", "sources", "saved_searches")),
                                    ("period", "stock"),
                                ),
                                models.Q(
                                    models.Q(
                                        ("meter__in", ("active_applications", "sources", "saved_searches")),
                                        _negated=True,
                                    ),
                                    models.Q(("period", "stock"), _negated=True),
                                ),
                                _connector="OR",
                            ),
                            name="plan_limit_stock",
                            violation_error_message="Applications, sources and saved searches are counted as they stand; the rest by day or month.",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Preferences",
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
                        "target_titles",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.CharField(max_length=120), blank=True, default=list, size=None
                        ),
                    ),
                    (
                        "skills",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.CharField(max_length=80), blank=True, default=list, size=None
                        ),
                    ),
                    (
                        "locations",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.CharField(max_length=120), blank=True, default=list, size=None
                        ),
                    ),
                    (
                        "remote",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.CharField(max_length=8), blank=True, default=list, size=None
                        ),
                    ),
                    (
                        "employment_types",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.CharField(max_length=16), blank=True, default=list, size=None
                        ),
                    ),
                    (
                        "salary_min",
                        models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
                    ),
                    ("salary_currency", models.CharField(blank=True, default="", max_length=3)),
                    ("salary_period", models.CharField(blank=True, default="", max_length=8)),
                    (
                        "channels",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.CharField(max_length=16),
                            blank=True,
                            default=apps.accounts.models.preferences.usual_channels,
                            size=None,
                        ),
                    ),
                    ("time_zone", models.CharField(default="UTC", max_length=64)),
                    ("language", models.CharField(default="en", max_length=8)),
                    ("quiet_from", models.TimeField(blank=True, null=True)),
                    ("quiet_until", models.TimeField(blank=True, null=True)),
                    (
                        "user",
                        models.OneToOneField(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="preferences",
                            to=settings.AUTH_USER_MODEL,
                        ),
                    ),
                    (
                        "work_permits",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.CharField(max_length=2), blank=True, default=list, size=None
                        ),
                    ),
                ],
                options={
                    "verbose_name_plural": "preferences",
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("salary_min", None), ("salary_min__gte", 0), _connector="OR"),
                            name="preferences_salary_positive",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("quiet_from", None), ("quiet_until", None)),
                                models.Q(("quiet_from__isnull", False), ("quiet_until__isnull", False)),
                                _connector="OR",
                            ),
                            name="preferences_quiet_hours_whole",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="SignInAttempt",
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
                            choices=[("oauth", "Oauth"), ("mfa", "Mfa"), ("passkey", "Passkey")], max_length=8
                        ),
                    ),
                    ("token_hash", models.CharField(max_length=64, unique=True)),
                    ("provider", models.CharField(blank=True, default="", max_length=32)),
                    ("state", apps.core.fields.EncryptedTextField(blank=True, default="")),
                    ("failures", models.PositiveSmallIntegerField(default=0)),
                    ("expires_at", models.DateTimeField()),
                    (
                        "user",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="+",
                            to=settings.AUTH_USER_MODEL,
                        ),
                    ),
                ],
                options={
                    "indexes": [models.Index(fields=["expires_at"], name="sign_in_attempt_age")],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("kind__in", ["oauth", "mfa", "passkey"])),
                            name="sign_in_attempt_kind",
                        )
                    ],
                },
            ),
            migrations.CreateModel(
                name="UsageCounter",
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
                        "meter",
                        models.CharField(
                            choices=[
                                ("active_applications", "Active Applications"),
                                ("sources", "Sources"),
                                ("saved_searches", "Saved Searches"),
                                ("parses", "Parses"),
                                ("generations", "Generations"),
                                ("tokens", "Tokens"),
                                ("api_calls", "Api Calls"),
                            ],
                            max_length=32,
                        ),
                    ),
                    ("period_start", models.DateField()),
                    ("used", models.PositiveBigIntegerField(default=0)),
                    ("reserved", models.PositiveBigIntegerField(default=0)),
                    (
                        "cost",
                        models.DecimalField(decimal_places=6, default=decimal.Decimal("0"), max_digits=14),
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
                        models.UniqueConstraint(
                            fields=("workspace", "meter", "period_start"), name="usage_counter_once"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                (
                                    "meter__in",
                                    [
                                        "active_applications",
                                        "sources",
                                        "saved_searches",
                                        "parses",
                                        "generations",
                                        "tokens",
                                        "api_calls",
                                    ],
                                )
                            ),
                            name="usage_counter_meter",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="UsageGrant",
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
                        "meter",
                        models.CharField(
                            choices=[
                                ("active_applications", "Active Applications"),
                                ("sources", "Sources"),
                                ("saved_searches", "Saved Searches"),
                                ("parses", "Parses"),
                                ("generations", "Generations"),
                                ("tokens", "Tokens"),
                                ("api_calls", "Api Calls"),
                            ],
                            max_length=32,
                        ),
                    ),
                    ("amount", models.PositiveBigIntegerField()),
                    ("reason", models.CharField(max_length=300)),
                    ("granted_by_id", models.UUIDField()),
                    ("starts_at", models.DateTimeField(default=django.utils.timezone.now)),
                    ("ends_at", models.DateTimeField(blank=True, null=True)),
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
                    "indexes": [models.Index(fields=["workspace", "meter"], name="usage_grant_by_workspace")],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                (
                                    "meter__in",
                                    [
                                        "active_applications",
                                        "sources",
                                        "saved_searches",
                                        "parses",
                                        "generations",
                                        "tokens",
                                        "api_calls",
                                    ],
                                )
                            ),
                            name="usage_grant_meter",
                        )
                    ],
                },
            ),
            migrations.CreateModel(
                name="UsageRecord",
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
                        "meter",
                        models.CharField(
                            choices=[
                                ("active_applications", "Active Applications"),
                                ("sources", "Sources"),
                                ("saved_searches", "Saved Searches"),
                                ("parses", "Parses"),
                                ("generations", "Generations"),
                                ("tokens", "Tokens"),
                                ("api_calls", "Api Calls"),
                            ],
                            max_length=32,
                        ),
                    ),
                    ("period_start", models.DateField()),
                    ("key", models.CharField(max_length=128)),
                    ("amount", models.PositiveBigIntegerField(default=1)),
                    (
                        "cost",
                        models.DecimalField(decimal_places=6, default=decimal.Decimal("0"), max_digits=14),
                    ),
                    (
                        "state",
                        models.CharField(
                            choices=[
                                ("reserved", "Reserved"),
                                ("settled", "Settled"),
                                ("refunded", "Refunded"),
                            ],
                            default="reserved",
                            max_length=8,
                        ),
                    ),
                    ("user_id", models.UUIDField()),
                    ("task_id", models.UUIDField(blank=True, null=True)),
                    ("reserved_at", models.DateTimeField(default=django.utils.timezone.now)),
                    ("ended_at", models.DateTimeField(blank=True, null=True)),
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
                        models.Index(
                            condition=models.Q(("state", "reserved")),
                            fields=["reserved_at"],
                            name="usage_record_open",
                        ),
                        models.Index(fields=["task_id"], name="usage_record_task"),
                    ],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("workspace", "meter", "key"), name="usage_record_once"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("state__in", ["reserved", "settled", "refunded"])),
                            name="usage_record_state",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                (
                                    "meter__in",
                                    [
                                        "active_applications",
                                        "sources",
                                        "saved_searches",
                                        "parses",
                                        "generations",
                                        "tokens",
                                        "api_calls",
                                    ],
                                )
                            ),
                            name="usage_record_meter",
                        ),
                    ],
                },
            ),
        ),
        catalogue("accounts_plan", "accounts_planlimit", "accounts_flag"),
        walled("accounts_workspace", using=f"id = {WORKSPACE}", app_may="SELECT, INSERT, UPDATE"),
        owned("accounts_membership"),
        walled("accounts_session", using=f"user_id = {USER}", app_may="SELECT, UPDATE, DELETE"),
        migrations.RunSQL(LISTED, UNLISTED),
        migrations.RunSQL(COLLEAGUES, "DROP VIEW accounts_colleague"),
        owned("accounts_invitation"),
        owned("accounts_apikey"),
        walled("accounts_connection", using=f"workspace_id = {WORKSPACE} AND user_id = {USER}"),
        walled("accounts_preferences", using=f"user_id = {USER}"),
        walled("accounts_oauthlink", using=f"user_id = {USER}", app_may="SELECT, DELETE"),
        walled("mfa_authenticator", using=f"user_id = {USER}"),
        owned("accounts_usagecounter"),
        owned("accounts_usagerecord"),
        owned("accounts_usagegrant", app_may="SELECT"),
        walled("accounts_flag_users", using=f"user_id = {USER}", app_may="SELECT"),
        walled("accounts_flag_workspaces", using=f"workspace_id = {WORKSPACE}", app_may="SELECT"),
        system_only(
            "accounts_signinattempt",
            "accounts_flag_groups",
            "account_emailaddress",
            "account_emailconfirmation",
            "auth_group",
            "auth_group_permissions",
            "auth_permission",
            "django_admin_log",
            "django_content_type",
            "django_session",
            "waffle_switch",
            "waffle_sample",
            "waffle_flag",
            "waffle_flag_groups",
            "waffle_flag_users",
        ),
        # The readiness check compares what is applied with what there is.
        migrations.RunSQL("GRANT SELECT ON django_migrations TO foothold_system", migrations.RunSQL.noop),
        migrations.RunPython(fill_plans, migrations.RunPython.noop),
    ]
