"""A file may hold everything of one person: nobody else of the workspace sees it."""

from django.db import migrations, models

from apps.core.db.policies import USER, WORKSPACE

OWN = f"workspace_id = {WORKSPACE} AND (kind <> 'export' OR created_by_id = {USER})"
ALL = f"workspace_id = {WORKSPACE}"


def policy(using):
    return f"ALTER POLICY app_rows ON documents_document USING ({using}) WITH CHECK ({using})"


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_documents")]
    operations = [
        migrations.AlterField(
            model_name="document",
            name="kind",
            field=models.CharField(
                choices=[
                    ("upload", "Upload"),
                    ("render", "Render"),
                    ("letter", "Letter"),
                    ("export", "Export"),
                ],
                max_length=8,
            ),
        ),
        migrations.RemoveConstraint(model_name="document", name="document_kind"),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["upload", "render", "letter", "export"])),
                name="document_kind",
            ),
        ),
        migrations.RunSQL(policy(OWN), policy(ALL)),
    ]
