"""What holds in every environment. One concern each in the modules beside this one."""

from __future__ import annotations

import django_stubs_ext

from project import env

from .api import *  # noqa: F403
from .audit import *  # noqa: F403
from .celery import *  # noqa: F403
from .embeddings import *  # noqa: F403
from .privacy import *  # noqa: F403
from .signin import *  # noqa: F403
from .storage import *  # noqa: F403
from .vacancies import *  # noqa: F403

# Generic Django classes may be subscripted in the code, as the type checker wants it.
django_stubs_ext.monkeypatch()

BASE_DIR = env.ROOT
VERSION = "0.1.0"

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "corsheaders",
    "waffle",
    # Second factors only, as a library behind our own views: its pages are not mounted, its accounts not used.
    "allauth.account",
    "allauth.mfa",
    "apps.core",
    "apps.events",
    "apps.jobs",
    "apps.accounts",
    "apps.documents",
    "apps.resumes",
    "apps.vacancies",
    "apps.matching",
    "apps.applications",
    "apps.generation",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "apps.core.api.middleware.RequestIdMiddleware",
    "apps.core.security.SecurityPolicyMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "apps.core.api.middleware.BodyLimitMiddleware",
    "apps.core.api.middleware.AdminAsSystemMiddleware",
    "apps.core.api.middleware.PageSessionMiddleware",
    "apps.core.api.middleware.NotModifiedMiddleware",
    "apps.core.api.middleware.SlashMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "apps.core.api.middleware.PageUserMiddleware",
    "apps.core.api.middleware.PageMessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "project.urls"
ASGI_APPLICATION = "project.asgi.application"
WSGI_APPLICATION = "project.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # Ours come before those of the apps they replace.
        "DIRS": [BASE_DIR / "apps" / "core" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

AUTH_USER_MODEL = "accounts.User"
WAFFLE_FLAG_MODEL = "accounts.Flag"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]

LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_I18N = False
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = env.folder("STATIC_ROOT", BASE_DIR / "staticfiles")
WHITENOISE_USE_FINDERS = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Mails are sent where a server is named, and else written to the log.
EMAIL_HOST = env.text("EMAIL_HOST", "")
EMAIL_PORT = env.number("EMAIL_PORT", 25)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS", default=False)
EMAIL_TIMEOUT = 20
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "Foothold <no-reply@localhost>")
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# Whether a process refuses to start where its database roles could see every workspace.
REFUSE_POWERFUL_ROLES = False
