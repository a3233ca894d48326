"""Operations that go away: what their answers say (RFC 9745, RFC 8594), and the page that says what to use instead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.html import format_html, format_html_join
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from apps.core.api.operations import Deprecation
from apps.core.api.pages import html_page

PAGE = "/migrations/"
HEADERS = ("Deprecation", "Sunset", "Link")

_ROW = "<h2><code>{}</code></h2><p><code>{}</code></p><p>Deprecated since {}; gone on {}. Use <code>{}</code>.</p>"
_PAGE = (
    "<h1>Migrations</h1>{}<p>What goes away is announced here two minor versions before, and its answers carry "
    "<code>Deprecation</code> and <code>Sunset</code>.</p>"
)


def _midnight(day: date) -> float:
    return datetime.combine(day, time.min, tzinfo=UTC).timestamp()


def write_headers(response: HttpResponseBase, deprecated: Deprecation) -> None:
    """`Deprecation`, `Sunset`, and a link to the page beside the links that are there already."""
    response.headers["Deprecation"] = f"@{int(_midnight(deprecated.since))}"
    response.headers["Sunset"] = http_date(_midnight(deprecated.sunset))
    ours = f'<{PAGE}>; rel="deprecation"; type="text/html"'
    response.headers["Link"] = ", ".join(filter(None, (response.headers.get("Link"), ours)))


def sentence(deprecated: Deprecation) -> str:
    """What the schema says of it."""
    return f"Deprecated since {deprecated.since}, gone on {deprecated.sunset}: use `{deprecated.instead}` instead."


def deprecated_operations() -> Iterator[tuple[str, str, str, Deprecation]]:
    """Operation id, method, path and declaration of each deprecated operation that the router knows."""
    from drf_spectacular.generators import EndpointEnumerator

    for path, _, method, callback in EndpointEnumerator().get_api_endpoints():  # type: ignore[no-untyped-call]  # the library has no types
        view: Any = callback.cls(**callback.initkwargs)
        view.action = getattr(callback, "actions", {}).get(method.lower())
        declared = getattr(view, "operation", None)
        if declared is not None and declared.deprecated is not None:
            yield view.operation_id, method, path, declared.deprecated


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """What is going away, when, and what to use instead."""
    rows = [
        (name, f"{method} {path}", found.since, found.sunset, found.instead)
        for name, method, path, found in sorted(deprecated_operations(), key=lambda row: row[3].sunset)
    ]
    if rows:
        listed = format_html_join("", _ROW, rows)
    else:
        listed = format_html(
            "<p>{}</p>", "Nothing is deprecated: every operation of the schema is here to stay."
        )
    return html_page("Migrations", format_html(_PAGE, listed))
