"""A posting as somebody pasted it. Pure."""

from __future__ import annotations

_LONGEST_TITLE = 120


def title_and_text(pasted: str) -> tuple[str, str]:
    """Its first line is its title, unless it is a paragraph: then there is none."""
    first, _, rest = pasted.strip().partition("\n")
    return ("", pasted.strip()) if len(first) > _LONGEST_TITLE else (first.strip(), rest.strip())
