"""Parquet tables as Spark reads them, with the columns and the provenance that documents have on one machine."""

import re
from pathlib import Path
from typing import Any, Final

from nkdocs.errors import UsageError
from nkdocs.plugin.rows import CONTENT_COLUMNS, wrong_schema

__all__ = ["has_scheme", "local_uri", "read_documents"]

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:/")
_GLOB: Final = re.compile(r"[][{}*?\\]")
# The file a row stands in, decoded; a plus sign is one, though a url's would be a blank. One slash after "file:".
_FILE: Final = r"regexp_replace(url_decode(replace(_metadata.file_path, '+', '%2B')), '^file:/+', 'file:/')"
_ROW: Final = "CAST(_metadata.row_index + 1 AS STRING)"
_TEXTS: Final = ("string", "binary")


def read_documents(spark: Any, source: str) -> Any:
    """A DataFrame of the documents of Parquet files, for ``parse_dataframe``.

    Columns and their meaning are those of the reader ``parquet``: ``content`` (else ``text``, else ``html``) and maybe
    ``url name media_type captured``. A document without a name is called by its file and row; ``origin`` says both.

    Args:
        spark: a ``pyspark.sql.SparkSession``.
        source: a file, a folder or a glob on a disk that every worker has, or a URI that Spark reads.

    Raises:
        UsageError: if the table has no column of documents.
    """
    table = spark.read.parquet(source if has_scheme(source) else local_uri(source, literal=Path(source).exists()))
    kinds = dict(table.dtypes)
    if not set(kinds) & set(CONTENT_COLUMNS):
        raise UsageError(f"{source}: {wrong_schema(table.columns)}")
    wrong = [name for name in CONTENT_COLUMNS if kinds.get(name, "string") not in _TEXTS]
    if wrong:
        raise UsageError(f"{source}: column {wrong[0]} holds no strings or bytes but {kinds[wrong[0]]}")
    columns = {
        "content": _content(kinds),
        "url": _filled("url", kinds),
        "name": f"coalesce({_filled('name', kinds)}, concat({_shown(source)}, ':', {_ROW}))",
        "media_type": _media_type(kinds),
        "captured": "captured" if "captured" in kinds else "CAST(NULL AS STRING)",
        "origin": f"named_struct('source', {_shown(source)}, 'record', concat('row ', {_ROW}))",
    }
    return table.selectExpr(*(f"{expression} AS {name}" for name, expression in columns.items()))


def has_scheme(place: str) -> bool:
    """Whether a place is a URI, such as ``s3a://bucket/pages``, rather than a path.

    >>> has_scheme("hdfs:///pages"), has_scheme("pages/a:b.parquet")
    (True, False)
    """
    return _SCHEME.match(place) is not None


def local_uri(path: str, *, literal: bool = True) -> str:
    r"""A path as Spark takes it for one on a disk, whatever its default file system is.

    >>> local_uri("/pages/a [1].parquet")
    'file:///pages/a \\[1\\].parquet'

    Args:
        path: made absolute from here.
        literal: whether signs of patterns in it are none.
    """
    absolute = str(Path(path).absolute())
    return f"file://{_GLOB.sub(_escaped, absolute) if literal else absolute}"


def _escaped(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}"


def _content(kinds: dict[str, str]) -> str:
    """The first of the columns that a row has; bytes where some of them are bytes."""
    found = [name for name in CONTENT_COLUMNS if name in kinds]
    if len({kinds[name] for name in found}) > 1:
        return f"coalesce({', '.join(f'CAST({name} AS BINARY)' for name in found)})"
    return f"coalesce({', '.join(found)})"


def _media_type(kinds: dict[str, str]) -> str:
    """What the row says, else that of the column ``html`` where the content is from there."""
    told = _filled("media_type", kinds)
    if "html" not in kinds:
        return told
    before = [name for name in CONTENT_COLUMNS if name in kinds and name != "html"]
    alone = " AND ".join([*(f"{name} IS NULL" for name in before), "html IS NOT NULL"])
    return f"coalesce({told}, CASE WHEN {alone} THEN 'text/html' END)"


def _filled(name: str, kinds: dict[str, str]) -> str:
    """A column of text, empty ones being null; another kind as it is, for its rows to be told."""
    if name not in kinds:
        return "CAST(NULL AS STRING)"
    return f"nullif({name}, '')" if kinds[name] == "string" else name


def _shown(source: str) -> str:
    """The file of a row, as ``read`` names it: by the path as it was given."""
    if has_scheme(source):
        return _FILE
    base = re.sub("^file:/+", "file:/", local_uri(source, literal=False))
    own = f"concat({_quoted(source)}, substring({_FILE}, {len(base) + 1}))"
    return f"CASE WHEN startswith({_FILE}, {_quoted(base)}) THEN {own} ELSE {_FILE} END"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
