"""Many machines. Refuses to start half configured."""

from __future__ import annotations

from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured

from project import env, reporting

from .base import *  # noqa: F403
from .base import EMAIL_HOST, VERSION
from .logging import LOGGING as LOGGING
from .logging import SENTRY_DSN

if env.flag("DEBUG", default=False):
    raise ImproperlyConfigured("DEBUG shows code and settings to strangers: not in production")
DEBUG = False
REFUSE_POWERFUL_ROLES = True
SECRET_KEY = env.text("SECRET_KEY")
FIELD_KEYS = env.words("FIELD_KEYS")
ALLOWED_HOSTS = list(env.words("ALLOWED_HOSTS"))
for _variable in ("DATABASE_URL", "DATABASE_SYSTEM_URL", "REDIS_URL"):
    env.text(_variable)
if len(SECRET_KEY) < 50 or "change-me" in SECRET_KEY:
    raise ImproperlyConfigured(
        "SECRET_KEY is too short or still the example's; make one of 50 random characters"
    )
try:
    [Fernet(key) for key in FIELD_KEYS]
except ValueError as fault:
    raise ImproperlyConfigured("FIELD_KEYS: each must be 32 random bytes in URL-safe base64") from fault

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = env.flag("SECURE_SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = EMAIL_HOST or "localhost"

reporting.start(SENTRY_DSN, release=VERSION, environment=env.text("SENTRY_ENVIRONMENT", "production"))
