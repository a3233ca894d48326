"""Rows by many ids at once."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import F, Q

from apps.core.db.lookups import IsAny


def among(pks: Iterable[UUID]) -> Q:
    """`id = ANY(array)`: for a thousand ids. Django's `pk__in` writes them one by one, each time a query is made of it, and
    makes no query at all of none. The array is written once, however many queries are made of it."""
    return Q(IsAny(F("pk"), "{" + ",".join([pk.hex for pk in pks]) + "}"))
