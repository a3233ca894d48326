"""Resumes as hypothesis makes them: ordinary trades, invented people, firms, schools and towns, with parts left out."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

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

FIRST = ("Maren", "Jürgen", "Zofia", "Étienne", "Łukasz", "Siobhán", "Hélène", "Tomasz", "Günther", "Ruth")
LAST = (
    "Oakden",
    "Weißenböck",
    "Wiśniewska",
    "Préville",
    "Brzęczek",
    "Thistlewood",
    "von der Aue",
    "Gaudreault-Lys",
    "O'Dell",
)
HEADLINES = (
    "",
    "Workshop Manager",
    "Registered Nurse",
    "Bilanzbuchhalter",
    "Software Engineer",
    "Electrician",
)
POSITIONS = (
    "Workshop Manager", "Registered Nurse", "Senior Backend Engineer", "Electrician", "Accountant", "Head of Logistics",
    "Maschinenbauingenieur", "Leiter Einkauf", "Technischer Zeichner", "Cheffe de cuisine", "Ingénieure qualité",
    "Kierownik magazynu", "Sales Assistant", "Data Analyst", "Primary School Teacher", "Apprentice Electrician",
)  # fmt: skip
COMPANIES = (
    "Harbour Cycles Ltd", "Voltmeer Systems GmbH", "Öhlmann Getränke AG", "Brindlewick", "Larkspur Memorial Hospital",
    "Spoke & Chain Cooperative", "Hôtel du Grand Chêne", "Zakłady Młyńskie Sp. z o.o.", "Quillfeather & Sons", "Tidewise Robotics",
    "Süßmayer Möbelwerke GmbH & Co. KG", "Ironvale Fabrication Inc.", "Nordkap Drives", "City of Greywater",
)  # fmt: skip
TOWNS = ("", "Hamburg", "Denver, CO", "Port Lumen", "Kraków, Poland", "Lyon", "Greywater", "Überfeld")
DEGREES = ("Bachelor of Science", "M.Sc.", "Diploma", "B.A.", "PhD", "Master of Arts")
FIELDS = ("", "Electrical Engineering", "Nursing", "Économie", "Maschinenbau", "History", "Computer Science")
SCHOOLS = (
    "Lumen Trade College",
    "University of Grodek",
    "Technische Universität Nordhafen",
    "Lycée Montclair",
    "Greywater School of Design",
)
SKILLS = (
    "TIG", "C++", "C#", "Node.js", "Wound care", "HACCP", "Stock keeping", "DATEV", "Python", "CAN bus", "Wheel building",
    "CI/CD", "Power electronics", "Telemetry", "Zeitmanagement", "Gestion des stocks", "Blueprint reading", ".NET",
)  # fmt: skip
GROUPS = ("Workshop", "Software", "Office", "Clinical", "Tools and methods", "Hardware")
STARTS = ("Led", "Built", "Cut", "Wrote", "Opened", "Trained", "Senkte", "Führte", "A dirigé", "Wdrożył")
MIDDLES = (
    "a team of nine", "the spare part catalogue (4,200 items)", "waiting time from nine days to two", "die Durchlaufzeit um 31 %",
    "une brigade de huit personnes", "nowy system magazynowy", "a 40 kW inverter", "three shops with a turnover of €3.5m in 2019",
)  # fmt: skip
ENDS = (
    "", "within two years and without a single day of standstill", "so that returns fell below 1 %, and kept it there for every quarter that followed",
    "together with purchasing, the shop floor and an outside auditor, who has asked for the method in writing since", "in vier Werken",
    "pendant la haute saison",
)  # fmt: skip
PROSE = (
    "Maker of inverters for ferries with sixty people in two towns.",
    "Runs a bicycle workshop of six, keeps the queue of repairs below two days and has not lost an apprentice in eight years.",
    "Zuverlässig bei Abschlüssen, mit fünfzehn Jahren Erfahrung im Mittelstand.",
    "Ten years of night shifts on surgical wards. Calm when it counts, and exact with charts.",
)
PROJECTS = ("Open Tide Gauge", "Bus Delay Atlas", "Bench Logger", "Night Bus Map")
ISSUERS = ("", "Guild of Welding", "Board of Nursing", "IHK Überfeld", "Heartward Association")
CERTIFICATES = (
    "Certified Pipe Welder 6G",
    "Advanced Cardiac Life Support",
    "Geprüfter Bilanzbuchhalter",
    "Forklift Licence",
)
AWARDS = (
    "Young Engineer of the Year",
    "Best Poster",
    "Prix de la jeune cuisine",
    "Apprentice Trainer of the Year",
)
PAPERS = ("Ripple at the edge of saturation", "Tides for everyone", "Spoke tension by ear")
PRINTERS = ("", "Journal of Small Converters", "The Wheel Quarterly")
CHARITIES = ("Snowline Rescue Association", "Evening School Foundation", "Night Riders Greywater")
POSTS = ("First Aid Trainer", "Mathematics Tutor", "Ride Leader", "Treasurer")
TONGUES = ("English", "German", "Polish", "French", "Norwegian", "Spanish")
LEVELS = ("", "native", "C1", "B2", "conversational", "full professional proficiency")
URLS = (
    "",
    "https://tide.example.org/gauge",
    "https://www.atlas.example.org/",
    "http://github.com/oakden-example/map",
)

years = st.integers(1985, 2023)


@st.composite
def spans(draw: st.DrawFn) -> tuple[str, str, bool]:
    """Start, end and whether it runs on: years, months or days, both alike."""
    start = draw(years)
    end = start + draw(st.integers(1, 9))
    form = draw(st.sampled_from(("{}", "{}-{:02d}", "{}-{:02d}-17")))
    months = draw(st.tuples(st.integers(1, 12), st.integers(1, 12)))
    current = draw(st.booleans())
    return form.format(start, months[0]), "" if current else form.format(end, months[1]), current


def some(values: tuple[str, ...], least: int = 0, most: int = 4) -> SearchStrategy[list[str]]:
    """Different values of a list, in any order."""
    return st.lists(st.sampled_from(values), min_size=least, max_size=most, unique=True)


@st.composite
def bullets(draw: st.DrawFn, most: int = 4) -> list[str]:
    """What was done: a line or several, each said once."""
    parts = st.tuples(st.sampled_from(STARTS), st.sampled_from(MIDDLES), st.sampled_from(ENDS))
    return [
        " ".join(part for part in said if part) for said in draw(st.lists(parts, max_size=most, unique=True))
    ]


@st.composite
def jobs(draw: st.DrawFn) -> list[WorkExperience]:
    """One to four jobs, where an employer may come twice in a row."""
    found: list[WorkExperience] = []
    for position in draw(some(POSITIONS, 1, 4)):
        company = draw(st.sampled_from(COMPANIES))
        if draw(st.booleans()) and found:
            company = found[-1]["company"]
        start, end, current = draw(spans())
        found.append(
            empty_work() | {
                "position": position, "company": company, "location": draw(st.sampled_from(TOWNS)), "start_date": start,
                "end_date": end, "is_current": current, "description": draw(st.sampled_from(("", *PROSE))),
                "responsibilities": draw(bullets()), "skills": draw(some(SKILLS)),
            }
        )  # fmt: skip
    return found


@st.composite
def schools(draw: st.DrawFn) -> Education:
    """One school with a degree."""
    start, end, current = draw(spans())
    return empty_education() | {
        "institution": draw(st.sampled_from(SCHOOLS)), "degree": draw(st.sampled_from(DEGREES)),
        "field_of_study": draw(st.sampled_from(FIELDS)), "start_date": start, "graduation_date": end, "is_current": current,
        "gpa": draw(st.sampled_from(("", "3.7", "1,7", "4.8"))), "honors": draw(some(("Best thesis of the year", "Dean's list"), 0, 2)),
        "relevant_courses": draw(some(("Control theory", "Metallurgy", "Econometrics"), 0, 3)), "skills": draw(some(SKILLS, 0, 2)),
    }  # fmt: skip


@st.composite
def projects(draw: st.DrawFn) -> list[Project]:
    """Projects with and without dates, an address, a text."""
    found: list[Project] = []
    for name in draw(some(PROJECTS, 0, 3)):
        start, end, _ = draw(spans())
        dated = draw(st.booleans())
        prose = draw(st.sampled_from(("", *PROSE) if dated else PROSE))  # nothing but a name is no project
        found.append(
            empty_project() | {
                "name": name, "url": draw(st.sampled_from(URLS)), "start_date": start if dated else "", "end_date": end if dated else "",
                "description": prose, "highlights": draw(bullets(2)), "skills": draw(some(SKILLS, 0, 2)),
            }
        )  # fmt: skip
    return found


@st.composite
def certificates(draw: st.DrawFn) -> list[Certification]:
    """Certificates, some with a number, some with an end."""
    found: list[Certification] = []
    for name in draw(some(CERTIFICATES)):
        start, end, _ = draw(spans())
        kept = draw(st.sampled_from(((start, end), (start, ""), ("", end))))
        number = draw(st.sampled_from(("", "EDT-0042")))
        found.append(
            {
                "name": name, "issuer": draw(st.sampled_from(ISSUERS)), "date_obtained": kept[0],
                "expiration_date": kept[1], "credential_id": number,
            }
        )  # fmt: skip
    return found


@st.composite
def publications(draw: st.DrawFn) -> list[Publication]:
    """Papers with and without a journal, an address, a summary."""
    return [
        {
            "name": name, "publisher": draw(st.sampled_from(PRINTERS)), "date": draw(st.sampled_from(("", "2019", "2020-04"))),
            "url": draw(st.sampled_from(URLS)), "summary": draw(st.sampled_from(("", *PROSE))),
        }
        for name in draw(some(PAPERS, 0, 3))
    ]  # fmt: skip


@st.composite
def awards(draw: st.DrawFn) -> list[Award]:
    """Awards with and without a giver and a reason."""
    return [
        {
            "title": title, "awarder": draw(st.sampled_from(ISSUERS)), "date": draw(st.sampled_from(("", "2019-11"))),
            "summary": draw(st.sampled_from(("", "For four apprentices in four years."))),
        }
        for title in draw(some(AWARDS, 0, 3))
    ]  # fmt: skip


@st.composite
def volunteering(draw: st.DrawFn) -> list[Volunteering]:
    """Unpaid posts, all dated."""
    found: list[Volunteering] = []
    for position in draw(some(POSTS, 0, 2)):
        start, end, _ = draw(spans())
        found.append(
            {
                "organization": draw(st.sampled_from(CHARITIES)), "position": position, "url": draw(st.sampled_from(URLS)),
                "start_date": start, "end_date": end, "summary": draw(st.sampled_from(("", *PROSE))), "highlights": draw(bullets(2)),
            }
        )  # fmt: skip
    return found


@st.composite
def skills(draw: st.DrawFn) -> list[SkillGroup]:
    """Groups, or skills without any."""
    if draw(st.booleans()):
        return [{"name": word, "keywords": []} for word in draw(some(SKILLS, 0, 6))]
    return [{"name": name, "keywords": draw(some(SKILLS, 1, 6))} for name in draw(some(GROUPS, 0, 3))]


@st.composite
def languages(draw: st.DrawFn) -> list[Language]:
    """Languages, some without a level."""
    return [{"language": name, "fluency": draw(st.sampled_from(LEVELS))} for name in draw(some(TONGUES))]


@st.composite
def contacts(draw: st.DrawFn) -> ContactInfo:
    """Who it is; everything but name and e-mail may be missing."""
    return {
        "full_name": f"{draw(st.sampled_from(FIRST))} {draw(st.sampled_from(LAST))}",
        "email": draw(st.sampled_from(("maren.oakden@example.com", "j_w+cv@mail.example.com"))),
        "phone": draw(st.sampled_from(("", "+1 555-0142", "+49 40 555 0107", "(555) 555-0199"))),
        "address": draw(st.sampled_from(("", "Denver, CO", "Hamburg, Germany", "Kraków"))),
        "headline": draw(st.sampled_from(HEADLINES)),
        "links": [{"name": "", "url": url} for url in draw(some(URLS[1:], 0, 3))],
    }


@st.composite
def contents(draw: st.DrawFn) -> ResumeContent:
    """A whole resume."""
    content = empty_content()
    content["contact_info"] = draw(contacts())
    content["summary"] = draw(st.sampled_from(("", *PROSE)))
    content["work_experience"] = draw(jobs())
    content["education"] = draw(st.lists(schools(), max_size=3))
    content["projects"] = draw(projects())
    content["certifications"] = draw(certificates())
    content["publications"] = draw(publications())
    content["awards"] = draw(awards())
    content["volunteering"] = draw(volunteering())
    content["languages"] = draw(languages())
    content["skills"] = draw(skills())
    return content
