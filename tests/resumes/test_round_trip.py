"""What we render, we read back as the same facts: each theme's PDF by its text layer, Markdown and HTML.

Plain text has no type that sets a title apart from what follows, so there the person, the dates and the skills come back.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings

from apps.resumes.content import ResumeContent, empty_content
from apps.resumes.parsing import parse
from apps.resumes.rendering import Output, render, themes
from apps.resumes.rendering.wording import SECTIONS
from tests.resumes import round_trip_resumes as resumes
from tests.resumes.round_trip_facts import facts
from tests.resumes.round_trip_strategies import contents

LANGUAGES = {"accountant": "de", "cook": "fr"}
MADE = ("nurse", "welder", "engineer", "accountant", "cook", "graduate")
PDFS: list[tuple[str, Output]] = [(theme.name, "pdf") for theme in themes()]
FORMS: list[tuple[str, Output]] = [*PDFS, ("classic", "md"), ("classic", "html")]


def made(name: str) -> ResumeContent:
    make: Callable[[], ResumeContent] = getattr(resumes, name)
    return make()


def reread(content: ResumeContent, theme: str, output: Output, language: str = "en") -> set[str]:
    return facts(parse(render(content, theme=theme, output=output, language=language).data).content)


@pytest.mark.parametrize(("theme", "output"), FORMS)
@pytest.mark.parametrize("name", MADE)
def test_a_resume_comes_back_whole(name: str, theme: str, output: Output) -> None:
    assert reread(made(name), theme, output, LANGUAGES.get(name, "en")) == facts(made(name))


@pytest.mark.parametrize("language", SECTIONS)
@pytest.mark.parametrize("theme", [theme for theme, _ in PDFS])
def test_headings_and_labels_of_every_language_are_understood(theme: str, language: str) -> None:
    assert reread(resumes.engineer(), theme, "pdf", language) == facts(resumes.engineer())


@pytest.mark.parametrize(("theme", "output"), FORMS)
@settings(max_examples=30, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(content=contents())
def test_any_ordinary_resume_comes_back_whole(theme: str, output: Output, content: ResumeContent) -> None:
    assert reread(content, theme, output) == facts(content)


@pytest.mark.parametrize("name", MADE)
def test_plain_text_gives_back_the_person_the_dates_and_the_skills(name: str) -> None:
    kept = ("contact_info", "summary", "skills", "languages")
    ends = ("_date", "is_current", "position")

    def core(said: set[str]) -> set[str]:
        jobs = {fact for fact in said if fact.startswith("work_") and fact.split(": ")[0].endswith(ends)}
        return jobs | {fact for fact in said if fact.startswith(kept)}

    assert core(reread(made(name), "classic", "txt", LANGUAGES.get(name, "en"))) == core(facts(made(name)))


def test_facts_tell_contents_apart() -> None:
    """The comparison itself: one word changed, one part lost or one date moved by a month is seen."""
    content, other = resumes.engineer(), resumes.engineer()
    other["work_experience"][0]["skills"][1] = "Telephony"
    assert facts(content) ^ facts(other) == {
        "work_experience.0.skills.1: Telemetry", "work_experience.0.skills.1: Telephony",
    }  # fmt: skip
    other = resumes.engineer()
    other["work_experience"][2]["start_date"] = "2014-05"
    other["awards"].pop()
    assert len(facts(content) - facts(other)) == 3
    assert facts(empty_content()) == set()
