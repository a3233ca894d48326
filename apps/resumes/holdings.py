"""What this app holds of a workspace."""

from __future__ import annotations

from apps.core.holdings import holds
from apps.resumes.models import Resume, ResumeVersion

holds(Resume)
holds(ResumeVersion)
