"""Why a file could not become a resume. Every refusal has a stable `reason` besides its words."""

from __future__ import annotations

from typing import ClassVar

from apps.core.errors import UnprocessableFile


class UnreadableResume(UnprocessableFile):
    """Base of all refusals of the parser; `reason` is what clients may branch on."""

    reason: ClassVar[str] = "unreadable"
    title = "The file could not be read as a resume"


class EmptyFile(UnreadableResume):
    reason, title = "empty_file", "The file is empty"


class EncryptedFile(UnreadableResume):
    reason, title = "encrypted", "The file is protected by a password"


class NoText(UnreadableResume):
    reason, title = "no_text", "The file holds no text; it may be a scan"


class CorruptFile(UnreadableResume):
    reason, title = "corrupt", "The file is damaged"


class UnsupportedType(UnreadableResume):
    reason, title = "unsupported_type", "The file is of a type that is not read"


class OversizedContent(UnreadableResume):
    reason, title = "oversized_content", "The file unpacks to more than is accepted"
