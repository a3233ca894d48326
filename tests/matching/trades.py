"""Postings of made-up trades, from which it can be told what belongs together."""

from __future__ import annotations

import itertools
import random

from tests.factories.vacancies import make_vacancy

# A trade: what it is called, and the words that stand in its postings only.
TRADES = {
    "nursing": (
        ("registered nurse", "staff nurse", "night nurse", "ward nurse"),
        [
            "patient",
            "ward",
            "medication",
            "hospital",
            "clinical",
            "wound",
            "bedside",
            "vital",
            "infusion",
            "handover",
        ],
    ),
    "driving": (
        ("truck driver", "delivery driver", "lorry driver"),
        [
            "route",
            "freight",
            "licence",
            "haul",
            "pallet",
            "tachograph",
            "depot",
            "trailer",
            "delivery",
            "loading",
        ],
    ),
    "software": (
        ("software engineer", "backend developer", "python developer"),
        [
            "python",
            "service",
            "database",
            "deployment",
            "testing",
            "code",
            "review",
            "microservice",
            "backend",
            "cloud",
        ],
    ),
    "cooking": (
        ("line cook", "sous chef", "pastry chef"),
        ["kitchen", "menu", "pastry", "grill", "prep", "hygiene", "recipe", "plating", "sauce", "stove"],
    ),
    "welding": (
        ("welder", "tig welder", "pipe welder"),
        [
            "steel",
            "torch",
            "seam",
            "fabrication",
            "blueprint",
            "grinder",
            "joint",
            "alloy",
            "workshop",
            "arc",
        ],
    ),
}
_FILLER = [
    "you",
    "will",
    "join",
    "our",
    "team",
    "and",
    "work",
    "with",
    "us",
    "in",
    "a",
    "friendly",
    "place",
    "for",
    "good",
    "pay",
]


def posting(trade: str, number: int) -> tuple[str, str]:
    """A title and a body of the trade, the same for the same number."""
    chance = random.Random(f"{trade} {number}")
    titles, telling = TRADES[trade]
    said = [word for _ in range(12) for word in (*chance.sample(_FILLER, 4), *chance.sample(telling, 3))]
    title = titles[number % len(titles)]
    return title.title(), f"The {title} of our team. {' '.join(said)}."


def postings(count: int) -> list[tuple[str, str]]:
    trades = itertools.cycle(TRADES)
    return [posting(next(trades), number) for number in range(count)]


def fill_catalogue(count: int) -> None:
    for title, body in postings(count):
        make_vacancy(title=title, description_text=body)
