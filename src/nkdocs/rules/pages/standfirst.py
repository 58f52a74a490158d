"""The standfirst of a page: the line under the headline that the markup calls so."""

import re
from collections.abc import Iterable
from typing import Final

from nkdocs.layout.block import Block
from nkdocs.records import Span, Text
from nkdocs.rules.paragraphs import block_text
from nkdocs.rules.sheet import Sheet

__all__ = ["first_sentence", "take_page_standfirst"]

# "lead" and "summary" may be the first paragraph of the body, "subhead" a heading inside it.
_CALLED: Final = re.compile(
    r"(?:^|[-_])(?:stand-?first|sub-?titles?|sub-?headline|dek|deck|chapeau|excerpt)(?:$|[-_])", re.IGNORECASE
)
_NEAREST: Final = 2
_MOST: Final = 400
_FEWEST: Final = 3
_PROSE_LEAST: Final = 40


def first_sentence(body: Iterable[Block]) -> Span | None:
    """Where the first of these blocks stands that is prose and not called a standfirst.

    >>> import nkdocs
    >>> page = "<p class=dek>Traders blame the rain</p><p>Rice was cheap in all of the markets along the river.</p>"
    >>> first_sentence(nkdocs.lay_out(page, media_type="text/html").blocks).start
    24
    """
    return next((one.span for one in body if len(one.text) >= _PROSE_LEAST and not _is_called(one)), None)


def take_page_standfirst(sheet: Sheet, title: Block | None, body: Span | None) -> None:
    """Take the first such line that stands between the headline and the body's first sentence.

    >>> import nkdocs
    >>> page = "<h1>Rice falls again</h1><p class=subtitle>Traders blame the rain</p><p>Rice was cheap.</p>"
    >>> nkdocs.parse(page, media_type="text/html").article.standfirst.text
    'Traders blame the rain'
    """
    if title is None or sheet.standfirst is not None:
        return
    texts = [block.text for block in sheet.blocks]
    for number, block in enumerate(sheet.blocks):
        if block.span.start < title.span.end:
            continue
        if body is not None and block.span.start > body.start:
            return
        if _is_called(block) and _reads(block, title) and not _opens_another(block.text, texts[number + 1 :]):
            sheet.standfirst = Text(text=block_text(block), span=block.span)
            del sheet.blocks[number]
            return


def _is_called(block: Block) -> bool:
    """Whether the element of a block, or the one around it, has such a class."""
    return any(_CALLED.search(name) for step in block.element.steps[-_NEAREST:] for name in step.classes)


def _reads(block: Block, title: Block) -> bool:
    text = block.text
    return (
        len(text) <= _MOST
        and not block.links
        and text != title.text
        and (len(text.split()) >= _FEWEST or not text.isascii())
    )


def _opens_another(text: str, others: Iterable[str]) -> bool:
    """Whether a later line begins with the same words: an excerpt of the text."""
    words = text.rstrip("….[] ")
    return any(other.startswith(words) for other in others)
