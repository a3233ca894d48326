from django.apps import AppConfig


class ApplicationsConfig(AppConfig):
    """From saved to signed."""

    name = "apps.applications"
    label = "applications"

    def ready(self) -> None:
        from apps.accounts.models import Meter
        from apps.accounts.usage.stocks import register_stock
        from apps.applications import (
            holdings,  # noqa: F401 - registers what is held
            selectors,
        )

        register_stock(Meter.ACTIVE_APPLICATIONS, selectors.active_count)
