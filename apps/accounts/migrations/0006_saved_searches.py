"""Saved searches are counted against a plan, as they stand."""

from django.db import migrations, models

# Of free, pro and team.
AMOUNTS = {"free": 10, "pro": 100, "team": 2000}


def fill_limits(apps, schema_editor):
    alias = schema_editor.connection.alias
    limits = apps.get_model("accounts", "PlanLimit").objects.using(alias)
    known = apps.get_model("accounts", "Plan").objects.using(alias).filter(code__in=AMOUNTS)
    for code in known.values_list("code", flat=True):
        limits.get_or_create(
            plan_id=code, meter="saved_searches", defaults={"period": "stock", "amount": AMOUNTS[code]}
        )


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_work_permits"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="planlimit",
            name="plan_limit_meter",
        ),
        migrations.RemoveConstraint(
            model_name="planlimit",
            name="plan_limit_stock",
        ),
        migrations.RemoveConstraint(
            model_name="usagecounter",
            name="usage_counter_meter",
        ),
        migrations.RemoveConstraint(
            model_name="usagegrant",
            name="usage_grant_meter",
        ),
        migrations.RemoveConstraint(
            model_name="usagerecord",
            name="usage_record_meter",
        ),
        migrations.AlterField(
            model_name="planlimit",
            name="meter",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="usagecounter",
            name="meter",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="usagegrant",
            name="meter",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="usagerecord",
            name="meter",
            field=models.CharField(
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
        migrations.AddConstraint(
            model_name="planlimit",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="planlimit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("meter__in", ("active_applications", "sources", "saved_searches")),
                        ("period", "stock"),
                    ),
                    models.Q(
                        models.Q(
                            ("meter__in", ("active_applications", "sources", "saved_searches")), _negated=True
                        ),
                        models.Q(("period", "stock"), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="plan_limit_stock",
                violation_error_message="Applications, sources and saved searches are counted as they stand; the rest by day or month.",
            ),
        ),
        migrations.AddConstraint(
            model_name="usagecounter",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="usagegrant",
            constraint=models.CheckConstraint(
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
            ),
        ),
        migrations.AddConstraint(
            model_name="usagerecord",
            constraint=models.CheckConstraint(
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
        ),
        migrations.RunPython(fill_limits, migrations.RunPython.noop),
    ]
