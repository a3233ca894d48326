"""What wraps every request."""

from __future__ import annotations

import re
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse

from apps.core.db import as_system
from apps.core.models import uuid7
from apps.core.request_id import current_request_id

GetResponse = Callable[[HttpRequest], HttpResponse]
_ACCEPTED = re.compile(r"[A-Za-z0-9._-]{8,128}\Z")


class RequestIdMiddleware:
    """`X-Request-ID` is accepted or made, echoed, logged, and stands in every problem and event."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get("X-Request-ID", "")
        request_id = given if _ACCEPTED.match(given) else str(uuid7())
        token = current_request_id.set(request_id)
        structlog.contextvars.bind_contextvars(request_id=request_id)
        try:
            response = self.get_response(request)
        finally:
            structlog.contextvars.unbind_contextvars("request_id")
            current_request_id.reset(token)
        response.headers["X-Request-ID"] = request_id
        return response


class AdminAsSystemMiddleware:
    """The admin works on the rows of all workspaces, as `foothold_system`; nothing else of the web does."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith("/admin/"):
            return self.get_response(request)
        with as_system():
            return self.get_response(request)
