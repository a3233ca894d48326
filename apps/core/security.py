"""What browsers may do with our answers: a policy a part of the site. The strictest holds where none is named."""

from __future__ import annotations

from functools import cache
from typing import Any

from csp.constants import HEADER, NONE, SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

Directives = dict[str, Any]

# JSON, files, streams: nothing runs, nothing is framed, nothing is loaded.
NOTHING: Directives = {
    "default-src": [NONE],
    "base-uri": [NONE],
    "form-action": [NONE],
    "frame-ancestors": [NONE],
}
# Pages of our own: text and a style sheet.
PAGE: Directives = {**NOTHING, "style-src": [SELF], "img-src": [SELF]}
# Swagger UI and Redoc write styles into their elements; what they run comes from here.
DOCS: Directives = {
    **NOTHING,
    "script-src": [SELF],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:"],
    "font-src": [SELF, "data:"],
    "connect-src": [SELF],
    "worker-src": ["blob:"],
}
ADMIN: Directives = {
    **NOTHING,
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF, "data:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    "form-action": [SELF],
}

# The first prefix that fits; a path that fits none gets NOTHING.
_SECTIONS: tuple[tuple[str, Directives], ...] = (
    ("/admin/", ADMIN),
    ("/api/docs/", DOCS),
    ("/api/redoc/", DOCS),
    ("/problems/", PAGE),
    ("/migrations/", PAGE),
)
# No page of ours asks for any of these.
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


def directives_for(path: str) -> Directives:
    if path == "/":
        return PAGE
    return next((found for prefix, found in _SECTIONS if path.startswith(prefix)), NOTHING)


@cache
def _nothing() -> str:
    return build_policy(config=NOTHING)


class SecurityPolicyMiddleware(CSPMiddleware):
    """`Content-Security-Policy` by path, `Permissions-Policy` everywhere. A view's own header stays."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        return PolicyParts(config={} if report_only else directives_for(request.path_info))

    def process_request(self, request: HttpRequest) -> None:
        # A nonce is for pages: the library's holds the request, which holds it, and neither is freed at once then.
        if directives_for(request.path_info) is not NOTHING:
            super().process_request(request)

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        if directives_for(request.path_info) is NOTHING and not settings.DEBUG:
            # Nearly every answer, and always the same words: the library would put them together each time.
            response.headers.setdefault(HEADER, _nothing())
            return response
        return super().process_response(request, response)
