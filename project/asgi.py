"""The ASGI entry point."""

import os

from django.core.asgi import get_asgi_application

from apps.core.api.body_limit import BodyLimit
from apps.core.checks import refuse_powerful_roles
from project.garbage import spare_the_program
from project.loading import load_work

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings.dev")

_application = get_asgi_application()
refuse_powerful_roles()
load_work()
spare_the_program()
application = BodyLimit(_application)
