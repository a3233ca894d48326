"""Typst at work: a view and a theme in, PDF or pictures out, the same bytes for the same input on every machine.

The fonts are those of the typst wheel and of `fonts/`. PDF is made to PDF/UA-1, which is tagged, readable by a screen
reader, and refuses glyphs that no font has. Only then are the fonts of the machine tried; what they lack too is named in
a warning and left as an empty box.
"""

from __future__ import annotations

import json
import re
import threading
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from apps.resumes.rendering.rendered import Paper, RenderWarning
from apps.resumes.rendering.view import View

if TYPE_CHECKING:
    import typst

HERE = Path(__file__).parent
LONG_WORD = re.compile(r"\S{40}")  # the one rule of themes/common.typ that costs time, so it is asked for
LANGUAGE = re.compile(r"[a-z]{2,3}")
UNDISPLAYABLE = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
CODE_POINT = re.compile(r"\\u\{([0-9a-fA-F]+)\}")
STANDARD: Literal["ua-1"] = "ua-1"


@dataclass(frozen=True, slots=True)
class Job:
    """One document to set: the view, and how."""

    view: View
    theme: str
    paper: Paper

    def inputs(self) -> dict[str, str]:
        """What the theme reads from `sys.inputs`: one JSON text, so that no text is ever part of the markup."""
        base = self.view["language"].replace("_", "-").split("-")[0].lower()
        lang = base if LANGUAGE.fullmatch(base) else "en"
        view = json.dumps(self.view, ensure_ascii=False)
        long = "true" if LONG_WORD.search(view) else "false"
        return {"data": f'{{"paper": "{self.paper}", "lang": "{lang}", "long": {long}, "view": {view}}}'}


@dataclass(frozen=True, slots=True)
class Typeset:
    """The PDF, and what it lacks."""

    pdf: bytes
    warnings: list[RenderWarning]
    system_fonts: bool


def typeset(job: Job) -> Typeset:
    """The PDF of a job; glyphs are looked for in our fonts, then in the machine's."""
    import typst

    missing = ""
    for system_fonts in (False, True):
        try:
            return Typeset(_compile(job, system_fonts=system_fonts, standard=STANDARD), [], system_fonts)
        except typst.TypstError as error:
            missing = undisplayable(error.diagnostic)
            if not missing:
                raise
    warning = RenderWarning("missing_glyph", f"No font at hand has a glyph for: {missing}", missing)
    return Typeset(_compile(job, system_fonts=True, standard=None), [warning], True)


def undisplayable(diagnostic: str) -> str:
    """The characters that typst says no font has, each once. It quotes rare ones as code points."""
    quoted = "".join(UNDISPLAYABLE.findall(diagnostic))
    plain = CODE_POINT.sub(lambda match: chr(int(match[1], 16)), quoted)
    return "".join(dict.fromkeys(plain.replace(r"\\", "\\").replace(r"\"", '"')))


def pictures(job: Job, *, system_fonts: bool, ppi: float) -> list[bytes]:
    """A PNG of every page."""
    made = _compiler(system_fonts).compile(
        str(HERE / "themes" / f"{job.theme}.typ"), format="png", ppi=ppi, sys_inputs=job.inputs()
    )
    return made if isinstance(made, list) else [cast(bytes, made)]


def _compile(job: Job, *, system_fonts: bool, standard: Literal["ua-1"] | None) -> bytes:
    made = _compiler(system_fonts).compile(
        str(HERE / "themes" / f"{job.theme}.typ"),
        format="pdf",
        sys_inputs=job.inputs(),
        pdf_standards=[standard] if standard else [],
        timestamp=0,
    )
    return cast(bytes, made)


@cache
def _fonts(system_fonts: bool) -> typst.Fonts:
    import typst

    return typst.Fonts(include_system_fonts=system_fonts, font_paths=[str(HERE / "fonts")])


_local = threading.local()


def _compiler(system_fonts: bool) -> typst.Compiler:
    """The compiler of this thread; it keeps what it has read and laid out, and is not made for two threads."""
    import typst

    name = f"compiler_{system_fonts}"
    if not hasattr(_local, name):
        setattr(_local, name, typst.Compiler(root=str(HERE / "themes"), font_paths=_fonts(system_fonts)))
    return cast("typst.Compiler", getattr(_local, name))
