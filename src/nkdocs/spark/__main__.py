"""``python -m nkdocs.spark IN OUT --master URL``: Parquet or WARC in, Parquet out."""

import logging
import sys
from collections import Counter
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from typing import Any, Final

import click

from nkdocs.arrow import parse_batches
from nkdocs.errors import NkdocsError, UsageError
from nkdocs.pipeline.folders import replaced_folder
from nkdocs.registry import Registry
from nkdocs.spark.crawls import parse_files, paths_of
from nkdocs.spark.frames import parse_dataframe
from nkdocs.spark.session import session
from nkdocs.spark.tables import has_scheme, local_uri, read_documents

__all__ = ["main"]

_TABLE: Final = ".parquet"
_FAILED: Final = 2
_INTERRUPTED: Final = 130


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("source", metavar="IN")
@click.argument("output", metavar="OUT")
@click.option("--master", default="local[*,4]", metavar="URL", show_default=True, help="Where Spark runs.")
@click.option("--input-format", metavar="NAME", help="Read IN with this reader, whatever it looks like.")
@click.option("--parser", metavar="ID", help="Parse with this parser, whoever claims.")
@click.option("--keep-text", is_flag=True, help="Keep each document's text in its record.")
@click.option("--isolate", is_flag=True, help="Lose a document that hangs or ends its process alone.")
@click.option("--timeout", type=float, metavar="SECONDS", help="How long one document may take; isolates.")
@click.option("--conf", multiple=True, metavar="KEY=VALUE", help="A setting of Spark.")
def command(
    source: str, output: str, *, master: str, input_format: str | None, conf: tuple[str, ...], **options: Any
) -> int:
    """Parse IN on Spark; write OUT, a folder of Parquet files.

    IN is a file, a folder or a glob of Parquet, WARC or whatever else is read, on a disk that all workers have, or a
    URI of Parquet. The columns of OUT are those of a record, and ERROR: why a document gave none.
    """
    settings = dict(_setting(each) for each in conf)
    as_table = _is_table(source, input_format)
    parse_batches((), **options)  # finds wrong arguments before Spark starts
    with _destination(output) as (place, mode, again), session(master, settings) as spark:
        if as_table:
            records = parse_dataframe(_spread(spark, read_documents(spark, source)), **options)
        else:
            records = parse_files(spark, source, input_format=input_format, **options)
        records.write.mode(mode).option("compression", "zstd").parquet(place)
        counts = _counts(spark, again)
    _say(_summary(counts))
    return int(set(counts) != {None} and bool(counts))


def _setting(written: str) -> tuple[str, str]:
    key, sign, value = written.partition("=")
    if not sign or not key:
        raise UsageError(f"a setting is KEY=VALUE, not {written!r}")
    return key, value


def _is_table(source: str, input_format: str | None) -> bool:
    """Whether Spark reads it: Parquet, unless it is mixed with other files."""
    if input_format is not None:
        Registry.default().registered("readers", input_format)
        if has_scheme(source) and input_format != "parquet":
            raise UsageError(f"{source}: of URIs only Parquet is read; mount the place, and name its path")
        return input_format == "parquet"
    return has_scheme(source) or all(path.lower().endswith(_TABLE) for path in paths_of((source,), Registry.default()))


@contextmanager
def _destination(output: str) -> Generator[tuple[str, str, str], None, None]:
    """Where Spark writes, how, and as what it reads that: a path is written beside and swapped, a URI left to Spark."""
    if has_scheme(output):
        yield output, "errorifexists", output
    else:
        with replaced_folder(output) as folder:
            yield local_uri(str(folder), literal=False), "append", local_uri(str(folder))


def _spread(spark: Any, documents: Any) -> Any:
    """The documents on all cores: a table of few row groups would keep few of them busy."""
    cores = spark.sparkContext.defaultParallelism
    return documents.repartition(cores * 4) if documents.rdd.getNumPartitions() < cores else documents


def _counts(spark: Any, place: str) -> Counter[str | None]:
    """How many rows have which error; None: records."""
    return Counter(dict(spark.read.parquet(place).groupBy("error.code").count().collect()))


def _summary(counts: Counter[str | None]) -> str:
    failed = ", ".join(f"{code} {count}" for code, count in sorted(counts.items(), key=str) if code is not None)
    total = sum(counts.values())
    return f"{total} documents, {counts[None]} records{f'; without a record: {failed}' if failed else ''}"


def _say(message: str) -> None:
    """One line on standard error, with nothing in it that a terminal would obey."""
    shown = "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in message)
    print(f"nkdocs: {shown}", file=sys.stderr)  # noqa: T201 - this is its own command line


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0, 1 where some documents gave no record, 2 for failures."""
    logging.disable(logging.ERROR)  # an interrupt is told by the exit code, not by tracebacks of the way to the JVM
    try:
        return int(command.main(arguments, prog_name="python -m nkdocs.spark", standalone_mode=False) or 0)
    except NkdocsError as error:
        _say(str(error))
    except click.ClickException as error:
        _say(error.format_message())
    except (KeyboardInterrupt, click.Abort):
        return _INTERRUPTED
    finally:
        logging.disable(logging.NOTSET)
    return _FAILED


if __name__ == "__main__":
    sys.exit(main())
