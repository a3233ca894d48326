"""What a page says beside a label: "Location: Leeds", `<dt>Standort</dt><dd>Köln</dd>`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement

from apps.vacancies.pages.markup import text_of

_LABELS: Mapping[str, tuple[str, ...]] = {
    "location": (
        "location", "locations", "job location", "work location", "place of work", "standort", "arbeitsort",
        "einsatzort", "ort", "lieu", "lieu de travail", "localisation", "ubicación", "lugar de trabajo", "localidad",
        "localização", "local de trabalho", "sede", "sede di lavoro", "luogo di lavoro", "locatie", "standplaats",
        "plats", "arbetsort", "lokalizacja", "miejsce pracy",
    ),
    "employment_type": (
        "employment type", "job type", "type of employment", "contract type", "anstellungsart", "beschäftigungsart",
        "vertragsart", "type de contrat", "contrat", "tipo de contrato", "jornada", "tipo di contratto", "dienstverband",
        "anställningsform", "rodzaj umowy",
    ),
    "salary": (
        "salary", "salary range", "compensation", "pay", "pay range", "gehalt", "vergütung", "salaire", "rémunération",
        "salario", "retribución", "salário", "retribuzione", "salaris", "lön", "wynagrodzenie",
    ),
    "company": ("company", "employer", "organisation", "organization", "unternehmen", "arbeitgeber", "entreprise",
                "empresa", "azienda", "werkgever", "arbetsgivare", "pracodawca"),
    "deadline": ("closing date", "application deadline", "apply by", "deadline", "bewerbungsfrist",
                 "date limite", "fecha límite", "prazo", "scadenza", "sluitingsdatum", "sista ansökningsdag"),
}  # fmt: skip
_FIELD = {label: field for field, labels in _LABELS.items() for label in labels}
_LONGEST = 120
_PAIR = re.compile(r"^\s*([^:：]{2,40}?)\s*[:：]\s*(\S.*)$")


def found_in(tree: HtmlElement) -> dict[str, str]:
    """The first value of each field that has a label on the page; {"location": "Leeds", …}."""
    found: dict[str, str] = {}
    for label, value in _pairs(tree):
        field = _FIELD.get(" ".join(label.casefold().split()).rstrip(":"))
        if field and value and field not in found:
            found[field] = value
    return found


def _pairs(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for term in tree.iter("dt", "th"):
        beside = term.getnext()
        if beside is not None and beside.tag in ("dd", "td"):
            yield text_of(term), text_of(beside)[:_LONGEST]
    for block in tree.iter("li", "p", "div", "span", "tr", "td"):
        text = text_of(block) if len(block) < 8 else ""
        if len(text) <= _LONGEST and (pair := _PAIR.match(text)):
            yield pair.group(1), pair.group(2).strip()
