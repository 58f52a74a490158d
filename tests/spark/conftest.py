"""A Spark on two cores of this machine, where there is one."""

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

# ``nox -s spark`` sets this: there nothing may be skipped.
REQUIRED = "NKDOCS_SPARK" in os.environ
SETTINGS = {
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",  # small jobs: half the time
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.log.level": "OFF",  # tasks fail on purpose here
    "spark.sql.session.timeZone": "Asia/Seoul",
    "spark.sql.shuffle.partitions": "2",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}
TEXT = "Boats stay in port\n\nNo boat left Sinpo on Monday, a trader told the wire by telephone."


@pytest.fixture(scope="session")
def _pyspark() -> Any:
    """The class of sessions; without PySpark, or the Java that it needs, the test is skipped."""
    try:
        library = import_module("pyspark.sql")
    except ModuleNotFoundError:
        if REQUIRED:
            raise
        pytest.skip("PySpark is not installed: these tests run in `nox -s spark`")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    return library.SparkSession


@pytest.fixture
def spark(_pyspark: Any) -> Any:
    """A session on two cores, whose tasks may fail three times; one JVM serves all tests."""
    builder = _pyspark.builder.master("local[2,4]").appName("tests")
    for key, value in SETTINGS.items():
        builder = builder.config(key, value)
    try:
        return builder.getOrCreate()
    except RuntimeError as error:
        if REQUIRED or "JAVA_GATEWAY_EXITED" not in str(error):
            raise
        return pytest.skip("there is no Java 17 or newer: these tests run in `nox -s spark`")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A folder of a Parquet table with two row groups, in a folder whose name is a trap."""
    import pyarrow as pa
    from pyarrow import parquet

    folder = tmp_path / "pages [1] +%41 it's"
    folder.mkdir()
    rows: list[dict[str, str | None]] = [
        {"text": f"{TEXT} {number}", "url": f"https://wire.example/{number}"} for number in range(8)
    ]
    rows[2] |= {"text": None, "html": f"<h1>Boats stay</h1><p>{TEXT}</p>"}
    rows[3] |= {"text": None}
    rows[4] |= {"name": "four", "url": "", "captured": "2014-06-03"}
    rows[5] |= {"text": ""}
    columns = ["text", "html", "url", "name", "media_type", "captured"]
    schema = pa.schema([(name, pa.string()) for name in columns] + [("extra", pa.int64())])
    parquet.write_table(pa.Table.from_pylist(rows, schema), folder / "a.parquet", row_group_size=4)
    return folder


@pytest.fixture
def crawl(tmp_path: Path) -> Path:
    """A folder of two WARC files, the second cut inside its last record."""
    body = f"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n{TEXT}".encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2014-06-02T01:02:03Z\r\n"
        "WARC-Target-URI: http://wire.example/boats\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    ).encode()
    record = head + body + b"\r\n\r\n"
    folder = tmp_path / "crawl"
    folder.mkdir()
    (folder / "a.warc").write_bytes(record * 2)
    (folder / "b.warc").write_bytes(record + record[:-40])
    return folder
