"""Lies are refused, selections are accepted: one battery of each, and properties over both."""

from __future__ import annotations

import copy
from itertools import permutations
from random import Random
from typing import TypeVar

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from apps.generation.grounding import (
    Fact,
    ResumeDraft,
    TextDraft,
    Ungrounded,
    VacancyBrief,
    Verdict,
    facts_of,
    refuse_ungrounded,
    vacancy_facts_of,
    verify,
)
from apps.generation.grounding.sentences import sentences
from apps.resumes.content import ResumeContent, empty_work
from apps.vacancies import lexicon
from tests.generation.edits import appended, edited
from tests.generation.people import ottilie

T = TypeVar("T")
FACTS = facts_of(ottilie())
BRIEF = VacancyBrief(
    title="Platform Engineer",
    company_name="Larkspur Systems",
    description_text="Larkspur Systems builds tills. We run 900 servers.",
    requirements=("Kubernetes in production", "8 years of experience with Java"),
    skills=("Kubernetes", "Java", "Kafka"),
)
BOTH: tuple[Fact, ...] = (*FACTS, *vacancy_facts_of(BRIEF))
NOW, BEFORE, FIRST = "work_experience.0", "work_experience.1", "work_experience.2"

# (what it is, path in the resume, what the draft says there)
LIES: list[tuple[str, str, object]] = [
    # numbers
    ("a number raised", f"{NOW}.responsibilities.0", "Moved 240 nightly Airflow jobs to dbt, lowering warehouse spend by 38% while halving load time."),
    ("a percentage raised", f"{NOW}.responsibilities.0", "Moved 140 nightly Airflow jobs to dbt, lowering warehouse spend by 83% while halving load time."),
    ("two numbers swapped", f"{NOW}.responsibilities.0", "Moved 38 nightly Airflow jobs to dbt, lowering warehouse spend by 140% while halving load time."),
    ("a number word raised", f"{BEFORE}.responsibilities.1", "Trained twelve analysts in SQL."),
    ("a number multiplied by a suffix", f"{BEFORE}.description", "Rewrote 1,200k reports in Python."),
    ("thousand made million", f"{NOW}.responsibilities.4", "Saved 1.2 billion dollars a year together with the finance team."),
    ("a range turned round", f"{BEFORE}.responsibilities.0", "Cut report time from one hours to six."),
    ("the end of a range cut off", f"{BEFORE}.responsibilities.0", "Cut report time from six hours"),
    ("a number added", f"{BEFORE}.responsibilities.1", "Trained eleven analysts in SQL in 3 weeks."),
    ("a number of another entry", f"{BEFORE}.responsibilities.1", "Trained 140 analysts in SQL."),
    ("a number of another bullet", f"{BEFORE}.responsibilities.0", "Cut report time from eleven hours to one."),
    ("an about dropped", "projects.0.highlights.0", "Used by 300 commuters."),
    ("an about turned into more than", "projects.0.highlights.0", "Used by over 300 commuters."),
    ("a better grade", "education.0.gpa", "3.9"),
    ("another credential", "certifications.0.credential_id", "NB-7742"),
    # units and metrics
    ("per day made per hour", f"{FIRST}.responsibilities.0", "Served 200 customers an hour."),
    ("customers made companies", f"{FIRST}.responsibilities.0", "Served 200 companies a day."),
    ("dollars made pounds", f"{NOW}.responsibilities.4", "Saved 1.2 million pounds a year together with the finance team."),
    ("by made to", f"{NOW}.responsibilities.0", "Moved 140 nightly Airflow jobs to dbt, lowering warehouse spend to 38% while halving load time."),
    ("percent dropped", f"{NOW}.responsibilities.0", "Moved 140 nightly Airflow jobs to dbt, lowering warehouse spend by 38 while halving load time."),
    ("halving made quartering", f"{NOW}.responsibilities.0", "Moved 140 nightly Airflow jobs to dbt, lowering warehouse spend by 38% while quartering load time."),
    ("hours made minutes", f"{NOW}.responsibilities.2", "Designed a streaming pipeline (Kafka, Debezium) that replays seven years of orders in four minutes."),
    # employers and places
    ("another employer", f"{NOW}.company", "Google"),
    ("the employer of another job", f"{NOW}.company", "Fennmark Retail"),
    ("an employer made grander", f"{BEFORE}.company", "Fennmark Retail International"),
    ("another place", f"{NOW}.location", "London, UK"),
    ("an employer named in a bullet", f"{BEFORE}.responsibilities.1", "Trained eleven analysts in SQL at Quillmoor Freight."),
    ("another volunteering", "volunteering.0.organization", "Leeds Hospital"),
    ("another publisher", "publications.0.publisher", "Nature"),
    # titles
    ("a title raised", f"{BEFORE}.position", "Senior Data Engineer"),
    ("a title cut to sound higher", f"{FIRST}.position", "Shop"),
    ("an assistant made manager", f"{FIRST}.position", "Shop Manager"),
    ("a headline nobody held", "contact_info.headline", "Head of Data"),
    ("a helper made chair", "volunteering.0.position", "Chair"),
    ("second place made first", "awards.0.title", "First place, Moor Hackathon"),
    ("a place cut off", "awards.0.title", "Moor Hackathon"),
    # dates
    ("an earlier start", f"{NOW}.start_date", "2019-03"),
    ("a later end", f"{BEFORE}.end_date", "2021-12"),
    ("an ended job made current", f"{BEFORE}.is_current", True),
    ("an end left out", f"{BEFORE}.end_date", ""),
    ("a month where only a year is known", f"{FIRST}.start_date", "2015-01"),
    ("an earlier degree", "education.0.graduation_date", "2016-05"),
    ("an expiry left out", "certifications.0.expiration_date", ""),
    ("an expiry moved", "certifications.0.expiration_date", "2029-04"),
    # skills
    ("a skill nobody named", "skills.0.keywords.0", "Haskell"),
    ("a level added to a skill", "skills.0.keywords.0", "Expert Python"),
    ("a low level dropped", "skills.0.keywords.2", "Scala"),
    ("a group that claims a level", "skills.0.name", "Expert in"),
    ("a skill of the vacancy", "skills.1.keywords.0", "Kubernetes"),
    ("a skill of another job", f"{BEFORE}.skills", ["Kafka"]),
    ("a skill put into a bullet", f"{BEFORE}.responsibilities.1", "Trained eleven analysts in SQL and Kafka."),
    ("a skill exchanged in a bullet", f"{BEFORE}.responsibilities.1", "Trained eleven analysts in Python."),
    ("another skill of a project", "projects.0.skills.0", "Haskell"),
    # degrees and languages
    ("a higher degree", "education.0.degree", "Ph.D."),
    ("another subject", "education.1.field_of_study", "Theoretical Physics"),
    ("a degree moved to another school", "education.1.institution", "Aldervale University"),
    ("another university", "education.0.institution", "Oxford University"),
    ("shortlisted made winner", "education.0.honors.0", "Winner of the Harrow prize"),
    ("a course never taken", "education.1.relevant_courses.0", "Quantum mechanics"),
    ("another certificate", "certifications.0.name", "Cloud Architect"),
    ("a better level", "languages.1.fluency", "C1"),
    ("a low level left out", "languages.2.fluency", ""),
    ("levels exchanged", "languages.2.fluency", "native"),
    ("another language", "languages.1.language", "French"),
    # scope, roles, negation
    ("assisted made led", f"{NOW}.responsibilities.1", "Led the security team in the audit of twelve systems."),
    ("assisted cut off", f"{NOW}.responsibilities.1", "Audit of twelve systems."),
    ("a negation dropped", f"{NOW}.responsibilities.3", "Managed the Paris office, but reported to it weekly."),
    ("a negation cut off", f"{NOW}.responsibilities.3", "Manage the Paris office"),
    ("a shared feat taken over", f"{NOW}.responsibilities.4", "Saved 1.2 million dollars a year."),
    ("supervision dropped", f"{BEFORE}.responsibilities.2", "Managed a budget of 50,000 pounds."),
    ("a team added", f"{BEFORE}.responsibilities.1", "Trained eleven analysts in SQL with a team of five."),
    ("helped plan made planned", f"{FIRST}.responsibilities.1", "Planned the move to a new till system."),
    ("a plan made a deed", f"{FIRST}.responsibilities.1", "Helped with the move to a new till system."),
    ("a scope widened", f"{BEFORE}.description", "Looked after the reporting of all shops."),
    ("a plural made of one", f"{NOW}.responsibilities.2", "Designed streaming pipelines (Kafka, Debezium) that replay seven years of orders in four hours."),
    ("a superlative added", f"{NOW}.responsibilities.2", "Designed the fastest streaming pipeline (Kafka, Debezium) that replays seven years of orders in four hours."),
    ("an adverb added", f"{BEFORE}.responsibilities.1", "Single-handedly trained eleven analysts in SQL."),
    ("a cause made up", f"{NOW}.responsibilities.0", "Moved 140 nightly Airflow jobs to dbt, lowering warehouse spend by 38% while halving load time, which saved the company."),
    ("co-author made author", "publications.0.summary", "Author."),
    ("helped made taught", "volunteering.0.summary", "Taught children Scratch."),
    # summary
    ("familiar made expert", "summary", "Expert in Scala."),
    ("years made up", "summary", "Data engineer with ten years of experience."),
    ("five made fifty", "summary", "Moved fifty warehouses of data to the cloud."),
    ("an industry added", "summary", "Data engineer for logistics, banking and retail."),
    ("a sentence of nobody", "summary", "A natural leader."),
    # fused facts
    ("two bullets fused", f"{BEFORE}.responsibilities.0", "Trained eleven analysts from six hours to one."),
    ("a bullet of another job", f"{BEFORE}.responsibilities.0", "Moved 140 nightly Airflow jobs to dbt, lowering warehouse spend by 38% while halving load time."),
    ("a middle cut out", f"{BEFORE}.description", "Looked after 40 shops."),
    # person
    ("another name", "contact_info.full_name", "Ottilie Brackwater, PhD"),
    ("another address", "contact_info.address", "Berlin, Germany"),
    ("another link", "contact_info.links.0.url", "https://example.com/other"),
    ("another extra", "extra.0.json", [{"name": "Olympic running"}]),
]  # fmt: skip

LETTER_LIES = [
    "I worked at Larkspur Systems.",
    "I have experience with Kubernetes.",
    "I know Java.",
    "At Quillmoor Freight I used Terraform.",
    "At Fennmark Retail I used Kafka.",
    "I worked as Senior Data Engineer at Fennmark Retail.",
    "I work at Fennmark Retail as Data Engineer.",
    "I have worked at Fennmark Retail since 2021.",
    "I worked at Quillmoor Freight from 2017.",
    "I worked at Fennmark Retail from February 2021 to June 2017.",
    "I led Quillmoor Freight.",
    "I speak Polish.",
    "I speak German natively.",
    "I speak Polish (native) and English (basic).",
    "I hold a Ph.D. from Aldervale University.",
    "I studied Computer Science at Tarn College.",
    "I have eight years of experience with Python.",
    "I am a Platform Engineer.",
    "I am your Platform Engineer.",
    "I am an expert in Python.",
    "As Data Engineer at Fennmark Retail I moved 140 nightly Airflow jobs to dbt.",
    "With Kafka I moved 140 nightly Airflow jobs to dbt.",
    "I moved 140 nightly Airflow jobs to dbt with Debezium.",
    "Your posting asks for Kubernetes, which I used for years.",
    "I am applying for the position, as I manage 900 servers.",
    "I look forward to hearing from you about my 900 servers.",
    "I was the best engineer of Quillmoor Freight.",
    "I never worked at Fennmark Retail.",
]

LETTER_TRUTHS = [
    "I am applying for the Platform Engineer position at Larkspur Systems.",
    "Your posting asks for Kubernetes and Kafka.",
    "You are looking for Kubernetes in production.",
    "Thank you for your time and consideration.",
    "I look forward to hearing from you.",
    "Dear hiring team,",
    "I work as Senior Data Engineer at Quillmoor Freight.",
    "I have worked at Quillmoor Freight since March 2021.",
    "I am currently Senior Data Engineer at Quillmoor Freight.",
    "At Quillmoor Freight I used Kafka and Airflow.",
    "From 2017 to 2021 I worked at Fennmark Retail as Data Engineer.",
    "As Data Engineer at Fennmark Retail I trained eleven analysts in SQL.",
    "At Quillmoor Freight I moved 140 nightly Airflow jobs to dbt.",
    "I know Python, SQL and Terraform.",
    "I speak English (native) and German (B1).",
    "I speak English and German.",
    "I studied Computer Science at Aldervale University.",
    "I hold Cloud Practitioner of Nimbus Board.",
    "My skills include Python and PostgreSQL.",
    "I rewrote 1200 reports in Python.",
    "I trained 11 analysts in SQL and cut report time from 6 hours to one.",
]

# (path, what the honest draft says there)
TRUTHS: list[tuple[str, object]] = [
    ("summary", ""),
    ("summary", "Happiest when a pipeline is boring. Data engineer for logistics and retail."),
    ("summary", "Moved 5 warehouses of data to the cloud."),
    ("summary", "I moved five warehouses of data to the cloud."),
    ("summary", "Familiar with Scala."),
    ("summary", "Senior Data Engineer at Quillmoor Freight since 2021."),
    ("contact_info.headline", ""),
    ("contact_info.headline", "Senior Data Engineer"),
    ("contact_info.phone", ""),
    ("contact_info.links", []),
    ("work_experience.0.location", ""),
    ("work_experience.0.start_date", "2021"),
    ("work_experience.1.end_date", "2021"),
    ("work_experience.0.responsibilities", []),
    ("work_experience.0.responsibilities.0", "Moved 140 nightly Airflow jobs to dbt, lowering warehouse spend by 38%"),
    ("work_experience.0.responsibilities.0", "Moved 140 nightly Airflow jobs to dbt."),
    ("work_experience.0.responsibilities.0", "moved 140 nightly Airflow jobs to dbt; lowering warehouse spend by 38 percent while halving load time"),
    ("work_experience.0.responsibilities.0", "Moving 140 nightly Airflow jobs to dbt, lowering warehouse spend by 38% while halving load time."),
    ("work_experience.0.responsibilities.2", "Designed a streaming pipeline (Kafka, Debezium)"),
    ("work_experience.0.responsibilities.2", "Designed streaming pipeline (Kafka, Debezium) that replays 7 years of orders in 4 hours."),
    ("work_experience.0.responsibilities.4", "Saved 1,200,000 dollars a year together with the finance team."),
    ("work_experience.0.responsibilities.1", "Assists the security team in the audit of 12 systems."),
    ("work_experience.0.skills", ["Airflow"]),
    ("work_experience.0.skills", ["dbt", "Airflow", "Kafka"]),
    ("work_experience.1.description", "Rewrote 1200 reports in Python."),
    ("work_experience.1.description", "Rewrote 1.2k reports in Python. Looked after the reporting of forty shops."),
    ("work_experience.1.description", ""),
    ("work_experience.1.responsibilities", ["Trained 11 analysts in SQL.", "Cut report time from 6 hours to 1."]),
    ("work_experience.1.responsibilities", ["Rewrote 1,200 reports in Python.", "Looked after the reporting of 40 shops."]),
    ("work_experience.1.responsibilities.0", "Trained eleven analysts in SQL and cut report time from six hours to one."),
    ("work_experience", []),
    ("education.0.gpa", ""),
    ("education.0.honors", []),
    ("education.1.relevant_courses", ["Numerical methods"]),
    ("certifications", []),
    ("projects.0.description", ""),
    ("projects.0.highlights", ["Written in Rust."]),
    ("publications", []),
    ("awards", []),
    ("languages", [{"language": "German", "fluency": "B1"}, {"language": "English", "fluency": "native"}]),
    ("volunteering", []),
    ("skills", [{"name": "Skills", "keywords": ["Terraform", "SQL", "Kafka"]}]),
    ("skills.1.keywords", ["Postgres", "Airflow"]),
    ("skills.0.keywords", ["SQL", "Scala (basic)", "Python"]),
    ("extra", []),
]  # fmt: skip


def judge(draft: ResumeContent) -> Verdict:
    return verify(ResumeDraft(draft), BOTH)


def test_there_are_enough_of_both() -> None:
    assert len(LIES) + len(LETTER_LIES) >= 60
    assert len(TRUTHS) + len(LETTER_TRUTHS) >= 40


def test_the_resume_itself_is_grounded_with_evidence_for_all_of_it() -> None:
    verdict = judge(ottilie())
    assert verdict.unsupported == ()
    spoken = [fact for fact in FACTS if fact.kind != "label"]
    assert {one.source_path for one in verdict.evidence} >= {fact.path for fact in spoken}


@pytest.mark.parametrize(("path", "value"), [lie[1:] for lie in LIES], ids=[lie[0] for lie in LIES])
def test_a_lie_is_refused(path: str, value: object) -> None:
    verdict = judge(edited(ottilie(), path, value))
    assert verdict.unsupported
    top = path.split(".")[0]
    assert all(one.claim_path.split(".")[0] == top for one in verdict.unsupported)


@pytest.mark.parametrize("sentence", LETTER_LIES)
def test_a_lie_in_a_letter_is_refused(sentence: str) -> None:
    assert verify(TextDraft((sentence,)), BOTH).unsupported


@pytest.mark.parametrize(("path", "value"), TRUTHS)
def test_an_honest_draft_is_accepted(path: str, value: object) -> None:
    assert judge(edited(ottilie(), path, value)).unsupported == ()


@pytest.mark.parametrize("sentence", LETTER_TRUTHS)
def test_an_honest_letter_is_accepted(sentence: str) -> None:
    assert verify(TextDraft((sentence,)), BOTH).unsupported == ()


def test_an_invented_job_is_refused_whole() -> None:
    job = empty_work()
    job["company"], job["position"], job["responsibilities"] = (
        "Gullwing Space",
        "Astronaut",
        ["Flew to Mars."],
    )
    unsupported = judge(appended(ottilie(), "work_experience", job)).unsupported
    assert {one.claim for one in unsupported} == {"Gullwing Space", "Astronaut", "Flew to Mars."}


def test_a_job_told_twice_is_refused() -> None:
    draft = ottilie()
    draft["work_experience"].append(copy.deepcopy(draft["work_experience"][0]))
    assert {one.claim_path.rsplit(".", 1)[0] for one in judge(draft).unsupported} >= {"work_experience.3"}


def test_twin_entries_are_told_apart_by_what_they_say() -> None:
    source = ottilie()
    twins = []
    for lines in (["Rang bells. Swept floors."], ["Rang bells.", "Lit lamps."], ["Swept floors."]):
        job = empty_work()
        job["company"], job["responsibilities"] = "Moth Abbey", lines
        twins.append(job)
    source["work_experience"] = twins
    for order in permutations(twins):
        draft = copy.deepcopy(source)
        draft["work_experience"] = list(order)
        assert verify(ResumeDraft(draft), facts_of(source)).unsupported == ()


@pytest.mark.parametrize(
    ("path", "value", "kind"),
    [
        (f"{NOW}.company", "Google", "employer"),
        (f"{BEFORE}.position", "Head of Data", "title"),
        (f"{BEFORE}.end_date", "2022-02", "date"),
        (f"{BEFORE}.responsibilities.1", "Trained 77 analysts in SQL.", "number"),
        (f"{BEFORE}.responsibilities.1", "Trained eleven analysts in SQL and Kubernetes.", "skill"),
        (f"{BEFORE}.responsibilities.1", "Trained eleven analysts in SQL at Quillmoor Freight.", "employer"),
        ("skills.0.keywords.0", "Haskell", "skill"),
        ("education.0.degree", "Ph.D.", "qualification"),
        ("languages.1.fluency", "C1", "level"),
        ("summary", "A natural leader.", "sentence"),
    ],
)
def test_a_refusal_says_what_is_wrong(path: str, value: object, kind: str) -> None:
    refused = judge(edited(ottilie(), path, value)).unsupported
    assert [one.kind for one in refused] == [kind]
    assert refused[0].claim_path == path
    assert refused[0].reason


def test_ungrounded_lists_each_claim_with_its_path() -> None:
    draft = edited(edited(ottilie(), f"{NOW}.company", "Google"), "skills.0.keywords.0", "Haskell")
    with pytest.raises(Ungrounded) as refusal:
        refuse_ungrounded(judge(draft))
    assert refusal.value.status == 400
    assert [(fault.attr, fault.code) for fault in refusal.value.errors] == [
        (f"{NOW}.company", "ungrounded_employer"),
        ("skills.0.keywords.0", "ungrounded_skill"),
    ]
    refuse_ungrounded(judge(ottilie()))


def test_evidence_leads_back_to_the_source() -> None:
    draft = edited(ottilie(), f"{BEFORE}.responsibilities", ["Rewrote 1.2k reports in Python."])
    found = [one for one in judge(draft).evidence if one.claim == "Rewrote 1.2k reports in Python."]
    assert [(one.source_path, one.source_text) for one in found] == [
        (f"{BEFORE}.description", "Rewrote 1,200 reports in Python.")
    ]


def test_facts_have_stable_ids_and_true_paths() -> None:
    assert facts_of(ottilie()) == FACTS
    assert len({fact.id for fact in FACTS}) == len(FACTS)
    texts = {fact.path: fact.text for fact in FACTS}
    assert texts[f"{BEFORE}.company"] == "Fennmark Retail"
    assert texts["education.1.relevant_courses.1"] == "Numerical methods"
    assert all(fact.path.startswith("vacancy.") for fact in vacancy_facts_of(BRIEF))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three?", 3), ("Worked for Dr. Moth. Left.", 2), ("Saved 3.5 hours. Slept.", 2), ("Built it. It was cancelled.", 1),
        ("Built it. However, nobody came. Left.", 2), ("a\nb\n\nc", 3), ("e.g. this", 1), ("", 0), ("在东京工作。写报告。", 2), ("Wrote v2. Tested it.", 2),
    ],
)  # fmt: skip
def test_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def thinned(entries: list[T], random: Random) -> list[T]:
    """Some of the entries in any order."""
    return random.sample(entries, random.randint(0, len(entries)))


@given(st.integers(0, 10**6))
def test_any_deletion_and_any_order_is_accepted(seed: int) -> None:
    draft, random = ottilie(), Random(seed)
    draft["work_experience"] = thinned(draft["work_experience"], random)
    draft["education"] = thinned(draft["education"], random)
    draft["certifications"] = thinned(draft["certifications"], random)
    draft["projects"] = thinned(draft["projects"], random)
    draft["publications"] = thinned(draft["publications"], random)
    draft["languages"] = thinned(draft["languages"], random)
    draft["skills"] = thinned(draft["skills"], random)
    for job in draft["work_experience"]:
        job["responsibilities"] = thinned(job["responsibilities"], random)
        job["skills"] = thinned(job["skills"], random)
        job["description"] = " ".join(thinned(list(sentences(job["description"])), random))
    for project in draft["projects"]:
        project["highlights"] = thinned(project["highlights"], random)
    for group in draft["skills"]:
        group["keywords"] = thinned(group["keywords"], random)
    draft["summary"] = " ".join(thinned(list(sentences(draft["summary"])), random))
    assert judge(draft).unsupported == ()


BULLETS = [fact for fact in FACTS if fact.kind == "sentence" and ".responsibilities." in fact.path]


@given(st.sampled_from(BULLETS), st.integers(0, 40), st.integers(2, 10**7))
def test_a_foreign_number_is_refused_wherever_it_stands(fact: Fact, place: int, number: int) -> None:
    assume(not any(str(number) in other.text for other in FACTS))
    words = fact.text.rstrip(".").split()
    words.insert(place % (len(words) + 1), str(number))
    assert judge(edited(ottilie(), fact.path, " ".join(words))).unsupported


HELD = {slug for fact in FACTS for slug in lexicon.skills_in(fact.text)}
# "Rust" by itself is read as no skill by the lexicon, and is one that she states.
STATED = {fact.text for fact in FACTS}
FOREIGN_SKILLS = [
    skill.name for skill in lexicon.all_skills() if skill.slug not in HELD and skill.name not in STATED
]


@given(st.sampled_from(BULLETS), st.integers(0, 40), st.sampled_from(FOREIGN_SKILLS))
def test_a_foreign_skill_is_refused_wherever_it_stands(fact: Fact, place: int, skill: str) -> None:
    words = fact.text.rstrip(".").split()
    words.insert(place % (len(words) + 1), skill)
    assert judge(edited(ottilie(), fact.path, " ".join(words))).unsupported
    assert judge(appended(ottilie(), "skills.0.keywords", skill)).unsupported


@given(
    st.sampled_from(BULLETS),
    st.sampled_from(["at Gullwing Space", "for Larkspur Systems", "at Google", "with IBM"]),
)
def test_a_foreign_employer_is_refused(fact: Fact, addition: str) -> None:
    assert judge(edited(ottilie(), fact.path, f"{fact.text.rstrip('.')} {addition}")).unsupported
    assert judge(edited(ottilie(), fact.path, f"{addition} {fact.text}")).unsupported


@given(st.sampled_from(BULLETS), st.data())
def test_a_dropped_word_is_never_accepted_from_the_middle(fact: Fact, data: st.DataObject) -> None:
    words = fact.text.split()
    place = data.draw(st.integers(0, len(words) - 2))
    assume(words[place] not in ("a", "the", "an"))
    left = " ".join(words[:place] + words[place + 1 :])
    assert judge(edited(ottilie(), fact.path, left)).unsupported


@given(st.text(max_size=200))
def test_any_text_is_judged_without_a_fault(text: str) -> None:
    verdict = verify(TextDraft((text,)), BOTH)
    assert all(one.claim in text for one in verdict.unsupported)
    draft = edited(ottilie(), f"{NOW}.responsibilities.0", text)
    assert verify(ResumeDraft(draft), facts_of(draft)).unsupported == ()
