"""Row 8, the second half: what it takes to score and explain the fifty best: `python -m bench.explaining`.

Stored facts are read from JSON and scored, with all suggestions of what to add: for each invented resume of a known trade, the fifty
best of 600 recorded postings. CPU time of one thread, the median of three times each.
"""

from __future__ import annotations

import json
import statistics
import time
from itertools import islice

from apps.matching import stored_facts
from apps.matching.scoring import ResumeFacts, resume_facts, score
from bench.matching import OWN, TODAY, read_postings
from bench.recorded import SHARED_DATA
from bench.table import Row
from tests.matching.rendercv import load_resume

TOP, _POOL, _TIMES = 50, 600, 3


def explained() -> str:
    """The figure, in a sentence."""
    postings = [one.facts for one in islice(read_postings(SHARED_DATA), _POOL)]
    taken = []
    for path in sorted((SHARED_DATA / "resumes_invented" / "truth").glob("*.yaml")):
        if path.name[:6] in OWN:
            resume = resume_facts(load_resume(path), TODAY)
            best = sorted(postings, key=lambda facts: -score(resume, facts, suggest=False).score)[:TOP]
            stored = [json.dumps(stored_facts.to_json(facts)) for facts in best]
            taken.append(statistics.median(_milliseconds(resume, stored) for _ in range(_TIMES)))
    what = f"the best {TOP} of {len(postings)} scored and explained, {len(taken)} resumes"
    got = f"{statistics.median(taken):.1f} ms of CPU ({min(taken):.1f} to {max(taken):.1f})"
    return Row("8", what, got, "<= 30 ms").said()


def _milliseconds(resume: ResumeFacts, stored: list[str]) -> float:
    began = time.thread_time()
    for text in stored:
        score(resume, stored_facts.from_json(json.loads(text)))
    return (time.thread_time() - began) * 1000


if __name__ == "__main__":
    print(explained())
