"""The fast way to read a list. Serializer and FilterSet stay what says which fields there are and what a filter means.

From them is made, once: a plan of columns (`plan`), and for each *shape* of question (which filters are given, not their
values) the SQL that Django would send (`compiled`), with a numbered place for every value. A request then binds its
values and gets rows that become JSON without a model instance or a serializer. A list says `compiled = True` on its
viewset. What cannot be compiled (a field without a column, a filter that looks at its value) is answered the ordinary
way, with the same JSON; `tests/contract/test_read_paths.py` holds one against the other.

What is no list but put together in memory is written by a function made of its serializer once (`objects`).
"""

from apps.core.reading.answers import answer_list
from apps.core.reading.columns import from_columns, from_page
from apps.core.reading.placeholders import NotCompilable

__all__ = ["NotCompilable", "answer_list", "from_columns", "from_page"]
