"""The one module that knows PySpark: who needs a session asks for it here."""

import os
import signal
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from importlib import import_module
from threading import current_thread, main_thread
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
    spark, context, faults = _library()
    if master.startswith("local"):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # else workers run whatever "python3" is
        settings = {"spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1"} | dict(settings)
    wanted = {"spark.master": master, "spark.app.name": "nkdocs"} | _SETTINGS | dict(settings)
    try:
        with _launching():
            conf = context.SparkConf().setAll(wanted.items())
            context.SparkContext._ensure_initialized(conf=conf)  # noqa: SLF001 - nothing public launches the JVM alone
        started = spark.SparkSession.builder.config(map=wanted).getOrCreate()
        try:
            yield started
        finally:
            started.stop()
    except faults as error:
        raise _told(error) from error


@contextmanager
def _launching() -> Generator[None, None, None]:
    """Let an interrupt wait until the JVM runs: it goes with us then, but never if its start is broken off.

    A second interrupt kills, and the JVM goes with us, too: it is the clearing up on our side that it would trip over.
    """
    if current_thread() is not main_thread() or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    heard: list[int] = []

    def wait(number: int, _: object) -> None:
        heard.append(number)
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    signal.signal(signal.SIGINT, wait)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if heard:
        raise KeyboardInterrupt


def _library() -> tuple[Any, Any, tuple[type[Exception], ...]]:
    """Where sessions are, what they stand on, and what Spark and its way to the JVM raise. PySpark has no types."""
    names = ("pyspark.sql", "pyspark", "pyspark.errors", "py4j.protocol")
    try:
        spark, context, errors, bridge = map(import_module, names)
    except ModuleNotFoundError as error:
        raise MissingExtra("spark", "parsing on Spark") from error
    return spark, context, (errors.PySparkException, bridge.Py4JError)


def _told(error: Exception) -> NkdocsError:
    """What Spark says, in the one line of it that says why."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    if "JAVA_GATEWAY_EXITED" in str(error):
        return UsageError("Spark does not start: it needs Java 17 or newer, found by JAVA_HOME or on PATH")
    # Of what a worker raised the last line of its traceback tells; the frames of the JVM follow it.
    raised = [line for line in lines if line.startswith(("nkdocs.errors.", "ModuleNotFoundError"))]
    return UsageError(f"the Spark job failed: {(raised or lines or [type(error).__name__])[0]}")
