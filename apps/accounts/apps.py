from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People, their workspaces and their plans."""

    name = "apps.accounts"
    label = "accounts"

    def ready(self) -> None:
        from apps.accounts import (  # noqa: F401 - registers them
            api_key_handlers,
            deletion_notices,
            handlers,
            holdings,
            invitation_handlers,
            jobs,
            mfa_handlers,
        )
        from apps.accounts.auth import devices, second_factor
        from apps.accounts.auth.mfa import challenges, factors
        from apps.accounts.flags import features_of
        from apps.accounts.usage import handlers as usage_handlers  # noqa: F401 - registers them
        from apps.core import features
        from apps.core.api import throttling

        features.register(features_of)
        throttling.register_subject(devices.rate_subject)
        second_factor.register(check=factors.are_on, open_challenge=challenges.open_challenge)
