"""What the rows of a bench cost on disk, a million of them."""

from __future__ import annotations

from pathlib import Path

TABLES = ("vacancies_vacancy", "vacancies_rawposting", "matching_vacancyprofile", "matching_vacancyvector")
_SIZES = """
    SELECT 'rows', pg_relation_size(c.oid) FROM pg_class c WHERE c.oid = %(table)s::regclass
    UNION ALL SELECT 'long values (toast)', pg_total_relation_size(c.reltoastrelid) FROM pg_class c
        WHERE c.oid = %(table)s::regclass AND c.reltoastrelid <> 0
    UNION ALL SELECT indexrelid::regclass::text, pg_relation_size(indexrelid) FROM pg_index
        WHERE indrelid = %(table)s::regclass
    ORDER BY 2 DESC
"""


def report(count: int, var_dir: Path) -> None:
    """MB a million rows: each table, its toast, each index, and the files that a host keeps."""
    from django.db import connections

    whole = 0
    with connections["owner"].cursor() as cursor:
        for table in TABLES:
            cursor.execute(_SIZES, {"table": table})
            sizes = cursor.fetchall()
            whole += sum(size for _, size in sizes)
            print(f"{table}: {_a_million(sum(size for _, size in sizes), count)} MB a million rows")
            for name, size in sizes:
                print(f"    {name:44} {_a_million(size, count):>8}")
    for what, folder in (("index of meanings", "semantic"), ("snapshot", "snapshot")):
        files = sum(path.stat().st_size for path in (var_dir / folder).rglob("*") if path.is_file())
        whole += files
        print(f"{what}, files: {_a_million(files, count)} MB a million")
    print(f"together {_a_million(whole, count)} MB a million, {whole / 1e9:.1f} GB here")


def _a_million(size: int, count: int) -> str:
    return f"{size / count:.0f}"
