"""Pages for people: what a problem's `type` links to, and where things are."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.html import format_html, format_html_join
from django.views.decorators.http import require_safe

from apps.core.api.pages import html_page
from apps.core.errors import all_errors

# What a client, or the person before it, can do about it.
_ADVICE = {
    "validation_error": "Some values cannot be taken. `errors` names each with its path; correct them and send again.",
    "parse_error": "The body is not valid JSON (or not the multipart form that was asked for).",
    "not_authenticated": "Send `Authorization: Bearer <access token>`; `auth/login/` gives one.",
    "token_expired": "Use `auth/refresh/` with the refresh token, then repeat the request.",
    "token_invalid": "The token is not one of ours, was revoked, or belongs to a session that ended. Sign in again.",
    "permission_denied": "Your role in this workspace does not include what you tried.",
    "email_not_verified": "Confirm your address with the token that was mailed to you, then try again.",
    "plan_limit_reached": "The plan's allowance is used up. The problem says when it resets.",
    "not_found": "There is nothing here, or nothing that you may see.",
    "method_not_allowed": "This address exists, but not with this method.",
    "not_acceptable": "The representation that was asked for is not offered.",
    "conflict": "The request does not fit the present state; the detail says what would.",
    "precondition_failed": "Somebody changed it since you read it. Read it again, and apply your change to that.",
    "payload_too_large": "The body or file is larger than this operation takes.",
    "unsupported_media_type": "The body's `Content-Type` is not one this operation reads.",
    "unprocessable_file": "The file arrived, but cannot be used; the detail says why.",
    "throttled": "Too many requests. Wait as long as `Retry-After` says.",
    "upstream_error": "A service we depend on failed. Trying again later may help.",
    "upstream_timeout": "A service we depend on did not answer in time. Trying again later may help.",
    "unavailable": "Something of ours is away for the moment. Try again later.",
    "server_error": "The fault is ours. Tell us the `request_id`, and we can find it.",
}


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """What a problem of this kind means."""
    for error in all_errors():
        if error.code.replace("_", "-") == slug:
            body = format_html(
                "<p><code>{}</code> · HTTP {}</p><h1>{}</h1><p>{}</p>",
                error.code,
                error.status,
                error.title,
                _ADVICE[error.code],
            )
            return html_page(error.title, body)
    raise Http404


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Where things are."""
    links = (
        ("/api/docs/", "Try the API", "Swagger UI"),
        ("/api/redoc/", "Read the API", "Redoc"),
        ("/api/v1/schema/", "The schema", "OpenAPI 3.0.3"),
        ("/admin/", "Admin", "for staff"),
        ("/health/", "Health", "of every part"),
    )
    items = format_html_join("", '<li><a href="{}">{}</a>: {}</li>', links)
    return html_page(
        "Foothold", format_html("<h1>Foothold</h1><p>A backend for job search.</p><ul>{}</ul>", items)
    )
