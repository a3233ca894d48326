"""RFC 9457 problem+json: one shape for every refusal, the router's 404s and our own faults included."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.db.models import ProtectedError, RestrictedError
from django.http import Http404, HttpRequest, HttpResponse
from rest_framework import exceptions
from rest_framework.response import Response

from apps.core import errors
from apps.core.api.renderers import ProblemRenderer, to_json
from apps.core.request_id import current_request_id

# A body can name as many wrong fields as fit into it; the answer shows the first.
MOST_ERRORS, LONGEST_TEXT = 100, 1000

log = logging.getLogger(__name__)
CONTENT_TYPE = ProblemRenderer.media_type


def problem_body(error: errors.AppError, instance: str) -> dict[str, object]:
    """The body of a problem. `instance` is the path that was asked for, without its query."""
    return {
        "type": f"/problems/{error.code.replace('_', '-')}/",
        "title": error.title,
        "status": error.status,
        "detail": error.detail[:LONGEST_TEXT],
        "instance": instance,
        "code": error.code,
        "request_id": current_request_id.get(),
        "errors": [
            {"attr": e.attr[:LONGEST_TEXT], "code": e.code, "detail": e.detail[:LONGEST_TEXT]}
            for e in error.errors[:MOST_ERRORS]
        ],
    }


def problem_response(error: errors.AppError, request: HttpRequest) -> HttpResponse:
    """A problem outside of DRF: the router's 404, a 500."""
    body = to_json(problem_body(error, request.path))
    return HttpResponse(body, status=error.status, content_type=CONTENT_TYPE, headers=error.headers)


def flatten(detail: object, path: str = "") -> list[errors.FieldError]:
    """DRF's nested error detail as a flat list with paths `work_experience.0.company`."""
    if isinstance(detail, Mapping):
        return [
            found
            for key, value in detail.items()
            for found in flatten(value, path if key == "non_field_errors" else f"{path}.{key}".lstrip("."))
        ]
    if isinstance(detail, list | tuple):
        if all(isinstance(item, exceptions.ErrorDetail) for item in detail):
            return [errors.FieldError(path, str(item.code), str(item)) for item in detail]
        return [found for i, item in enumerate(detail) for found in flatten(item, f"{path}.{i}".lstrip("."))]
    return [errors.FieldError(path, str(getattr(detail, "code", "invalid")), str(detail))]


def _validation(detail: object) -> errors.ValidationFailed:
    faults = flatten(detail)
    first = faults[0] if faults else None
    text = f"{first.attr}: {first.detail}".removeprefix(": ") if first else ""
    return errors.ValidationFailed(text, errors=faults)


_PLAIN: dict[type[Exception], type[errors.AppError]] = {
    exceptions.ParseError: errors.ParseFailed,
    exceptions.NotAuthenticated: errors.NotAuthenticated,
    exceptions.AuthenticationFailed: errors.TokenInvalid,
    exceptions.PermissionDenied: errors.PermissionRefused,
    PermissionDenied: errors.PermissionRefused,
    exceptions.NotFound: errors.NotFound,
    Http404: errors.NotFound,
    exceptions.NotAcceptable: errors.NotAcceptable,
    exceptions.UnsupportedMediaType: errors.UnsupportedMediaType,
    RequestDataTooBig: errors.PayloadTooLarge,
    ProtectedError: errors.InUse,
    RestrictedError: errors.InUse,
}


def as_app_error(fault: Exception) -> errors.AppError | None:
    """What a fault is called in our contract; None for a fault of our own."""
    if isinstance(fault, errors.AppError):
        return fault
    if isinstance(fault, exceptions.ValidationError):
        return _validation(fault.detail)
    if isinstance(fault, exceptions.MethodNotAllowed):
        return errors.MethodNotAllowed(str(fault.detail))
    for known, ours in _PLAIN.items():
        if isinstance(fault, known):
            # A parser's own words name byte positions and quote the body: ours are enough.
            return ours()
    return None


def exception_handler(fault: Exception, context: dict[str, Any]) -> Response:
    """DRF's handler: every exception becomes a problem. What is not ours is logged, and says nothing of itself."""
    request = context["request"]
    error = as_app_error(fault)
    if error is None:
        log.exception("unhandled fault in %s", getattr(context.get("view"), "action", "?"), exc_info=fault)
        error = errors.AppError()
    headers = dict(error.headers)
    if error.status == 401:
        headers.setdefault("WWW-Authenticate", "Bearer")
    response = Response(problem_body(error, request.path), status=error.status, headers=headers)
    response.content_type = CONTENT_TYPE
    return response


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return problem_response(errors.NotFound(), request)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    too_big = isinstance(exception, RequestDataTooBig)
    return problem_response(errors.PayloadTooLarge() if too_big else errors.ParseFailed(), request)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return problem_response(errors.PermissionRefused(), request)


def server_error(request: HttpRequest) -> HttpResponse:
    return problem_response(errors.AppError(), request)
