"""Jobs from the lines of a work section: employer, title, place, dates and what was done."""

from __future__ import annotations

from apps.resumes.content import WorkExperience, empty_work
from apps.resumes.parsing import entries, notes, roles
from apps.resumes.parsing.fields import Evidence, clean, sentence, sureness
from apps.resumes.parsing.model import Line
from apps.resumes.parsing.work_roles import COMPANY, PLACE, POSITION, Reading, assign, is_complete


def read(
    lines: list[Line], *, styled: bool, path: str, first: int, evidence: Evidence
) -> list[WorkExperience]:
    """Jobs in page order; evidence is noted under `path`.N from N = `first` on."""
    found = readings(lines, styled=styled)
    for number, (job, reading) in enumerate(found, first):
        _note(evidence, f"{path}.{number}", job, reading)
    return [job for job, _ in found]


def readings(lines: list[Line], *, styled: bool) -> list[tuple[WorkExperience, Reading]]:
    """Jobs in page order, each with how it was read."""
    found = entries.split(lines, styled=styled, complete=is_complete)
    jobs: list[tuple[WorkExperience, Reading]] = []
    for reading in assign(found):
        job = _job(reading, jobs[-1][0] if jobs else None)
        if job["company"] or job["position"]:
            jobs.append((job, reading))
        elif jobs and reading.entry.span is None:
            jobs[-1][0]["responsibilities"] += job["responsibilities"]
    return jobs


def _job(reading: Reading, before: WorkExperience | None) -> WorkExperience:
    job = empty_work()
    entry = reading.entry
    job["company"], job["position"] = clean(reading.text(COMPANY)), clean(reading.text(POSITION))
    job["location"] = clean(reading.text(PLACE))
    if before and entry.inherits and not job["company"] and job["position"]:
        job["company"], job["location"] = before["company"], job["location"] or before["location"]
    if entry.span:
        job["start_date"], job["end_date"], job["is_current"] = (
            entry.span.start,
            entry.span.end,
            entry.span.current,
        )
    job["responsibilities"] = [text for cell in entry.bullets if (text := sentence(cell.text))]
    job["skills"] = notes.items(entry.notes, "skills")
    prose = [sentence(cell.text) for cell in entry.prose]
    prose += [clean(piece.text) for piece in reading.by_role.get("extra", [])]
    job["description"] = "\n".join(text for text in prose if text)
    return job


def _note(evidence: Evidence, path: str, job: WorkExperience, reading: Reading) -> None:
    scorers = {COMPANY: roles.organisation_score, POSITION: roles.title_score, PLACE: roles.place_score}
    texts = {COMPANY: job["company"], POSITION: job["position"], PLACE: job["location"]}
    doubt = -0.1 if job["company"] and job["position"] and reading.entry.span else 0.0
    for role, score in scorers.items():
        text = texts[role]
        if text:
            pieces = reading.by_role.get(role, [])
            evidence.note(f"{path}.{role}", sureness(score(text), doubt), pieces[0].box if pieces else None)
    if reading.entry.span:
        sure = 0.8 if reading.entry.span.single else 0.95
        evidence.note(f"{path}.start_date", sure, reading.entry.span_box)
        if job["end_date"]:
            evidence.note(f"{path}.end_date", sure, reading.entry.span_box)
    for index, cell in enumerate(reading.entry.bullets[: len(job["responsibilities"])]):
        evidence.note(f"{path}.responsibilities.{index}", 0.95, cell.box)
