from django.apps import AppConfig


class ApplicationsConfig(AppConfig):
    """From saved to signed."""

    name = "apps.applications"
    label = "applications"
