"""Writing resumes. Every write makes a version; none is ever overwritten."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from apps.core.caller import Caller
from apps.core.db import atomic
from apps.core.errors import FieldError, ValidationFailed
from apps.core.models import uuid7
from apps.documents.models import Document
from apps.events.services import publish
from apps.resumes import bounds
from apps.resumes.content import ResumeContent
from apps.resumes.json_resume_extra import carry_extra
from apps.resumes.models import Resume, ResumeVersion
from apps.resumes.shape import ordered

VERSIONED = ("title", "content", "language")


def create_resume(
    *,
    caller: Caller,
    title: str,
    content: ResumeContent,
    origin: str = Resume.Origin.TYPED,
    language: str = "",
    parent: Resume | None = None,
    document: Document | None = None,
    reason: str = ResumeVersion.Reason.CREATED,
    note: str = "",
) -> Resume:
    """A resume and its version 1, both or none. `content` is complete (`content.ResumeContent`).

    Raises ValidationFailed for content above 512 KB.
    """
    _refuse_too_large(content)
    with atomic():
        resume = Resume(
            id=uuid7(),
            workspace_id=caller.workspace_id,
            created_by_id=caller.user_id,
            title=title,
            content=content,
            language=language,
            origin=origin,
            parent=parent,
            document=document,
            current_version=1,
        )
        resume.save(force_insert=True)
        _keep_version(resume, caller, reason, note)
        _publish("resume.created", resume, caller)
        if origin == Resume.Origin.PARSED:
            _publish("resume.parsed", resume, caller)
    return resume


def update_resume(
    *,
    resume: Resume,
    caller: Caller,
    changes: Mapping[str, Any],
    reason: str = ResumeVersion.Reason.UPDATED,
    note: str = "",
) -> Resume:
    """Write `title`, `content` or `language` of a locked resume as a new version; nothing where nothing differs.

    `content` is whole. Where its `extra` is as it was, what lies there moves along with the items it belongs to.
    """
    after = dict(changes)
    if "content" in after:
        after["content"] = _with_extra_carried(resume.content, after["content"])
        _refuse_too_large(after["content"])
    changed = [name for name in VERSIONED if name in after and after[name] != getattr(resume, name)]
    if not changed:
        return resume
    with atomic():
        for name in changed:
            setattr(resume, name, after[name])
        resume.current_version += 1
        resume.save()
        _keep_version(resume, caller, reason, note)
        _publish("resume.updated", resume, caller, changed)
    return resume


def restore_version(*, resume: Resume, version: ResumeVersion, caller: Caller) -> Resume:
    """Make a locked resume what it was: a new version equal to the old one."""
    with atomic():
        return update_resume(
            resume=resume,
            caller=caller,
            changes={name: getattr(version, name) for name in VERSIONED},
            reason=ResumeVersion.Reason.RESTORED,
            note=f"As in version {version.number}",
        )


def delete_resume(*, resume: Resume, caller: Caller) -> None:
    """Delete a resume with all its versions. The file it was read from stays, and is deleted as a document."""
    with atomic():
        _publish("resume.deleted", resume, caller)
        resume.delete()


def _with_extra_carried(before: dict[str, Any], after: ResumeContent) -> ResumeContent:
    if not after["extra"] or after["extra"] != before["extra"]:
        return after
    return cast(ResumeContent, {**after, "extra": carry_extra(ordered(before), after)})


def _keep_version(resume: Resume, caller: Caller, reason: str, note: str) -> None:
    ResumeVersion.objects.create(
        workspace_id=resume.workspace_id,
        resume=resume,
        number=resume.current_version,
        reason=reason,
        note=note,
        actor_id=caller.user_id,
        **{name: getattr(resume, name) for name in VERSIONED},
    )


def _refuse_too_large(content: ResumeContent) -> None:
    if bounds.size_of(content) > bounds.TOTAL_BYTES:
        detail = f"A resume holds {bounds.TOTAL_BYTES // 1024} KB at most."
        raise ValidationFailed(f"content: {detail}", errors=[FieldError("content", "max_size", detail)])


def _publish(event: str, resume: Resume, caller: Caller, changed: list[str] | None = None) -> None:
    """Ids and numbers only: what stands in a resume never stands in an event."""
    publish(
        event,
        workspace_id=caller.workspace_id,
        actor_id=caller.user_id,
        subject_type="resume",
        subject_id=resume.pk,
        changed=changed or [],
        payload={"resume_id": str(resume.pk), "version": resume.current_version},
    )
