"""Headlines, their kickers, and the marks an agency puts beside them."""

import re
from typing import Final

import attrs

from nkdocs.layout.block import Block
from nkdocs.records import Span, Text

__all__ = ["Headline", "headline"]

_MOST: Final = 200
_SENTENCE_ENDS: Final = (".", "。", "．", ":", ";", ",", "…", "...", "]]>")
_QUOTED_END: Final = re.compile(r"[.。][\"”’'」』)]$")
_KICKER: Final = re.compile(
    r"(?P<plain>Exclusive|EXCLUSIVE|Breaking|BREAKING|Interview|INTERVIEW|Opinion|Editorial|Analysis|ANALYSIS|Commentary|Column|Feature|"
    r"Video|Photos?|Update|UPDATE|Review|Explainer|Op-Ed)\s?[:|]\s+(?=\S)|[\[(【<](?P<boxed>단독|속보|종합|인터뷰|사설|칼럼|논평|독점|Exclusive|EXCLUSIVE|Interview|Analysis|Opinion|"
    r"独占|速報)[\])】>]\s*(?=\S)"
)
_LEAD_MARK: Final = r"\((?:\d(?:st|nd|rd|th) )?(?:LEAD|LD|Lead)[^)]{0,12}\)"
_MARKS_BEFORE: Final = re.compile(rf"(?:{_LEAD_MARK}|\(ATTN:[^)]{{0,80}}\)|#{{1,6}})\s*")
_MARKS_AFTER: Final = re.compile(
    rf"\s*(?:\[(?:Juche\s?\d{{1,3}}\.|\d{{4}}\.)\s?\d{{1,2}}\.\s?\d{{1,2}}\.?\]|{_LEAD_MARK})$"
)
# Navigation and page furniture that extractors leave where a title would stand.
_FURNITURE: Final = re.compile(
    r"(?:read more|read in|share|home|menu|search|skip to|go to|advertisement|related|recent|most popular|latest news"
    r"|posts? tagged|tag:|category:|archive for|loading|please wait|subscribe|sign in|log ?in|comments?|leave a"
    r"|previous|next|copyright|all rights|photo|image|by\s|written by|date:|source:|calendar|all headlines|figure \d)"
    r"(?:\b|(?<=[:\s]))",
    re.IGNORECASE,
)


@attrs.frozen(slots=True, kw_only=True)
class Headline:
    """A headline as printed, and the kicker that opens it."""

    text: Text
    kicker: Text | None
    span: Span


def headline(block: Block) -> Headline | None:
    """The block as a headline, or None: one line that is no sentence, no furniture and no single word.

    >>> import nkdocs
    >>> layout = nkdocs.lay_out("Exclusive: rice prices fall in Hyesan")
    >>> found = headline(layout.blocks[0])
    >>> found.text.text, found.kicker.text
    ('Exclusive: rice prices fall in Hyesan', 'Exclusive')
    """
    raw = block.text
    if block.depth or not 0 < len(raw) <= _MOST or len(raw.splitlines()) > 1:
        return None
    before = _MARKS_BEFORE.match(raw)
    first = before.end() if before else 0
    after = _MARKS_AFTER.search(raw)
    last = after.start() if after else len(raw)
    words = raw[first:last]
    if not words or words.endswith(_SENTENCE_ENDS) or _QUOTED_END.search(words) or _FURNITURE.match(words):
        return None
    if words.isascii() and len(words.split()) < 2:  # noqa: PLR2004 - one Latin word is a section name as often as a title
        return None
    start = block.span.start + first
    text = Text(text=words, span=Span(start, start + len(words)))
    return Headline(text=text, kicker=_kicker(words, start), span=block.span)


def _kicker(words: str, start: int) -> Text | None:
    found = _KICKER.match(words)
    if not found:
        return None
    group = "plain" if found["plain"] else "boxed"
    return Text(text=found[group], span=Span(start + found.start(group), start + found.end(group)))
