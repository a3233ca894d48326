"""DOC, RTF, ODT and HTML by kreuzberg: text offline, from one Rust core, within limits."""

from __future__ import annotations

import re

from apps.resumes.parsing import plaintext, sniff
from apps.resumes.parsing.errors import CorruptFile, NoText
from apps.resumes.parsing.model import Document

_META = re.compile(
    r"\A---\n(?:(?:(?:## )?(?:title|canonical|lang|base-href|(?:meta|link)-[\w:.-]+): [^\n]*)?\n)+"
)  # what kreuzberg tells of the page's head, which nobody sees
_MARKED_UP = {sniff.HTML, sniff.ODT}


def read(data: bytes, media_type: str) -> Document:
    """Lines of the document. Raises CorruptFile where kreuzberg can't read it, NoText where it holds none."""
    import kreuzberg

    marked_up = media_type in _MARKED_UP
    output = "markdown" if marked_up else "plain"
    config = kreuzberg.ExtractionConfig(
        output_format=output, use_cache=False, enable_quality_processing=False
    )
    try:
        result = kreuzberg.extract_bytes_sync(data, media_type, config)
    except kreuzberg.KreuzbergError as error:
        raise CorruptFile() from error
    if not result.content.strip():
        raise NoText()
    return plaintext.read(_META.sub("", result.content), media_type, marked_up=marked_up)
