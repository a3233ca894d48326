"""File names from outside, made safe to show and to save under. Pure."""

from __future__ import annotations

import re
import unicodedata

from apps.documents.sniff import MediaType

LONGEST = 150
_PARTS = re.compile(r"[\\/]")
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_SPACES = re.compile(r"\s+")

# Endings that say what a file is; another ending gets the right one behind it: `cv.exe` with a PDF in it -> `cv.exe.pdf`.
_ENDINGS: dict[MediaType, tuple[str, ...]] = {
    MediaType.TXT: (".txt", ".text", ".md", ".csv"),
    MediaType.HTML: (".html", ".htm"),
    MediaType.JPEG: (".jpeg", ".jpg"),
}


def clean_filename(raw: str, media_type: MediaType) -> str:
    """The last part of `raw` without control, direction and reserved characters, ending as its content asks."""
    name = unicodedata.normalize("NFC", _PARTS.split(raw)[-1])
    # Cc, Cf (direction overrides turn `fdp.exe` round), Cs, Co, Cn: none is part of a name that a person reads.
    name = "".join(c if c == " " or unicodedata.category(c)[0] != "C" else " " for c in name)
    name = _SPACES.sub(" ", _FORBIDDEN.sub(" ", name)).strip()
    endings = _ENDINGS.get(media_type, (media_type.extension,))
    cut = next((len(end) for end in endings if name.lower().endswith(end)), 0)
    stem, ending = (name[:-cut], name[-cut:]) if cut else (name, media_type.extension)
    return (stem[:LONGEST].strip(" .") or "file") + ending
