"""Reading resumes, for this app and those above."""

from __future__ import annotations

from uuid import UUID

from apps.core.caller import Caller
from apps.core.errors import NotFound
from apps.resumes.diff import Change, diff
from apps.resumes.models import Resume, ResumeVersion
from apps.resumes.shape import ordered


def get_resume(*, resume_id: UUID, caller: Caller, lock: bool = False) -> Resume:
    """A resume of the caller's workspace; locked to the end of the transaction where a write follows.

    Raises NotFound.
    """
    rows = Resume.objects.filter(workspace_id=caller.workspace_id, pk=resume_id)
    found = (rows.select_for_update() if lock else rows).first()
    if found is None:
        raise NotFound()
    return found


def get_version(*, resume_id: UUID, caller: Caller, number: int) -> ResumeVersion:
    """One state of a resume of the caller's workspace. Raises NotFound."""
    found = ResumeVersion.objects.filter(
        workspace_id=caller.workspace_id, resume_id=resume_id, number=number
    ).first()
    if found is None:
        raise NotFound()
    return found


def diff_versions(*, resume_id: UUID, caller: Caller, before: int, after: int) -> list[Change]:
    """What changed from one version to another. Raises NotFound."""
    old, new = (get_version(resume_id=resume_id, caller=caller, number=number) for number in (before, after))
    return diff(*({"title": v.title, "language": v.language, **ordered(v.content)} for v in (old, new)))
