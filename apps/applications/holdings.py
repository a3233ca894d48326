"""What this app holds of a workspace."""

from __future__ import annotations

from apps.applications.models import Application, ApplicationNote
from apps.core.holdings import holds

holds(Application)
holds(ApplicationNote)
