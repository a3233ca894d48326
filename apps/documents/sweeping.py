"""Removes bytes that no row owns (an upload died between its bytes and its row, or a delete between row and bytes), and
exports that have had their days."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from apps.core.caller import NO_WORKSPACE
from apps.core.db import as_system, atomic
from apps.documents.models import Document
from apps.documents.services import blobs, tell
from apps.events.services import publish

DAY = 24 * 3600.0
BATCH = 500


def sweep_orphans(*, older_than: float = DAY) -> int:
    """Delete blobs without a row, and torn writes, that are `older_than` seconds old; answers how many."""
    root, removed = Path(settings.BLOB_ROOT), 0
    paths = _old_files(root, time.time() - older_than)
    while batch := list(itertools.islice(paths, BATCH)):
        keys = {path.relative_to(root).as_posix(): path for path in batch}
        with as_system():
            owned = set(Document.objects.filter(blob_key__in=list(keys)).values_list("blob_key", flat=True))
        for key, path in keys.items():
            if key not in owned:
                path.unlink(missing_ok=True)
                removed += 1
    if removed:
        with as_system():
            publish("documents.orphans_swept", workspace_id=NO_WORKSPACE, payload={"count": removed})
    return removed


def sweep_exports(*, older_than: float | None = None) -> int:
    """Delete exports that have had their days, or are `older_than` seconds old; answers how many."""
    kept = timedelta(days=settings.EXPORT_DAYS) if older_than is None else timedelta(seconds=older_than)
    removed = 0
    with as_system():
        old = Document.objects.filter(kind=Document.Kind.EXPORT, created_at__lte=timezone.now() - kept)
        while batch := list(old.order_by("pk")[:BATCH]):
            with atomic():
                Document.objects.filter(pk__in=[document.pk for document in batch]).delete()
                for document in batch:
                    tell(document, "document.deleted", actor_id=None)
            for document in batch:
                blobs().delete(document.blob_key)
            removed += len(batch)
    return removed


def _old_files(root: Path, before: float) -> Iterator[Path]:
    """Files at `<workspace>/<2 hex>/<name>`, temporary ones too; one that vanishes meanwhile is passed over."""
    for path in root.glob("*/*/*"):
        try:
            is_old = path.is_file() and path.stat().st_mtime < before
        except FileNotFoundError:
            continue
        if is_old:
            yield path
