"""Small tables and links in a page of the admin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import Model
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


def link(row: Model, text: str) -> SafeString:
    name = f"admin:{row._meta.app_label}_{row._meta.model_name}_change"
    return format_html('<a href="{}">{}</a>', reverse(name, args=[row.pk]), text)


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> SafeString:
    """A table of the admin's own look; "–" where there is no row."""
    lines = [
        format_html("<tr>{}</tr>", format_html_join("", "<td>{}</td>", ((cell,) for cell in row)))
        for row in rows
    ]
    if not lines:
        return SafeString("–")
    head = format_html_join("", "<th>{}</th>", ((each,) for each in heads))
    body = format_html_join("", "{}", ((line,) for line in lines))
    return format_html("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>", head, body)
