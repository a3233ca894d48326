"""Resume, cover letter, invoice or something else: by what the text says and how it is laid out."""

from __future__ import annotations

import re
from typing import Literal

from apps.resumes.parsing.sections import HEADER, UNKNOWN, Section
from apps.resumes.parsing.vocabulary import fold

Kind = Literal["resume", "cover_letter", "invoice", "other"]

_INVOICE = re.compile(
    r"\b(?:invoice|rechnung|facture|factura|fattura|factuur|faktura|fatura|請求書|vat|mwst|tva|iva|btw|subtotal|total due|amount due|zwischensumme|sous-total"
    r"|bill to|due date|payment terms|unit price|quantity|qty|iban|bic|net amount|balance due|bank details|po number|zahlungsziel)\b"
)
_SALUTATION = re.compile(
    r"(?:^|\n)\s*(?:dear\b|to whom it may concern|sehr geehrte|liebe[rs]?\s|guten tag|madame, monsieur|madame,|monsieur,|cher |chère |estimad[oa]s?\b|muy señor"
    r"|apreciad[oa]|gentile\b|egregio|spettabile|geachte\b|beste\b|szanown|prezad[oa]|exm[oa]|caro\b|拝啓|sayın|hej |bästa|kjære|kære)",
)
_CLOSING = re.compile(
    r"\b(?:sincerely|yours faithfully|yours truly|kind regards|best regards|warm regards|regards,|mit freundlichen grüßen|mit freundlichen grussen|freundliche grüße|cordialement"
    r"|salutations|atentamente|un saludo|saludos|cordiali saluti|distinti saluti|met vriendelijke groet|z poważaniem|z powazaniem|atenciosamente|cumprimentos|敬具|saygılarımla|med vänlig hälsning|hochachtungsvoll)\b"
)
_LETTER = re.compile(
    r"\b(?:cover letter|application for|apply(?:ing)? for|i am writing|hiring manager|your company|bewerbung als|bewerbung um|hiermit bewerbe|lettre de motivation|candidature au poste|carta de presentación"
    r"|lettera di presentazione|sollicitatie|list motywacyjny|enclosed|attached: curriculum)\b"
)
_SECTIONS = {
    "work",
    "education",
    "skills",
    "projects",
    "certifications",
    "languages",
    "publications",
    "volunteering",
}


def kind_of(text: str, sections: list[Section], jobs: int, schools: int) -> Kind:
    """The kind of document; a resume needs sections or entries of its own, letters and invoices their own words."""
    flat = text.casefold()
    known = {
        section.kind for section in sections if section.kind in _SECTIONS and section.strong and section.lines
    }
    invoice = len(set(_INVOICE.findall(flat)))
    if invoice >= 3 and jobs + schools < 2 and len(known) < 2:
        return "invoice"
    letter = (
        2 * bool(_SALUTATION.search(flat))
        + 2 * bool(_CLOSING.search(flat))
        + bool(_LETTER.search(fold(flat)))
    )
    if letter >= 3 and len(known) < 2 and jobs + schools < 3:
        return "cover_letter"
    if (
        known
        or jobs
        or schools
        or any(section.kind not in (HEADER, UNKNOWN, "other") for section in sections)
    ):
        return "resume"
    return "other"
