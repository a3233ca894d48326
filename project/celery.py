"""The Celery application: `celery -A project worker`."""

import os

from celery import Celery
from celery.signals import beat_init, celeryd_init, worker_init, worker_ready

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings.dev")

app = Celery("foothold")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@celeryd_init.connect
@beat_init.connect
def refuse_to_see_too_much(**_: object) -> None:
    """Before the first task: a role that sees past the walls works for nobody."""
    from django.core.exceptions import ImproperlyConfigured

    from apps.core.checks import refuse_powerful_roles

    try:
        refuse_powerful_roles()
    except ImproperlyConfigured as fault:
        # Celery logs what a signal's receiver raises, and goes on; this it can't.
        raise SystemExit(str(fault)) from fault


@worker_init.connect
def load_what_works(**_: object) -> None:
    """Once, before there are threads or children to do it beside each other in their first tasks."""
    from project.loading import load_work

    load_work()


@worker_ready.connect
def look_for_lost_work(**_: object) -> None:
    """A worker that comes up looks at once, instead of at the next tick; /health/ then knows that it lives."""
    app.send_task("jobs.reap", queue="default")
