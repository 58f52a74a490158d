"""What a page's article is, by the judgement of a general extractor. The only module that knows trafilatura."""

import logging
import warnings
from collections.abc import Callable
from functools import cache
from typing import Final

from nkdocs.records.note import Note

__all__ = ["MainText"]

# Measured: 20,000 tags take it a second at worst, and the time grows faster than their number beyond.
_MOST_TAGS: Final = 20_000
_LONGEST: Final = 5_000_000
_NO_EXTRACTOR: Final = Note(
    code="missing-extra",
    detail="the body was chosen by where prose stands; for a better choice: pip install 'nkdocs[generic]'",
)
_TOO_MUCH: Final = Note(
    code="size-limit",
    detail=f"the page has over {_MOST_TAGS} tags or {_LONGEST} characters; the body was chosen by where prose stands",
)
_GAVE_UP: Final = Note(
    code="size-limit", detail="the extractor of main texts failed; the body was chosen by where prose stands"
)
# It works on trees that are broken in ways its authors have not seen: whatever of these it raises is about the page.
_FAILURES: Final = (
    ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError, RuntimeError, SyntaxError, TypeError,
    ValueError,
)  # fmt: skip


class MainText:
    """The main text of a page, extracted when first asked for: few parsers do.

    Args:
        markup: of the page.
    """

    __slots__ = ("_found", "_markup")

    def __init__(self, markup: str) -> None:
        self._markup = markup
        self._found: tuple[tuple[str, ...], Note | None] | None = None

    def lines(self) -> tuple[str, ...]:
        """The lines of the main text; none where there is none, or ``doubt`` says why it was not looked for.

        >>> MainText("").lines()
        ()
        """
        return self._extracted()[0]

    def doubt(self) -> Note | None:
        """Why nothing was extracted, if that is not because of what the page says.

        >>> MainText("").doubt() is None
        True
        """
        return self._extracted()[1]

    def _extracted(self) -> tuple[tuple[str, ...], Note | None]:
        if self._found is None:
            self._found = _main_lines(self._markup)
        return self._found

    def __reduce__(self) -> tuple[type["MainText"], tuple[str]]:
        """Pickle as the markup."""
        return (MainText, (self._markup,))


def _main_lines(markup: str) -> tuple[tuple[str, ...], Note | None]:
    """The lines of the main text, and a note where none were looked for."""
    if not markup.strip():
        return (), None
    extract = _extractor()
    if extract is None:
        return (), _NO_EXTRACTOR
    if len(markup) > _LONGEST or markup.count("<") > _MOST_TAGS:
        return (), _TOO_MUCH
    try:
        found = extract(markup)
    except _FAILURES:
        return (), _GAVE_UP
    return tuple(found.split("\n")) if found else (), None


@cache
def _extractor() -> Callable[[str], str | None] | None:
    """The extractor, if it is installed."""
    try:
        with warnings.catch_warnings():  # what it imports changes the filters of whoever imports it
            from trafilatura import extract
    except ImportError:
        return None

    def extracted(markup: str) -> str | None:
        # Without its store of texts seen before, which would make a page depend on those before it.
        return extract(markup, include_comments=False, include_tables=True, deduplicate=False)

    # It logs each page that has no article; without any handler Python would print that.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    return extracted
