"""Invented resumes for the tests of rendering: short, long, German, hostile. Every person and firm is fictional."""

from __future__ import annotations

from apps.resumes.content import ResumeContent, empty_content, empty_education, empty_project, empty_work

HOSTILE = (
    '#panic("x") $1+1$ _under_ *star* \\back <label> @ref `raw` "quoted" ~ = - + / // [box] {set} %25 & &amp; '
    "'single' ^ | #let x = 1 <script>alert(1)</script> ]]> --- ... 1. 2) !important"
)


def short() -> ResumeContent:
    """One page, one job, most parts empty."""
    content = empty_content()
    content["contact_info"] = {
        "full_name": "Mira Oakden",
        "email": "mira.oakden@example.com",
        "phone": "+1 555-0142",
        "address": "Port Lumen",
        "headline": "Workshop Manager",
        "links": [{"name": "GitHub", "url": "https://github.com/mira-oakden-example"}],
    }
    content["summary"] = "Runs a bicycle workshop of six and keeps a queue of repairs below two days."
    content["work_experience"] = [
        empty_work()
        | {
            "company": "Spoke & Chain Cooperative",
            "position": "Workshop Manager",
            "location": "Port Lumen",
            "start_date": "2019-04",
            "is_current": True,
            "responsibilities": [
                "Cut the median waiting time for a repair from nine days to two",
                "Trained four apprentices, all of whom stayed after their examination",
            ],
        }
    ]
    content["education"] = [
        empty_education()
        | {
            "institution": "Lumen Trade College",
            "degree": "Diploma",
            "field_of_study": "Mechanics",
            "graduation_date": "2016",
        }
    ]
    content["skills"] = [
        {"name": "Wheel building", "keywords": []},
        {"name": "Stock keeping", "keywords": []},
    ]
    return content


def rich() -> ResumeContent:
    """Every part filled, links and extras included."""
    content = short()
    content["contact_info"]["links"] = [
        {"name": "", "url": "https://www.oakden.example.org/"},
        {"name": "GitHub", "url": "https://github.com/mira-oakden-example"},
        {"name": "Portfolio", "url": "https://works.example.net/mira"},
    ]
    content["work_experience"] = [
        content["work_experience"][0]
        | {
            "skills": ["Scheduling", "Torque specs"],
            "description": "A cooperative of nineteen owners with three shops.",
        },
        empty_work()
        | {
            "company": "Harbour Cycles",
            "position": "Mechanic",
            "location": "Greywater",
            "start_date": "2016-09",
            "end_date": "2019-03",
            "responsibilities": [
                "Rebuilt the spare part catalogue (4,200 items) and halved wrong orders",
                "Looked after a rental fleet of 80 bicycles at 99 % availability for €31k a year",
            ],
        },
    ]
    content["education"] = [
        empty_education()
        | {
            "institution": "Lumen Trade College", "degree": "Diploma", "field_of_study": "Mechanics",
            "start_date": "2013-09", "graduation_date": "2016-06", "gpa": "3.8", "honors": ["Best practical work"],
            "relevant_courses": ["Metallurgy", "Technical drawing"], "skills": ["Welding"],
        },
        empty_education() | {"institution": "Evening School Greywater", "field_of_study": "Bookkeeping", "start_date": "2024", "is_current": True},
    ]  # fmt: skip
    content["projects"] = [
        empty_project()
        | {
            "name": "Open Truing Stand", "url": "https://truing.example.org/stand", "start_date": "2021",
            "description": "Plans for a wheel truing stand from plywood and two dial gauges.",
            "highlights": ["Built by some 300 people in eleven countries"], "skills": ["CAD", "Technical writing"],
        }
    ]  # fmt: skip
    content["skills"] = [
        {
            "name": "Workshop",
            "keywords": ["Wheel building", "Suspension service", "Brazing", "Hydraulic brakes"],
        },
        {"name": "Office", "keywords": ["Stock keeping", "Rosters", "Spreadsheets"]},
        {"name": "First aid", "keywords": []},
    ]
    content["certifications"] = [
        {
            "name": "Certified Electric Drive Technician", "issuer": "Drive Guild", "date_obtained": "2020-05-11",
            "expiration_date": "2026-05", "credential_id": "EDT-0042",
        },
        {"name": "Forklift licence", "issuer": "", "date_obtained": "", "expiration_date": "2027", "credential_id": ""},
    ]  # fmt: skip
    content["languages"] = [
        {"language": "English", "fluency": "native"}, {"language": "Dutch", "fluency": "B2"}, {"language": "Danish", "fluency": ""},
    ]  # fmt: skip
    content["volunteering"] = [
        {
            "organization": "Night Riders Greywater", "position": "Ride leader", "url": "https://nightriders.example.org",
            "start_date": "2018", "end_date": "2022", "summary": "Weekly rides for newcomers.", "highlights": ["Lit 40 bicycles for free"],
        }
    ]  # fmt: skip
    content["publications"] = [
        {
            "name": "Spoke tension by ear", "publisher": "The Wheel Quarterly", "date": "2022-03", "url": "https://wheel.example.org/ear",
            "summary": "How far a trained ear can replace a tension meter.",
        }
    ]  # fmt: skip
    content["awards"] = [
        {
            "title": "Apprentice Trainer of the Year",
            "awarder": "Lumen Chamber of Crafts",
            "date": "2023-11-02",
            "summary": "For four apprentices in four years.",
        }
    ]
    content["extra"] = [
        {"path": "interests", "json": [{"name": "Sailing", "keywords": ["Dinghies", "Knots"]}, "Chess"]},
        {"path": "references", "json": [{"name": "Jo Brindle", "reference": "The best manager I had."}]},
    ]
    return content


def long() -> ResumeContent:
    """Three pages and more of A4 in every theme but the compact one."""
    content = rich()
    job = content["work_experience"][1]
    content["work_experience"] = [content["work_experience"][0]] + [
        job
        | {
            "company": f"Harbour Cycles Branch {number}",
            "start_date": f"{2015 - number}-02",
            "end_date": f"{2016 - number}-01",
            "responsibilities": [
                f"{text} in branch {number}"
                for text in (
                    "Wrote the first maintenance plan for cargo bicycles and showed two teams how to keep to it, week by week",
                    "Took stock every quarter",
                    "Opened the shop at weekends with a crew of students and a till that balanced on all but three evenings",
                    "Ordered parts worth 12,000 a month from seven makers",
                )
            ],
        }
        for number in range(1, 13)
    ]
    return content


def german() -> ResumeContent:
    """Umlauts, sharp s, long compounds."""
    content = empty_content()
    content["contact_info"] = {
        "full_name": "Jürgen Weißenböck-Äußerlich",
        "email": "juergen@example.com",
        "phone": "+49 555-0107",
        "address": "Höhenstraße 3\n88888 Überfeld",
        "headline": "Straßenbahnoberleitungsinstandhaltungsmeister",
        "links": [{"name": "XING", "url": "xing.example/jw"}],
    }
    content["summary"] = (
        "Für größere Flöße, süße Öfen und „zuverlässige“ Oberleitungen – seit 15 Jahren für 3,5 Mio. € im Jahr."
    )
    content["work_experience"] = [
        empty_work()
        | {
            "company": "Überfelder Verkehrsgesellschaft",
            "position": "Meister für Fahrleitungsanlagen",
            "location": "Überfeld",
            "start_date": "2015-03",
            "is_current": True,
            "responsibilities": [
                "Störungen um 40 % gesenkt",
                "Effiziente Schaltpläne für Straßenbahnoberleitungen gezeichnet",
            ],
        },
        empty_work()
        | {
            "company": "Brückenbau Öhr",
            "position": "Geselle",
            "start_date": "2009-10",
            "end_date": "2015-02",
        },
    ]
    content["education"] = [
        empty_education()
        | {
            "institution": "Handwerkskammer Überfeld",
            "degree": "Meisterbrief",
            "graduation_date": "2014-07",
            "gpa": "1,7",
        }
    ]
    content["languages"] = [
        {"language": "Deutsch", "fluency": "Muttersprache"},
        {"language": "Französisch", "fluency": "C1"},
    ]
    return content


def hostile() -> ResumeContent:
    """Markup of every language we write, words without end, control characters."""
    content = rich()
    content["contact_info"].update(
        {"full_name": "Ro#bert *\\'); DROP <b>TABLE</b>", "headline": HOSTILE, "address": "$x$ @home"}
    )
    content["contact_info"]["links"].append({"name": "Odd", "url": "javascript:alert(1)"})
    content["summary"] = f"{HOSTILE}\n\n- not a list\n1. nor this\n= Heading\n# Heading\x00\x07 after a bell"
    content["work_experience"][0].update({
        "company": HOSTILE,
        "position": "W" * 180,
        "location": "L" * 60,
        "responsibilities": [HOSTILE, "https://example.com/" + "a" * 200, "efficient office affluent ﬁ ﬂ fjord €"],
    })  # fmt: skip
    content["skills"].append({"name": "C++ / C# [x] _a_", "keywords": ["node_js*", "a|b", "<T>"]})
    return content
