from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People, their workspaces and their plans."""

    name = "apps.accounts"
    label = "accounts"

    def ready(self) -> None:
        from apps.accounts import handlers  # noqa: F401 - registers them
        from apps.accounts.auth import extensions  # noqa: F401 - tells the schema of our authentication
