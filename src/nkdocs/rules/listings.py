"""Pages that point to articles instead of being one."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from nkdocs.layout.block import Block
from nkdocs.records import Entry, Span
from nkdocs.rules.headlines import headline
from nkdocs.text.dates import read_when

__all__ = ["is_listing", "listing_entries"]

_CUT: Final = (
    "...",
    "…",
    "[…]",
    "[...]",
    "[&hellip;]",
    "[….]",
    "→",
    "Read more",
    "Read More",
    "[Read More]",
    "]]>",
    "»",
)
_MASTHEAD: Final = re.compile(
    r"(?:Tag|Category|Archives?|태그|タグ|标签)\s*[:：]\s*\S"
    r"|(?:Archive for|Posts tagged|Posts by|Search results|Articles by|More articles by|Home Tags?)\b",
    re.IGNORECASE,
)
_MASTHEAD_WITHIN: Final = 6
_MOST_DATE: Final = 40
_FEWEST_CUT: Final = 3
_FEWEST_CUT_UNDER_MASTHEAD: Final = 2
_CUT_SHARE: Final = 0.25


def is_listing(blocks: Sequence[Block]) -> bool:
    r"""Whether the page lists teasers that are cut off: a tag, category, search, author or front page.

    >>> import nkdocs
    >>> is_listing(nkdocs.lay_out("Tag: rice\\n\\nRice falls\\n\\nPrices ...\\n\\nRice rises\\n\\nIn May ...").blocks)
    True
    """
    cut = len([block for block in blocks if block.text.endswith(_CUT)])
    if cut < _FEWEST_CUT_UNDER_MASTHEAD:
        return False
    if cut >= _FEWEST_CUT and cut >= _CUT_SHARE * len(blocks):
        return True
    return any(_MASTHEAD.match(block.text) for block in blocks[:_MASTHEAD_WITHIN])


def listing_entries(blocks: Sequence[Block]) -> Iterator[Entry]:
    """What each teaser points to: the title before it, the date between them, the teaser itself."""
    title: Block | None = None
    dated: Block | None = None
    for block in blocks:
        if block.text.endswith(_CUT):
            first = title or dated or block
            found = headline(title) if title is not None else None
            yield Entry(
                headline=found.text.text if found else None,
                published=read_when(dated.text, dated.span) if dated is not None else None,
                teaser=block.text,
                span=Span(first.span.start, block.span.end),
            )
            title = dated = None
        elif len(block.text) <= _MOST_DATE and any(map(str.isdigit, block.text)) and read_when(block.text, block.span):
            dated = block
        elif _MASTHEAD.match(block.text) is None:
            title = block if headline(block) else None
            dated = None
