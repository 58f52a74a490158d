"""The one module that knows PySpark: who needs a session asks for it here."""

import os
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any, Final

from nkdocs.errors import MissingExtra, NkdocsError, UsageError

__all__ = ["session"]

_SETTINGS: Final = {
    "spark.sql.execution.arrow.maxRecordsPerBatch": "500",  # pages are larger than the rows Spark has in mind
    "spark.ui.showConsoleProgress": str(sys.stderr is not None and sys.stderr.isatty()).lower(),
    "spark.log.level": "ERROR",
}


@contextmanager
def session(master: str, settings: Mapping[str, str]) -> Generator[Any, None, None]:
    """A Spark session of our own, stopped at the end; what fails in it is an error of one line.

    Raises:
        MissingExtra: if PySpark is not installed.
        UsageError: if Spark does not start, or the job fails.
    """
    builder, faults = _library()
    if master.startswith("local"):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # else workers run whatever "python3" is
        settings = {"spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1"} | dict(settings)
    builder = builder.master(master).appName("nkdocs")
    for key, value in (_SETTINGS | dict(settings)).items():
        builder = builder.config(key, value)
    try:
        spark = builder.getOrCreate()
        try:
            yield spark
        finally:
            spark.stop()
    except faults as error:
        raise _told(error) from error


def _library() -> tuple[Any, tuple[type[Exception], ...]]:
    """What makes sessions, and what Spark and its way to the JVM raise. PySpark comes without types."""
    try:
        spark, errors, bridge = map(import_module, ("pyspark.sql", "pyspark.errors", "py4j.protocol"))
    except ModuleNotFoundError as error:
        raise MissingExtra("spark", "parsing on Spark") from error
    return spark.SparkSession.builder, (errors.PySparkException, bridge.Py4JError)


def _told(error: Exception) -> NkdocsError:
    """What Spark says, in the one line of it that says why."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    if "JAVA_GATEWAY_EXITED" in str(error):
        return UsageError("Spark does not start: it needs Java 17 or newer, found by JAVA_HOME or on PATH")
    # Of what a worker raised the last line of its traceback tells; the frames of the JVM follow it.
    raised = [line for line in lines if line.startswith(("nkdocs.errors.", "ModuleNotFoundError"))]
    return UsageError(f"the Spark job failed: {(raised or lines or [type(error).__name__])[0]}")
