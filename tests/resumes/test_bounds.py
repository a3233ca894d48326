"""How a file's content is brought within what is kept."""

from __future__ import annotations

from apps.resumes import bounds
from apps.resumes.content import empty_work
from apps.resumes.sample import sample


def test_content_within_bounds_stays_as_it_is() -> None:
    fitted = bounds.fit(sample())
    assert (fitted.content, fitted.cut) == (sample(), [])


def test_what_is_too_long_is_cut_and_named() -> None:
    content = sample()
    content["summary"] = "a\x00b\ud800" + "x" * bounds.TEXT
    content["work_experience"] = [empty_work() for _ in range(bounds.ENTRIES + 1)]
    content["work_experience"][0]["responsibilities"] = ["x"] * (bounds.LINES + 1)
    content["extra"] = [{"path": "a", "json": {"\x00": 1}}, {"path": "b", "json": [1, 2.5, None, "x"]}]
    fitted = bounds.fit(content)
    assert fitted.content["summary"] == "ab" + "x" * (bounds.TEXT - 2)
    assert len(fitted.content["work_experience"]) == bounds.ENTRIES
    assert len(fitted.content["work_experience"][0]["responsibilities"]) == bounds.LINES
    assert fitted.content["extra"] == [{"path": "b", "json": [1, 2.5, None, "x"]}]
    assert fitted.cut == ["summary", "work_experience", "work_experience.0.responsibilities", "extra"]
