"""The words that scores and searches answer with, for whoever declares them without scoring or searching. Pure.

Those of search follow from how it is made (`search.question`, `search.ordering`, `search.facets`): a test holds both together.
"""

from __future__ import annotations

from typing import Final, Literal

Band = Literal["excellent", "strong", "fair", "weak", "poor"]
EditKind = Literal["add_skill", "show_skill", "add_language"]
MODES: Final = ("keyword", "semantic", "hybrid")
# How a search finds a vacancy.
WAYS: Final = ("text", "meaning", "occupation")
FACETS: Final = ("skills", "company", "country", "city", "remote", "seniority", "employment_type", "source", "pay")  # fmt: skip
