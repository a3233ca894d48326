"""Six invented resumes of six trades, for the round trip. Every person, firm and school is fictional."""

from __future__ import annotations

from apps.resumes.content import (
    Award,
    Certification,
    ContactInfo,
    Education,
    Language,
    Project,
    Publication,
    ResumeContent,
    SkillGroup,
    Volunteering,
    WorkExperience,
    empty_content,
    empty_education,
    empty_project,
    empty_work,
)


def _contact(full_name: str, email: str, phone: str, address: str, headline: str, *urls: str) -> ContactInfo:
    return {
        "full_name": full_name, "email": email, "phone": phone, "address": address, "headline": headline,
        "links": [{"name": "", "url": url} for url in urls],
    }  # fmt: skip


def _job(
    position: str, company: str, location: str, start: str, end: str, *done: str, skills: tuple[str, ...] = ()
) -> WorkExperience:
    """A job; the end "now" is none."""
    return empty_work() | {
        "position": position, "company": company, "location": location, "start_date": start,
        "end_date": "" if end == "now" else end, "is_current": end == "now",
        "responsibilities": list(done), "skills": list(skills),
    }  # fmt: skip


def _school(degree: str, field: str, institution: str, start: str, end: str, gpa: str = "") -> Education:
    return empty_education() | {
        "degree": degree, "field_of_study": field, "institution": institution, "start_date": start,
        "graduation_date": end, "gpa": gpa,
    }  # fmt: skip


def _certificate(name: str, issuer: str, obtained: str, expires: str = "", number: str = "") -> Certification:
    return {
        "name": name, "issuer": issuer, "date_obtained": obtained, "expiration_date": expires, "credential_id": number,
    }  # fmt: skip


def _languages(**fluency: str) -> list[Language]:
    return [{"language": language, "fluency": level} for language, level in fluency.items()]


def _skills(**groups: str) -> list[SkillGroup]:
    return [{"name": name.replace("_", " "), "keywords": words.split(", ")} for name, words in groups.items()]


def nurse() -> ResumeContent:
    """Two posts at one hospital, licences with numbers, voluntary work."""
    content = empty_content()
    content["contact_info"] = _contact(
        "Maeve Thistlewood", "maeve.thistlewood@example.com", "+1 555-0117", "Denver, CO", "Registered Nurse",
    )  # fmt: skip
    content["summary"] = (
        "Registered nurse with eleven years on surgical and intensive care wards, calm at night and exact with charts. "
        "Looks for a post in a teaching hospital."
    )
    content["work_experience"] = [
        _job("Charge Nurse", "Larkspur Memorial Hospital", "Denver, CO", "2019-06", "now",
             "Leads a shift of nine on a 22-bed intensive care unit",
             "Cut medication errors by 31 % within two years by a double check at the bedside that takes under a minute and is kept to"),
        _job("Staff Nurse", "Larkspur Memorial Hospital", "Denver, CO", "2015-09", "2019-05",
             "Cared for up to five patients after heart surgery"),
        _job("Nursing Assistant", "Quillpoint Care Home", "Boulder, CO", "2013", "2015",
             "Washed, fed and listened to fourteen residents"),
    ]  # fmt: skip
    content["education"] = [
        _school("Bachelor of Science", "Nursing", "Larkspur University", "2011-09", "2015-06", "3.7"),
    ]
    content["certifications"] = [
        _certificate(
            "Advanced Cardiac Life Support", "Heartward Association", "2022-03", "2026-03", "ACLS-55501"
        ),
        _certificate("Registered Nurse Licence", "Board of Nursing", "2015-08"),
    ]
    content["languages"] = _languages(English="native", Spanish="B2")
    content["volunteering"] = [
        Volunteering(
            organization="Snowline Rescue Association", position="First Aid Trainer", url="", start_date="2017",
            end_date="2021", summary="", highlights=["Taught forty volunteers to splint and carry"],
        )
    ]  # fmt: skip
    content["skills"] = _skills(
        Clinical="Triage, Wound care, Ventilation", Records="Charting, Handover notes"
    )
    return content


def welder() -> ResumeContent:
    """Little text, no headline, no summary, skills without groups."""
    content = empty_content()
    content["contact_info"] = _contact(
        "Desmond Okparra", "d.okparra@example.com", "+1 555-0133", "Tulsa, OK", ""
    )
    content["work_experience"] = [
        _job("Pipe Welder", "Ironvale Fabrication Inc.", "Tulsa, OK", "2018-02", "now",
             "Welds stainless pipe in 6G position, reject rate below 1 %", "Reads isometric drawings"),
        _job("Welder", "Brassmoor Shipyard", "Mobile, AL", "2012-05", "2018-01", "Built hull sections for tugs"),
        _job("Apprentice", "Brassmoor Shipyard", "Mobile, AL", "2010-06", "2012-05"),
    ]  # fmt: skip
    content["education"] = [
        _school("Certificate", "Welding Technology", "Gulfside Technical College", "", "2010")
    ]
    content["certifications"] = [
        _certificate("Certified Pipe Welder 6G", "Guild of Welding", "2018-04", "2027-04")
    ]
    content["skills"] = [
        {"name": word, "keywords": []} for word in ("TIG", "MIG", "Plasma cutting", "Blueprint reading")
    ]
    return content


def engineer() -> ResumeContent:
    """Skills under every job, projects with addresses, publications, awards."""
    content = empty_content()
    content["contact_info"] = _contact(
        "Ingrid Falkenrath", "ingrid@falkenrath.example.com", "+49 555-0164", "Hamburg, Germany",
        "Senior Embedded Engineer", "https://github.com/falkenrath-example", "https://falkenrath.example.org",
    )  # fmt: skip
    content["summary"] = (
        "Embedded engineer for power electronics and telemetry, from the first sketch to the test bench."
    )
    content["work_experience"] = [
        _job("Senior Embedded Engineer", "Voltmeer Systems GmbH", "Hamburg", "2020-04", "now",
             "Designed a 40 kW inverter that passed its type test at the first attempt",
             "Leads four engineers and the review of every schematic",
             skills=("Power electronics", "Telemetry")),
        _job("Firmware Engineer", "Nordkap Drives AG", "Bremen", "2016-10", "2020-03",
             "Wrote the motor control loop of a family of drives",
             skills=("C", "C++", "FreeRTOS", "CAN bus")),
        _job("Working Student", "Tidewise Robotics", "Kiel", "2014-04", "2016-09", skills=("Python",)),
    ]  # fmt: skip
    content["work_experience"][0]["description"] = (
        "Maker of inverters for ferries with sixty people in two towns."
    )
    content["education"] = [
        _school(
            "M.Sc.",
            "Electrical Engineering",
            "Technical University of Nordhaven",
            "2014-10",
            "2016-09",
            "1.3",
        )
        | {
            "honors": ["Best thesis of the year"],
            "relevant_courses": ["Control theory", "Power electronics"],
        },
        _school(
            "B.Sc.",
            "Electrical Engineering",
            "Technical University of Nordhaven",
            "2011-10",
            "2014-09",
            "1.9",
        ),
    ]
    content["projects"] = [
        empty_project() | Project(
            name="Open Tide Gauge", url="https://tide.example.org/gauge", start_date="2019", end_date="2021",
            description="A tide gauge for harbours that costs less than a dinner.",
            highlights=["Runs in nine harbours of four countries"], skills=["LoRa", "KiCad"],
        ),
        empty_project() | {"name": "Bench Logger", "description": "Logs sixteen channels to a card."},
    ]  # fmt: skip
    content["publications"] = [
        Publication(
            name="Ripple at the edge of saturation", publisher="Journal of Small Converters", date="2018-05",
            url="https://converters.example.org/ripple", summary="How far a cheap choke can be driven.",
        ),
        Publication(name="Tides for everyone", publisher="Harbour Letters", date="2020", url="", summary=""),
    ]  # fmt: skip
    content["awards"] = [
        Award(
            title="Young Engineer of the Year",
            awarder="Nordhaven Chamber",
            date="2019-11",
            summary="For the tide gauge.",
        ),
        Award(title="Best Poster", awarder="", date="2016", summary=""),
    ]
    content["languages"] = _languages(German="native", English="C1", Norwegian="A2")
    content["skills"] = _skills(
        Languages_and_tools="C, C++, Python, Git", Hardware="KiCad, Oscilloscope, CAN bus"
    )
    return content


def accountant() -> ResumeContent:
    """German, shown with German headings."""
    content = empty_content()
    content["contact_info"] = _contact(
        "Jörg Weißhäupl", "joerg.weisshaeupl@example.com", "+49 555-0176", "München", "Bilanzbuchhalter"
    )
    content["summary"] = (
        "Bilanzbuchhalter mit fünfzehn Jahren Erfahrung im Mittelstand, zuverlässig bei Abschlüssen nach HGB."
    )
    content["work_experience"] = [
        _job("Leiter Rechnungswesen", "Süßmayer Möbelwerke GmbH & Co. KG", "München", "2017-01", "now",
             "Verantwortet Monats- und Jahresabschlüsse für drei Gesellschaften mit zusammen 48 Mio. € Umsatz",
             "Hat die Buchhaltung auf papierlose Belege umgestellt", skills=("DATEV", "Konsolidierung")),
        _job("Buchhalter", "Öhlmann Getränke AG", "Augsburg", "2009-08", "2016-12",
             "Debitoren, Kreditoren und Anlagenbuchhaltung"),
    ]  # fmt: skip
    content["education"] = [
        _school("Ausbildung", "Steuerfachangestellter", "Berufsschule Überfeld", "2006-09", "2009-07", "1,7")
    ]
    content["certifications"] = [_certificate("Geprüfter Bilanzbuchhalter", "IHK Überfeld", "2014-11")]
    content["languages"] = _languages(Deutsch="Muttersprache", Englisch="B2", Französisch="A2")
    content["skills"] = _skills(Software="DATEV, SAP, Excel", Fachlich="HGB, Umsatzsteuer")
    return content


def cook() -> ResumeContent:
    """French, shown with French headings."""
    content = empty_content()
    content["contact_info"] = _contact(
        "Hélène Gaudreault-Préville",
        "helene.gp@example.com",
        "+33 555-0181",
        "Lyon, France",
        "Cheffe de cuisine",
    )
    content["summary"] = (
        "Cheffe de cuisine depuis neuf ans, attachée aux produits de saison et à une brigade qui reste."
    )
    content["work_experience"] = [
        _job("Cheffe de cuisine", "Restaurant L’Épine Dorée", "Lyon", "2018-03", "now",
             "Dirige une brigade de huit personnes et un budget de 300 000 € par an",
             "A réduit les pertes de matières premières de 18 %"),
        _job("Sous-chef", "Hôtel du Grand Chêne", "Annecy", "2014-09", "2018-02", "Carte de printemps et banquets"),
        _job("Commis de cuisine", "Brasserie Vauquelin", "Grenoble", "2012", "2014"),
    ]  # fmt: skip
    content["education"] = [_school("CAP", "Cuisine", "Lycée hôtelier de Montclair", "2010-09", "2012-06")]
    content["awards"] = [
        Award(
            title="Prix de la jeune cuisine",
            awarder="Académie des Saveurs de Montclair",
            date="2020-10",
            summary="",
        )
    ]
    content["languages"] = _languages(Français="langue maternelle", Anglais="B1")
    content["skills"] = [
        {"name": word, "keywords": []} for word in ("Pâtisserie", "HACCP", "Gestion des stocks")
    ]
    return content


def graduate() -> ResumeContent:
    """No job yet: schools, projects, voluntary work."""
    content = empty_content()
    content["contact_info"] = _contact(
        "Zofia Wiśniewska-Łącka", "zofia.lacka@example.com", "+48 555-0192", "Kraków, Poland", "Graduate in Statistics",
        "https://zofia.example.net/portfolio",
    )  # fmt: skip
    content["education"] = [
        _school("Master of Science", "Statistics", "University of Grodek", "2022-10", "2024-07", "4.8"),
        _school("Bachelor of Science", "Mathematics", "University of Grodek", "2019-10", "2022-07"),
    ]
    content["projects"] = [
        empty_project() | {
            "name": "Bus Delay Atlas", "url": "https://atlas.example.org", "start_date": "2023-02", "end_date": "2023-06",
            "highlights": ["Mapped two million arrivals of a town's buses", "Told the council which six stops cost most"],
            "skills": ["R", "PostGIS"],
        }
    ]  # fmt: skip
    content["volunteering"] = [
        Volunteering(
            organization="Evening School Foundation", position="Mathematics Tutor", url="https://evening.example.org",
            start_date="2021-09", end_date="2023-06", summary="Two evenings a week.", highlights=[],
        )
    ]  # fmt: skip
    content["awards"] = [
        Award(title="Rector's Scholarship", awarder="University of Grodek", date="2023", summary="")
    ]
    content["languages"] = _languages(Polish="native", English="C1")
    content["skills"] = _skills(Statistics="Regression, Survival analysis", Programming="R, Python, SQL")
    return content
