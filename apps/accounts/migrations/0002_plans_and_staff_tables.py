"""The plans, and what the admin's own tables need: the system role, and nobody else."""

from django.db import migrations

from apps.core.db.policies import system_only

PLANS = (("free", "Free"), ("pro", "Pro"), ("team", "Team"))


def add_plans(apps, schema_editor):
    plan = apps.get_model("accounts", "Plan")
    for code, name in PLANS:
        plan.objects.using(schema_editor.connection.alias).update_or_create(
            code=code, defaults={"name": name}
        )


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_accounts"),
        ("admin", "0003_logentry_add_action_flag_choices"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("sessions", "0001_initial"),
    ]
    operations = [
        migrations.RunPython(add_plans, migrations.RunPython.noop),
        system_only(
            "django_admin_log",
            "django_content_type",
            "django_session",
            "auth_group",
            "auth_group_permissions",
            "auth_permission",
        ),
        # The readiness check compares what is applied with what there is.
        migrations.RunSQL("GRANT SELECT ON django_migrations TO foothold_system", migrations.RunSQL.noop),
    ]
