"""Search over the catalogue and the workspace's own vacancies: `answer` a question, a page at a time."""

from apps.matching.search.answering import Answer, Hit, answer
from apps.matching.search.question import MODES, Mode

__all__ = ["MODES", "Answer", "Hit", "Mode", "answer"]
