"""PDFs: columns, margin notes, wrapped lines, furniture and the places values were read from."""

from __future__ import annotations

from apps.resumes.parsing import parse
from tests.resumes.parsing_documents import (
    BOLD,
    ONE_COLUMN,
    REGULAR,
    flowing,
    one_column_pdf,
    pdf,
    sidebar_pdf,
    table_pdf,
)


def test_one_column_is_read_whole() -> None:
    content = parse(one_column_pdf()).content
    contact = content["contact_info"]
    assert (contact["full_name"], contact["headline"]) == ("Odalys Kestrelwood", "Marine Acoustician")
    assert (contact["email"], contact["phone"]) == ("odalys@example.com", "(207) 555-0143")
    assert contact["address"] == "Port Larkham, ME"
    first, second = content["work_experience"]
    assert (first["company"], first["position"]) == ("Fathomworks Instruments", "Lead Engineer")
    assert (first["location"], first["start_date"], first["end_date"]) == ("Port Larkham, ME", "2019-03", "")
    assert first["is_current"]
    assert first["responsibilities"] == [
        "Built hydrophone arrays for eleven research vessels",
        "Halved the cost of calibration",
    ]
    assert (second["company"], second["start_date"], second["end_date"]) == (
        "Gullwing Survey Ltd",
        "2015",
        "2018",
    )
    (school,) = content["education"]
    assert (school["institution"], school["degree"]) == ("University of Quillport", "B.Sc.")
    assert (school["field_of_study"], school["gpa"]) == ("Physics", "3.7/4.0")
    assert content["skills"] == [
        {"name": "Languages", "keywords": ["Python", "Julia", "C++"]},
        {"name": "Tools", "keywords": ["MATLAB", "Git"]},
    ]


def test_values_carry_confidence_and_place() -> None:
    parsed = parse(one_column_pdf())
    assert 0.8 < parsed.confidence["work_experience.0.company"] <= 1
    page, x0, top, x1, bottom = parsed.boxes["work_experience.0.company"]
    assert page == 1
    assert 59 <= x0 < x1 <= 300
    assert 0 < top < bottom < 842
    _, _, name_top, _, _ = parsed.boxes["contact_info.full_name"]
    assert name_top < top


def test_metadata_names_nobody() -> None:
    parsed = parse(one_column_pdf(title="Somebody Else Entirely"))
    assert "Somebody" not in parsed.text
    assert parsed.content["contact_info"]["full_name"] == "Odalys Kestrelwood"


def test_sidebar_is_its_own_column_and_jobs_run_over_the_page() -> None:
    parsed = parse(sidebar_pdf())
    content = parsed.content
    assert content["contact_info"]["full_name"] == "Tilda Morgenrot"
    assert content["contact_info"]["email"] == "t.morgenrot@example.org"
    first, second = content["work_experience"]
    assert (first["position"], first["company"]) == ("Servicetechnikerin", "Wendelstein Pumpen GmbH")
    assert first["responsibilities"] == ["Wartung von Anlagen in vier Ländern", "Schulung neuer Kolleginnen"]
    assert (second["company"], second["start_date"], second["end_date"]) == (
        "Anlagenbau Hirschhorn AG",
        "2014",
        "2018",
    )
    assert [group["keywords"] for group in content["skills"]] == [["Lötprüfung", "SPS"]]
    assert content["languages"] == [{"language": "Deutsch", "fluency": "Muttersprache"}]
    assert parsed.boxes["work_experience.1.company"][0] == 2


def test_dates_in_a_margin_belong_to_their_rows() -> None:
    first, second = parse(table_pdf()).content["work_experience"]
    assert (first["position"], first["company"]) == ("Head Librarian", "Thornby Free Library")
    assert (first["start_date"], first["is_current"]) == ("2020-01", True)
    assert (second["company"], second["end_date"]) == ("Museum of Small Boats", "2019")


def test_second_role_inherits_the_employer() -> None:
    page = flowing(
        ("name", "Ottoline Brask"),
        ("text", "ottoline@example.com"),
        ("title", "Experience"),
        ("bold", "Harbourgate Hospital"),
        ("italic", "Charge Nurse"),
        ("text", "Mar 2021 - Present"),
        ("item", "Ran a ward of thirty beds"),
        ("italic", "Staff Nurse"),
        ("text", "Jun 2017 - Feb 2021"),
        ("item", "Looked after five patients a shift"),
    )
    first, second = parse(pdf(page)).content["work_experience"]
    assert first["company"] == second["company"] == "Harbourgate Hospital"
    assert (second["position"], second["start_date"]) == ("Staff Nurse", "2017-06")


def test_page_numbers_and_running_heads_are_dropped() -> None:
    furniture = [
        (250.0, 820.0, "Page 1 of 2", REGULAR, 8.0),
        (60.0, 20.0, "Last updated May 2026", REGULAR, 8.0),
    ]
    text = parse(pdf([*flowing(*ONE_COLUMN), *furniture])).text
    assert "Page 1" not in text
    assert "updated" not in text


def test_items_that_run_over_the_line_stay_one() -> None:
    page = flowing(
        ("name", "Ulf Sandvik"),
        ("text", "ulf@example.com"),
        ("title", "Experience"),
        ("bold", "Nordlys Kraft AS\t2019 - 2023"),
        ("italic", "Engineer"),
    )
    page += [
        (64, 190, "•", REGULAR, 10),
        (
            76,
            190,
            "Designed the control room of a plant that feeds nine towns and wrote its docu-",
            REGULAR,
            10,
        ),
        (76, 204, "mentation", REGULAR, 10),
    ]
    (job,) = parse(pdf(page)).content["work_experience"]
    assert len(job["responsibilities"]) == 1
    assert job["responsibilities"][0].endswith("tation")


def test_unknown_title_is_known_by_its_look() -> None:
    page = flowing(
        *ONE_COLUMN, ("title", "Beneath the Waves"), ("text", "Diving in cold water since childhood.")
    )
    content = parse(pdf(page)).content
    assert [extra["json"]["title"] for extra in content["extra"]] == ["Beneath the Waves"]
    assert content["skills"][-1]["keywords"] == ["MATLAB", "Git"]


def test_right_to_left_of_a_gap_is_no_column_without_titles() -> None:
    rows = [(60.0, 60.0, "Vesna Horvatin", BOLD, 20.0), (60.0, 84.0, "vesna@example.com", REGULAR, 10.0)]
    rows += [(60.0, 120.0, "Work Experience", BOLD, 13.0)]
    for index, (job, years) in enumerate(
        (("Baker, Slak Bakery", "2018 - 2020"), ("Cook, Pri Mostu Inn", "2014 - 2018"))
    ):
        y = 150.0 + 40 * index
        rows += [
            (60.0, y, job, BOLD, 10.0),
            (400.0, y, years, REGULAR, 10.0),
            (60.0, y + 14, "Early mornings", REGULAR, 10.0),
        ]
    jobs = parse(pdf(rows)).content["work_experience"]
    assert [(job["position"], job["company"], job["start_date"]) for job in jobs] == [
        ("Baker", "Slak Bakery", "2018"),
        ("Cook", "Pri Mostu Inn", "2014"),
    ]
