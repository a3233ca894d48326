"""The writer that is always there: chooses, orders and trims what the resume says."""

from __future__ import annotations

from apps.generation.writers.base import Assignment, Circuit, Written


class OfflineWriter:
    name = "offline"
    models: tuple[str, ...] = ("rules",)
    kinds: tuple[str, ...] = ("tailored-resume",)
    heeds: tuple[str, ...] = ("length", "emphasis")
    circuit: Circuit = "closed"

    def write(self, assignment: Assignment) -> Written:
        # Tailoring scores and verifies; to be listed as a writer takes neither.
        from apps.generation.offline import tailor

        tailored = tailor(
            assignment.source,
            assignment.vacancy,
            length=assignment.length,
            emphasis=assignment.emphasis,
            today=assignment.today,
        )
        return Written(
            content=tailored.content,
            provider=self.name,
            model=self.models[0],
            suggestions=tailored.suggestions,
        )
