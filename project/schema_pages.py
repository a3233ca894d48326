"""The schema and its two readers, as drf-spectacular shows them. Its generator, and what that takes along, is loaded by the first
who looks: routing, commands and workers do without.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.csrf import csrf_exempt


@cache
def _view(name: str, **options: str) -> Any:
    from drf_spectacular import views

    return getattr(views, name).as_view(**options)


@csrf_exempt  # as every view of DRF
def schema(request: HttpRequest) -> HttpResponseBase:
    found: HttpResponseBase = _view("SpectacularAPIView")(request)
    return found


@csrf_exempt
def docs(request: HttpRequest) -> HttpResponseBase:
    found: HttpResponseBase = _view("SpectacularSwaggerSplitView", url_name="schema")(request)
    return found


@csrf_exempt
def redoc(request: HttpRequest) -> HttpResponseBase:
    found: HttpResponseBase = _view("SpectacularRedocView", url_name="schema")(request)
    return found
