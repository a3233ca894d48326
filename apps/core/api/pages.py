"""The frame of the few pages for people that the server writes itself."""

from __future__ import annotations

from django.http import HttpResponse
from django.templatetags.static import static
from django.utils.html import format_html

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title} · Foothold</title><link rel="stylesheet" href="{style}"></head><body>{body}</body></html>"""


def html_page(title: str, body: str) -> HttpResponse:
    """A page. `body` is HTML that was made safe (`format_html`)."""
    return HttpResponse(format_html(_PAGE, title=title, style=static("foothold/page.css"), body=body))
