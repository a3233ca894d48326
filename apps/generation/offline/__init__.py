"""The writer that needs no model. It only chooses, orders and trims, so its output is grounded by construction,
and is verified all the same."""

from __future__ import annotations

from apps.generation.offline.tailor import Tailored, tailor

__all__ = ["Tailored", "tailor"]
