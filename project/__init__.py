"""The Django project: settings, entry points and the servers of one machine."""

from project.celery import app as celery_app

__all__ = ["celery_app"]
