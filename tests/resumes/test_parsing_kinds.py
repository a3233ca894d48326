"""Letters and invoices are flagged, not refused; resumes never are."""

from __future__ import annotations

from apps.resumes.parsing import parse
from tests.resumes.parsing_documents import PLAIN_TEXT, one_column_pdf

LETTER = """Rowan Achterberg
rowan@example.com

Dear Hiring Manager,

I am writing to apply for the post of toolmaker at your company. For nine years I have ground gauges to two
microns, and I would be glad to go on doing so in a shop that still has windows.

Yours faithfully,
Rowan Achterberg
"""
INVOICE = """Achterberg Tooling
Invoice 2026-014
Bill to: Pennant Gauges Ltd
Quantity  Description  Unit price
4  Plug gauge  120.00
Subtotal 480.00
VAT 20% 96.00
Total due 576.00, payment terms 30 days
"""


def test_letter_and_invoice_are_flagged() -> None:
    for text, kind in ((LETTER, "cover_letter"), (INVOICE, "invoice")):
        parsed = parse(text.encode())
        assert parsed.kind == kind
        assert next(warning.code for warning in parsed.warnings) == "not_a_resume"


def test_resumes_are_not_flagged() -> None:
    for data in (PLAIN_TEXT.encode(), one_column_pdf()):
        parsed = parse(data)
        assert parsed.kind == "resume"
        assert "not_a_resume" not in [warning.code for warning in parsed.warnings]


def test_missing_fields_are_said() -> None:
    parsed = parse(PLAIN_TEXT.replace("rowan@example.com | ", "").encode())
    assert [(warning.code, warning.path) for warning in parsed.warnings] == [
        ("missing_field", "contact_info.email")
    ]
