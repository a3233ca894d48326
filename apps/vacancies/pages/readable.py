"""The vacancy on a page that says nothing for machines: its heading, its employer, and the part that reads like one.

How sure that is, is told by what speaks for a vacancy: headings and words that postings have, a way to apply, a text
long enough, and one such part instead of a list of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from apps.vacancies.pages.markup import FURNITURE, NotAPage, inner_html, meta, text_of

# Headings and set phrases of postings, in the languages we meet most. A word each, folded to lower case.
_TELLING = re.compile(
    r"\b(?:responsibilit|requirements?|qualifications?|what you(?:'|’)?ll (?:do|bring)|you will|about the role|your profile|"
    r"experience (?:with|in)|full[- ]time|part[- ]time|salary|compensation|benefits|apply|skills|we offer|"
    r"aufgaben|ihr profil|dein profil|anforderungen|wir bieten|vollzeit|bewerb|"
    r"missions?|profil recherché|votre profil|compétences|postuler|temps plein|"
    r"requisitos|funciones|ofrecemos|experiencia|inscrib|jornada|oferta|"
    r"responsabilidade?s?|atividades|benefícios|vaga|"
    r"requisiti|responsabilità|offriamo|candidat|obowiązki|wymagania|oferujemy|"
    r"arbetsuppgifter|kvalifikationer|ansök|taken|functie-?eisen|wij bieden|solliciteer)",
    re.I,
)
_BLOCKS = ("article", "main", "section", "div", "td")
_SHORT, _LONG = 250, 600
_JOIN = re.compile(r"\s+(?:[|–—·•]|-|at|bei|chez|en|hos|@)\s+", re.I)
_SITE_WORDS = re.compile(
    r"^(?:jobs?|careers?|karriere|vacanc(?:y|ies)|emplois?|empleo|home|job details?)$", re.I
)
_GENERIC_TITLE = re.compile(r"^(?:job widget|candidate portal|job (?:details?|search)|careers?|jobs?)$", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the page shows. `confidence` is 0 to 1."""

    title: str
    company_name: str
    description_html: str
    confidence: float


def find(tree: HtmlElement, url: str) -> Found:
    """Read the page. Raises NotAPage where nothing on it reads like a vacancy."""
    body = _body_of(tree)
    text = text_of(body) if body is not None else ""
    title = _title_of(tree)
    if body is None or len(text) < _SHORT or not title:
        raise NotAPage("Nothing on this page reads like a vacancy; paste its text instead.")
    told = {match.lower() for match in _TELLING.findall(text)}
    if len(told) < 2:
        raise NotAPage("This page does not read like a vacancy; paste its text instead.")
    company = _company_of(tree, title, url)
    confidence = 0.3 + 0.05 * min(len(told), 5) + 0.1 * (len(text) >= _LONG) + 0.1 * bool(company)
    return Found(
        title=_without(title, company),
        company_name=company,
        description_html=inner_html(body),
        confidence=round(min(confidence, 0.75), 2),
    )


def _body_of(tree: HtmlElement) -> HtmlElement | None:
    """The innermost block that holds most of the page's running text: text in links counts against it."""
    blocks = [block for block in tree.iter(*_BLOCKS) if not _in_furniture(block)] or tree.xpath("//body")
    weights = {block: _weight(block) for block in blocks}
    heaviest = max(weights.values(), default=0)
    good = [block for block in blocks if weights[block] >= 0.8 * heaviest and heaviest > 0]
    return min(good, key=lambda block: len(text_of(block)), default=None)


def _in_furniture(block: HtmlElement) -> bool:
    return any(above.tag in FURNITURE for above in block.iterancestors())


def _weight(block: HtmlElement) -> int:
    shown = [
        one
        for one in block.iter()
        if isinstance(one.tag, str) and one.tag not in FURNITURE and not _hidden(one, block)
    ]
    plain = sum(len((one.text or "").strip()) for one in shown if one.tag != "a")
    tails = sum(len((one.tail or "").strip()) for one in shown if one is not block)
    linked = sum(len(text_of(one)) for one in shown if one.tag == "a")
    return plain + tails - 2 * linked


def _hidden(one: HtmlElement, block: HtmlElement) -> bool:
    """Within furniture of the block itself."""
    for above in one.iterancestors():
        if above is block:
            return False
        if above.tag in FURNITURE:
            return True
    return False


def _title_of(tree: HtmlElement) -> str:
    first = _headings(tree, "h1")
    named = [meta(tree, "og:title", "twitter:title"), *map(text_of, tree.xpath("//title"))]
    candidates = [*first, *named, *_headings(tree, "h2")]
    for one in candidates:
        if 3 <= len(one) <= 200 and not _GENERIC_TITLE.match(one):
            return one
    return ""


def _headings(tree: HtmlElement, tag: str) -> list[str]:
    return [text_of(one) for one in tree.iter(tag) if not _in_furniture(one)]


def _company_of(tree: HtmlElement, title: str, url: str) -> str:
    """The site's name where it gives one; else what stands beside the title in the page's name."""
    if name := meta(tree, "og:site_name", "application-name", "author"):
        return name[:200]
    for page_title in map(text_of, tree.xpath("//title")):
        parts = [part.strip() for part in _JOIN.split(page_title) if part.strip()]
        others = [part for part in parts if part not in title and not _SITE_WORDS.match(part)]
        if len(parts) > 1 and others:
            return others[-1][:200]
    labels = (urlsplit(url).hostname or "").removeprefix("www.").split(".")
    return labels[-2].capitalize() if len(labels) == 2 else ""


def _without(title: str, company: str) -> str:
    """The title without the employer's name at its end."""
    parts = [part.strip() for part in _JOIN.split(title)]
    if len(parts) > 1 and company and parts[-1].casefold() == company.casefold():
        return title[: title.rindex(parts[-1])].rstrip(" |–—·•-@")
    return title
