"""DOCX: page headers, tables, text boxes, and what must not be read."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document

from apps.resumes.parsing import parse, sniff
from apps.resumes.parsing.errors import CorruptFile, OversizedContent
from tests.resumes.parsing_documents import docx, header_docx, paragraph, table_docx

_BOX = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent>'
    "<mc:Choice><w:txbxContent><w:p><w:r><w:t>{0}</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
    "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>{0}</w:t></w:r></w:p></w:txbxContent></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)


def test_page_header_holds_the_person() -> None:
    parsed = parse(header_docx())
    contact = parsed.content["contact_info"]
    assert (contact["full_name"], contact["email"]) == ("Fergus Vantongeren", "fergus@example.com")
    assert contact["phone"] == "+32 55 501 42 00"
    first, second = parsed.content["work_experience"]
    assert (first["company"], first["position"], first["location"]) == (
        "Scheepswerf De Pauw",
        "Lasser",
        "Gent",
    )
    assert (first["start_date"], first["is_current"]) == ("2020-03", True)
    assert (second["start_date"], second["end_date"]) == ("2016", "2020")
    assert parsed.content["skills"][0]["keywords"] == ["TIG", "MIG", "autogeen snijden"]
    assert "Nobody" not in parsed.text
    assert parsed.boxes == {}


def test_table_rows_are_jobs_and_labels_are_titles() -> None:
    content = parse(table_docx()).content
    first, second = content["work_experience"]
    assert (first["position"], first["company"]) == ("Jefa de taller", "Talleres Orbaiz, S. A.")
    assert (first["start_date"], first["is_current"]) == ("2019-06", True)
    assert (second["company"], second["end_date"]) == ("Astilleros Bermeo", "2019")
    assert content["skills"] == [
        {"name": "Conocimientos", "keywords": ["soldadura TIG", "planos", "presupuestos"]}
    ]


def test_text_box_is_read_once() -> None:
    from docx.oxml import parse_xml

    document = Document()
    paragraph(document, ("b", "Wilhelmina Oxbow"))
    document.add_paragraph()._p.append(parse_xml(_BOX.format("wilhelmina@example.com")))
    document.add_heading("Skills", level=1)
    paragraph(document, ("", "Bookbinding, Gilding"))
    parsed = parse(docx(document))
    assert parsed.text.count("wilhelmina@example.com") == 1
    assert parsed.content["contact_info"]["email"] == "wilhelmina@example.com"


def test_hidden_and_deleted_text_is_not_read() -> None:
    document = Document()
    paragraph(document, ("b", "Peregrine Holloway"), ("", " peregrine@example.com"))
    run = document.add_paragraph("Thatcher with twenty years on roofs").add_run("manager director ceo")
    run.font.hidden = True
    assert "ceo" not in parse(docx(document)).text


def test_zip_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sniff, "MAX_UNPACKED", 20 * 1024 * 1024)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (21 * 1024 * 1024))
    with pytest.raises(OversizedContent):
        parse(buffer.getvalue())


def test_ratio_alone_refuses_a_bomb() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * (12 * 1024 * 1024))
    with pytest.raises(OversizedContent):
        parse(buffer.getvalue())


def test_broken_xml_is_corrupt() -> None:
    source = zipfile.ZipFile(io.BytesIO(header_docx()))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for entry in source.infolist():
            data = source.read(entry)
            archive.writestr(entry, data[: len(data) // 2] if entry.filename == "word/document.xml" else data)
    with pytest.raises(CorruptFile) as refused:
        parse(buffer.getvalue())
    assert refused.value.reason == "corrupt"
