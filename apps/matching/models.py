"""What was read out of the catalogue's vacancies, so that a request never has to."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from pgvector.django import HalfVectorField

from apps.core.models import CatalogueModel
from apps.vacancies.models import Vacancy


class VacancyProfile(CatalogueModel):
    """`scoring.VacancyFacts` of one vacancy. Reading a posting takes 6 ms, this row .02.

    It holds for the vacancy as of `vacancy_updated_at` and the code and words named by `reader`; a row that no longer
    does is passed over and made anew by `matching.read_vacancies`. `listed_at` is the vacancy's own, for the index.
    """

    vacancy = models.OneToOneField(Vacancy, on_delete=models.CASCADE, related_name="profile")
    vacancy_updated_at = models.DateTimeField()
    reader = models.CharField(max_length=32)
    occupation = models.CharField(max_length=80, blank=True, default="")
    listed_at = models.DateTimeField()
    facts = models.JSONField()

    class Meta:
        indexes = [
            models.Index(fields=["occupation", "-listed_at", "-vacancy"], name="profile_by_occupation")
        ]

    def __str__(self) -> str:
        return f"profile of {self.vacancy_id}"


class VocabularyWord(CatalogueModel):
    """A word of the catalogue's titles, companies, skills and occupations, in how many open vacancies it stands.

    `rests` are the word and what is left of it without each of its letters: what a misspelt one is found by. Rewritten
    by `search.vocabulary.refresh`; nothing else points at it.
    """

    word = models.CharField(max_length=30, unique=True)
    postings = models.PositiveIntegerField()
    rests = ArrayField(models.CharField(max_length=30))

    class Meta:
        indexes = [GinIndex(fields=["rests"], name="vocabulary_rests", fastupdate=False)]

    def __str__(self) -> str:
        return self.word


class SemanticFit(CatalogueModel):
    """One version of what texts mean: learnt from the stored postings, or made by a service.

    `model` is what was learnt, as `LearntEmbedder.to_bytes` (empty for a service). Vectors of two fits are never
    compared: a new one is `embedding` until every open vacancy has its vectors, then `current`; the one before it is
    `retired`, and goes a day later. `figures` are {seconds, bytes, and what `calibration` found}.
    """

    class Kind(models.TextChoices):
        LEARNT = "learnt"
        SERVICE = "openai"

    class State(models.TextChoices):
        EMBEDDING = "embedding"
        CURRENT = "current"
        RETIRED = "retired"

    kind = models.CharField(max_length=8, choices=Kind.choices)
    version = models.CharField(max_length=64, unique=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.EMBEDDING)
    task_id = models.UUIDField(help_text="The work that makes it.")
    dimensions = models.PositiveSmallIntegerField()
    vocabulary = models.PositiveIntegerField(default=0)
    postings = models.PositiveIntegerField(
        help_text="How many it was learnt from, or stood open when it began."
    )
    threshold = models.FloatField(help_text="Of aboutness: what a question about work reaches.")
    figures = models.JSONField(default=dict)
    model = models.BinaryField(default=bytes)
    fitted_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["state"], condition=models.Q(state="current"), name="one_current_fit"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["embedding", "current", "retired"]), name="semanticfit_state"
            ),
        ]

    def __str__(self) -> str:
        return self.version


class VacancyVector(CatalogueModel):
    """Title and body of a vacancy as vectors of one fit. They hold for the vacancy as of `vacancy_updated_at`."""

    fit = models.ForeignKey(SemanticFit, on_delete=models.CASCADE, related_name="vectors")
    vacancy = models.ForeignKey(Vacancy, on_delete=models.CASCADE, related_name="vectors")
    vacancy_updated_at = models.DateTimeField()
    title = HalfVectorField()
    body = HalfVectorField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["vacancy", "fit"], name="vector_once")]
        indexes = [models.Index(fields=["fit", "updated_at"], name="vector_newest")]

    def __str__(self) -> str:
        return f"vectors of {self.vacancy_id}"
