"""The one query of the facets: every match is read once, and added up for all facets that are asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

import orjson
from django.db import connections
from django.db.models import FloatField, QuerySet, Value
from django.db.models.functions import Cast

from apps.core.db import current_alias
from apps.core.sampling import PARTS, Sample
from apps.matching.pay_bands import EDGES, SCALES
from apps.matching.tally import APART, KINDS, FewNames, PayGroup, Tally
from apps.vacancies.models import OwnVacancy, Vacancy

# Matches up to this are all counted; of more, a sample of about `SAMPLE`: of a value that one in twenty has, the number
# is then right to 8 in 100 (one standard deviation).
MOST, SAMPLE = 10_000, 3_000
# More than there are skills or countries.
ALL = 1_000_000
_COLUMNS: dict[str, tuple[str, ...]] = {
    **{kind: (kind,) for kind in KINDS},
    "skills": ("skills",),
    "country": ("countries",),
    "company": ("company_name", "company_id"),
    "city": ("location_text", "locations"),
    "pay": ("salary_currency", "salary_year_min", "salary_year_max"),
}
_MET = "SELECT count(*) AS read, sum(weight) AS number FROM matched"
_ALL = "SELECT 'all', read::text, NULL, NULL, NULL, number FROM met"
# Of matches that are too many nothing is counted: PostgreSQL then leaves each part of the query at once.
_FEW = "SELECT * FROM matched WHERE (SELECT read FROM met) <= %s"
# A few hundred combinations: cheaper than a pass for each kind. What is not asked for is one more constant.
_OF_KINDS = "SELECT 'kinds', {}, sum(weight) FROM few GROUP BY {}"
_OF_ARRAY = """
    (SELECT '{facet}', one::text, NULL, NULL, NULL, sum(weight)
    FROM (SELECT unnest({column}) AS one, weight FROM few) each GROUP BY one ORDER BY 6 DESC, 2 LIMIT %s)"""
# Thousands of names and texts go into one row, as lists side by side: as rows they would cost more to send than to count.
_OF_COMPANIES = """
    SELECT 'company', json_agg(name)::text, json_agg(lowered)::text, json_agg(id)::text, json_agg(number)::text, 0
    FROM (
        SELECT company_name AS name, lower(company_name) AS lowered, any_value(company_id) AS id, sum(weight) AS number
        FROM few WHERE company_name <> '' GROUP BY company_name
    ) companies"""
# Towns are read out of one row for each text; the text is what the filter looks into.
_OF_TOWNS = """
    SELECT 'city', json_agg(lowered)::text, json_agg(towns.said)::text, json_agg(lower(towns.said))::text,
           json_agg(number)::text, 0
    FROM (
        SELECT lower(location_text) AS lowered, any_value(locations) AS locations, sum(weight) AS number
        FROM few WHERE location_text <> '' GROUP BY location_text
    ) texts, LATERAL (
        SELECT string_agg(DISTINCT place->>'city', chr(31)) AS said
        FROM jsonb_array_elements(locations) place WHERE place->>'city' <> ''
    ) towns"""
# Amounts have two decimals: a hundredth less parts "at the edge" from "above it".
_OF_PAY = """
    SELECT 'pay', salary_currency, above::text, reached::text, NULL, sum(weight) FROM (
        SELECT salary_currency::text, weight, width_bucket(salary_year_min - .01, edges) AS above,
               width_bucket(salary_year_max, edges) AS reached
        FROM few JOIN (VALUES {scales}) scales (code, edges)
            ON code = CASE WHEN salary_currency = ANY(%s) THEN salary_currency ELSE '' END
        WHERE salary_currency <> '' AND coalesce(salary_year_min, salary_year_max) IS NOT NULL
    ) cut GROUP BY salary_currency, above, reached"""


class Read(NamedTuple):
    """A tally, and of how many rows it is: of more than `MOST` nothing is added up."""

    tally: Tally
    rows: int

    @property
    def is_cut(self) -> bool:
        return self.rows > MOST


def tallied(
    catalogue: QuerySet[Vacancy],
    own: QuerySet[OwnVacancy],
    names: Sequence[str],
    *,
    most: int = ALL,
    parts: int = PARTS,
) -> Read:
    """What the matches say that the facets `names` need: of at most `MOST` + 1 of each side.

    With fewer `parts` than there are, only these are read of the catalogue, and each row counts for as many. Of skills
    and countries only the `most` commonest are answered.
    """
    if parts < PARTS:
        catalogue = Sample(parts).of(catalogue)
    read = weighed(catalogue, names, PARTS / parts).union(weighed(own, names, 1.0), all=True)
    with connections[current_alias()].cursor() as cursor:
        cursor.execute(*adding(read, names, most))
        return added_up(cursor.fetchall())


def adding(read: QuerySet[Any, Any], names: Sequence[str], most: int = ALL) -> tuple[str, list[Any]]:
    """The statement that adds up these rows (of `weighed`), and what is bound in it."""
    matched, bound = read.query.sql_with_params()
    arms = list(_arms(names, most))
    listed = ", ".join([*_columns(names), "weight"])
    read_once = f"WITH matched ({listed}) AS MATERIALIZED ({matched}), met AS MATERIALIZED ({_MET}), "
    sql = f"{read_once} few AS NOT MATERIALIZED ({_FEW}) " + " UNION ALL ".join(arm for arm, _ in arms)
    return sql, [*bound, MOST, *(value for _, values in arms for value in values)]


def weighed(rows: QuerySet[Any], names: Sequence[str], weight: float) -> QuerySet[Any, Any]:
    """At most `MOST` + 1 of them, with what these facets need of each; it counts for `weight`."""
    plain = rows.select_related(None).defer(None).order_by()
    counting = plain.annotate(weight=Cast(Value(weight), FloatField()))
    listed: QuerySet[Any, Any] = counting.values_list(*_columns(names), "weight")
    return listed[: MOST + 1]


def _columns(names: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(column for name in names for column in _COLUMNS[name]))


def added_up(found: Sequence[Sequence[Any]]) -> Read:
    """What the statement answered."""
    tally, rows = Tally(), 0
    for facet, a, b, c, d, number in found:
        if facet == "all":
            tally.number, rows = number or 0.0, int(a)
        elif facet in _ADDED:
            _ADDED[facet](tally, (a, b, c, d), number)
    return Read(tally, rows)


def _companies(tally: Tally, said: Sequence[Any], _number: float) -> None:
    names: dict[str, tuple[str, float, str]] = {}
    texts: dict[str, float] = defaultdict(float)
    for name, lowered, pk, number in zip(*_lists(said), strict=True):
        name, lowered = name.strip(), lowered.strip()
        _, before, known = names.get(name, ("", 0.0, ""))
        names[name] = (lowered, before + number, known or pk or "")
        texts[lowered] += number
    tally.companies.append(FewNames(names, texts))


def _cities(tally: Tally, said: Sequence[Any], _number: float) -> None:
    names: dict[str, tuple[str, float, str]] = {}
    texts: dict[str, float] = defaultdict(float)
    for text, towns, lowered, number in zip(*_lists(said), strict=True):
        texts[text] += number
        for town, low in zip((towns or "").split(APART), (lowered or "").split(APART), strict=True):
            names[town.strip()] = (low.strip(), names.get(town.strip(), ("", 0.0, ""))[1] + number, "")
    tally.cities.append(FewNames(names, texts))


def _lists(said: Sequence[Any]) -> list[list[Any]]:
    return [orjson.loads(each) if each else [] for each in said]


def _kinds(tally: Tally, said: Sequence[Any], number: float) -> None:
    for kind, value in zip(KINDS, said, strict=True):
        if value is not None:
            tally.kinds.setdefault(kind, defaultdict(float))[value] += number


def _skills(tally: Tally, said: Sequence[Any], number: float) -> None:
    tally.skills[said[0]] += number


def _countries(tally: Tally, said: Sequence[Any], number: float) -> None:
    tally.countries[said[0]] += number


def _pay(tally: Tally, said: Sequence[Any], number: float) -> None:
    above, reached = (None if edge is None else int(edge) for edge in said[1:3])
    tally.pay[PayGroup(said[0], above, reached)] += number


_ADDED: dict[str, Callable[[Tally, Sequence[Any], float], None]] = {
    "kinds": _kinds, "skills": _skills, "country": _countries, "company": _companies, "city": _cities, "pay": _pay,
}  # fmt: skip


def _arms(names: Sequence[str], most: int) -> Iterator[tuple[str, list[Any]]]:
    yield _ALL, []
    kinds = [name for name in KINDS if name in names]
    if kinds:
        said = ", ".join(f"{kind}::text" if kind in kinds else "NULL" for kind in KINDS)
        yield _OF_KINDS.format(said, ", ".join(kinds)), []
    for name, column in (("skills", "skills"), ("country", "countries")):
        if name in names:
            yield _OF_ARRAY.format(facet=name, column=column), [most]
    if "company" in names:
        yield _OF_COMPANIES, []
    if "city" in names:
        yield _OF_TOWNS, []
    if "pay" in names:
        yield _OF_PAY.format(scales=_scales()), [list(SCALES)]


@cache
def _scales() -> str:
    """Currencies and their edges, as constants that are read once; those that are not named have the edges of ""."""
    scales = {"": 1, **SCALES}
    edges = {code: ",".join(str(edge * scale) for edge in EDGES) for code, scale in scales.items()}
    return ", ".join(f"('{code}', '{{{said}}}'::numeric[])" for code, said in edges.items())
