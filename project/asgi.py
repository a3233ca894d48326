"""The ASGI entry point."""

import os

from django.core.asgi import get_asgi_application

from apps.core.api.body_limit import BodyLimit

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings.dev")

application = BodyLimit(get_asgi_application())
