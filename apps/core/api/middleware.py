"""What wraps every request."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponsePermanentRedirect
from django.middleware.common import CommonMiddleware
from django.middleware.http import ConditionalGetMiddleware
from django.utils.deprecation import MiddlewareMixin

from apps.core.api import body_limit, deprecation, throttling
from apps.core.api.problems import problem_response
from apps.core.db import as_system
from apps.core.errors import PayloadTooLarge
from apps.core.models import uuid7
from apps.core.request_id import current_request_id

GetResponse = Callable[[HttpRequest], HttpResponse]
# What is below it has neither session nor message: who asks says so by a header.
API = "/api/v"
_ACCEPTED = re.compile(r"[A-Za-z0-9._-]{8,128}\Z")


class RequestIdMiddleware:
    """`X-Request-ID` is accepted or made, echoed, logged, and stands in every problem and event."""

    def __init__(self, get_response: GetResponse) -> None:
        # Logging is loaded by who answers, not by who names the middleware.
        from structlog import contextvars

        self.get_response = get_response
        self._logged = contextvars

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get("X-Request-ID", "")
        request_id = given if _ACCEPTED.match(given) else str(uuid7())
        token = current_request_id.set(request_id)
        self._logged.bind_contextvars(request_id=request_id)
        try:
            response = self.get_response(request)
        finally:
            self._logged.unbind_contextvars("request_id")
            current_request_id.reset(token)
        response.headers["X-Request-ID"] = request_id
        return response


class BodyLimitMiddleware:
    """Refuses what `body_limit` has cut off. A body in chunks has its length from here on, as DRF asks for it."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        body: body_limit.Body | None = getattr(request, "scope", {}).get(body_limit.KEY)
        if body is not None and body.is_too_large:
            most = body_limit.most_bytes() // 1024 // 1024
            response = problem_response(PayloadTooLarge(f"A body may hold {most} MB at most."), request)
            response.headers["Connection"] = "close"
            return response
        if body is not None and "CONTENT_LENGTH" not in request.META:
            request.META["CONTENT_LENGTH"] = str(body.size)
        return self.get_response(request)


class AdminAsSystemMiddleware:
    """The admin works on the rows of all workspaces, as `foothold_system`; nothing else of the web does."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith("/admin/"):
            return self.get_response(request)
        with as_system():
            return self.get_response(request)


class _MovedAsItIs(HttpResponsePermanentRedirect):
    """308: a 301 would have browsers repeat a POST as a GET, and what was sent would be lost unsaid."""

    status_code = 308


class NotModifiedMiddleware(ConditionalGetMiddleware):
    """Django's 304, which says as the 200 would how much of the limit is left and what is deprecated."""

    kept = (*throttling.HEADERS, *(f"X-{name}" for name in throttling.HEADERS), *deprecation.HEADERS)

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        answer = super().process_response(request, response)
        if answer is not response:
            for name in self.kept:
                if name in response.headers:
                    answer.headers[name] = response.headers[name]
        return answer


class SlashMiddleware(CommonMiddleware):
    """An address without its last slash leads to the one with it, with method and body."""

    response_redirect_class = _MovedAsItIs


class _OfPages(MiddlewareMixin):
    """For pages only: a request of the API goes past it. (In async mode, too: what it is answered is then awaited.)"""

    def __call__(self, request: HttpRequest) -> HttpResponseBase | Awaitable[HttpResponseBase]:
        if request.path_info.startswith(API):
            return self.get_response(request)
        return super().__call__(request)


class PageSessionMiddleware(_OfPages, SessionMiddleware): ...


class PageUserMiddleware(_OfPages, AuthenticationMiddleware): ...


class PageMessageMiddleware(_OfPages, MessageMiddleware): ...
