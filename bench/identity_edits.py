"""How another board shows a posting: edits of a draft, each by chance from a seeded generator. Pure."""

from __future__ import annotations

import html
import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from apps.vacancies.normalise.text import sanitise, to_text
from apps.vacancies.sources.base import PostingDraft

Edit = Callable[[PostingDraft, random.Random], PostingDraft]

_HEADERS = (
    "This listing was brought to you by Plainfield Jobs. We collect openings from employers we trust and check every one of "
    "them by hand before it is shown. Sign in to save this opening, to set an alarm for more like it, or to apply in one step.",
    "Role overview. Posted through the Harbour Lane talent desk. Candidates hear back within ten working days. Please mention "
    "the reference shown beside the title when you write to us, and tell us how you found this page.",
    "New today on Fernwood Careers: read on for the full description.",
)
_FOOTERS = (
    "Did this posting look wrong to you? Report it and our editors will have a look. Never pay for an application, and never "
    "hand over bank details before you have signed a contract. Plainfield Jobs is not the employer and takes no part in the "
    "hiring decision. More openings like this one are listed below, sorted by how near they are to where you live.",
    "How to apply: press the button above; you will be led to the page of the employer. By applying you accept the terms of "
    "the Harbour Lane talent desk, which keeps your details for twelve months unless you ask for something else.",
    "Share this job with a friend. Browse similar roles.",
)
_FORMS = ("Inc.", "LLC", "Ltd", "GmbH", "Corp.", "S.A.", "Limited", "Pty Ltd", "B.V.", "AG", "Co., Ltd.")
_TITLE_TAILS = (
    "(m/f/d)",
    "(f/m/x)",
    "(all genders)",
    "| {company}",
    "- {city}",
    "({city})",
    "at {company}",
    "#48213",
)
_SHORT = (
    ("Senior", "Sr."),
    ("Junior", "Jr."),
    ("Manager", "Mgr"),
    ("Vice President", "VP"),
    (" and ", " & "),
)
_TYPESET = str.maketrans(
    {"'": "’", '"': "”", "-": "–", "&": "＆", "(": "（", ")": "）", ",": "，", "/": "／"}
)
_PLAIN = str.maketrans(
    {"’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "•": "*", "…": "...", "\u00a0": " "}
)
_AGENCIES = (
    "Brightwater Search", "Kestrel & Lowe Recruitment", "Northgate Staffing", "Tallis Talent Partners", "Marlow Personnel",
)  # fmt: skip


def text_of(draft: PostingDraft) -> str:
    """The plain text a reader sees."""
    return to_text(sanitise(draft.description_html))


def with_text(draft: PostingDraft, text: str) -> PostingDraft:
    """The draft with this text, a paragraph a line."""
    lines = (f"<p>{html.escape(line)}</p>" for line in text.splitlines() if line.strip())
    return replace(draft, description_html="".join(lines))


def template(draft: PostingDraft, chance: random.Random) -> PostingDraft:
    """Words of the other board before and after the employer's."""
    return with_text(draft, f"{chance.choice(_HEADERS)}\n{text_of(draft)}\n{chance.choice(_FOOTERS)}")


def place_order(draft: PostingDraft, chance: random.Random) -> PostingDraft:
    """The same places in another order, perhaps in one line."""
    shuffled = list(draft.locations)
    while shuffled == list(draft.locations):
        chance.shuffle(shuffled)
    return replace(draft, locations=("; ".join(shuffled),) if chance.random() < 0.5 else tuple(shuffled))


def suffixes(draft: PostingDraft, chance: random.Random) -> PostingDraft:
    """A legal form behind the employer, marks behind the title, abbreviations in it."""
    title = draft.title
    for long, short in _SHORT:
        if chance.random() < 0.5:
            title = title.replace(long, short)
    city = draft.locations[0].split(",")[0] if draft.locations else ""
    tail = chance.choice(_TITLE_TAILS if city else _TITLE_TAILS[:4])
    company = f"{draft.company_name} {chance.choice(_FORMS)}"
    return replace(
        draft, title=f"{title} {tail.format(company=draft.company_name, city=city)}", company_name=company
    )


def punctuation(draft: PostingDraft, chance: random.Random) -> PostingDraft:
    """Typeset marks for plain ones, or the other way round, in the title and the text."""
    table = chance.choice((_TYPESET, _PLAIN))
    return with_text(replace(draft, title=draft.title.translate(table)), text_of(draft).translate(table))


def words_changed(share: float, vocabulary: Sequence[str]) -> Edit:
    """That share of the words replaced (70 %), left out (15 %) or followed by a new one (15 %)."""

    def edit(draft: PostingDraft, chance: random.Random) -> PostingDraft:
        lines = [line.split() for line in text_of(draft).splitlines()]
        spots = [(row, at) for row, line in enumerate(lines) for at in range(len(line))]
        for row, at in chance.sample(spots, round(share * len(spots))):
            how, word = chance.random(), chance.choice(vocabulary)
            lines[row][at] = word if how < 0.7 else "" if how < 0.85 else f"{lines[row][at]} {word}"
        return with_text(draft, "\n".join(" ".join(line) for line in lines))

    return edit


def cut(draft: PostingDraft, chance: random.Random) -> PostingDraft:
    """The beginning only: a third to two thirds of the text."""
    words = text_of(draft).split(" ")
    return with_text(draft, " ".join(words[: int(len(words) * chance.uniform(0.33, 0.66))]))


def agency(draft: PostingDraft, chance: random.Random) -> PostingDraft:
    """The employer's name taken out, the agency's put in."""
    hidden = text_of(draft).replace(draft.company_name, "our client")
    return with_text(replace(draft, company_name=chance.choice(_AGENCIES)), hidden)


def together(*edits: Edit) -> Edit:
    """One after the other."""

    def edit(draft: PostingDraft, chance: random.Random) -> PostingDraft:
        for each in edits:
            draft = each(draft, chance)
        return draft

    return edit
