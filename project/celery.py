"""The Celery application: `celery -A project worker`."""

import os

from celery import Celery
from celery.signals import worker_ready

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings.dev")

app = Celery("foothold")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@worker_ready.connect
def look_for_lost_work(**_: object) -> None:
    """A worker that comes up looks at once, instead of at the next tick; /health/ then knows that it lives."""
    app.send_task("jobs.reap", queue="default")
