"""Whether a question is about work: signals, each with a weight, added up. Pure.

Drawn with each fit by `calibration`, kept with the fit's model.
"""

from __future__ import annotations

import io
import math
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import orjson

from apps.matching import occupations
from apps.matching.semantic.evidence import Evidence, Heard, parts_of, words_of

_NAME = "line.json"


class Signals(NamedTuple):
    """What speaks for a question's being about work.

    `nearness` of the nearest titles (`space.nearness`), the share of the words that name an occupation (0 to 1), what
    its words and the parts of them say, and the logarithm of how many words there are.
    """

    nearness: float
    occupation: float
    word_mean: float
    word_most: float
    word_known: float
    part_mean: float
    part_sum: float
    length: float


def signals(question: str, nearness: float, by_words: Heard, by_parts: Heard) -> Signals:
    return Signals(
        nearness=nearness,
        occupation=occupations.expand(question).covered / 1000,
        word_mean=by_words.mean,
        word_most=by_words.most,
        word_known=by_words.known,
        part_mean=by_parts.mean,
        part_sum=by_parts.sum,
        length=math.log1p(len(words_of(question))),
    )


@dataclass(frozen=True, slots=True)
class Line:
    """`weights` are of `Signals`, in their order; at `threshold` of aboutness and above it is a search for work."""

    weights: Sequence[float]
    bias: float
    threshold: float
    words: Evidence
    parts: Evidence

    def aboutness(self, question: str, nearness: float) -> float:
        """The logarithm of the odds that somebody who asks this looks for work."""
        said = self.signals(question, nearness)
        return self.bias + math.fsum(
            weight * signal for weight, signal in zip(self.weights, said, strict=True)
        )

    def signals(self, question: str, nearness: float) -> Signals:
        by_words, by_parts = self.words.of(words_of(question)), self.parts.of(parts_of(question))
        return signals(question, nearness, by_words, by_parts)

    def is_about_work(self, question: str, nearness: float) -> bool:
        return self.aboutness(question, nearness) >= self.threshold

    def put_into(self, model: bytes) -> bytes:
        """The archive of a model (b"" where there is none) with this line in it."""
        said = {
            "weights": list(self.weights),
            "bias": self.bias,
            "threshold": self.threshold,
            "words": self.words.odds,
            "parts": self.parts.odds,
        }
        out = io.BytesIO(model)
        entry = zipfile.ZipInfo(_NAME)  # of a fixed date: the same line gives the same bytes
        entry.compress_type = zipfile.ZIP_DEFLATED
        with zipfile.ZipFile(out, "a") as archive:
            archive.writestr(entry, orjson.dumps(said))
        return out.getvalue()


def line_of(model: bytes) -> Line | None:
    """The line in a model's archive; None in one that was made before lines were kept there."""
    if not model:
        return None
    with zipfile.ZipFile(io.BytesIO(model)) as archive:
        if _NAME not in archive.namelist():
            return None
        said = orjson.loads(archive.read(_NAME))
    return Line(
        weights=said["weights"],
        bias=said["bias"],
        threshold=said["threshold"],
        words=Evidence(said["words"]),
        parts=Evidence(said["parts"]),
    )
