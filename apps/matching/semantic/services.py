"""Fitting, embedding, and when either is due. Work of the system role."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import asdict
from datetime import timedelta
from hashlib import sha256

import numpy as np
from django.conf import settings
from django.utils import timezone

from apps.core.caller import NO_WORKSPACE
from apps.core.db import atomic
from apps.events.services import publish
from apps.jobs.models import GlobalTask, Status
from apps.jobs.running import Running
from apps.jobs.services import enqueue_global
from apps.matching.jobs import EMBED_VACANCIES, FIT_MEANING
from apps.matching.models import SemanticFit, VacancyVector
from apps.matching.semantic import embedders, files, indexing, learnt, vectors
from apps.matching.semantic.calibration import VERSION, Calibration, calibrate
from apps.matching.semantic.cells import Floats
from apps.matching.semantic.embedding import Embedder
from apps.matching.semantic.lessons import lessons
from apps.matching.semantic.line import Line
from apps.matching.semantic.opening import root
from apps.matching.semantic.space import nearness

# Of fewer postings nothing is learnt; of more, no better (51 CPU s for 100,000).
FEWEST, MOST_LEARNT = 200, 40_000
GROWTH, OLDEST = 1.2, timedelta(days=7)
# Cursors name the version they began with, and may be used for a day.
KEPT = timedelta(days=1)
_ASKED_AT_ONCE = 256
State = SemanticFit.State


def ask_where_due() -> str | None:
    """Have a worker fit anew, or embed what came; answers what was asked for, None where nothing is due."""
    forget_old()
    busy = GlobalTask.objects.filter(kind=FIT_MEANING, status__in=[Status.QUEUED, Status.RUNNING])
    if busy.exists():
        return None
    fit = current_fit()
    if _is_fit_due(fit):
        return _ask(FIT_MEANING)
    if fit is None or not vectors.is_any_missing(fit):
        return None
    return ask_to_embed()


def ask_to_embed() -> str | None:
    """Have a worker embed what is new, where there is a fit; one that has not begun yet will see these, too."""
    if current_fit() is None:
        return None
    if GlobalTask.objects.filter(kind=EMBED_VACANCIES, status=Status.QUEUED).exists():
        return None
    return _ask(EMBED_VACANCIES)


def current_fit() -> SemanticFit | None:
    return SemanticFit.objects.filter(state=State.CURRENT).defer("model").first()


def fit_meaning(running: Running) -> None:
    """The background kind: a new version, in use once every open vacancy has its vectors."""
    fit = SemanticFit.objects.filter(task_id=running.task.pk).first() or _fit(running)
    embedder = embedders.opened(fit.kind, fit.version, bytes(fit.model), {"dimensions": fit.dimensions})
    _embed(running, fit, embedder)
    # Files first: killed between the two, the work is done again, and nothing is asked of a version that isn't there.
    _put_in_use(fit)
    with atomic():
        SemanticFit.objects.select_for_update().filter(state=State.CURRENT).exclude(pk=fit.pk).update(
            state=State.RETIRED, retired_at=timezone.now()
        )
        SemanticFit.objects.filter(pk=fit.pk).update(state=State.CURRENT)
        publish(
            "semantic_fit.completed",
            workspace_id=NO_WORKSPACE,
            subject_type="semantic_fit",
            subject_id=fit.pk,
            payload={"version": fit.version, "postings": fit.postings},
        )
        running.finish({"version": fit.version, "postings": fit.postings})


def embed_vacancies(running: Running) -> None:
    """The background kind: what is new or has changed gets its vectors, and this host's index is brought up to date."""
    fit, done = SemanticFit.objects.filter(state=State.CURRENT).first(), 0
    if fit is not None:
        embedder = embedders.opened(fit.kind, fit.version, bytes(fit.model), {"dimensions": fit.dimensions})
        done = _embed(running, fit, embedder)
        _put_in_use(fit)
    running.finish({"embedded": done})


def forget_old() -> None:
    """Drop the versions that no cursor can name any more, and the vectors of what is open no longer."""
    now = timezone.now()
    SemanticFit.objects.filter(state=State.RETIRED, retired_at__lt=now - KEPT).delete()
    abandoned = SemanticFit.objects.filter(state=State.EMBEDDING, created_at__lt=now - KEPT)
    abandoned.delete()
    VacancyVector.objects.filter(vacancy__status="closed").delete()
    VacancyVector.objects.filter(vacancy__merged_into__isnull=False).delete()
    files.keep_only(root(), set(SemanticFit.objects.values_list("version", flat=True)))


def follow() -> None:
    """Bring this host's files up to what the database holds: for hosts on which no worker does."""
    fit = SemanticFit.objects.filter(state=State.CURRENT).first()
    if fit is not None:
        _put_in_use(fit)


def _put_in_use(fit: SemanticFit) -> None:
    if indexing.bring_up_to_date(fit):
        files.IndexFiles(root(), fit.version).make_current()


def _embed(running: Running, fit: SemanticFit, embedder: Embedder) -> int:
    done = 0
    for embedded in vectors.embed_missing(fit, embedder):
        done += embedded
        running.progress(done, message="vacancies embedded")
    return done


def _ask(kind: str) -> str:
    enqueue_global(kind=kind, arguments={})
    return kind


def _is_fit_due(fit: SemanticFit | None) -> bool:
    count = vectors.openings().count()
    if count < FEWEST:
        return False
    if fit is None or fit.kind != embedders.configured_kind() or fit.figures.get("line") != VERSION:
        return True
    if fit.kind == SemanticFit.Kind.SERVICE and fit.figures.get("model") != settings.EMBEDDINGS_MODEL:
        return True
    is_old = fit.fitted_at < timezone.now() - OLDEST
    return fit.kind == SemanticFit.Kind.LEARNT and (count >= GROWTH * fit.figures["open"] or is_old)


def _fit(running: Running) -> SemanticFit:
    """Learn (or ask the service), find the cut-off, and keep both as a row that is not in use yet."""
    began = time.process_time()
    running.progress(0, message="reading")
    rows = vectors.openings().order_by("-pk").values_list("title", "description_text")
    postings = list(rows[:MOST_LEARNT].iterator(chunk_size=2000))
    running.progress(0, message=f"learning from {len(postings)} postings")
    embedder = _embedder(running, postings)
    sample = postings[: MOST_LEARNT if embedder.name == embedders.LEARNT else 1000]
    line, found = draw_line(embedder, [title for title, _ in sample])
    learnt_here = embedder.to_bytes() if isinstance(embedder, learnt.LearntEmbedder) else b""
    model = line.put_into(learnt_here)
    return SemanticFit.objects.create(
        kind=embedder.name,
        version=embedder.version,
        task_id=running.task.pk,
        dimensions=embedder.dimensions,
        vocabulary=len(embedder.words) if isinstance(embedder, learnt.LearntEmbedder) else 0,
        postings=len(postings),
        threshold=line.threshold,
        figures={
            **asdict(found),
            "line": VERSION,
            "open": vectors.openings().count(),
            "cpu_seconds": round(time.process_time() - began, 1),
            "bytes": len(model),
            "model": settings.EMBEDDINGS_MODEL if embedder.name == embedders.REMOTE else "",
        },
        model=model,
        fitted_at=timezone.now(),
    )


def _embedder(running: Running, postings: list[tuple[str, str]]) -> Embedder:
    mark = running.task.pk.hex[-12:]
    if embedders.configured_kind() == embedders.LEARNT:
        return learnt.fit(postings, lessons(), version=f"learnt-{mark}")
    named = sha256(f"{settings.EMBEDDINGS_BASE_URL} {settings.EMBEDDINGS_MODEL}".encode()).hexdigest()[:8]
    return embedders.remote(f"openai-{named}-{mark}")


def draw_line(embedder: Embedder, titles: Sequence[str]) -> tuple[Line, Calibration]:
    """Where questions about work part from others, for these titles in this space."""
    sides, _ = embedder.embed_postings([(title, "") for title in titles])
    return calibrate(lambda queries: _nearness(embedder, sides, queries), titles)


def _nearness(embedder: Embedder, titles: Floats, queries: Sequence[str]) -> list[float]:
    """Of each question; asked many at a time, for a service takes as long for one as for 64."""
    found: list[float] = []
    for start in range(0, len(queries), _ASKED_AT_ONCE):
        some = queries[start : start + _ASKED_AT_ONCE]
        vectors, _ = embedder.embed_postings([(query, "") for query in some])
        for query, cosines in zip(some, vectors @ titles.T, strict=True):
            best = np.partition(cosines, -10)[-10:] if len(cosines) > 10 else cosines
            found.append(nearness(embedder.coverage(query), best.tolist()))
    return found
