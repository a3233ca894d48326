"""An invented person whose resume the lies and the honest drafts are made from."""

from __future__ import annotations

from apps.resumes.content import ResumeContent, empty_content, empty_education, empty_project, empty_work


def ottilie() -> ResumeContent:
    """A resume with every section filled; nothing in it is anybody's."""
    content = empty_content()
    content["contact_info"] = {
        "full_name": "Ottilie Brackwater",
        "email": "ottilie@example.com",
        "phone": "+1 555-0142",
        "address": "Leeds, UK",
        "headline": "Data Engineer",
        "links": [{"name": "code", "url": "https://example.com/ottilie"}],
    }
    content["summary"] = (
        "Data engineer for logistics and retail. Moved five warehouses of data to the cloud. "
        "Familiar with Scala. Happiest when a pipeline is boring."
    )
    current, earlier, first = empty_work(), empty_work(), empty_work()
    current["company"], current["position"], current["location"] = (
        "Quillmoor Freight",
        "Senior Data Engineer",
        "Leeds, UK",
    )
    current["start_date"], current["is_current"] = "2021-03", True
    current["responsibilities"] = [
        "Moved 140 nightly Airflow jobs to dbt, lowering warehouse spend by 38% while halving load time.",
        "Assisted the security team in the audit of twelve systems.",
        "Designed a streaming pipeline (Kafka, Debezium) that replays seven years of orders in four hours.",
        "Did not manage the Paris office, but reported to it weekly.",
        "Saved 1.2 million dollars a year together with the finance team.",
    ]
    current["skills"] = ["Kafka", "Airflow"]
    earlier["company"], earlier["position"], earlier["location"] = (
        "Fennmark Retail",
        "Data Engineer",
        "York, UK",
    )
    earlier["start_date"], earlier["end_date"] = "2017-06", "2021-02"
    earlier["description"] = "Looked after the reporting of 40 shops. Rewrote 1,200 reports in Python."
    earlier["responsibilities"] = [
        "Cut report time from six hours to one.",
        "Trained eleven analysts in SQL.",
        "Managed a budget of 50,000 pounds under the supervision of the director.",
    ]
    first["company"], first["position"] = "Brindle & Moth Bakery", "Shop Assistant"
    first["start_date"], first["end_date"] = "2015", "2016"
    first["responsibilities"] = ["Served 200 customers a day.", "Helped plan the move to a new till system."]
    content["work_experience"] = [current, earlier, first]
    master, bachelor = empty_education(), empty_education()
    master["institution"], master["degree"], master["field_of_study"] = (
        "Aldervale University",
        "M.Sc.",
        "Computer Science",
    )
    master["start_date"], master["graduation_date"], master["gpa"] = "2016-09", "2017-05", "3.6"
    master["honors"] = ["Shortlisted for the Harrow prize"]
    bachelor["institution"], bachelor["degree"], bachelor["field_of_study"] = (
        "Tarn College",
        "B.Sc.",
        "Mathematics",
    )
    bachelor["start_date"], bachelor["graduation_date"] = "2012", "2015"
    bachelor["relevant_courses"] = ["Statistics", "Numerical methods"]
    content["education"] = [master, bachelor]
    content["certifications"] = [
        {"name": "Cloud Practitioner", "issuer": "Nimbus Board", "date_obtained": "2022-04", "expiration_date": "2025-04", "credential_id": "NB-7741"},
        {"name": "Forklift licence", "issuer": "York Depot", "date_obtained": "2014", "expiration_date": "", "credential_id": ""},
    ]  # fmt: skip
    project = empty_project()
    project["name"], project["description"] = "ferrywatch", "Dashboard of queues at six ferry terminals."
    project["highlights"] = ["Used by about 300 commuters.", "Written in Rust."]
    project["skills"] = ["Rust"]
    content["projects"] = [project]
    content["publications"] = [
        {
            "name": "Boring pipelines",
            "publisher": "Data Moor Journal",
            "date": "2023-02",
            "url": "",
            "summary": "Co-author.",
        }
    ]
    content["awards"] = [
        {"title": "Second place, Moor Hackathon", "awarder": "Moor Society", "date": "2019", "summary": ""}
    ]
    content["languages"] = [
        {"language": "English", "fluency": "native"},
        {"language": "German", "fluency": "B1"},
        {"language": "Polish", "fluency": "basic"},
    ]
    content["volunteering"] = [
        {"organization": "Leeds Code Club", "position": "Helper", "url": "", "start_date": "2022", "end_date": "2023",
         "summary": "Helped children with Scratch.", "highlights": []},
    ]  # fmt: skip
    content["skills"] = [
        {"name": "Languages", "keywords": ["Python", "SQL", "Scala (basic)"]},
        {"name": "Platforms", "keywords": ["Airflow", "dbt", "PostgreSQL", "Terraform"]},
    ]
    content["extra"] = [{"path": "interests", "json": [{"name": "fell running"}]}]
    return content
