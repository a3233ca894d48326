"""The WSGI entry point."""

import os

from django.core.wsgi import get_wsgi_application

from apps.core.checks import refuse_powerful_roles
from project.garbage import spare_the_program
from project.loading import load_work

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings.dev")

application = get_wsgi_application()
refuse_powerful_roles()
load_work()
spare_the_program()
