"""Files from outside: counted as they arrive, and refused before a byte too many is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import IO, Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.core.files.uploadhandler import FileUploadHandler
from rest_framework.parsers import DataAndFiles, MultiPartParser

from apps.core.errors import ParseFailed, PayloadTooLarge

# What a multipart body holds besides the file: its boundaries, part headers, a title.
ENVELOPE_BYTES = 64 * 1024


class _Counter(FileUploadHandler):
    """Stands before the handlers that keep the bytes. Raises PayloadTooLarge."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.left = limit

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.left -= len(raw_data)
        if self.left < 0:
            raise _too_large()
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None


class UploadParser(MultiPartParser):
    """multipart/form-data whose files hold `settings.UPLOAD_LIMIT` bytes at most, all together.

    Content-Length is asked first, so that a body that is honest about its size is refused unread; one that is not
    is cut off where it passes the limit. Raises PayloadTooLarge, ParseFailed.
    """

    def parse(
        self, stream: IO[Any], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> DataAndFiles[Any, Any]:
        request = (parser_context or {})["request"]._request
        limit = settings.UPLOAD_LIMIT
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdigit() and int(length) > limit + ENVELOPE_BYTES:
            raise _too_large()
        request.upload_handlers = [_Counter(limit), *request.upload_handlers]
        try:
            with _begun_files_dropped(request.upload_handlers):
                return super().parse(stream, media_type, parser_context)
        except RequestDataTooBig as fault:
            raise PayloadTooLarge("The fields beside the file are too large.") from fault
        except SuspiciousOperation as fault:
            raise ParseFailed("The form holds too many fields or files.") from fault


@contextmanager
def _begun_files_dropped(handlers: Iterable[FileUploadHandler]) -> Iterator[None]:
    """Where the body raises, the file that was under way goes: Django closes only those that were complete."""
    try:
        yield
    except BaseException:
        for handler in handlers:
            handler.upload_interrupted()
        raise


def _too_large() -> PayloadTooLarge:
    return PayloadTooLarge(f"A file may hold {settings.UPLOAD_LIMIT // 1024 // 1024} MB at most.")
