"""Datelines: place, day and agency before the first sentence."""

import re
from typing import Final

from nkdocs.layout.block import Layout
from nkdocs.layout.context import EnrichContext, ParseContext
from nkdocs.records import Dateline, Span, When
from nkdocs.text.dates import read_when, resolve

__all__ = ["dateline"]

_MONTH: Final = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|"
    r"Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DASH: Final = r"\s*(?:--|—|–|-(?=\s)|=)"
_PLACE: Final = r"(?P<place>[A-Z][\w.'’-]{1,30}(?:[ /][A-Z][\w.'’-]{1,30}){0,3}(?:, [A-Z][\w.]{1,20})??)"
_FORMS: Final = tuple(
    re.compile(form)
    for form in (
        # Pyongyang, March 2 (KCNA) --      SEOUL, Nov. 6 (Yonhap) --      SEOUL (Yonhap) --
        _PLACE + rf"(?:, (?P<when>{_MONTH} \d{{1,2}}(?:,? \d{{4}})?))? ?\((?P<agency>[A-Z][\w ./-]{{1,40}})\){_DASH}",
        # (서울=연합뉴스)      [평양=조선중앙통신]
        r"[(\[](?P<place>[가-힣]{2,6})\s?=\s?(?P<agency>[가-힣A-Za-z]{2,12})[)\]]",
        # (평양 3월 2일발 조선중앙통신)
        r"\((?P<place>[가-힣]{2,4})\s?(?P<when>\d{1,2}월 ?\d{1,2}일) ?발 ?(?P<agency>[가-힣]{2,10})\)",
        # 【平壌3月2日発朝鮮中央通信】
        r"[【\[(](?P<place>[一-龯]{2,4})(?P<when>\d+月\d+日)(?:発|电|電)?[ 　]?(?P<agency>[一-龯]{2,10})[】\])]",
    )
)
_OPENERS: Final = frozenset("([【")
_HEAD: Final = 120


def dateline(layout: Layout, span: Span, ctx: ParseContext | EnrichContext | None = None) -> Dateline | None:
    """The dateline that opens the slice, or None; its span ends before the first sentence.

    A day without a year is resolved against the publication or capture time of ``ctx``, else left without bounds.

    >>> import nkdocs
    >>> layout = nkdocs.lay_out("Pyongyang, March 2 (KCNA) -- A meeting took place.")
    >>> found = dateline(layout, layout.blocks[0].span)
    >>> found.place, found.agency, found.when.edtf
    ('Pyongyang', 'KCNA', 'XXXX-03-02')
    """
    raw = layout.text[span.start : min(span.end, span.start + _HEAD)]
    if not raw or not (raw[0].isupper() or raw[0] in _OPENERS):
        return None
    for form in _FORMS:
        found = form.match(raw)
        if found:
            return Dateline(
                place=found["place"],
                agency=found["agency"],
                when=_when(found, span.start, ctx),
                raw=found[0],
                span=Span(span.start, span.start + found.end()),
            )
    return None


def _when(found: re.Match[str], start: int, ctx: ParseContext | EnrichContext | None) -> When | None:
    """The day of the dateline, resolved where there is something to resolve it against."""
    if "when" not in found.re.groupindex or found["when"] is None:
        return None
    when = read_when(found["when"], Span(start + found.start("when"), start + found.end("when")))
    if when is None or when.earliest is not None or ctx is None:
        return when
    hint = ctx.published_hint
    reference = hint.latest if hint is not None and hint.latest is not None else ctx.captured
    return resolve(when, reference) if reference is not None else when
