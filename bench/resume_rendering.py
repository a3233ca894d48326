"""PERFORMANCE.md row 10: resume content to PDF against a bare typst compile of the same pages, both warm.

A is typst alone: one compiler kept, the input prepared, plain PDF. B is `render`: composition of the view, tagged
PDF/UA with its check for missing glyphs, page count. A B A B in one process, five rounds, median of the per-round
ratios; every resume differs, so that no memo of the compiler answers. C, for the record, is `typst.compile` from scratch.

    python -m bench.resume_rendering [resumes per round]
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable

import typst

from apps.resumes.content import ResumeContent
from apps.resumes.rendering import render
from apps.resumes.rendering.composition import compose
from apps.resumes.rendering.typesetter import HERE, Job
from tests.resumes import samples

ROUNDS = 5


def resume(kind: str, number: int) -> ResumeContent:
    """The sample of a kind, each text of its work marked by a number, so that nothing is laid out twice."""
    content: ResumeContent = getattr(samples, kind)()
    content["contact_info"]["full_name"] += f" {number}"
    content["summary"] += f" Case {number}."
    for job in content["work_experience"]:
        job["responsibilities"] = [f"{text}, {number}" for text in job["responsibilities"]]
    return content


def timed(work: Callable[[ResumeContent], object], contents: list[ResumeContent]) -> float:
    """Milliseconds a resume."""
    start = time.perf_counter()
    for content in contents:
        work(content)
    return (time.perf_counter() - start) * 1000 / len(contents)


def measure(kind: str, theme: str, count: int) -> str:
    """One row: the medians and the ratio."""
    source = str(HERE / "themes" / f"{theme}.typ")
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(HERE / "fonts")])
    compiler = typst.Compiler(root=str(HERE / "themes"), font_paths=fonts)
    inputs: dict[str, dict[str, str]] = {}

    def bare(content: ResumeContent) -> object:
        return compiler.compile(source, format="pdf", sys_inputs=inputs[content["summary"]], timestamp=0)

    def ours(content: ResumeContent) -> object:
        return render(content, theme=theme, output="pdf")

    def scratch(content: ResumeContent) -> object:
        return typst.compile(source, format="pdf", sys_inputs=inputs[content["summary"]], font_paths=fonts)

    sides: list[list[float]] = [[], [], []]
    number = 0
    for done in range(ROUNDS + 1):
        for side, work in enumerate((bare, ours, scratch)):
            contents = [resume(kind, number + step) for step in range(count)]
            number += count
            for content in contents:
                inputs[content["summary"]] = Job(compose(content, "en"), theme, "a4").inputs()
            took = timed(work, contents)
            if done:  # the first round warms all sides up
                sides[side].append(took)
    ratio = statistics.median(right / left for left, right in zip(sides[0], sides[1], strict=True))
    bare_ms, ours_ms, scratch_ms = (statistics.median(side) for side in sides)
    return f"{kind:6} {theme:8} bare {bare_ms:6.1f} ms  render {ours_ms:6.1f} ms  ratio {ratio:.2f}  scratch {scratch_ms:6.1f} ms"


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    for kind in ("short", "rich", "long"):
        for theme in ("classic", "modern", "compact"):
            print(measure(kind, theme, wanted), flush=True)
