"""Sources, postings and vacancies with their history and merges; a workspace's own; saved searches; what was written lately."""

from __future__ import annotations

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import apps.core.models
from apps.core.db.policies import catalogue, owned
from apps.core.db.tables import CreateModels

# A sixty-fourth of the catalogue by itself (`Vacancy.sample`): lists look there first whether so many match that nobody
# need count them. One index of words and texts, one that holds what other filters look at.
SAMPLED = "(uuid_hash(id) & 1023) < 16"
SAID = (
    "status, merged_into_id, remote, employment_type, seniority, job_function, source, countries, salary_year_min, "
    "salary_year_max, salary_currency, visa_sponsorship"
)

# Of the owner: whoever may write a vacancy writes this, too. In one statement's trigger for what came or went, row by row for
# changes, since most updates only say that a posting was seen again.
_TRIGGERS = """
    CREATE FUNCTION vacancy_written() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
    BEGIN
        INSERT INTO vacancies_cataloguewrite (vacancy_id, transaction)
        VALUES (coalesce(NEW.id, OLD.id), pg_current_xact_id()::text::bigint);
        RETURN NULL;
    END $$;
    CREATE FUNCTION vacancies_came() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
    BEGIN
        INSERT INTO vacancies_cataloguewrite (vacancy_id, transaction)
        SELECT id, pg_current_xact_id()::text::bigint FROM came;
        RETURN NULL;
    END $$;
    REVOKE ALL ON FUNCTION vacancy_written(), vacancies_came() FROM PUBLIC;
    CREATE TRIGGER vacancies_came AFTER INSERT ON vacancies_vacancy REFERENCING NEW TABLE AS came
        FOR EACH STATEMENT EXECUTE FUNCTION vacancies_came();
    CREATE TRIGGER vacancy_went AFTER DELETE ON vacancies_vacancy FOR EACH ROW EXECUTE FUNCTION vacancy_written();
    CREATE TRIGGER vacancy_changed AFTER UPDATE ON vacancies_vacancy FOR EACH ROW WHEN (
        OLD.updated_at IS DISTINCT FROM NEW.updated_at OR OLD.status IS DISTINCT FROM NEW.status
        OR OLD.merged_into_id IS DISTINCT FROM NEW.merged_into_id OR OLD.listed_at IS DISTINCT FROM NEW.listed_at
        OR OLD.created_at IS DISTINCT FROM NEW.created_at OR OLD.title IS DISTINCT FROM NEW.title
        OR OLD.company_id IS DISTINCT FROM NEW.company_id OR OLD.company_name IS DISTINCT FROM NEW.company_name
        OR OLD.location_text IS DISTINCT FROM NEW.location_text OR OLD.department IS DISTINCT FROM NEW.department
        OR OLD.countries IS DISTINCT FROM NEW.countries OR OLD.skills IS DISTINCT FROM NEW.skills
        OR OLD.remote IS DISTINCT FROM NEW.remote OR OLD.seniority IS DISTINCT FROM NEW.seniority
        OR OLD.employment_type IS DISTINCT FROM NEW.employment_type OR OLD.source IS DISTINCT FROM NEW.source
        OR OLD.job_function IS DISTINCT FROM NEW.job_function
        OR OLD.salary_currency IS DISTINCT FROM NEW.salary_currency
        OR OLD.salary_year_min IS DISTINCT FROM NEW.salary_year_min
        OR OLD.salary_year_max IS DISTINCT FROM NEW.salary_year_max
        OR OLD.visa_sponsorship IS DISTINCT FROM NEW.visa_sponsorship
    ) EXECUTE FUNCTION vacancy_written();
"""
_WITHOUT = """
    DROP TRIGGER vacancies_came ON vacancies_vacancy;
    DROP TRIGGER vacancy_went ON vacancies_vacancy;
    DROP TRIGGER vacancy_changed ON vacancies_vacancy;
    DROP FUNCTION vacancy_written();
    DROP FUNCTION vacancies_came();
"""


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("vacancies", "0001_vacancies"),
        ("vacancies", "0002_sources_merges_history"),
        ("vacancies", "0003_saved_searches"),
        ("vacancies", "0004_newest_with_filters"),
        ("vacancies", "0005_filters_beside_words"),
        ("vacancies", "0006_sample"),
        ("vacancies", "0007_catalogue_writes"),
    ]
    dependencies = [
        ("accounts", "0002_workspaces_and_plans"),
        # Its grant on every sequence is not meant for those that are made here.
        ("jobs", "0001_tasks"),
    ]
    operations = [
        # The embedded server and `setup_roles` have made these as superuser; here it is only said that they are needed.
        migrations.RunSQL(
            "DO $$ BEGIN IF (SELECT count(*) FROM pg_extension WHERE extname IN ('pg_trgm', 'unaccent', 'vector')) < 3 "
            "THEN RAISE EXCEPTION 'run setup_roles first: extensions pg_trgm, unaccent, vector are missing'; END IF; END $$",
            migrations.RunSQL.noop,
        ),
        CreateModels(
            migrations.CreateModel(
                name="Company",
                fields=[
                    (
                        "id",
                        models.UUIDField(
                            default=apps.core.models.uuid7, editable=False, primary_key=True, serialize=False
                        ),
                    ),
                    ("created_at", models.DateTimeField(auto_now_add=True)),
                    ("updated_at", models.DateTimeField(auto_now=True)),
                    ("name", models.CharField(max_length=200)),
                    ("key", models.CharField(max_length=200, unique=True)),
                    (
                        "kind",
                        models.CharField(
                            choices=[("employer", "Employer"), ("agency", "Agency"), ("client", "Client")],
                            default="employer",
                            max_length=12,
                        ),
                    ),
                    ("logo_url", models.URLField(blank=True, default="", max_length=500)),
                    ("website", models.URLField(blank=True, default="", max_length=500)),
                ],
                options={
                    "verbose_name_plural": "companies",
                    "indexes": [
                        models.Index(fields=["name", "id"], name="company_by_name"),
                        django.contrib.postgres.indexes.GinIndex(
                            fields=["key"], name="company_by_words", opclasses=["gin_trgm_ops"]
                        ),
                    ],
                },
            ),
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
                    (
                        "total_spent",
                        models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True),
                    ),
                    ("currency", models.CharField(blank=True, default="", max_length=3)),
                    ("hire_rate", models.FloatField(blank=True, null=True)),
                    ("rating", models.FloatField(blank=True, null=True)),
                    ("reviews_count", models.PositiveIntegerField(blank=True, null=True)),
                    ("jobs_posted", models.PositiveIntegerField(blank=True, null=True)),
                    ("active_jobs", models.PositiveIntegerField(blank=True, null=True)),
                    ("reviews", models.JSONField(blank=True, default=list)),
                    ("score", models.PositiveSmallIntegerField(blank=True, null=True)),
                    ("fetched_at", models.DateTimeField(blank=True, null=True)),
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
                    "indexes": [models.Index(fields=["workspace", "name"], name="client_by_name")],
                    "constraints": [
                        models.UniqueConstraint(
                            fields=("workspace", "platform", "platform_id"), name="client_once"
                        )
                    ],
                },
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
                            blank=True,
                            default="",
                            help_text="Where the feed does not say it.",
                            max_length=200,
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
                        models.DateTimeField(
                            blank=True, help_text="Empty: not before somebody asks.", null=True
                        ),
                    ),
                    ("last_run_at", models.DateTimeField(blank=True, null=True)),
                    ("last_complete_at", models.DateTimeField(blank=True, null=True)),
                    ("failures", models.PositiveSmallIntegerField(default=0, editable=False)),
                    ("cooldown_until", models.DateTimeField(blank=True, null=True)),
                    ("alarm", models.CharField(blank=True, default="", editable=False, max_length=300)),
                    ("alarmed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                    ("etag", models.CharField(blank=True, default="", editable=False, max_length=300)),
                    (
                        "last_modified",
                        models.CharField(blank=True, default="", editable=False, max_length=100),
                    ),
                    (
                        "open_postings",
                        models.PositiveIntegerField(
                            default=0, editable=False, help_text="After the last complete crawl."
                        ),
                    ),
                    ("created_by_id", models.UUIDField(blank=True, null=True)),
                    (
                        "connection",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.SET_NULL,
                            related_name="+",
                            to="accounts.connection",
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
                        models.Index(fields=["workspace", "-created_at"], name="ownsource_by_workspace"),
                        models.Index(
                            condition=models.Q(("is_enabled", True)),
                            fields=["next_run_at"],
                            name="ownsource_due",
                        ),
                    ],
                    "constraints": [
                        models.UniqueConstraint(fields=("workspace", "kind", "board"), name="ownsource_once")
                    ],
                },
            ),
            migrations.CreateModel(
                name="OwnVacancy",
                fields=[
                    (
                        "id",
                        models.UUIDField(
                            default=apps.core.models.uuid7, editable=False, primary_key=True, serialize=False
                        ),
                    ),
                    ("created_at", models.DateTimeField(auto_now_add=True)),
                    ("updated_at", models.DateTimeField(auto_now=True)),
                    ("title", models.CharField(max_length=300)),
                    ("title_key", models.CharField(blank=True, default="", max_length=300)),
                    ("company_name", models.CharField(blank=True, default="", max_length=200)),
                    ("company_logo_url", models.URLField(blank=True, default="", max_length=500)),
                    ("locations", models.JSONField(blank=True, default=list)),
                    ("location_text", models.TextField(blank=True, default="")),
                    (
                        "countries",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.CharField(max_length=2), blank=True, default=list, size=None
                        ),
                    ),
                    (
                        "remote",
                        models.CharField(
                            blank=True,
                            choices=[("onsite", "Onsite"), ("hybrid", "Hybrid"), ("remote", "Remote")],
                            default="",
                            max_length=8,
                        ),
                    ),
                    (
                        "employment_type",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("full_time", "Full Time"),
                                ("part_time", "Part Time"),
                                ("contract", "Contract"),
                                ("temporary", "Temporary"),
                                ("internship", "Internship"),
                                ("volunteer", "Volunteer"),
                                ("other", "Other"),
                            ],
                            default="",
                            max_length=12,
                        ),
                    ),
                    (
                        "seniority",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("intern", "Intern"),
                                ("entry", "Entry"),
                                ("junior", "Junior"),
                                ("mid", "Mid"),
                                ("senior", "Senior"),
                                ("lead", "Lead"),
                                ("manager", "Manager"),
                                ("director", "Director"),
                                ("executive", "Executive"),
                            ],
                            default="",
                            max_length=12,
                        ),
                    ),
                    (
                        "salary_min",
                        models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
                    ),
                    (
                        "salary_max",
                        models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
                    ),
                    ("salary_currency", models.CharField(blank=True, default="", max_length=3)),
                    (
                        "salary_period",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("hour", "Hour"),
                                ("day", "Day"),
                                ("week", "Week"),
                                ("month", "Month"),
                                ("year", "Year"),
                                ("project", "Project"),
                            ],
                            default="",
                            max_length=8,
                        ),
                    ),
                    (
                        "salary_year_min",
                        models.DecimalField(
                            blank=True, decimal_places=2, editable=False, max_digits=12, null=True
                        ),
                    ),
                    (
                        "salary_year_max",
                        models.DecimalField(
                            blank=True, decimal_places=2, editable=False, max_digits=12, null=True
                        ),
                    ),
                    (
                        "skills",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.CharField(max_length=80), blank=True, default=list, size=None
                        ),
                    ),
                    (
                        "requirements",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.TextField(), blank=True, default=list, size=None
                        ),
                    ),
                    ("description_html", models.TextField(blank=True, default="")),
                    ("description_text", models.TextField(blank=True, default="")),
                    ("snippet", models.CharField(blank=True, default="", max_length=400)),
                    ("language", models.CharField(blank=True, default="", max_length=8)),
                    ("department", models.CharField(blank=True, default="", max_length=200)),
                    ("visa_sponsorship", models.BooleanField(blank=True, null=True)),
                    ("url", models.URLField(blank=True, default="", max_length=2000)),
                    ("apply_url", models.URLField(blank=True, default="", max_length=2000)),
                    ("source", models.CharField(blank=True, default="", max_length=32)),
                    ("source_id", models.CharField(blank=True, default="", max_length=200)),
                    ("posted_at", models.DateTimeField(blank=True, null=True)),
                    ("first_seen_at", models.DateTimeField(default=django.utils.timezone.now)),
                    ("last_seen_at", models.DateTimeField(default=django.utils.timezone.now)),
                    ("listed_at", models.DateTimeField(default=django.utils.timezone.now)),
                    ("closed_at", models.DateTimeField(blank=True, null=True)),
                    (
                        "status",
                        models.CharField(
                            choices=[("open", "Open"), ("closed", "Closed")], default="open", max_length=8
                        ),
                    ),
                    ("application_deadline", models.DateField(blank=True, null=True)),
                    ("repost_count", models.PositiveIntegerField(default=0)),
                    (
                        "search",
                        models.GeneratedField(
                            db_persist=True,
                            expression=django.contrib.postgres.search.CombinedSearchVector(
                                django.contrib.postgres.search.CombinedSearchVector(
                                    django.contrib.postgres.search.SearchVector(
                                        "title", "company_name", config="english", weight="A"
                                    ),
                                    "||",
                                    django.contrib.postgres.search.SearchVector(
                                        "location_text", "department", config="english", weight="B"
                                    ),
                                    django.contrib.postgres.search.SearchConfig("english"),
                                ),
                                "||",
                                django.contrib.postgres.search.SearchVector(
                                    "description_text", config="english", weight="D"
                                ),
                                django.contrib.postgres.search.SearchConfig("english"),
                            ),
                            output_field=django.contrib.postgres.search.SearchVectorField(),
                        ),
                    ),
                    ("created_by_id", models.UUIDField(blank=True, null=True)),
                    (
                        "company",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.SET_NULL,
                            related_name="+",
                            to="vacancies.company",
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
                    (
                        "budget_max",
                        models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
                    ),
                    (
                        "budget_min",
                        models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
                    ),
                    (
                        "budget_type",
                        models.CharField(
                            blank=True,
                            choices=[("fixed", "Fixed"), ("hourly", "Hourly")],
                            default="",
                            max_length=8,
                        ),
                    ),
                    ("client_score", models.PositiveSmallIntegerField(blank=True, null=True)),
                    ("confidence", models.FloatField(default=1.0)),
                    ("field_sources", models.JSONField(blank=True, default=dict)),
                    (
                        "missed",
                        models.PositiveSmallIntegerField(
                            default=0, help_text="Complete crawls in a row without it."
                        ),
                    ),
                    ("payload_hash", models.CharField(blank=True, default="", max_length=64)),
                    ("list_hash", models.CharField(blank=True, default="", max_length=64)),
                    ("security_clearance", models.BooleanField(blank=True, null=True)),
                    (
                        "client",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.SET_NULL,
                            related_name="vacancies",
                            to="vacancies.marketplaceclient",
                        ),
                    ),
                    (
                        "own_source",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.SET_NULL,
                            related_name="vacancies",
                            to="vacancies.ownsource",
                        ),
                    ),
                    (
                        "canonical_url",
                        models.CharField(blank=True, default="", editable=False, max_length=2000),
                    ),
                    ("job_function", models.CharField(blank=True, default="", max_length=40)),
                    (
                        "remote_scopes",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.CharField(max_length=16),
                            blank=True,
                            default=list,
                            editable=False,
                            size=None,
                        ),
                    ),
                    (
                        "time_zones",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.FloatField(), blank=True, default=list, size=None
                        ),
                    ),
                ],
                options={
                    "verbose_name_plural": "own vacancies",
                    "indexes": [
                        django.contrib.postgres.indexes.GinIndex(fields=["search"], name="ownvacancy_search"),
                        django.contrib.postgres.indexes.GinIndex(fields=["skills"], name="ownvacancy_skills"),
                        django.contrib.postgres.indexes.GinIndex(
                            fields=["location_text"], name="ownvacancy_location", opclasses=["gin_trgm_ops"]
                        ),
                        django.contrib.postgres.indexes.GinIndex(
                            fields=["company_name"], name="ownvacancy_company", opclasses=["gin_trgm_ops"]
                        ),
                        models.Index(fields=["workspace", "-listed_at", "-id"], name="ownvacancy_newest"),
                        models.Index(
                            models.F("workspace_id"),
                            django.db.models.functions.text.MD5("canonical_url"),
                            condition=models.Q(("canonical_url", ""), _negated=True),
                            name="ownvacancy_url",
                        ),
                        django.contrib.postgres.indexes.GinIndex(
                            condition=models.Q(
                                ("remote", "remote"), models.Q(("remote_scopes", []), _negated=True)
                            ),
                            fields=["remote_scopes"],
                            name="ownvacancy_scopes",
                        ),
                    ],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("remote__in", ["", "onsite", "hybrid", "remote"])),
                            name="ownvacancy_remote",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                (
                                    "employment_type__in",
                                    [
                                        "",
                                        "full_time",
                                        "part_time",
                                        "contract",
                                        "temporary",
                                        "internship",
                                        "volunteer",
                                        "other",
                                    ],
                                )
                            ),
                            name="ownvacancy_employment_type",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                (
                                    "seniority__in",
                                    [
                                        "",
                                        "intern",
                                        "entry",
                                        "junior",
                                        "mid",
                                        "senior",
                                        "lead",
                                        "manager",
                                        "director",
                                        "executive",
                                    ],
                                )
                            ),
                            name="ownvacancy_seniority",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("salary_period__in", ["", "hour", "day", "week", "month", "year", "project"])
                            ),
                            name="ownvacancy_salary_period",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("status__in", ["open", "closed"])), name="ownvacancy_status"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("salary_min__lte", models.F("salary_max")),
                                ("salary_min", None),
                                ("salary_max", None),
                                _connector="OR",
                            ),
                            name="ownvacancy_salary_range",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("closed_at", None), ("status", "open")),
                                models.Q(("closed_at__isnull", False), ("status", "closed")),
                                _connector="OR",
                            ),
                            name="ownvacancy_closed_at",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("budget_type__in", ["", "fixed", "hourly"])),
                            name="ownvacancy_budget_type",
                        ),
                        models.UniqueConstraint(
                            condition=models.Q(("own_source__isnull", False)),
                            fields=("own_source", "source_id"),
                            name="ownvacancy_of_source",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Source",
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
                            blank=True,
                            default="",
                            help_text="Where the feed does not say it.",
                            max_length=200,
                        ),
                    ),
                    (
                        "base_url",
                        models.URLField(
                            blank=True, default="", help_text="Instead of the vendor's host.", max_length=500
                        ),
                    ),
                    ("is_enabled", models.BooleanField(default=True)),
                    ("last_run_at", models.DateTimeField(blank=True, null=True)),
                    ("alarm", models.CharField(blank=True, default="", editable=False, max_length=300)),
                    ("alarmed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                    ("cooldown_until", models.DateTimeField(blank=True, null=True)),
                    ("etag", models.CharField(blank=True, default="", editable=False, max_length=300)),
                    ("failures", models.PositiveSmallIntegerField(default=0, editable=False)),
                    (
                        "interval_seconds",
                        models.PositiveIntegerField(
                            blank=True,
                            help_text="Between two crawls; empty: what the source's terms say.",
                            null=True,
                        ),
                    ),
                    ("last_complete_at", models.DateTimeField(blank=True, null=True)),
                    (
                        "last_modified",
                        models.CharField(blank=True, default="", editable=False, max_length=100),
                    ),
                    (
                        "next_run_at",
                        models.DateTimeField(
                            blank=True, help_text="Empty: not before somebody asks.", null=True
                        ),
                    ),
                    (
                        "open_postings",
                        models.PositiveIntegerField(
                            default=0, editable=False, help_text="After the last complete crawl."
                        ),
                    ),
                    (
                        "spec",
                        models.JSONField(
                            blank=True, help_text="Of a generic source: where, what, which field.", null=True
                        ),
                    ),
                ],
                options={
                    "constraints": [models.UniqueConstraint(fields=("kind", "board"), name="source_once")],
                    "indexes": [
                        models.Index(
                            condition=models.Q(("is_enabled", True)),
                            fields=["next_run_at"],
                            name="source_due",
                        )
                    ],
                },
            ),
            migrations.CreateModel(
                name="SourceRun",
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
                    (
                        "faults",
                        models.JSONField(default=list, help_text="At most 50 of {source_id, reason}."),
                    ),
                    ("fault", models.TextField(blank=True, default="")),
                    (
                        "source",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="runs",
                            to="vacancies.source",
                        ),
                    ),
                    ("checkpoint", models.JSONField(blank=True, default=dict)),
                    ("pages", models.PositiveIntegerField(default=0)),
                    ("requests", models.PositiveIntegerField(default=0)),
                ],
                options={
                    "indexes": [models.Index(fields=["source", "-started_at"], name="run_by_source")],
                },
            ),
            migrations.CreateModel(
                name="Vacancy",
                fields=[
                    (
                        "id",
                        models.UUIDField(
                            default=apps.core.models.uuid7, editable=False, primary_key=True, serialize=False
                        ),
                    ),
                    ("created_at", models.DateTimeField(auto_now_add=True)),
                    ("updated_at", models.DateTimeField(auto_now=True)),
                    ("title", models.CharField(max_length=300)),
                    ("title_key", models.CharField(blank=True, default="", max_length=300)),
                    ("company_name", models.CharField(blank=True, default="", max_length=200)),
                    ("company_logo_url", models.URLField(blank=True, default="", max_length=500)),
                    ("locations", models.JSONField(blank=True, default=list)),
                    ("location_text", models.TextField(blank=True, default="")),
                    (
                        "countries",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.CharField(max_length=2), blank=True, default=list, size=None
                        ),
                    ),
                    (
                        "remote",
                        models.CharField(
                            blank=True,
                            choices=[("onsite", "Onsite"), ("hybrid", "Hybrid"), ("remote", "Remote")],
                            default="",
                            max_length=8,
                        ),
                    ),
                    (
                        "employment_type",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("full_time", "Full Time"),
                                ("part_time", "Part Time"),
                                ("contract", "Contract"),
                                ("temporary", "Temporary"),
                                ("internship", "Internship"),
                                ("volunteer", "Volunteer"),
                                ("other", "Other"),
                            ],
                            default="",
                            max_length=12,
                        ),
                    ),
                    (
                        "seniority",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("intern", "Intern"),
                                ("entry", "Entry"),
                                ("junior", "Junior"),
                                ("mid", "Mid"),
                                ("senior", "Senior"),
                                ("lead", "Lead"),
                                ("manager", "Manager"),
                                ("director", "Director"),
                                ("executive", "Executive"),
                            ],
                            default="",
                            max_length=12,
                        ),
                    ),
                    (
                        "salary_min",
                        models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
                    ),
                    (
                        "salary_max",
                        models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
                    ),
                    ("salary_currency", models.CharField(blank=True, default="", max_length=3)),
                    (
                        "salary_period",
                        models.CharField(
                            blank=True,
                            choices=[
                                ("hour", "Hour"),
                                ("day", "Day"),
                                ("week", "Week"),
                                ("month", "Month"),
                                ("year", "Year"),
                                ("project", "Project"),
                            ],
                            default="",
                            max_length=8,
                        ),
                    ),
                    (
                        "salary_year_min",
                        models.DecimalField(
                            blank=True, decimal_places=2, editable=False, max_digits=12, null=True
                        ),
                    ),
                    (
                        "salary_year_max",
                        models.DecimalField(
                            blank=True, decimal_places=2, editable=False, max_digits=12, null=True
                        ),
                    ),
                    (
                        "skills",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.CharField(max_length=80), blank=True, default=list, size=None
                        ),
                    ),
                    (
                        "requirements",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.TextField(), blank=True, default=list, size=None
                        ),
                    ),
                    ("description_html", models.TextField(blank=True, default="")),
                    ("description_text", models.TextField(blank=True, default="")),
                    ("snippet", models.CharField(blank=True, default="", max_length=400)),
                    ("language", models.CharField(blank=True, default="", max_length=8)),
                    ("department", models.CharField(blank=True, default="", max_length=200)),
                    ("visa_sponsorship", models.BooleanField(blank=True, null=True)),
                    ("url", models.URLField(blank=True, default="", max_length=2000)),
                    ("apply_url", models.URLField(blank=True, default="", max_length=2000)),
                    ("source", models.CharField(blank=True, default="", max_length=32)),
                    ("source_id", models.CharField(blank=True, default="", max_length=200)),
                    ("posted_at", models.DateTimeField(blank=True, null=True)),
                    ("first_seen_at", models.DateTimeField(default=django.utils.timezone.now)),
                    ("last_seen_at", models.DateTimeField(default=django.utils.timezone.now)),
                    ("listed_at", models.DateTimeField(default=django.utils.timezone.now)),
                    ("closed_at", models.DateTimeField(blank=True, null=True)),
                    (
                        "status",
                        models.CharField(
                            choices=[("open", "Open"), ("closed", "Closed")], default="open", max_length=8
                        ),
                    ),
                    ("application_deadline", models.DateField(blank=True, null=True)),
                    ("repost_count", models.PositiveIntegerField(default=0)),
                    (
                        "search",
                        models.GeneratedField(
                            db_persist=True,
                            expression=django.contrib.postgres.search.CombinedSearchVector(
                                django.contrib.postgres.search.CombinedSearchVector(
                                    django.contrib.postgres.search.SearchVector(
                                        "title", "company_name", config="english", weight="A"
                                    ),
                                    "||",
                                    django.contrib.postgres.search.SearchVector(
                                        "location_text", "department", config="english", weight="B"
                                    ),
                                    django.contrib.postgres.search.SearchConfig("english"),
                                ),
                                "||",
                                django.contrib.postgres.search.SearchVector(
                                    "description_text", config="english", weight="D"
                                ),
                                django.contrib.postgres.search.SearchConfig("english"),
                            ),
                            output_field=django.contrib.postgres.search.SearchVectorField(),
                        ),
                    ),
                    ("content_hash", models.CharField(blank=True, default="", max_length=64)),
                    ("field_sources", models.JSONField(default=dict)),
                    (
                        "company",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="vacancies",
                            to="vacancies.company",
                        ),
                    ),
                    (
                        "budget_max",
                        models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
                    ),
                    (
                        "budget_min",
                        models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
                    ),
                    (
                        "budget_type",
                        models.CharField(
                            blank=True,
                            choices=[("fixed", "Fixed"), ("hourly", "Hourly")],
                            default="",
                            max_length=8,
                        ),
                    ),
                    ("client_score", models.PositiveSmallIntegerField(blank=True, null=True)),
                    ("content_changed_at", models.DateTimeField(blank=True, null=True)),
                    (
                        "merged_into",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="absorbed",
                            to="vacancies.vacancy",
                        ),
                    ),
                    ("security_clearance", models.BooleanField(blank=True, null=True)),
                    ("job_function", models.CharField(blank=True, default="", max_length=40)),
                    (
                        "remote_scopes",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.CharField(max_length=16),
                            blank=True,
                            default=list,
                            editable=False,
                            size=None,
                        ),
                    ),
                    (
                        "time_zones",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.FloatField(), blank=True, default=list, size=None
                        ),
                    ),
                ],
                options={
                    "verbose_name_plural": "vacancies",
                    "indexes": [
                        django.contrib.postgres.indexes.GinIndex(fields=["search"], name="vacancy_search"),
                        django.contrib.postgres.indexes.GinIndex(fields=["skills"], name="vacancy_skills"),
                        django.contrib.postgres.indexes.GinIndex(
                            fields=["location_text"], name="vacancy_location", opclasses=["gin_trgm_ops"]
                        ),
                        django.contrib.postgres.indexes.GinIndex(
                            fields=["company_name"], name="vacancy_company", opclasses=["gin_trgm_ops"]
                        ),
                        models.Index(fields=["company", "-listed_at"], name="vacancy_by_company"),
                        models.Index(fields=["salary_year_max"], name="vacancy_salary"),
                        models.Index(
                            condition=models.Q(("client_score__isnull", False)),
                            fields=["client_score"],
                            name="vacancy_client_score",
                        ),
                        models.Index(
                            condition=models.Q(
                                ("budget_max__isnull", False), ("budget_min__isnull", False), _connector="OR"
                            ),
                            fields=["budget_max", "budget_min"],
                            name="vacancy_budget",
                        ),
                        models.Index(fields=["-first_seen_at", "-id"], name="vacancy_arrived"),
                        models.Index(
                            fields=["-listed_at", "-id"],
                            include=(
                                "status",
                                "merged_into",
                                "remote",
                                "employment_type",
                                "seniority",
                                "job_function",
                                "source",
                                "countries",
                                "salary_year_min",
                                "salary_year_max",
                                "salary_currency",
                                "visa_sponsorship",
                            ),
                            name="vacancy_newest",
                        ),
                        django.contrib.postgres.indexes.GinIndex(
                            fields=["countries"], name="vacancy_countries"
                        ),
                        models.Index(
                            condition=models.Q(("seniority", ""), _negated=True),
                            fields=["seniority"],
                            name="vacancy_seniority",
                        ),
                        django.contrib.postgres.indexes.GinIndex(
                            condition=models.Q(
                                ("remote", "remote"), models.Q(("remote_scopes", []), _negated=True)
                            ),
                            fields=["remote_scopes"],
                            name="vacancy_scopes",
                        ),
                    ],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("remote__in", ["", "onsite", "hybrid", "remote"])),
                            name="vacancy_remote",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                (
                                    "employment_type__in",
                                    [
                                        "",
                                        "full_time",
                                        "part_time",
                                        "contract",
                                        "temporary",
                                        "internship",
                                        "volunteer",
                                        "other",
                                    ],
                                )
                            ),
                            name="vacancy_employment_type",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                (
                                    "seniority__in",
                                    [
                                        "",
                                        "intern",
                                        "entry",
                                        "junior",
                                        "mid",
                                        "senior",
                                        "lead",
                                        "manager",
                                        "director",
                                        "executive",
                                    ],
                                )
                            ),
                            name="vacancy_seniority",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("salary_period__in", ["", "hour", "day", "week", "month", "year", "project"])
                            ),
                            name="vacancy_salary_period",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("status__in", ["open", "closed"])), name="vacancy_status"
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                ("salary_min__lte", models.F("salary_max")),
                                ("salary_min", None),
                                ("salary_max", None),
                                _connector="OR",
                            ),
                            name="vacancy_salary_range",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("closed_at", None), ("status", "open")),
                                models.Q(("closed_at__isnull", False), ("status", "closed")),
                                _connector="OR",
                            ),
                            name="vacancy_closed_at",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(("budget_type__in", ["", "fixed", "hourly"])),
                            name="vacancy_budget_type",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="RawPosting",
                fields=[
                    (
                        "id",
                        models.UUIDField(
                            default=apps.core.models.uuid7, editable=False, primary_key=True, serialize=False
                        ),
                    ),
                    ("created_at", models.DateTimeField(auto_now_add=True)),
                    ("updated_at", models.DateTimeField(auto_now=True)),
                    ("source_posting_id", models.CharField(max_length=200)),
                    ("url", models.URLField(blank=True, default="", max_length=2000)),
                    ("payload", models.JSONField()),
                    ("payload_hash", models.CharField(max_length=64)),
                    ("adapter_version", models.PositiveIntegerField()),
                    ("fetched_at", models.DateTimeField()),
                    ("first_seen_at", models.DateTimeField()),
                    ("last_seen_at", models.DateTimeField()),
                    (
                        "missed",
                        models.PositiveSmallIntegerField(
                            default=0, help_text="Complete crawls in a row without it."
                        ),
                    ),
                    ("closed_at", models.DateTimeField(blank=True, null=True)),
                    ("merge_reason", models.CharField(blank=True, default="", max_length=200)),
                    ("merge_confidence", models.FloatField(default=1.0)),
                    ("fingerprint", models.JSONField(default=dict)),
                    ("minhash", models.BinaryField(default=bytes)),
                    ("identity_key", models.CharField(blank=True, default="", max_length=64)),
                    ("vendor_key", models.CharField(blank=True, default="", max_length=300)),
                    ("canonical_url", models.CharField(blank=True, default="", max_length=2000)),
                    (
                        "source",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="postings",
                            to="vacancies.source",
                        ),
                    ),
                    (
                        "vacancy",
                        models.ForeignKey(
                            null=True,
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="postings",
                            to="vacancies.vacancy",
                        ),
                    ),
                    ("list_hash", models.CharField(blank=True, default="", max_length=64)),
                    (
                        "block_keys",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.CharField(max_length=40), blank=True, default=list, size=None
                        ),
                    ),
                    ("content", models.JSONField(blank=True, null=True)),
                    ("content_changed_at", models.DateTimeField(blank=True, null=True)),
                ],
                options={
                    "indexes": [
                        models.Index(fields=["vacancy"], name="posting_by_vacancy"),
                        models.Index(fields=["source", "last_seen_at"], name="posting_seen"),
                        models.Index(fields=["identity_key"], name="posting_identity"),
                        models.Index(
                            condition=models.Q(("vendor_key", ""), _negated=True),
                            fields=["vendor_key"],
                            name="posting_vendor",
                        ),
                        models.Index(
                            django.db.models.functions.text.MD5("canonical_url"),
                            condition=models.Q(("canonical_url", ""), _negated=True),
                            name="posting_url",
                        ),
                        django.contrib.postgres.indexes.GinIndex(
                            fastupdate=False, fields=["block_keys"], name="posting_blocks"
                        ),
                    ],
                    "constraints": [
                        models.UniqueConstraint(fields=("source", "source_posting_id"), name="posting_once")
                    ],
                },
            ),
            migrations.CreateModel(
                name="VacancyMark",
                fields=[
                    (
                        "id",
                        models.UUIDField(
                            default=apps.core.models.uuid7, editable=False, primary_key=True, serialize=False
                        ),
                    ),
                    ("created_at", models.DateTimeField(auto_now_add=True)),
                    ("updated_at", models.DateTimeField(auto_now=True)),
                    ("saved_at", models.DateTimeField(blank=True, null=True)),
                    ("hidden_at", models.DateTimeField(blank=True, null=True)),
                    ("applied_at", models.DateTimeField(blank=True, null=True)),
                    ("note", models.TextField(blank=True, default="")),
                    (
                        "tags",
                        django.contrib.postgres.fields.ArrayField(
                            base_field=models.CharField(max_length=40), blank=True, default=list, size=None
                        ),
                    ),
                    (
                        "own_vacancy",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="marks",
                            to="vacancies.ownvacancy",
                        ),
                    ),
                    (
                        "vacancy",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="marks",
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
                        models.Index(
                            condition=models.Q(("saved_at__isnull", False)),
                            fields=["workspace", "-saved_at"],
                            name="mark_saved",
                        )
                    ],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("own_vacancy", None), ("vacancy__isnull", False)),
                                models.Q(("own_vacancy__isnull", False), ("vacancy", None)),
                                _connector="OR",
                            ),
                            name="mark_one_vacancy",
                        ),
                        models.UniqueConstraint(fields=("workspace", "vacancy"), name="mark_once"),
                        models.UniqueConstraint(fields=("workspace", "own_vacancy"), name="mark_own_once"),
                    ],
                },
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
                        models.UUIDField(
                            blank=True, help_text="Who of the staff; empty: the rules.", null=True
                        ),
                    ),
                    (
                        "from_vacancy",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="left_by",
                            to="vacancies.vacancy",
                        ),
                    ),
                    (
                        "posting",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="decisions",
                            to="vacancies.rawposting",
                        ),
                    ),
                    (
                        "vacancy",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="decisions",
                            to="vacancies.vacancy",
                        ),
                    ),
                ],
                options={
                    "indexes": [
                        models.Index(fields=["vacancy"], name="decision_by_vacancy"),
                        models.Index(
                            condition=models.Q(("state", "proposed")),
                            fields=["-confidence", "id"],
                            name="decision_to_review",
                        ),
                    ],
                    "constraints": [
                        models.UniqueConstraint(fields=("posting", "vacancy"), name="decision_once")
                    ],
                },
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
                    (
                        "faults",
                        models.JSONField(default=list, help_text="At most 50 of {source_id, reason}."),
                    ),
                    ("fault", models.TextField(blank=True, default="")),
                    ("checkpoint", models.JSONField(blank=True, default=dict)),
                    (
                        "source",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="runs",
                            to="vacancies.ownsource",
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
                        models.Index(fields=["source", "-started_at"], name="ownrun_by_source"),
                        models.Index(fields=["workspace", "-started_at"], name="ownrun_by_workspace"),
                    ],
                },
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
                    (
                        "own_vacancy",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="changes",
                            to="vacancies.ownvacancy",
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
                    "indexes": [models.Index(fields=["own_vacancy", "-at"], name="ownchange_by_vacancy")],
                },
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
                    (
                        "vacancy",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="changes",
                            to="vacancies.vacancy",
                        ),
                    ),
                ],
                options={
                    "indexes": [
                        models.Index(fields=["vacancy", "-at"], name="change_by_vacancy"),
                        models.Index(
                            condition=models.Q(("kind__in", ["reopened", "reposted"])),
                            fields=["at"],
                            name="change_came_again",
                        ),
                    ],
                },
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
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="+",
                            to="accounts.workspace",
                        ),
                    ),
                ],
                options={
                    "indexes": [
                        models.Index(fields=["workspace", "-created_at"], name="proposal_by_workspace")
                    ],
                    "constraints": [
                        models.UniqueConstraint(fields=("workspace", "key"), name="proposal_once"),
                        models.CheckConstraint(
                            condition=models.Q(("state__in", ["sending", "sent", "refused", "unknown"])),
                            name="proposal_state",
                        ),
                    ],
                },
            ),
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
                    (
                        "needs_version",
                        models.CharField(blank=True, default="", editable=False, max_length=32),
                    ),
                    (
                        "user",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="saved_searches",
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
                    "verbose_name_plural": "saved searches",
                    "indexes": [
                        models.Index(fields=["workspace", "user", "-created_at"], name="savedsearch_by_user"),
                        models.Index(
                            condition=models.Q(("due_at__isnull", False)),
                            fields=["due_at"],
                            name="savedsearch_when_due",
                        ),
                        models.Index(
                            condition=models.Q(("alert", "off"), _negated=True),
                            fields=["needs_version"],
                            name="savedsearch_version",
                        ),
                    ],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(("alert__in", ["off", "instant", "daily", "weekly"])),
                            name="savedsearch_alert",
                        ),
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("alert", "off"), ("due_at", None)),
                                ("alert", "instant"),
                                models.Q(("alert__in", ["daily", "weekly"]), ("due_at__isnull", False)),
                                _connector="OR",
                            ),
                            name="savedsearch_due",
                        ),
                    ],
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
                    (
                        "search",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="anchors",
                            to="vacancies.savedsearch",
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
                    "indexes": [models.Index(fields=["term"], name="anchor_by_term")],
                    "constraints": [models.UniqueConstraint(fields=("search", "term"), name="anchor_once")],
                },
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
                    (
                        "own_vacancy",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="+",
                            to="vacancies.ownvacancy",
                        ),
                    ),
                    (
                        "search",
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="matches",
                            to="vacancies.savedsearch",
                        ),
                    ),
                    (
                        "vacancy",
                        models.ForeignKey(
                            blank=True,
                            null=True,
                            on_delete=django.db.models.deletion.CASCADE,
                            related_name="+",
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
                    "verbose_name_plural": "saved search matches",
                    "indexes": [
                        models.Index(
                            condition=models.Q(("told_at", None)),
                            fields=["search", "id"],
                            name="match_waiting",
                        )
                    ],
                    "constraints": [
                        models.CheckConstraint(
                            condition=models.Q(
                                models.Q(("own_vacancy", None), ("vacancy__isnull", False)),
                                models.Q(("own_vacancy__isnull", False), ("vacancy", None)),
                                _connector="OR",
                            ),
                            name="match_one_vacancy",
                        ),
                        models.UniqueConstraint(fields=("search", "vacancy"), name="match_once"),
                        models.UniqueConstraint(fields=("search", "own_vacancy"), name="match_own_once"),
                    ],
                },
            ),
            migrations.CreateModel(
                name="CatalogueWrite",
                fields=[
                    ("id", models.BigAutoField(primary_key=True, serialize=False)),
                    ("vacancy_id", models.UUIDField()),
                    ("transaction", models.BigIntegerField()),
                    ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ],
                options={
                    "indexes": [
                        models.Index(fields=["transaction"], name="write_by_transaction"),
                        models.Index(fields=["at"], name="write_by_age"),
                    ],
                },
            ),
        ),
        *(
            # Half the insert time of pglz, where the server was built with it (the embedded one is not).
            migrations.RunSQL(
                f"DO $$ BEGIN ALTER TABLE {table} ALTER COLUMN {column} SET COMPRESSION lz4; "
                "EXCEPTION WHEN feature_not_supported THEN NULL; END $$",
                migrations.RunSQL.noop,
            )
            for table, column in (
                ("vacancies_vacancy", "description_html"),
                ("vacancies_vacancy", "description_text"),
                ("vacancies_vacancy", "search"),
                ("vacancies_rawposting", "payload"),
            )
        ),
        migrations.RunSQL(
            "CREATE INDEX vacancy_sample_texts ON vacancies_vacancy USING gin (search, skills, countries, remote_scopes, "
            f"location_text gin_trgm_ops, company_name gin_trgm_ops) WHERE {SAMPLED}",
            "DROP INDEX vacancy_sample_texts",
        ),
        migrations.RunSQL(
            f"CREATE INDEX vacancy_sample_said ON vacancies_vacancy (listed_at, id) INCLUDE ({SAID}) WHERE {SAMPLED}",
            "DROP INDEX vacancy_sample_said",
        ),
        migrations.RunSQL(_TRIGGERS, _WITHOUT),
        catalogue(
            "vacancies_company",
            "vacancies_source",
            "vacancies_sourcerun",
            "vacancies_vacancy",
            "vacancies_vacancychange",
            "vacancies_rawposting",
            "vacancies_mergedecision",
            "vacancies_arrival",
            "vacancies_cataloguewrite",
        ),
        owned("vacancies_ownvacancy"),
        owned("vacancies_ownvacancychange"),
        owned("vacancies_ownsource"),
        owned("vacancies_ownsourcerun"),
        owned("vacancies_marketplaceclient"),
        owned("vacancies_proposal"),
        owned("vacancies_vacancymark"),
        owned("vacancies_savedsearch"),
        owned("vacancies_savedsearchanchor"),
        owned("vacancies_savedsearchmatch"),
        owned("vacancies_ownarrival"),
    ]
