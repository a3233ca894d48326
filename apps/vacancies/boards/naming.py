"""From what somebody says of a board to its kind and name. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from apps.core.errors import FieldError, NotFound, ValidationFailed
from apps.vacancies.boards.kinds import BoardKind, board_kind
from apps.vacancies.sources.base import PostingRefused, Source
from apps.vacancies.sources.capabilities import CredentialsMissing
from apps.vacancies.sources.generic_spec import GENERIC
from apps.vacancies.sources.registry import adapter_for, recognise

LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A board that can be asked for; `adapter` reads it."""

    kind: BoardKind
    board: str
    adapter: Source


def refused(attr: str, detail: str, code: str = "invalid") -> ValidationFailed:
    return ValidationFailed(f"{attr}: {detail}", errors=[FieldError(attr, code, detail)])


def named(
    *, kind: str = "", board: str = "", url: str = "", spec: Mapping[str, object] | None = None
) -> Named:
    """The board of this kind and name, or the one that an address belongs to. Raises ValidationFailed."""
    if url:
        if kind or board or spec:
            raise refused("url", "Say either its address, or its kind and name.")
        kind, board = _of_address(url)
    if not kind:
        raise refused("kind", "Say what kind of board it is, or give its address as `url`.", "required")
    try:
        known = board_kind(kind)
    except NotFound:
        raise refused("kind", "There is no such kind: see listSourceKinds.", "invalid_choice") from None
    if known.terms.grade == "X":
        raise refused("kind", "Its terms don't let it be read.")
    if spec is not None and not known.needs_spec:
        raise refused("spec", "Only a board of kind `generic` is described.")
    adapter = adapter_for(kind, spec)
    board = board.strip() or (_name_of_described(spec) if known.needs_spec else "")
    if not board:
        raise refused("board", f"Say whose board it is: as {known.example!r}.", "required")
    _check_board(adapter, board)
    return Named(kind=known, board=board, adapter=adapter)


def _of_address(url: str) -> tuple[str, str]:
    found = recognise(url)
    if found is None:
        raise refused(
            "url", f"No board that we know is at this address; describe it as a board of kind {GENERIC!r}."
        )
    source, board, _ = found
    if not board:
        raise refused("url", f"This is {source.name}, but the address does not say whose board it is.")
    return source.kind, board


def _name_of_described(spec: Mapping[str, object] | None) -> str:
    parts = urlsplit(str((spec or {}).get("url", "")))
    return f"{parts.netloc}{parts.path}".rstrip("/")[:LONGEST]


def _check_board(adapter: Source, board: str) -> None:
    """A name that can stand in an address of this vendor's."""
    if len(board) > LONGEST:
        raise refused("board", f"At most {LONGEST} characters.", "max_length")
    try:
        adapter.first_request(board)
    except PostingRefused as fault:
        raise refused("board", f"No board of {adapter.name} is called so: {fault.reason}.") from None
    except CredentialsMissing:
        return
