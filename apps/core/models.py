"""Abstract bases. A table is owned by a workspace, or part of the shared catalogue, or neither and says why."""

from __future__ import annotations

import uuid

import uuid_utils.compat
from django.db import models


def uuid7() -> uuid.UUID:
    """A time-ordered id, minted by the server."""
    return uuid.UUID(bytes=uuid_utils.compat.uuid7().bytes)


class BaseModel(models.Model):
    """An id by time, and when the row was made and last changed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True


class OwnedModel(BaseModel):
    """A row of one workspace. PostgreSQL hides it from every other: see `core.db.policies.owned`."""

    workspace = models.ForeignKey("accounts.Workspace", on_delete=models.CASCADE, related_name="+")

    class Meta:
        abstract = True


class CatalogueModel(BaseModel):
    """A row shared by all, written by ingest and staff only: see `core.db.policies.catalogue`."""

    class Meta:
        abstract = True
