"""Spellings that follow from others: who does "vendor management" will "manage vendors", too.

A name that ends in a deed gives the verb before its object in three forms, and the deed before "of". The data need
not write them down; where they do, with their own marks or for another skill, the data are right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from .records import Surface
from .tokens import key_of

# The deed as a noun, and the verb as "manage managing managed"; where the noun is the -ing form it is not repeated.
_DEEDS = {
    "administration": "administer administering administered",
    "analysis": "analyze analyzing analyzed analyse analysing analysed",
    "assessment": "assess assessing assessed",
    "automation": "automate automating automated",
    "building": "build building built",
    "calibration": "calibrate calibrating calibrated",
    "collection": "collect collecting collected",
    "coordination": "coordinate coordinating coordinated",
    "creation": "create creating created",
    "development": "develop developing developed",
    "documentation": "document documenting documented",
    "drafting": "draft drafting drafted",
    "editing": "edit editing edited",
    "evaluation": "evaluate evaluating evaluated",
    "execution": "execute executing executed",
    "facilitation": "facilitate facilitating facilitated",
    "fabrication": "fabricate fabricating fabricated",
    "forecasting": "forecast forecasting",
    "generation": "generate generating generated",
    "handling": "handle handling handled",
    "implementation": "implement implementing implemented",
    "improvement": "improve improving improved",
    "inspection": "inspect inspecting inspected",
    "installation": "install installing installed",
    "integration": "integrate integrating integrated",
    "interpretation": "interpret interpreting interpreted",
    "investigation": "investigate investigating investigated",
    "maintenance": "maintain maintaining maintained",
    "management": "manage managing managed",
    "migration": "migrate migrating migrated",
    "modeling": "model modeling modeled",
    "modelling": "model modelling modelled",
    "monitoring": "monitor monitored",
    "negotiation": "negotiate negotiating negotiated",
    "onboarding": "onboard onboarded",
    "operation": "operate operating operated",
    "optimization": "optimize optimizing optimized optimise optimising optimised",
    "organization": "organize organizing organized organise organising organised",
    "planning": "plan planning planned",
    "preparation": "prepare preparing prepared",
    "processing": "process processing processed",
    "prioritization": "prioritize prioritizing prioritized",
    "promotion": "promote promoting promoted",
    "reconciliation": "reconcile reconciling reconciled",
    "reduction": "reduce reducing reduced",
    "refinement": "refine refining refined",
    "repair": "repair repairing repaired",
    "resolution": "resolve resolving resolved",
    "retention": "retain retaining retained",
    "review": "review reviewing reviewed",
    "scheduling": "schedule scheduling scheduled",
    "segmentation": "segment segmenting segmented",
    "supervision": "supervise supervising supervised",
    "testing": "test testing tested",
    "training": "train training trained",
    "tracking": "track tracking tracked",
    "validation": "validate validating validated",
    "visualization": "visualize visualizing visualized",
    "writing": "write writing written",
}
_VERBS = {noun: forms.split() for noun, forms in _DEEDS.items()}
# Objects that have no plural. Others count in the plural only: to "manage contract talks" is not to manage contracts.
_MASS = {"change", "content", "equipment", "inventory", "software", "stress"}
# Objects too vague for a verb to name a skill by.
_VAGUE = {"account", "deployment", "requirement", "resource", "system"}
_ADJECTIVE = re.compile(r".*(?:al|ic|ive|ing|ary|ed|s)")


def derived(surfaces: Iterable[Surface]) -> list[Surface]:
    """What follows from the surfaces, each with the marks of its origin; none that the surfaces hold or that two skills would share."""
    written = {key_of(surface.text) for surface in surfaces}
    found: dict[str, Surface] = {}
    shared: set[str] = set()
    for surface in surfaces:
        for text in _verb_forms(surface):
            known = found.setdefault(text, surface._replace(text=text))
            if known.slug != surface.slug:
                shared.add(text)
    return [surface for text, surface in found.items() if text not in written and text not in shared]


def _verb_forms(surface: Surface) -> list[str]:
    words = key_of(surface.text).split(" ")
    verbs = _VERBS.get(words[-1])
    if surface.slug is None or surface.as_written or surface.name_only or verbs is None or len(words) == 1:
        return []
    if words[-2] not in _MASS:
        if words[-2] in _VAGUE or _ADJECTIVE.fullmatch(words[-2]):
            return []
        words[-2] = _plural(words[-2])
    objects = " ".join(words[:-1])
    return [f"{words[-1]} of {objects}", *(f"{verb} {objects}" for verb in verbs)]


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("ch", "sh", "x", "z")) else "s")
