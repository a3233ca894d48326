"""Every refusal of Foothold: what services raise and what the API shows as problem+json. Pure: no Django."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class FieldError:
    """One fault of one input value. `attr` is a path with dots and indexes: `work_experience.0.company`."""

    attr: str
    code: str
    detail: str


class AppError(Exception):
    """A refusal with a code of the closed enum of API.md. Services raise subclasses; one handler answers them."""

    code: ClassVar[str] = "server_error"
    status: ClassVar[int] = 500
    title: ClassVar[str] = "Something went wrong on our side"

    def __init__(
        self,
        detail: str = "",
        *,
        errors: list[FieldError] | None = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        self.detail = detail or self.title
        self.errors = errors or []
        self.headers = headers or {}
        super().__init__(self.detail)


class ValidationFailed(AppError):
    code, status, title = "validation_error", 400, "Validation failed"


class ParseFailed(AppError):
    code, status, title = "parse_error", 400, "The body could not be read"


class NotAuthenticated(AppError):
    code, status, title = "not_authenticated", 401, "Sign in first"


class TokenExpired(AppError):
    code, status, title = "token_expired", 401, "The token has expired"


class TokenInvalid(AppError):
    code, status, title = "token_invalid", 401, "The token is not valid"


class PermissionRefused(AppError):
    code, status, title = "permission_denied", 403, "Not allowed"


class EmailNotVerified(AppError):
    code, status, title = "email_not_verified", 403, "Verify the e-mail address first"


class PlanLimitReached(AppError):
    code, status, title = "plan_limit_reached", 403, "The plan's limit is reached"


class NotFound(AppError):
    code, status, title = "not_found", 404, "Not found"


class MethodNotAllowed(AppError):
    code, status, title = "method_not_allowed", 405, "Method not allowed"


class NotAcceptable(AppError):
    code, status, title = "not_acceptable", 406, "No such representation"


class Conflict(AppError):
    code, status, title = "conflict", 409, "Conflict with the present state"


class InUse(Conflict):
    title = "Something else still needs it"


class PreconditionFailed(AppError):
    code, status, title = "precondition_failed", 412, "The object has changed since it was read"


class PayloadTooLarge(AppError):
    code, status, title = "payload_too_large", 413, "Too large"


class UnsupportedMediaType(AppError):
    code, status, title = "unsupported_media_type", 415, "Unsupported media type"


class UnprocessableFile(AppError):
    code, status, title = "unprocessable_file", 422, "The file could not be used"


class Throttled(AppError):
    code, status, title = "throttled", 429, "Too many requests"


class UpstreamError(AppError):
    code, status, title = "upstream_error", 502, "A service we depend on failed"


class UpstreamTimeout(AppError):
    code, status, title = "upstream_timeout", 504, "A service we depend on did not answer in time"


class Unavailable(AppError):
    code, status, title = "unavailable", 503, "Unavailable for the moment"


def all_errors() -> list[type[AppError]]:
    """Every kind of refusal, in the order of API.md's enum; the schema's enum and the problem pages come from it."""
    return [
        ValidationFailed, ParseFailed, NotAuthenticated, TokenExpired, TokenInvalid, PermissionRefused,
        EmailNotVerified, PlanLimitReached, NotFound, MethodNotAllowed, NotAcceptable, Conflict,
        PreconditionFailed, PayloadTooLarge, UnsupportedMediaType, UnprocessableFile, Throttled,
        UpstreamError, UpstreamTimeout, Unavailable, AppError,
    ]  # fmt: skip
