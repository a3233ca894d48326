"""One person on one machine: `make run`."""

from __future__ import annotations

from project import embedded, env

from .base import *  # noqa: F403
from .base import STATIC_ROOT, VAR_DIR
from .logging import LOGGING as LOGGING

DEBUG = env.flag("DEBUG", default=False)
_made = embedded.secrets(VAR_DIR)
SECRET_KEY = env.text("SECRET_KEY", _made["SECRET_KEY"])
FIELD_KEYS = env.words("FIELD_KEYS", (_made["FIELD_KEYS"],))
# Files are served from the packages they lie in; whitenoise only wants the folder to be there.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
# Whoever runs it on their own machine is held to no offer of ours.
DEFAULT_PLAN = env.text("DEFAULT_PLAN", "team")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *env.words("ALLOWED_HOSTS", ())]
