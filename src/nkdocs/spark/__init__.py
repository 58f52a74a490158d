"""The same on many machines: Spark hands out batches of documents, each worker parses its own.

``parse_dataframe`` parses the rows of a DataFrame, ``parse_files`` what stands in files (WARC, and whatever else
``nkdocs.read`` reads), a file a task. Both are lazy, keep no state and write no files, so that Spark may run a task
again on another machine. From a shell: ``python -m nkdocs.spark IN OUT --master URL``. Needs the extra ``spark``, and
Java 17 or newer.
"""

from nkdocs.spark.crawls import parse_files
from nkdocs.spark.frames import parse_dataframe
from nkdocs.spark.tables import read_documents

__all__ = ["parse_dataframe", "parse_files", "read_documents"]
