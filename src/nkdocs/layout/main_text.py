"""What a page's article is, by the judgement of a general extractor. The only module that knows trafilatura."""

from typing import Final

__all__ = ["MainText"]

# Beyond this the extractor takes minutes.
_LONGEST: Final = 3_000_000


class MainText:
    """The main text of a page, extracted when first asked for: few parsers do.

    Args:
        markup: of the page.
    """

    __slots__ = ("_lines", "_markup")

    def __init__(self, markup: str) -> None:
        self._markup = markup
        self._lines: tuple[str, ...] | None = None

    def lines(self) -> tuple[str, ...] | None:
        """The lines of the main text; empty where there is none, None if trafilatura is not installed.

        >>> MainText("").lines()
        ()
        """
        if self._lines is None:
            try:
                from trafilatura import extract
            except ModuleNotFoundError:
                return None
            found = None
            if self._markup.strip() and len(self._markup) <= _LONGEST:
                found = extract(self._markup, include_comments=False, include_tables=True, include_formatting=False)
            self._lines = tuple((found or "").split("\n"))
            if not found:
                self._lines = ()
        return self._lines

    def __reduce__(self) -> tuple[type["MainText"], tuple[str]]:
        """Pickle as the markup."""
        return (MainText, (self._markup,))
