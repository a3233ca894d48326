"""The PDF says everything once, literally, on whole pages, the same each time, and works as a PDF should."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from apps.resumes.content import ResumeContent, empty_content, empty_work
from apps.resumes.rendering import Output, Paper, render, themes
from apps.resumes.rendering.formats.png import png_pages
from apps.resumes.rendering.links import shown_url
from apps.resumes.rendering.view import clean
from apps.resumes.rendering.wording import SECTIONS
from tests.resumes import samples
from tests.resumes.pdf_reading import folded, is_tagged, link_addresses, opened, overflows, page_texts

THEMES = [theme.name for theme in themes()]
SAMPLES = ["short", "rich", "long", "german", "hostile"]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


HEADS = (
    "Workshop Manager", "Spoke & Chain", "Mechanic", "Harbour Cycles", "Diploma",
    "Lumen Trade", "Open Truing", "truing.", "Certified Electric", "Drive Guild", "Ride leader", "Night Riders",
    "Spoke tension", "The Wheel", "Apprentice Trainer", "Lumen Chamber", "Jo Brindle",
)  # fmt: skip


def said(value: Any, key: str = "") -> Iterator[str]:
    """Every text of a content as a reader expects to find it."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from said(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from said(part, key)
    elif isinstance(value, str) and value:
        yield from shown(value, key)


def shown(value: str, key: str) -> Iterator[str]:
    if re.fullmatch(r"\d{4}-\d\d(-\d\d)?", value):
        yield f"{MONTHS[int(value[5:7]) - 1]} {value[:4]}"
    elif key == "url":
        yield shown_url(value)
    elif key != "path":
        yield from (clean(line) for line in value.splitlines() if clean(line))


def facts(content: ResumeContent) -> list[str]:
    """What `said` finds, without link names that the address shows anyhow."""
    links = content["contact_info"]["links"]
    named = {link["name"] for link in links if link["name"].casefold() in link["url"].casefold()}
    return [fact for fact in said(content) if fact not in named]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sample", SAMPLES[:3] + SAMPLES[4:])
def test_every_fact_is_in_the_text_layer_once(sample: str, theme: str) -> None:
    content: ResumeContent = getattr(samples, sample)()
    text = folded(" ".join(page_texts(render(content, theme=theme, output="pdf").data)))
    told = [folded(fact) for fact in facts(content)]
    for fact in told:
        least = told.count(fact)
        assert text.count(fact) >= least, fact
        if len(fact) > 12:
            assert text.count(fact) == sum(other.count(fact) for other in told), fact


@pytest.mark.parametrize("theme", THEMES)
def test_a_german_resume_is_german_to_the_last_word(theme: str) -> None:
    rendered = render(samples.german(), theme=theme, output="pdf", language="de-AT")
    text = folded(" ".join(page_texts(rendered.data)))
    for fact in (
        "Jürgen Weißenböck-Äußerlich", "Straßenbahnoberleitungsinstandhaltungsmeister", "Höhenstraße 3, 88888 Überfeld",
        "„zuverlässige“ Oberleitungen – seit 15 Jahren für 3,5 Mio. €", "März 2015 – heute", "Okt. 2009 – Feb. 2015",
        "Juli 2014", "Profil", "Berufserfahrung", "Ausbildung", "Note: 1,7", "Sprachen", "Französisch",
    ):  # fmt: skip
        assert text.count(folded(fact)) == 1, fact
    assert "Experience" not in text
    assert rendered.warnings == []


@pytest.mark.parametrize("theme", THEMES)
def test_letters_come_back_as_they_went_in(theme: str) -> None:
    content = samples.short()
    content["summary"] = (
        "efficient office affluent waffle fjord fifth Ærø naïve Łódź Ťažké Žluťoučký ğüşİı €31k £5 50 % ½ “q” ‘s’ — … "
        "Καλημέρα Москва Київ -> => 1x2 (c) ... v2.0 C++ C# .NET"
    )
    rendered = render(content, theme=theme, output="pdf")
    assert rendered.warnings == []
    assert content["summary"].replace(" ", "") in "".join("".join(page_texts(rendered.data)).split())
    content["summary"] = "שלום עולם"
    assert content["summary"] in page_texts(render(content, theme=theme, output="pdf").data)[0]


@pytest.mark.parametrize("theme", THEMES)
def test_words_without_end_stay_on_the_page(theme: str) -> None:
    content = samples.hostile()
    content["contact_info"]["full_name"] = "N" * 90
    content["contact_info"]["links"] = [{"name": "", "url": "https://example.com/" + "l" * 300}]
    content["skills"] = [{"name": "S" * 200, "keywords": ["K" * 200]}]
    content["certifications"][0]["issuer"] = "I" * 200
    rendered = render(content, theme=theme, output="pdf")
    assert overflows(rendered.data) == []
    text = folded("".join(page_texts(rendered.data)))
    assert all(word in text for word in ("N" * 90, "l" * 300, "S" * 200, "K" * 200, "I" * 200, "W" * 180))


@pytest.mark.parametrize("theme", THEMES)
def test_no_page_ends_with_a_heading_or_the_head_of_an_entry(theme: str) -> None:
    for jobs in range(3, 13):
        content = samples.long()
        del content["work_experience"][jobs:]
        pages = page_texts(render(content, theme=theme, output="pdf").data)
        for page in pages[:-1]:
            *_, last, number = page.strip().splitlines()
            assert re.fullmatch(r"\d+ / \d+", number.strip())
            assert not last.startswith(HEADS), last
            assert last.strip() not in SECTIONS["en"].values()


def test_pages_are_numbered_only_where_there_are_more() -> None:
    one, more = (
        render(content, theme="classic", output="pdf") for content in (samples.short(), samples.long())
    )
    assert (one.pages, len(page_texts(one.data))) == (1, 1)
    assert "1 / 1" not in page_texts(one.data)[0]
    assert more.pages == len(page_texts(more.data)) >= 3
    assert [page.split()[-3:] for page in page_texts(more.data)] == [
        [str(number), "/", str(more.pages)] for number in range(1, more.pages + 1)
    ]


@pytest.mark.parametrize("theme", THEMES)
def test_empty_parts_vanish(theme: str) -> None:
    content = samples.short()
    content["work_experience"].append(empty_work())
    content["work_experience"][0]["responsibilities"].append("  ")
    content["skills"].append({"name": "", "keywords": [" "]})
    text = page_texts(render(content, theme=theme, output="pdf").data)[0]
    assert not re.search(
        "Projects|Awards|Languages|Certifications|Publications|Volunteering|Interests|Skills:", text
    )
    assert text.count("•") == 2
    nothing = render(empty_content(), theme=theme, output="pdf")
    assert (nothing.pages, page_texts(nothing.data)) == (1, [""])


def test_links_are_live_and_harmless() -> None:
    addresses = link_addresses(render(samples.hostile(), theme="modern", output="pdf").data)
    assert {
        "mailto:mira.oakden@example.com",
        "tel:+15550142",
        "https://github.com/mira-oakden-example",
    } <= set(addresses)
    assert "https://truing.example.org/stand" in addresses
    assert not [address for address in addresses if not re.match(r"https?://|mailto:|tel:", address)]


@pytest.mark.parametrize("theme", THEMES)
def test_the_document_is_tagged_and_says_no_more_than_it_shows(theme: str) -> None:
    pdf = render(samples.rich(), theme=theme, output="pdf").data
    assert is_tagged(pdf)
    assert b"pdfuaid" in pdf
    with opened(pdf) as document:
        described = document.get_metadata_dict(skip_empty=True)
        outline = [entry.get_title() for entry in document.get_toc()]
    assert described.pop("Creator").startswith("Typst")
    assert described == {"Title": "Resume"}
    assert outline[:3] == ["Mira Oakden", "Summary", "Experience"]


@pytest.mark.parametrize("theme", THEMES)
def test_the_same_resume_gives_the_same_bytes_in_any_thread(theme: str) -> None:
    contents = [samples.rich(), samples.short(), samples.german(), samples.hostile()] * 3
    alone = [render(content, theme=theme, output="pdf").data for content in contents]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda content: render(content, theme=theme, output="pdf").data, contents))
    assert together == alone


@pytest.mark.parametrize("output", ["pdf", "png"])
def test_a_glyph_nobody_has_is_named(output: Output) -> None:
    content = samples.short()
    content["contact_info"]["headline"] = "Manager \U0010fffd and \ue0f0\ue0f1\U000f0123"
    rendered = render(content, theme="classic", output=output)
    (warning,) = rendered.warnings
    assert warning.code == "missing_glyph"
    assert set(warning.characters) >= {"\U0010fffd", "\U000f0123"}
    assert not set(warning.characters) & set("Manager and")
    assert rendered.pages == 1


def test_paper_has_its_size() -> None:
    sizes: dict[Paper, tuple[int, int]] = {"a4": (595, 842), "us-letter": (612, 792)}
    for paper, size in sizes.items():
        with opened(render(samples.short(), theme="modern", output="pdf", paper=paper).data) as document:
            assert tuple(round(side) for side in document[0].get_size()) == size


def test_pictures_show_the_pages() -> None:
    content = samples.long()
    first = render(content, theme="modern", output="png")
    pages = png_pages(content, theme="modern")
    assert first.pages == len(pages) == render(content, theme="modern", output="pdf").pages
    assert first.data == pages[0]
    assert all(page.startswith(b"\x89PNG\r\n\x1a\n") for page in pages)
    assert len(set(pages)) == len(pages)
    width = int.from_bytes(pages[0][16:20])
    assert width == round(595.28 * 2)
