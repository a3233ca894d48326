"""Small resumes built for the parser's tests. Every person and company is made up."""

from __future__ import annotations

import io
from collections.abc import Iterable

from docx import Document
from docx.document import Document as Package
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

Text = tuple[float, float, str, str, float]
"""x, y from the top, words, font, size: one piece of text on a page."""

REGULAR, BOLD, ITALIC = "Helvetica", "Helvetica-Bold", "Helvetica-Oblique"


def pdf(*pages: Iterable[Text], title: str = "") -> bytes:
    """A PDF with these pieces of text on its pages; lengths in points."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    canvas.setTitle(title)
    canvas.setAuthor(title)
    for page in pages:
        for x, y, words, font, size in page:
            canvas.setFont(font, size)
            canvas.drawString(x, A4[1] - y, words)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def flowing(*lines: tuple[str, str], left: float = 60, top: float = 60, right: float = 520) -> list[Text]:
    """Lines below each other. A line is (look, text): look is "name", "title", "bold", "italic", "text" or "item";
    what follows a tab is set flush right."""
    looks = {
        "name": (BOLD, 22.0),
        "title": (BOLD, 13.0),
        "bold": (BOLD, 10.0),
        "italic": (ITALIC, 10.0),
        "text": (REGULAR, 10.0),
        "item": (REGULAR, 10.0),
    }
    out: list[Text] = []
    y = top
    for look, words in lines:
        font, size = looks[look]
        y += size * (1.9 if look == "title" else 1.45)
        main, _, side = words.partition("\t")
        if look == "item":
            out += [(left + 4, y, "•", REGULAR, size), (left + 16, y, main, font, size)]
        else:
            out.append((left, y, main, font, size))
        if side:
            width = Canvas(io.BytesIO()).stringWidth(side, REGULAR, size)
            out.append((right - width, y, side, REGULAR, size))
    return out


ONE_COLUMN = (
    ("name", "Dr. Odalys Kestrelwood, Ph.D."),
    ("text", "Marine Acoustician"),
    ("text", "Port Larkham, ME | (207) 555-0143 | odalys@example.com"),
    ("title", "Experience"),
    ("bold", "Fathomworks Instruments\tPort Larkham, ME"),
    ("italic", "Lead Engineer\tMar 2019 - Present"),
    ("item", "Built hydrophone arrays for eleven research vessels"),
    ("item", "Halved the cost of calibration"),
    ("bold", "Gullwing Survey Ltd\tHalden, NH"),
    ("italic", "Field Technician\t2015 - 2018"),
    ("item", "Towed sonar in weather others stayed home for"),
    ("title", "Education"),
    ("bold", "University of Quillport\tQuillport, MA"),
    ("italic", "B.Sc. in Physics\t2011 - 2015"),
    ("text", "GPA: 3.7/4.0"),
    ("title", "Skills"),
    ("bold", "Languages: Python, Julia, C++"),
    ("text", "Tools: MATLAB, Git"),
)


def one_column_pdf(**options: str) -> bytes:
    """A resume in one column with places and dates flush right."""
    return pdf(flowing(*ONE_COLUMN), **options)


def sidebar_pdf() -> bytes:
    """A resume with contact, skills and languages in a column on the left, over two pages."""
    side = flowing(
        ("title", "Contact"),
        ("text", "Brackwater"),
        ("text", "+49 221 555 0199"),
        ("text", "t.morgenrot@example.org"),
        ("title", "Kenntnisse"),
        ("text", "Lötprüfung"),
        ("text", "SPS"),
        ("title", "Sprachen"),
        ("text", "Deutsch (Muttersprache)"),
        left=40,
        right=180,
    )
    main = flowing(
        ("name", "Tilda Morgenrot"),
        ("text", "Servicetechnikerin"),
        ("title", "Berufserfahrung"),
        ("bold", "Servicetechnikerin"),
        ("text", "06/2018 – heute"),
        ("italic", "Wendelstein Pumpen GmbH"),
        ("item", "Wartung von Anlagen in vier Ländern"),
        left=230,
        right=560,
    )
    second = flowing(
        ("item", "Schulung neuer Kolleginnen"),
        ("bold", "Mechatronikerin"),
        ("text", "2014–18"),
        ("italic", "Anlagenbau Hirschhorn AG"),
        ("item", "Montage von Förderbändern"),
        left=230,
        right=560,
    )
    return pdf([*side, *main], second)


def table_pdf() -> bytes:
    """A resume whose dates stand in a first column, one of them cut over two lines."""
    head = flowing(
        ("name", "Ishbel Carrowmore"), ("text", "ishbel@example.net"), ("title", "Employment History")
    )
    rows: list[Text] = [
        (60, 150, "Jan 2020 to", REGULAR, 10),
        (60, 164, "present", REGULAR, 10),
        (160, 150, "Head Librarian", BOLD, 10),
        (160, 164, "Thornby Free Library", ITALIC, 10),
        (160, 178, "Opened the reading room on Sundays", REGULAR, 10),
        (60, 200, "2016 – 2019", REGULAR, 10),
        (160, 200, "Archivist", BOLD, 10),
        (160, 214, "Museum of Small Boats", ITALIC, 10),
        (160, 228, "Catalogued nine thousand plates", REGULAR, 10),
    ]
    return pdf([*head, *rows])


def docx(build: Package) -> bytes:
    """The bytes of a python-docx document."""
    buffer = io.BytesIO()
    build.save(buffer)
    return buffer.getvalue()


def paragraph(document: Package, *runs: tuple[str, str], style: str | None = None) -> None:
    """Add a paragraph; a run is (look, text) with look "", "b" or "i"."""
    added = document.add_paragraph(style=style)
    for look, words in runs:
        run = added.add_run(words)
        run.bold, run.italic = look == "b" or None, look == "i" or None


def header_docx() -> bytes:
    """A resume whose name and address stand in the page header, with dates behind tabs."""
    document = Document()
    document.core_properties.author = "Nobody In Particular"
    header = document.sections[0].header
    header.paragraphs[0].add_run("Fergus Vantongeren").bold = True
    header.add_paragraph("Ghent | fergus@example.com | +32 55 501 42 00")
    document.add_heading("Werkervaring", level=1)
    paragraph(document, ("b", "Scheepswerf De Pauw"), ("", "\tmaart 2020 – heden"))
    paragraph(document, ("i", "Lasser"), ("", "\tGent"))
    paragraph(document, ("", "Lassen van rompen tot veertig meter"), style="List Bullet")
    paragraph(document, ("b", "Metaalbouw Ostend BV"), ("", "\t2016–20"))
    paragraph(document, ("i", "Leerling"), ("", "\tOostende"))
    document.add_heading("Vaardigheden", level=1)
    paragraph(document, ("", "TIG, MIG, autogeen snijden"))
    return docx(document)


def table_docx() -> bytes:
    """A resume as one table: dates on the left, and a section whose title is the label of its row."""
    document = Document()
    paragraph(document, ("b", "Amaia Lizarreta Soto"))
    paragraph(document, ("", "amaia@example.org"))
    paragraph(document, ("b", "Experiencia profesional"))
    table = document.add_table(rows=0, cols=2)
    for left, title, company in (
        ("06/2019 – actualidad", "Jefa de taller", "Talleres Orbaiz, S. A."),
        ("2014 – 2019", "Soldadora", "Astilleros Bermeo"),
    ):
        cells = table.add_row().cells
        cells[0].text = left
        cells[1].paragraphs[0].add_run(title).bold = True
        cells[1].add_paragraph().add_run(company).italic = True
    cells = table.add_row().cells
    cells[0].text = "Conocimientos"
    cells[1].text = "soldadura TIG, planos, presupuestos"
    return docx(document)


PLAIN_TEXT = """Rowan Achterberg
rowan@example.com | 020 7946 0958 | Bristol

Objective
A bench, a lathe and a reason to use both.

WORK HISTORY
Toolmaker | Pennant Gauges Ltd | Feb 2017 - Present
- Ground gauges to two microns
- Trained four apprentices

Apprentice | Sons of Harrow Engineering | 2013 - 2017
- Swept, filed, learned

EDUCATION
HND in Mechanical Engineering, Filton Technical College, 2017

SKILLS
Machines: Lathe, Jig borer
Software: Fusion 360, Excel
"""
