"""What is said of a proof that does not hold."""

from __future__ import annotations

from apps.core.errors import FieldError, ValidationFailed


def wrong(attr: str, detail: str) -> ValidationFailed:
    """Of somebody signed in: not a 401, which would tell a client that its token is stale."""
    return ValidationFailed(f"{attr}: {detail}", errors=[FieldError(attr, "incorrect", detail)])
