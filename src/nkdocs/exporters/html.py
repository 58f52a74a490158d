"""The corpus report: one page of HTML that needs no network and runs no script.

The sections come before the list of articles and are known only at its end, so the rows of the list wait in a file
without a name.
"""

from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import BinaryIO

from nkdocs.errors import UsageError
from nkdocs.plugin.protocols import ExportContext
from nkdocs.plugin.sessions import options_of
from nkdocs.records.article import Article
from nkdocs.report.listed import row
from nkdocs.report.page import after_list, before_list
from nkdocs.report.tally import Tally

__all__ = ["HtmlExporter"]


class HtmlExporter:
    """Write the report; ``title`` is what stands above it."""

    def open(self, target: BinaryIO, ctx: ExportContext) -> "_Session":
        """Start: nothing reaches ``target`` before all articles are known."""
        title = options_of(ctx, title="Corpus report")["title"]
        if not isinstance(title, str):
            raise UsageError(f"title is a string, not {title!r}")
        return _Session(target, title)


class _Session:
    """One report in the making; a failure ends it, and then nothing reaches the target."""

    def __init__(self, target: BinaryIO, title: str) -> None:
        self._target, self._title = target, title
        self._tally = Tally()
        self._rows: BinaryIO | None = TemporaryFile(prefix="nkdocs-")  # noqa: SIM115 - open until the export ends

    def write(self, article: Article) -> None:
        """Count one article, and add its row.

        Raises:
            UsageError: after a failure, or once closed.
        """
        rows, self._rows = self._rows, None
        if rows is None:
            raise UsageError("nothing more can be written: this export is closed, or has failed")
        try:
            self._tally.add(article)
            rows.write(row(self._tally.articles, article).encode())
            self._rows = rows
        finally:
            if self._rows is None:
                rows.close()

    def close(self) -> None:
        """Write the report."""
        rows, self._rows = self._rows, None
        if rows is None:
            return
        with rows:
            rows.seek(0)
            self._target.write("".join(before_list(self._tally, self._title)).encode())
            copyfileobj(rows, self._target)
            self._target.write(after_list().encode())

    def __del__(self) -> None:
        """Let go of the file of an export that was given up."""
        if self._rows is not None:
            self._rows.close()
