"""A foreign key brings its own index: a second one of the same column was never read, and written with every row."""

from __future__ import annotations

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("vacancies", "0001_catalogue")]
    operations = [
        migrations.RemoveIndex(model_name="rawposting", name="posting_by_vacancy"),
        migrations.RemoveIndex(model_name="mergedecision", name="decision_by_vacancy"),
    ]
