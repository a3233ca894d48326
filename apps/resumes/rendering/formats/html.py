"""One HTML file with its style inside, that loads nothing and runs nothing."""

from __future__ import annotations

from html import escape

from apps.resumes.content import ResumeContent
from apps.resumes.rendering.composition import compose
from apps.resumes.rendering.rendered import Paper, Rendered
from apps.resumes.rendering.view import Entry, Line, Section, Target

STYLE = """
:root { color-scheme: light; --ink: #1f2326; --soft: #5d666c; --accent: #0b5a6f }
body { margin: 3rem auto; max-width: 44rem; padding: 0 1.25rem; color: var(--ink); background: #fff;
  font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere }
h1 { margin: 0; color: var(--accent); font-size: 2.25rem; line-height: 1.15; letter-spacing: -.015em }
h2 { margin: 2.25rem 0 .75rem; padding-bottom: .25rem; border-bottom: 1px solid #c5d3d8; color: var(--accent);
  font-size: 1.15rem }
h3 { margin: 0; font-size: 1rem } p { margin: .35rem 0 } ul { margin: .35rem 0; padding-left: 1.2rem }
a { color: var(--accent) } article { margin: 0 0 1.25rem; break-inside: avoid-page }
.headline { color: var(--soft); font-size: 1.2rem } .contact { color: var(--soft) }
.head { display: flex; justify-content: space-between; gap: 1.5rem } .head > :last-child:not(:first-child) { max-width: 45%; text-align: end }
.soft { color: var(--soft) }
@media print { body { margin: 0 auto; font-size: 10pt } }
"""


def render_html(content: ResumeContent, _theme: str, language: str, _paper: Paper) -> Rendered:
    """The resume as a whole page of HTML in UTF-8."""
    view = compose(content, language)
    contact = " · ".join(map(_target, view["contact"]))
    head = _tag("h1", escape(view["name"])) + _tag("p", escape(view["headline"]), "headline")
    body = f"<header>{head}{_tag('p', contact, 'contact')}</header>" + "".join(
        map(_section, view["sections"])
    )
    page = (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{escape(view['title'])}</title>\n<style>{STYLE}</style>\n</head>\n"
        f"<body>\n<main>{body}</main>\n</body>\n</html>\n"
    )
    return Rendered(page.encode(), "text/html; charset=utf-8", ".html")


def _tag(name: str, inner: str, style: str = "") -> str:
    """An element, or nothing where nothing is inside."""
    attribute = f' class="{style}"' if style else ""
    return f"<{name}{attribute}>{inner}</{name}>" if inner else ""


def _target(target: Target) -> str:
    text = escape(target["text"])
    return f'<a href="{escape(target["href"])}" rel="noopener">{text}</a>' if target["href"] else text


def _section(section: Section) -> str:
    prose = "".join(_tag("p", escape(paragraph)) for paragraph in section["prose"])
    lines = _tag("ul", "".join(_tag("li", _line(line)) for line in section["lines"]))
    entries = "".join(map(_entry, section["entries"]))
    return f"\n<section>{_tag('h2', escape(section['title']))}{prose}{lines}{entries}</section>"


def _line(line: Line) -> str:
    label, text = escape(line["label"]), escape(line["text"])
    return f"<strong>{label}:</strong> {text}" if label and text else label or text


def _entry(entry: Entry) -> str:
    under = " · ".join(part for part in (escape(entry["subtitle"]), _target(entry["link"])) if part)
    return _tag(
        "article",
        _across(_tag("h3", escape(entry["title"])), escape(entry["dates"]))
        + _across(_tag("div", under), escape(entry["place"]))
        + "".join(_tag("p", escape(paragraph)) for paragraph in entry["body"])
        + _tag("ul", "".join(_tag("li", escape(bullet)) for bullet in entry["bullets"]))
        + "".join(_tag("p", _line(note)) for note in entry["notes"]),
    )


def _across(left: str, right: str) -> str:
    # Blocks, not spans: what reads the text alone would join two spans into one word.
    return _tag("div", left + _tag("div", right, "soft"), "head")
