"""Text, Markdown, HTML and JSON of a resume, and what is asked for wrongly."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from apps.core.errors import ValidationFailed
from apps.resumes.content import ResumeContent, empty_content
from apps.resumes.json_resume import from_json_resume, to_json_resume
from apps.resumes.rendering import Output, render, themes
from apps.resumes.rendering.composition import compose
from apps.resumes.rendering.dates import shown_date, shown_span, shown_validity
from apps.resumes.rendering.links import href, mail_href, phone_href, shown_link
from apps.resumes.rendering.wording import LABELS, MONTHS, SECTIONS
from tests.resumes import samples
from tests.resumes.pdf_reading import folded, page_texts
from tests.resumes.test_json_resume import contents
from tests.resumes.test_rendering_pdf import facts

OUTPUTS: list[Output] = ["json", "png", "pdf", "txt", "md", "html"]


class Page(HTMLParser):
    """The text, tags and addresses of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in {"href", "src"}]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def text_of(content: ResumeContent, output: Output) -> str:
    """What a reader of the output sees."""
    data = render(content, theme="classic", output=output).data.decode()
    if output == "md":
        data = MarkdownIt().render(data)
    return data if output == "txt" else " ".join(Page(data).texts)


@pytest.mark.parametrize("output", ["txt", "md", "html"])
@pytest.mark.parametrize("sample", ["short", "rich", "long", "hostile"])
def test_every_fact_is_there_literally(sample: str, output: Output) -> None:
    content: ResumeContent = getattr(samples, sample)()
    text = folded(text_of(content, output))
    told = [folded(fact) for fact in facts(content)]
    for fact in told:
        assert text.count(fact) >= told.count(fact), fact
        if len(fact) > 12:
            assert text.count(fact) == sum(other.count(fact) for other in told), fact


def test_html_holds_nothing_but_itself() -> None:
    page = Page(render(samples.hostile(), theme="modern", output="html").data.decode())
    assert not {"script", "img", "link", "iframe", "b", "object"} & set(page.tags)
    assert page.tags.count("h1") == 1
    assert page.addresses
    assert all(re.match(r"https?://|mailto:|tel:", address) for address in page.addresses)


def test_markdown_keeps_its_own_structure_under_attack() -> None:
    hostile, plain = (
        MarkdownIt().parse(render(content, theme="classic", output="md").data.decode())
        for content in (samples.hostile(), samples.rich())
    )
    kinds = {"code_block", "fence", "html_block", "hr", "blockquote_open", "ordered_list_open"}
    assert not [token for token in hostile if token.type in kinds]
    headings = [[token.type for token in side if token.type == "heading_open"] for side in (hostile, plain)]
    assert len(headings[0]) == len(headings[1])


def test_text_reads_top_down() -> None:
    assert render(samples.short(), theme="classic", output="txt").data.decode() == (
        "Mira Oakden\nWorkshop Manager\nPort Lumen\n+1 555-0142\nmira.oakden@example.com\n"
        "github.com/mira-oakden-example\n\n\n"
        "SUMMARY\n\nRuns a bicycle workshop of six and keeps a queue of repairs below two days.\n\n\n"
        "EXPERIENCE\n\nWorkshop Manager, Spoke & Chain Cooperative, Port Lumen\nApr 2019 – Present\n"
        "- Cut the median waiting time for a repair from nine days to two\n"
        "- Trained four apprentices, all of whom stayed after their examination\n\n\n"
        "EDUCATION\n\nDiploma, Mechanics, Lumen Trade College\n2016\n\n\n"
        "SKILLS\n\nWheel building, Stock keeping\n"
    )


@pytest.mark.parametrize("sample", ["short", "rich", "hostile"])
def test_json_is_json_resume(sample: str) -> None:
    content: ResumeContent = getattr(samples, sample)()
    rendered = render(content, theme="classic", output="json")
    assert json.loads(rendered.data) == to_json_resume(content)
    assert (rendered.media_type, rendered.filename_suffix, rendered.pages) == ("application/json", ".json", 0)


@pytest.mark.parametrize("output", OUTPUTS)
def test_nothing_said_and_lone_surrogates_are_no_fault(output: Output) -> None:
    assert render(empty_content(), theme="compact", output=output).data
    content = samples.short()
    content["summary"] = "half \ud83d of a pair, \x00 and \x1b[0m, \u2028 done"
    rendered = render(content, theme="compact", output=output)
    assert rendered.data
    assert rendered.filename_suffix == f".{output}"


@given(contents(), st.sampled_from(["classic", "modern", "compact"]))
@settings(max_examples=60)
def test_any_content_renders(content: ResumeContent, theme: str) -> None:
    for output in OUTPUTS:
        rendered = render(content, theme=theme, output=output)
        assert {warning.code for warning in rendered.warnings} <= {"missing_glyph"}
        assert rendered.data


@pytest.mark.shared
@pytest.mark.parametrize("name", ["sample.resume", "career-changer.resume", "starter-resume.jrs"])
@pytest.mark.parametrize("output", OUTPUTS[2:])
def test_recorded_resumes_keep_every_fact(shared_data: Path, name: str, output: Output) -> None:
    content = from_json_resume(json.loads((shared_data / f"jsonresume/{name}.json").read_text()))
    content["extra"] = []
    if output == "pdf":
        text = folded("".join(page_texts(render(content, theme="classic", output=output).data)))
    else:
        text = folded(text_of(content, output))
    assert [fact for fact in facts(content) if folded(fact) not in text] == []


@pytest.mark.parametrize(
    ("wrong", "attr"),
    [({"theme": "gothic"}, "theme"), ({"output": "exe"}, "output"), ({"paper": "a5"}, "paper")],
)
def test_what_we_do_not_have_is_refused(wrong: dict[str, str], attr: str) -> None:
    asked: dict[str, Any] = {"theme": "classic", "output": "txt", "paper": "a4"} | wrong
    with pytest.raises(ValidationFailed) as refused:
        render(samples.short(), **asked)
    assert [(error.attr, error.code) for error in refused.value.errors] == [(attr, "invalid_choice")]


def test_a_language_we_lack_is_said() -> None:
    rendered = render(samples.short(), theme="classic", output="html", language="sv")
    assert [warning.code for warning in rendered.warnings] == ["language_unavailable"]
    assert b'lang="sv"' in rendered.data
    assert render(samples.short(), theme="classic", output="html", language="pt-BR").warnings == []
    assert render(samples.short(), theme="classic", output="json", language="sv").warnings == []


def test_each_language_has_every_word() -> None:
    assert set(SECTIONS) == set(LABELS) == set(MONTHS) == {"en", "de", "fr", "es", "it", "nl", "pl", "pt"}
    for words in (SECTIONS, LABELS):
        assert {frozenset(of_language) for of_language in words.values()} == {frozenset(words["en"])}
    assert {len(set(months)) for months in MONTHS.values()} == {12}
    for titles in SECTIONS.values():
        assert len(set(titles.values())) == len(titles)


def test_dates() -> None:
    assert shown_date("2019-04", "en") == "Apr 2019"
    assert shown_date("2019-04-30", "fr") == "avr. 2019"
    assert shown_date("2019", "de") == "2019"
    assert shown_date("", "en") == ""
    assert shown_span("2019-04", "2020-01", "pl") == "kwi 2019 – sty 2020"
    assert shown_span("2019", "2019", "en") == "2019"
    assert shown_span("", "2019", "en") == "2019"
    assert shown_span("2019", "", "en") == "2019"
    assert shown_span("2019", "", "nl", is_current=True) == "2019 – heden"
    assert shown_span("", "", "en", is_current=True) == "Present"
    assert shown_span("", "", "en") == ""
    assert shown_validity("", "2027-01", "en") == "until Jan 2027"
    assert shown_validity("2020", "2027", "en") == "2020 – 2027"
    assert shown_validity("2020", "", "en") == "2020"


def test_addresses() -> None:
    assert href("https://example.com/a b?q=ü") == "https://example.com/a%20b?q=%C3%BC"
    assert href("example.com/x") == "https://example.com/x"
    assert href("example.com:8000/x") == "https://example.com:8000/x"
    for bad in (
        "javascript:alert(1)",
        "data:text/html,x",
        "not a url",
        "",
        "http://",
        "https://[oops",
        "file:///x",
    ):
        assert href(bad) == ""
    assert shown_link("GitHub", "https://www.github.com/x/") == "github.com/x"
    assert shown_link("Blog", "https://a.example/") == "Blog: a.example"
    assert shown_link("Blog", "") == "Blog"
    assert (mail_href("a@b.example"), mail_href("a b")) == ("mailto:a@b.example", "")
    assert (phone_href("+1 (555) 0100"), phone_href("call me")) == ("tel:+15550100", "")


def test_an_entry_without_a_title_is_headed_by_its_owner() -> None:
    content = samples.short()
    content["work_experience"][0]["position"] = ""
    entry = compose(content, "en")["sections"][1]["entries"][0]
    assert (entry["title"], entry["subtitle"]) == ("Spoke & Chain Cooperative", "")


def test_themes_are_files() -> None:
    import apps.resumes.rendering

    folder = Path(apps.resumes.rendering.__file__).parent / "themes"
    assert {theme.name for theme in themes()} | {"common"} == {path.stem for path in folder.glob("*.typ")}
    assert all(theme.title and theme.description for theme in themes())


def test_typst_loads_on_first_use() -> None:
    code = "import sys, apps.resumes.rendering; print({'typst', 'pypdfium2', 'django'} & set(sys.modules))"
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
