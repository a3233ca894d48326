"""Plain text, HTML, RTF and JSON: what has no geometry."""

from __future__ import annotations

import json

import pytest

from apps.resumes.content import empty_content
from apps.resumes.parsing import parse
from tests.resumes.parsing_documents import PLAIN_TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_plain_text_in_any_encoding(encoding: str) -> None:
    parsed = parse(PLAIN_TEXT.encode(encoding), filename="resume.pdf")
    assert parsed.media_type == "text/plain"
    content = parsed.content
    assert content["contact_info"]["full_name"] == "Rowan Achterberg"
    first, second = content["work_experience"]
    assert (first["position"], first["company"]) == ("Toolmaker", "Pennant Gauges Ltd")
    assert (first["start_date"], first["is_current"], len(first["responsibilities"])) == ("2017-02", True, 2)
    assert (second["position"], second["company"]) == ("Apprentice", "Sons of Harrow Engineering")
    (school,) = content["education"]
    assert (school["institution"], school["degree"]) == ("Filton Technical College", "HND")
    assert (school["field_of_study"], school["graduation_date"]) == ("Mechanical Engineering", "2017")
    assert content["skills"][1] == {"name": "Software", "keywords": ["Fusion 360", "Excel"]}


def test_western_code_page() -> None:
    text = PLAIN_TEXT.replace("Rowan Achterberg", "Renée Lefèvre").replace(
        "Bristol", "Besançon, Franche-Comté"
    )
    parsed = parse(text.encode("cp1252"))
    assert parsed.content["contact_info"]["full_name"] == "Renée Lefèvre"


def test_html_by_content_whatever_the_name() -> None:
    page = """<html><head><title>Somebody Else</title></head><body><h1>Zora Petterle</h1><p>zora@example.com</p>
    <h2>Experience</h2><p><b>Glassblower</b></p><p>Furnace Lane Studio, 2018 - 2022</p>
    <ul><li>Blew four hundred lamps</li></ul><h2>Skills</h2><p>Blowing, Cutting</p></body></html>"""
    parsed = parse(page.encode(), filename="cv.doc")
    assert parsed.media_type == "text/html"
    (job,) = parsed.content["work_experience"]
    assert (job["position"], job["company"], job["end_date"]) == (
        "Glassblower",
        "Furnace Lane Studio",
        "2022",
    )
    assert parsed.content["skills"][0]["keywords"] == ["Blowing", "Cutting"]


def test_rtf_by_content_whatever_the_name() -> None:
    body = PLAIN_TEXT.replace("\n", "\\par\n")
    parsed = parse(("{\\rtf1\\ansi " + body + "}").encode("ascii"), filename="cv.doc")
    assert parsed.media_type == "application/rtf"
    assert parsed.content["contact_info"]["email"] == "rowan@example.com"
    assert [job["start_date"] for job in parsed.content["work_experience"]] == ["2017-02", "2013"]


def test_json_resume_is_taken_as_it_is() -> None:
    document = {
        "basics": {"name": "Isolde Farthing", "email": "isolde@example.com"},
        "work": [{"name": "Farthing & Daughters", "position": "Saddler", "startDate": "2019-02"}],
    }
    parsed = parse(json.dumps(document).encode())
    assert parsed.media_type == "application/json"
    assert parsed.content["contact_info"]["full_name"] == "Isolde Farthing"
    assert parsed.content["work_experience"][0]["position"] == "Saddler"


def test_language_is_told() -> None:
    assert parse(PLAIN_TEXT.encode()).language == "en"
    german = "Lebenslauf\nUrsel Habicht\nursel@example.org\nProfil\nIch plane und baue Treppen für die alten Häuser der Stadt und bin seit zehn Jahren mit dem Holz vertraut.\n"
    assert parse(german.encode()).language == "de"


LATEX = rb"""\documentclass[11pt]{article}
\usepackage{paracol}
\begin{document}
\section{Experience}
\cventry{Toolmaker}{Pennant Gauges Ltd}{Bristol}{2017 - present}
\section{Awards}
\cvhonor{Best gauge}{2019}
\end{document}
"""


def test_latex_source_is_no_resume() -> None:
    parsed = parse(LATEX)
    assert parsed.kind == "other"
    assert [warning.code for warning in parsed.warnings if warning.code != "missing_field"] == [
        "not_a_resume", "nothing_recognised",
    ]  # fmt: skip
    assert parsed.content == empty_content()
    assert "Pennant Gauges Ltd" in parsed.text
