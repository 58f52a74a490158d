"""A list of headlines, one a line, with the id of the record."""

from typing import BinaryIO

from nkdocs import Article, ExportContext

__all__ = ["Headlines"]


class Headlines:
    """Writes the list."""

    def open(self, target: BinaryIO, ctx: ExportContext) -> "_Session":
        """A session that writes to ``target``."""
        return _Session(target)


class _Session:
    def __init__(self, target: BinaryIO) -> None:
        self._target: BinaryIO | None = target

    def write(self, article: Article) -> None:
        """One line; white space in a headline becomes a blank."""
        target, self._target = self._target, None
        if target is None:
            raise ValueError("nothing more can be written")
        cells = (article.id, article.outlet or "", str(article.headline or ""))
        line = "\t".join(" ".join(cell.split()) for cell in cells)
        target.write(f"{line}\n".encode())
        self._target = target

    def close(self) -> None:
        """Nothing is left to write."""
        self._target = None
