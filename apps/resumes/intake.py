"""A file becomes a resume: at once or by a worker, by the same two steps. Reading touches no row; keeping is one
transaction, so that a crash anywhere leaves nothing, or a whole resume."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, BinaryIO
from uuid import UUID

from django.conf import settings

from apps.accounts.models import Meter
from apps.accounts.usage import services as usage
from apps.core.caller import Caller
from apps.core.errors import FieldError, UnprocessableFile, ValidationFailed
from apps.documents import selectors as documents
from apps.documents import services as files
from apps.documents.models import Document
from apps.jobs.models import Task
from apps.jobs.running import Running
from apps.jobs.services import enqueue
from apps.resumes import bounds, services
from apps.resumes.jobs import PARSE
from apps.resumes.models import Resume, ResumeVersion

if TYPE_CHECKING:
    from apps.resumes.parsing import ParsedResume


@dataclass(frozen=True, slots=True)
class Taken:
    """A resume read from a file, with how sure each value is, where it stood, and what a person should look at."""

    resume: Resume
    parsed: ParsedResume

    def without_text(self) -> dict[str, Any]:
        """As a task keeps it: paths and numbers, nothing that stands in the resume."""
        return {
            "resume_id": str(self.resume.pk),
            "confidence": self.parsed.confidence,
            "boxes": {path: list(box) for path, box in self.parsed.boxes.items()},
            "warnings": [{"code": w.code, "detail": w.detail, "path": w.path} for w in self.parsed.warnings],
        }


def take_now(*, caller: Caller, stream: BinaryIO, filename: str, title: str = "") -> Taken:
    """Keep the file and the resume in it. Raises UnprocessableFile, PayloadTooLarge or PlanLimitReached, and keeps
    neither then; a file that cannot be read costs nothing of the plan."""
    # Before the work, for whoever has nothing left; counted after it, so that no reading holds the counter.
    usage.require_left(caller=caller, meter=Meter.PARSES)
    with _storing(caller, stream, filename) as document:
        taken = _keep(caller=caller, document=document, parsed=read(document), title=title)
        usage.spend(caller=caller, meter=Meter.PARSES, key=str(document.pk))
        return taken


def take_later(*, caller: Caller, stream: BinaryIO, filename: str, title: str = "") -> Task:
    """Keep the file, and a task that reads it. Raises PayloadTooLarge, PlanLimitReached."""
    with _storing(caller, stream, filename) as document:
        task = enqueue(kind=PARSE, caller=caller, arguments={"document_id": str(document.pk), "title": title})
        usage.reserve(caller=caller, meter=Meter.PARSES, key=str(document.pk), task_id=task.pk)
        return task


def work(running: Running) -> None:
    """The task of `take_later`. No transaction is open while the file is read; a file that cannot be used goes."""
    with running.acting() as caller:
        document = documents.get_document(document_id=UUID(running.arguments["document_id"]), caller=caller)
    try:
        parsed = read(document)
    except UnprocessableFile:
        with running.acting() as caller:
            files.delete_document(document=document, caller=caller)
        raise
    with running.acting() as caller:
        # Deleted while it was read: then there is nothing to make a resume of.
        document = documents.get_document(document_id=document.pk, caller=caller)
        taken = _keep(caller=caller, document=document, parsed=parsed, title=running.arguments["title"])
        running.finish(taken.without_text())


def read(document: Document) -> ParsedResume:
    """What the parser finds in a file, within the bounds of a resume. Raises UnprocessableFile with its reason."""
    # The parser, its patterns and PDFium are for who reads a file.
    from apps.resumes.parsing import ParseWarning, parse

    with files.open_document(document=document) as stream:
        data = stream.read()
    try:
        parsed = parse(data, filename=document.filename)
    except UnprocessableFile as refusal:
        reason = str(getattr(refusal, "reason", "unreadable"))
        errors = [FieldError("file", reason, refusal.detail), *refusal.errors]
        raise UnprocessableFile(refusal.detail, errors=errors) from refusal
    fitted = bounds.fit(parsed.content)
    parsed.content = fitted.content
    parsed.warnings += [
        ParseWarning("cut", "Longer than a resume may hold; the rest was left out", path)
        for path in fitted.cut
    ]
    return parsed


def _storing(caller: Caller, stream: BinaryIO, filename: str) -> Any:
    return files.storing(
        caller=caller,
        stream=stream,
        filename=filename,
        kind=Document.Kind.UPLOAD,
        max_bytes=settings.UPLOAD_LIMIT,
    )


def _keep(*, caller: Caller, document: Document, parsed: ParsedResume, title: str) -> Taken:
    try:
        resume = services.create_resume(
            caller=caller,
            title=title or PurePath(document.filename).stem,
            content=parsed.content,
            origin=Resume.Origin.PARSED,
            language=parsed.language,
            document=document,
            reason=ResumeVersion.Reason.PARSED,
        )
    except ValidationFailed as refusal:
        errors = [FieldError("file", "oversized_content", refusal.detail)]
        raise UnprocessableFile(refusal.detail, errors=errors) from refusal
    return Taken(resume, parsed)
