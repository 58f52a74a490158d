"""Where on a page a time is not the article's: in comments, beside the article, above it in the site's own head."""

import re
from functools import lru_cache
from typing import Final

from nkdocs.layout.block import Block
from nkdocs.rules.pages.comment_names import telling_names

__all__ = ["is_beside"]

# Neither "teaser" nor "widget": themes call heads of articles so, and Blogger the whole of its posts.
_BESIDE: Final = re.compile(
    r"(?:^|[-_])(?:side-?bar|related|recent|latest|popular|trending|most-?read|ticker|today|weather|clock"
    r"|top-?bar)(?:$|[-_])",
    re.IGNORECASE,
)
# What a line above a title is called that tells of the post, and never of the page.
_OF_POST: Final = re.compile(
    r"(?:^|[-_])(?:date-header|meta|meta-?data|entry-date|post-date|pub-?date|byline|published)(?:$|[-_])",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(r"/(?:aside|nav)\[")
_FOOTER: Final = re.compile(r"/footer\[")
_ARTICLE: Final = "article["
# How many elements may part a title from the one that it shares with the line of its day.
_APART: Final = 2


def is_beside(block: Block, title: Block | None) -> bool:
    """Whether what a block tells is not about the article whose title this is.

    >>> import nkdocs
    >>> page = "<div class=top><p>June 2, 2014</p></div><main><article><h1>Rice falls</h1></article></main>"
    >>> day, title = nkdocs.lay_out(page, media_type="text/html").blocks
    >>> is_beside(day, title)
    True
    """
    own = title.classes if title is not None else frozenset[str]()
    if any(telling_names(block.classes | block.ids)) or any(map(_is_called_beside, block.classes - own)):
        return True
    path = block.path or ""
    if _ASIDE.search(path):
        return True
    if title is None:
        return False
    shared = _shares(path, title.path or "")
    if _FOOTER.search(path) and not shared:
        return True
    return block.span.start < title.span.start and not shared and not any(map(_tells_of_post, block.classes))


def _shares(path: str, title: str) -> bool:
    """Whether a place is in the title's article, or where there is none, near the title."""
    parts = title.split("/")
    inside = next((number for number in range(len(parts) - 1, 0, -1) if parts[number].startswith(_ARTICLE)), 0)
    outer = "/".join(parts[: inside + 1] if inside else parts[: max(1, len(parts) - _APART)])
    return f"{path}/".startswith(f"{outer}/")


@lru_cache(4096)
def _is_called_beside(name: str) -> bool:
    return _BESIDE.search(name) is not None


@lru_cache(4096)
def _tells_of_post(name: str) -> bool:
    return _OF_POST.search(name) is not None
