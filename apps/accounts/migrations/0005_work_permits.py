"""Where somebody may work without a sponsor."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0004_walls_and_limits")]

    operations = [
        migrations.AddField(
            model_name="preferences",
            name="work_permits",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=2), blank=True, default=list, size=None
            ),
        )
    ]
