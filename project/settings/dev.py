"""One person on one machine: `make run`."""

from __future__ import annotations

from project import embedded, env

from .base import *  # noqa: F403
from .base import VAR_DIR
from .logging import LOGGING as LOGGING

DEBUG = env.flag("DEBUG", default=False)
SECRET_KEY = env.text("SECRET_KEY", embedded.secrets(VAR_DIR)["SECRET_KEY"])
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *env.words("ALLOWED_HOSTS", ())]
