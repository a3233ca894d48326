"""What was written to the catalogue lately, row by row: for copies of it that must know what they lack."""

from __future__ import annotations

from typing import ClassVar

import django.db.models.functions.datetime
from django.db import migrations, models

from apps.core.db.policies import catalogue

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
    dependencies: ClassVar = [("vacancies", "0006_sample")]

    operations: ClassVar = [
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
                ]
            },
        ),
        catalogue("vacancies_cataloguewrite"),
        migrations.RunSQL(_TRIGGERS, _WITHOUT),
    ]
