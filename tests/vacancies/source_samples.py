"""A board and an id for each source, and a first request with a key where one is needed."""

from __future__ import annotations

from apps.vacancies.sources.base import PageRequest, Source
from apps.vacancies.sources.capabilities import KeyedSource

BOARDS = {
    "oracle": "abcd.fa.us2/CX_1",
    "eightfold": "acme/acme.example",
    "comeet": "A1.002/9F0B",
    "workday": "acme/wd5/Careers",
    "adzuna": "gb",
    "hackernews": "4711",
}
IDS = {
    "rippling": "7c9e6679-7425-40de-944b-e07fc1f90ae7",
    "himalayas": "acme/jobs/baker",
    "torre": "aBcDeF12",
    "breezy": "0123456789ab",
}
CREDENTIALS = dict.fromkeys(("email", "api_key", "app_id", "app_key", "access_token"), "s3cret")


def board_of(source: Source) -> str:
    return BOARDS.get(source.kind, "acme")


def first_request(source: Source, board: str, base_url: str | None = None) -> PageRequest:
    if isinstance(source, KeyedSource):
        return source.first_request(board, base_url, CREDENTIALS)
    return source.first_request(board, base_url)
