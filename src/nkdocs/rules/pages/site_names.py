"""The name of a site where a page's title should be, or beside it."""

import re
from collections.abc import Collection
from typing import Final

from nkdocs.records import Text
from nkdocs.rules.pages.titles import meta_headline
from nkdocs.rules.sheet import Sheet

__all__ = ["take_site_name"]

# Between the title of a post and the site's name in the title of a page.
_JOINT: Final = re.compile(r"\s+[|»«–—-]\s+|\s*[»«]\s*|(?<=Insider): ")
_ARCHIVES: Final = frozenset({"blog archive", "archive"})


def take_site_name(sheet: Sheet, names: Collection[str]) -> None:
    """The site's name is no title, and none of one that only the page's description tells.

    Args:
        sheet: of the page, its headline as found.
        names: what the site calls itself, in lower case.

    >>> import nkdocs
    >>> page = "<title>Rice Falls | Border Ledger</title><p>It fell.</p>"
    >>> sheet = Sheet.of(nkdocs.lay_out(page, media_type="text/html"), nkdocs.ParseContext())
    >>> sheet.headline = Text(text="Rice Falls | Border Ledger", span=None)
    >>> take_site_name(sheet, {"border ledger"})
    >>> sheet.headline.text
    'Rice Falls'
    """
    if sheet.headline is not None and sheet.headline.text.casefold() in names:
        if sheet.headline.span is not None:
            sheet.label("boilerplate", sheet.headline.span, "masthead")
        described = meta_headline(sheet.layout.meta)
        sheet.headline = Text(text=described, span=None) if described else None
    if sheet.headline is not None and sheet.headline.span is None:
        words = sheet.headline.text
        parts = [part for part in _JOINT.split(words) if not _names_site(part, names)]
        words = " ".join(parts) if len(parts) <= 1 else words
        sheet.headline = Text(text=words, span=None) if words else None


def _names_site(part: str, names: Collection[str]) -> bool:
    """Whether a part of a page's title is the site's, whatever it says of itself behind its name."""
    plain = part.casefold()
    return plain in _ARCHIVES or any(plain == name or plain.startswith(f"{name}:") for name in names)
