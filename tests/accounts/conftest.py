from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_django.fixtures import Settings

from tests.smtp import Postbox, serving


@pytest.fixture
def smtp(settings: Settings) -> Iterator[Postbox]:
    """Mails of this test leave through SMTP, and arrive."""
    with serving() as postbox:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", postbox.port
        yield postbox
