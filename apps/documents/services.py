"""Keeping and giving away files. The bytes are written before their row and go after it: a crash leaves no row without
bytes, and bytes without a row are swept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO
from uuid import UUID

from django.conf import settings

from apps.core.caller import Caller
from apps.core.db import atomic, on_commit
from apps.documents.models import Document
from apps.documents.names import clean_filename
from apps.documents.sniff import sniff
from apps.documents.storage import BlobStore, DirectoryStore
from apps.events.services import publish


def blobs() -> BlobStore:
    """Where the bytes lie."""
    return DirectoryStore(settings.BLOB_ROOT)


@contextmanager
def storing(
    *, caller: Caller, stream: BinaryIO, filename: str, kind: str, max_bytes: int | None = None
) -> Iterator[Document]:
    """`store`, undone where the body raises: neither row nor bytes stay."""
    blob = blobs().put(stream, workspace=str(caller.workspace_id), max_bytes=max_bytes)
    try:
        with blobs().open(blob.key) as kept:
            media_type = sniff(kept)
        with atomic():
            document = Document.objects.create(
                workspace_id=caller.workspace_id,
                created_by_id=caller.user_id,
                kind=kind,
                filename=clean_filename(filename, media_type),
                media_type=media_type.value,
                size=blob.size,
                sha256=blob.sha256,
                blob_key=blob.key,
            )
            tell(document, "document.created", actor_id=caller.user_id)
            yield document
    except BaseException:
        blobs().delete(blob.key)
        raise


def store(
    *, caller: Caller, stream: BinaryIO, filename: str, kind: str, max_bytes: int | None = None
) -> Document:
    """Keep what `stream` still holds as a file of the caller's workspace; the same bytes twice are two files.

    Raises PayloadTooLarge past `max_bytes`; nothing of the stream is kept then.
    """
    with storing(caller=caller, stream=stream, filename=filename, kind=kind, max_bytes=max_bytes) as document:
        return document


def open_document(*, document: Document) -> BinaryIO:
    """The bytes, as a seekable stream that the caller closes. Raises BlobMissing (404)."""
    return blobs().open(document.blob_key)


def delete_document(*, document: Document, caller: Caller) -> None:
    """Row first, bytes after commit: what still has a row still has its bytes."""
    key = document.blob_key
    with atomic():
        tell(document, "document.deleted", actor_id=caller.user_id)
        document.delete()
        on_commit(lambda: blobs().delete(key))


def tell(document: Document, event: str, *, actor_id: UUID | None) -> None:
    """Publish what became of a document."""
    publish(
        event,
        workspace_id=document.workspace_id,
        actor_id=actor_id,
        subject_type="document",
        subject_id=document.pk,
        payload={"document_id": str(document.pk)},
    )
