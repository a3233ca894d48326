"""`docs/sources.md`, made from the registry: `manage.py sources_doc` writes it, a test holds it against this."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from apps.vacancies.boards.kinds import BoardKind, board_kinds
from apps.vacancies.sources.base import Source
from apps.vacancies.sources.capabilities import DetailedSource, FindingSource
from apps.vacancies.sources.generic_spec import FIELDS, FORMATS, PAGINGS
from apps.vacancies.sources.registry import all_sources

_WIDTH: Final = 118
_INTRO: Final = """# Sources

Made by `manage.py sources_doc` from the registry of `apps/vacancies/sources/`; don't edit it, a test compares.

**Grade**: A, a feed that its vendor documents and means to be shown elsewhere · B, what the careers page itself reads,
not or partly documented · C, documented, with a key · D, terms that ask for a decision of yours; off until then.
**Verified**: read against answers that were recorded from the live service, every posting and every field of them. What
is not has only been met as a documented shape, and may differ. **Closes**: what a complete reading no longer lists,
twice, is closed; a window on the newest closes nothing.

`GET source-kinds/` answers the same as data. How boards are read, and what closes what: [crawling.md](crawling.md).
"""
_GENERIC: Final = """## A board of your own

Kind `generic` needs no code: `spec` says where the answers stand and which value is which field. `POST
sources/preview/` shows what it comes to before it is added.

```json
{{"kind": "generic", "company_name": "Kestrel Pilots", "spec": {{
  "url": "https://jobs.example.com/api?page={{page}}", "format": "json", "items": "data.jobs",
  "paging": {{"kind": "page", "start": 1, "size": 50}},
  "fields": {{"id": "id", "title": "name", "url": "=https://jobs.example.com/{{slug}}", "locations": "places[*].city"}}
}}}}
```

- `format`: {formats}. RSS needs no map: title, link, guid, pubDate and description are known. Attributes of XML are not
  read.
- `paging.kind`: {pagings}. The address, or the `body` of a POST, holds `{{page}}`, `{{offset}}` or `{{cursor}}`;
  `cursor_path` is where an answer names the next cursor, or for `link` the next address, which stays on its host.
- `fields`: a path (`place.city`, `places[*].city`, `pay[0]`), or after `=` a text in which `{{path}}` stands for a value.
  There are: {fields}.
- `lists_everything: false` for a board that shows its newest only.
- No secret stands in a spec. With `needs_key: true` the board is read with a connection of kind `generic`: the name of a
  header, and its value.
"""


def sources_page() -> str:
    """The page as Markdown."""
    kinds = [kind for kind in board_kinds() if not kind.needs_spec]
    parts = [
        _INTRO,
        f"## The {len(kinds)} kinds\n\n" + "\n".join(_table(kinds)) + "\n",
        _GENERIC.format(formats=_words(FORMATS), pagings=_words(PAGINGS), fields=_words(FIELDS)),
        "## Which fields are read\n\nOf what each source answers, as dotted names; lists are passed through.\n",
        *(_fields(source) for source in all_sources()),
    ]
    return "\n".join(parts)


def _table(kinds: Iterable[BoardKind]) -> Iterator[str]:
    heads = (
        "kind", "source", "grade", "shown with", "verified", "key", "on by default", "every", "a second", "closes",
        "board",
    )  # fmt: skip
    yield f"| {' | '.join(heads)} |"
    yield "|" + " --- |" * len(heads)
    for kind in kinds:
        terms = kind.terms
        cells = (
            f"`{kind.kind}`",
            f"[{kind.name}]({terms.homepage})",
            terms.grade,
            terms.attribution or "–",
            _said(terms.verified),
            _said(kind.needs_key),
            _said(terms.default_on),
            _span(terms.min_interval),
            f"{terms.requests_per_second:g}",
            _said(kind.lists_everything),
            f"`{kind.example}`",
        )
        yield f"| {' | '.join(cells)} |"


def _fields(source: Source) -> str:
    notes = []
    if isinstance(source, DetailedSource):
        notes.append("Its text stands in the detail, which is asked for once a posting.")
    if isinstance(source, FindingSource):
        notes.append("Its boards come and go, and are found by it.")
    used, ignored = (_wrapped(_words(sorted(names))) for names in (source.used_fields, source.ignored_fields))
    lines = [f"### {source.name} (`{source.kind}`)", "", *notes]
    lines += ["", ""] if notes else []
    return "\n".join(
        [*lines, f"Read: {used}".rstrip(), "", f"Known and left: {ignored or '–'}".rstrip(), ""]
    ).replace("\n\n\n", "\n\n")


def _wrapped(words: str) -> str:
    """As long as a line of this project, broken at commas."""
    lines, line = [], ""
    for word in words.split(", "):
        longer = f"{line}, {word}" if line else word
        if len(longer) > _WIDTH - 16 and line:
            lines.append(f"{line},")
            line = word
        else:
            line = longer
    return "\n".join([*lines, line])


def _words(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _said(flag: bool) -> str:
    return "yes" if flag else "no"


def _span(seconds: int) -> str:
    return f"{seconds // 3600} h" if seconds % 3600 == 0 else f"{seconds} s"
