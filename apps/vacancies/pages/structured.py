"""schema.org's JobPosting as a page carries it: JSON-LD or microdata, both as the same kind of object.

JSON-LD comes in a list, in `@graph`, in several scripts, with `@type` as a list, escaped as HTML, in a comment or with
raw line breaks inside its strings. Microdata repeats a property for each of its values.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement

from apps.vacancies.pages.markup import inner_html, text_of

JOB = "JobPosting"
_AROUND = re.compile(
    r"^\s*(?:<!--|/\*\s*<!\[CDATA\[\s*\*/|//\s*<!\[CDATA\[)|(?:-->|/\*\s*\]\]>\s*\*/|//\s*\]\]>)\s*$"
)
_DEEPEST = 6
_MARKED_UP = frozenset({"description", "responsibilities", "qualifications", "skills", "jobBenefits",
                        "educationRequirements", "experienceRequirements", "incentiveCompensation"})  # fmt: skip
_VALUE_OF = {
    "a": "href",
    "link": "href",
    "img": "src",
    "meta": "content",
    "time": "datetime",
    "data": "value",
}


def json_ld(tree: HtmlElement) -> Iterator[Mapping[str, object]]:
    """Every JobPosting of the page's scripts. A script that can't be read holds none."""
    for script in tree.xpath(
        "//script[starts-with(translate(@type, 'LDJSON', 'ldjson'), 'application/ld+json')]"
    ):
        yield from _jobs(_loaded(_AROUND.sub("", script.text_content())), _DEEPEST)


def microdata(tree: HtmlElement) -> Iterator[Mapping[str, object]]:
    """Every JobPosting that is marked up in the page's own tags."""
    for scope in tree.xpath("//*[@itemscope and contains(@itemtype, 'schema.org/JobPosting')]"):
        yield {"@type": JOB, **_properties(scope)}


def _loaded(text: str) -> object:
    for attempt in (text, html.unescape(text)):
        try:
            # Not strict: line breaks inside strings.
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _jobs(value: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth == 0:
        return
    if isinstance(value, list):
        for one in value:
            yield from _jobs(one, depth - 1)
    elif isinstance(value, Mapping):
        kinds = value.get("@type")
        if JOB in (kinds if isinstance(kinds, list) else [kinds]):
            yield value
            return
        for name in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"):
            yield from _jobs(value.get(name), depth - 1)


def _properties(scope: HtmlElement) -> dict[str, object]:
    found: dict[str, list[object]] = {}
    for element in scope.xpath(".//*[@itemprop]"):
        if _nearest_scope(element) is scope:
            for name in str(element.get("itemprop")).split():
                found.setdefault(name, []).append(_value(element, name))
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def _nearest_scope(element: HtmlElement) -> HtmlElement | None:
    return next((above for above in element.iterancestors() if above.get("itemscope") is not None), None)


def _value(element: HtmlElement, name: str) -> object:
    if element.get("itemscope") is not None:
        return _properties(element)
    if element.get("content") is not None:
        return str(element.get("content")).strip()
    attribute = _VALUE_OF.get(str(element.tag))
    if attribute and element.get(attribute):
        return str(element.get(attribute)).strip()
    return inner_html(element) if name in _MARKED_UP else text_of(element)
