"""What is wrong with the description of a board: each fault by its path. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import urlsplit

from apps.core.errors import FieldError, ValidationFailed
from apps.vacancies.sources.generic_spec import FIELDS, FORMATS, METHODS, PAGINGS, PATH, Spec, places, spec_of

LONGEST: Final = 2000
MOST_HEADERS: Final = 20
_HEADER: Final = re.compile(r"[A-Za-z0-9-]{1,60}")
# What carries a secret, and what the client of ours decides.
_HEADERS_REFUSED: Final = re.compile(
    r"authorization|proxy-.*|cookie|.*(?:api-?key|token|secret).*",
    re.I,
)
_OURS: Final = frozenset({"host", "content-length", "transfer-encoding", "connection", "accept-encoding"})
# What stands in the address, or in the body, for each way of paging.
_NEEDS: Final[dict[str, str]] = {"page": "{page}", "offset": "{offset}", "cursor": "{cursor}"}


def read_spec(given: object) -> Spec:
    """The board that the data describes. Raises ValidationFailed, naming each fault: `spec.fields.title`."""
    faults = list(_faults(given))
    if faults or not isinstance(given, Mapping):
        raise ValidationFailed(f"{faults[0].attr}: {faults[0].detail}", errors=faults)
    return spec_of(given)


def may_be_set(header: str) -> bool:
    """Whether a key can be sent in a header of this name."""
    return bool(_HEADER.fullmatch(header)) and header.lower() not in _OURS


def _part(given: Mapping[str, object], name: str) -> Mapping[str, object]:
    found = given.get(name)
    return found if isinstance(found, Mapping) else {}


def _fault(attr: str, detail: str, code: str = "invalid") -> FieldError:
    return FieldError(f"spec.{attr}" if attr else "spec", code, detail)


def _faults(given: object) -> Iterator[FieldError]:
    if not isinstance(given, Mapping):
        yield _fault("", "Say where the board is and which value is which field: an object.")
        return
    wrong = list(_wrong_types("", given, _TYPES))
    yield from wrong
    if wrong:
        return
    yield from _faults_of_request(given)
    yield from _faults_of_paging(given)
    yield from _faults_of_fields(given)


_TYPES: Final[dict[str, tuple[type, ...]]] = {
    "url": (str,), "method": (str,), "headers": (dict,), "body": (str,), "format": (str,), "items": (str,),
    "paging": (dict,), "fields": (dict,), "homepage": (str,), "lists_everything": (bool,), "needs_key": (bool,),
}  # fmt: skip
_PAGING_TYPES: Final[dict[str, tuple[type, ...]]] = {
    "kind": (str,),
    "start": (int,),
    "size": (int,),
    "cursor_path": (str,),
}
_WORDS: Final = {str: "a text", dict: "an object", bool: "true or false", int: "a whole number"}


def _wrong_types(
    prefix: str, given: Mapping[str, object], types: Mapping[str, tuple[type, ...]]
) -> Iterator[FieldError]:
    for name, value in given.items():
        expected = types.get(str(name))
        if expected is None:
            yield _fault(f"{prefix}{name}", "There is no such part.", "unknown")
        elif value is not None and (
            not isinstance(value, expected) or (isinstance(value, bool) and bool not in expected)
        ):
            yield _fault(f"{prefix}{name}", f"Must be {_WORDS[expected[0]]}.", "wrong_type")
        elif isinstance(value, str) and len(value) > LONGEST:
            yield _fault(f"{prefix}{name}", f"At most {LONGEST} characters.", "max_length")


def _faults_of_request(given: Mapping[str, object]) -> Iterator[FieldError]:
    yield from _faults_of_address(str(given.get("url") or ""), "url", is_required=True)
    yield from _faults_of_address(str(given.get("homepage") or ""), "homepage", is_required=False)
    if (method := given.get("method")) is not None and method not in METHODS:
        yield _fault("method", f"One of {', '.join(METHODS)}.", "invalid_choice")
    if given.get("body") and given.get("method") != "POST":
        yield _fault("body", "Only a POST has one.")
    form = given.get("format")
    if form is not None and form not in FORMATS:
        yield _fault("format", f"One of {', '.join(FORMATS)}.", "invalid_choice")
    items = str(given.get("items") or "")
    if items and not PATH.fullmatch(items):
        yield _fault("items", "A path as in `data.jobs`.")
    if form == "xml" and not items:
        yield _fault("items", "The name of the element that each posting is.", "required")
    if items.startswith("[") or re.search(r"\[\d", items):
        yield _fault("items", "A path without an index; leave it out where the answer itself is the list.")
    yield from _faults_of_headers(_part(given, "headers"))


def _faults_of_address(url: str, name: str, *, is_required: bool) -> Iterator[FieldError]:
    if not url:
        if is_required:
            yield _fault(name, "The address that is asked for.", "required")
        return
    try:
        parts = urlsplit(url)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and not parts.username
    except ValueError:
        usable = False
    if not usable or re.search(r"[\s\x00-\x1f\\]", url):
        yield _fault(name, "Must be an http or https address, without a user in it.")
    elif "{" in parts.netloc:
        yield _fault(
            name, "The host is fixed: what changes from page to page stands in the path or the query."
        )


def _faults_of_headers(headers: Mapping[str, object]) -> Iterator[FieldError]:
    if len(headers) > MOST_HEADERS:
        yield _fault("headers", f"At most {MOST_HEADERS}.", "max_length")
    for name, value in headers.items():
        if not _HEADER.fullmatch(str(name)):
            yield _fault(f"headers.{name}", "No header is called so.")
        elif _HEADERS_REFUSED.fullmatch(str(name)) or not may_be_set(str(name)):
            yield _fault(
                f"headers.{name}", "Not here: a key belongs to a connection, and `needs_key` is true."
            )
        elif not isinstance(value, str) or not value.isascii() or not value.isprintable() or len(value) > 500:
            yield _fault(f"headers.{name}", "Must be a text of at most 500 printable ASCII characters.")


def _faults_of_paging(given: Mapping[str, object]) -> Iterator[FieldError]:
    paging = _part(given, "paging")
    wrong = list(_wrong_types("paging.", paging, _PAGING_TYPES))
    yield from wrong
    if wrong:
        return
    kind, text = paging.get("kind") or "none", f"{given.get('url') or ''}{given.get('body') or ''}"
    if kind not in PAGINGS:
        yield _fault("paging.kind", f"One of {', '.join(PAGINGS)}.", "invalid_choice")
        return
    needed = _NEEDS.get(kind)
    if needed and given.get("url") and needed not in text:
        yield _fault("url", f"Paging by {kind} needs {needed} in the address or the body.")
    for name in places(str(given.get("url") or "")):
        if f"{{{name}}}" != needed:
            yield _fault("url", f"{{{name}}} stands for nothing in paging by {kind}.")
    for name, least, most in (("start", 0, 1_000_000), ("size", 1, 10_000)):
        value = paging.get(name)
        if isinstance(value, int) and not least <= value <= most:
            yield _fault(f"paging.{name}", f"From {least} to {most}.")
    if kind == "offset" and not paging.get("size"):
        yield _fault("paging.size", "How far the offset goes from page to page.", "required")
    yield from _faults_of_cursor(
        str(kind), str(paging.get("cursor_path") or ""), str(given.get("format") or "json")
    )


def _faults_of_cursor(kind: str, path: str, form: str) -> Iterator[FieldError]:
    if kind not in {"cursor", "link"}:
        return
    if form != "json":
        yield _fault("paging.kind", "Only a JSON answer says where its next page is.")
    elif not path or not PATH.fullmatch(path):
        yield _fault("paging.cursor_path", "The path at which an answer says it, as `meta.next`.", "required")


def _faults_of_fields(given: Mapping[str, object]) -> Iterator[FieldError]:
    fields = _part(given, "fields")
    for name, value in fields.items():
        if name not in FIELDS:
            yield _fault(f"fields.{name}", "There is no such field.", "unknown")
        elif value is not None and (not isinstance(value, str) or len(value) > 500):
            yield _fault(f"fields.{name}", "Must be a text of at most 500 characters.", "wrong_type")
        elif value and (wrong := _wrong_path(value)):
            yield _fault(f"fields.{name}", wrong)
    if given.get("format") == "rss":
        return
    for name in ("title", "url"):
        if not fields.get(name):
            yield _fault(f"fields.{name}", "Say where it stands.", "required")


def _wrong_path(value: str) -> str:
    """Why a field's value is no path and no text of its own; "" for a good one."""
    if not value.startswith("="):
        return (
            ""
            if PATH.fullmatch(value)
            else "A path as in `place.city` or `places[*].city`; a fixed text after `=`."
        )
    unknown = [path for path in places(value) if not PATH.fullmatch(path)]
    return f"{{{unknown[0]}}} is no path." if unknown else ""
