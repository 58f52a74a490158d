"""Headlines, kickers and marks; dates, furniture and sentences that stand in their place."""

import pytest

from nkdocs.layout.block import Block
from nkdocs.records import Span
from nkdocs.rules.headlines import Headline, headline


def _read(raw: str, depth: int = 0) -> Headline | None:
    return headline(Block("paragraph", raw, Span(10, 10 + len(raw)), depth))


@pytest.mark.parametrize(
    ("raw", "text", "kicker"),
    [
        ("Rice prices fall in Hyesan", "Rice prices fall in Hyesan", None),
        ("Exclusive: rice falls, ‘nobody buys’!", "Exclusive: rice falls, ‘nobody buys’!", "Exclusive"),
        ("(LEAD) Rice prices fall", "Rice prices fall", None),
        ("(2nd LD) Rice prices fall", "Rice prices fall", None),
        ("(3rd LD) (ATTN: ADDS details) Rice prices fall", "Rice prices fall", None),
        ("Rice prices fall (LEAD)", "Rice prices fall", None),
        ("Song Festival Held [Juche113.1.2.]", "Song Festival Held", None),
        ("Song Festival Held [2024.02.11.]", "Song Festival Held", None),
        ("[단독] 혜산 쌀값 내렸다", "[단독] 혜산 쌀값 내렸다", "단독"),
        ("【独占】恵山でコメ急落", "【独占】恵山でコメ急落", "独占"),
        ("<Inside N.Korea> Rice prices fall", "<Inside N.Korea> Rice prices fall", "Inside N.Korea"),
        ("KCNA Commentary", "KCNA Commentary", None),
        ("Press Review", "Press Review", None),
        ("혜산 쌀값 급락", "혜산 쌀값 급락", None),
        ("장마당", "장마당", None),
        ("Home construction speeds up in Samjiyon", "Home construction speeds up in Samjiyon", None),
        ("Photo exhibition opens in Nampho", "Photo exhibition opens in Nampho", None),
        ("Recent floods wash away a bridge", "Recent floods wash away a bridge", None),
        ("Next year’s quotas read out early", "Next year’s quotas read out early", None),
        ("Search for missing fishermen ends", "Search for missing fishermen ends", None),
        ("By train to Rason: a diary", "By train to Rason: a diary", None),
        ("Who pays for the trams in 2014?", "Who pays for the trams in 2014?", None),
        ("May 18 quota raised", "May 18 quota raised", None),
        ("Gen. Kim’s horse and Mt. Paektu", "Gen. Kim’s horse and Mt. Paektu", None),
        ("Weekly Report on the North from May 1 (No. 1395)", "Weekly Report on the North from May 1 (No. 1395)", None),
        ("国境の町でコメ急落", "国境の町でコメ急落", None),
    ],
)
def test_a_headline_is_what_is_printed_without_agency_marks(raw: str, text: str, kicker: str | None) -> None:
    """``Exclusive:`` stays, and is the kicker too; ``(LEAD)`` and day marks are left out."""
    found = _read(raw)
    assert found is not None
    assert (found.text.text, found.kicker and found.kicker.text) == (text, kicker)
    for part in (found.text, found.kicker):
        assert part is None or raw[part.span.start - 10 : part.span.end - 10] == part.text


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "Rice was cheaper in Hyesan last week.",
        "「米は安い」と話す。",
        "He said: “Nobody buys.”",
        "Prices fall …",
        "Prices fall ...",
        "Prices",
        "PRICES",
        "Following are the items:",
        "Monday 2nd June, 2014",
        "2011-08-20 16:34",
        "July 7, 2020",
        "September 2015",
        "Saturday, July 23rd, 2011",
        "2018년 6월 21일 (목요일)",
        "주체107(2018)년 7월 9일 로동신문",
        "주체111(2022)년 11월 7일 《통일신보》",
        "June 20, Juche108(2019)",
        "23.4 C",
        "0:00 0:04:17 0:00",
        "1395 / 20",
        "____",
        "Tag: rice",
        "Posts tagged rice",
        "Archive for July, 2011",
        "Recent Articles",
        "More articles by 'Han Sol'",
        "Most Popular",
        "Go to Contents Go to Navigation",
        "All Headlines 10:53 May 13, 2010",
        "Leave a comment",
        "2 Comments",
        "3 Responses to “Rice”",
        "Copyright (C) BORDER LEDGER All Rights Reserved",
        "Read the full story here",
        "Read in Korean",
        "Share on WhatsApp",
        "Date: 01/06/2023 | Source: Border Ledger (En) | Read original version at source",
        "calendar>> March 30. 2014 Juche 103",
        "Written: 2013-05-19 19:43:55Updated: 2013-05-19 20:03:50",
        "Updated: August 1, 2019",
        "Written by",
        "By Han Sol",
        "by Han Sol at Border Ledger",
        "By | January 19, 2012",
        ", by , , and",
        "Han Sol  |  2011-08-20 16:34",
        "한솔 기자",
        "본사기자 |",
        "연결 가능 링크",
        "태그 장마당",
        "최근기사",
        "人気記事:恵山の市場",
        "もっとも読まれている記事:恵山の市場",
        "【Internal Affairs】",
        "[Hot Topics]",
        "<Inside N.Korea>",
        "《쌀은 곧 사회주의이다》",
        "(LEAD)",
        "[Juche113.1.2.]",
        "M T W T F S S",
        "Rice fell in Hyesan. It rose in Wonsan again",
        "Rice falls »",
        "line\nline",
        "x" * 201,
        "쌀값이 내렸다. 소식통은 놀랐다",
        "쌀값이 내렸다.(끝)",
    ],
)
def test_what_stands_in_place_of_a_headline_is_none(raw: str) -> None:
    """Dates, bylines, furniture, sentences, cut teasers and section labels are no headlines."""
    assert _read(raw) is None


def test_a_bullet_is_no_headline() -> None:
    """A line inside a list belongs to the list."""
    assert _read("Rice prices fall in Hyesan", depth=1) is None
