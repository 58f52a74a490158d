"""Datelines of the agencies, and openings that only look like them."""

from datetime import date

import pytest

from nkdocs.layout.context import ParseContext
from nkdocs.layout.opening import lay_out
from nkdocs.records import Dateline, Span
from nkdocs.rules.datelines import dateline


def _read(text: str, ctx: ParseContext | None = None) -> Dateline | None:
    return dateline(lay_out(text), Span(0, len(text)), ctx)


@pytest.mark.parametrize(
    ("raw", "place", "agency", "edtf"),
    [
        ("Pyongyang, March 2 (KCNA) --", "Pyongyang", "KCNA", "XXXX-03-02"),
        ("Pyongyang, March 2, 2014 (KCNA) --", "Pyongyang", "KCNA", "2014-03-02"),
        ("Pyongyang, November 3 (KCNA) –", "Pyongyang", "KCNA", "XXXX-11-03"),
        ("Pyongyang, November 3 (KCNA) —", "Pyongyang", "KCNA", "XXXX-11-03"),
        ("SEOUL (Yonhap) --", "SEOUL", "Yonhap", None),
        ("SEOUL, Nov. 6 (Yonhap) --", "SEOUL", "Yonhap", "XXXX-11-06"),
        ("SEOUL/WASHINGTON, Nov. 6 (Yonhap) --", "SEOUL/WASHINGTON", "Yonhap", "XXXX-11-06"),
        ("TOKYO, Sept. 1 (Kyodo) --", "TOKYO", "Kyodo", "XXXX-09-01"),
        ("PYONGYANG, Oct. 10 (KCNA-Yonhap) --", "PYONGYANG", "KCNA-Yonhap", "XXXX-10-10"),
        ("SEOUL, South Korea (AP) —", "SEOUL, South Korea", "AP", None),
        ("HYESAN, May 3 (Border Ledger) --", "HYESAN", "Border Ledger", "XXXX-05-03"),
        ("(서울=연합뉴스)", "서울", "연합뉴스", None),
        ("(서울=연합뉴스) 한솔 기자 =", "서울", "연합뉴스", None),
        ("(서울·도쿄=연합뉴스) 한솔 김미래 특파원 =", "서울·도쿄", "연합뉴스", None),
        ("【서울=뉴시스】한솔 기자 =", "서울", "뉴시스", None),
        ("[평양=조선중앙통신]", "평양", "조선중앙통신", None),
        ("(평양 3월 2일발 조선중앙통신)", "평양", "조선중앙통신", "XXXX-03-02"),
        ("【平壌3月2日発朝鮮中央通信】", "平壌", "朝鮮中央通信", "XXXX-03-02"),
        ("【ソウル聯合ニュース】", "ソウル", "聯合ニュース", None),
        ("（平壌＝共同）", "平壌", "共同", None),
        ("朝中社平壤3月2日电", "平壤", "朝中社", "XXXX-03-02"),
        ("新华社平壤3月2日电（记者韩松）", "平壤", "新华社", "XXXX-03-02"),
    ],
)
@pytest.mark.parametrize("body", [" A choir sang in a tram depot.", " 합창단이 노래했다."])
def test_a_dateline_gives_place_agency_and_day(raw: str, place: str, agency: str, edtf: str | None, body: str) -> None:
    """Its span ends before the first sentence."""
    found = _read(raw + body)
    assert found is not None
    assert (found.place, found.agency, found.when and found.when.edtf) == (place, agency, edtf)
    assert (found.raw, found.span) == (raw, Span(0, len(raw)))


@pytest.mark.parametrize("dash", ["--", "—", "–", "-", "--A", "—A"])
def test_no_blanks_are_needed_around_the_dash(dash: str) -> None:
    """Copies lose the blank before or behind it."""
    found = _read(f"Pyongyang, March 2 (KCNA){dash} choir sang.")
    assert found is not None
    assert found.agency == "KCNA"


def test_a_dateline_may_lose_its_dash() -> None:
    """Where day and agency are there and a sentence starts, nothing else can be meant."""
    found = _read("TOKYO, Sept. 1 (Kyodo) A choir sang.")
    assert found is not None
    assert (found.place, found.raw) == ("TOKYO", "TOKYO, Sept. 1 (Kyodo)")


def test_a_day_without_year_is_resolved_against_the_capture() -> None:
    """The latest such day on or before it."""
    found = _read("Pyongyang, March 2 (KCNA) -- A choir sang.", ParseContext(captured=date(2015, 1, 9)))
    assert found.when.earliest == date(2014, 3, 2)
    assert found.when.basis == "resolved"


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "A choir sang in a tram depot.",
        "Rason (Rajin-Sonbong) - the zone in the northeast - has a port.",
        "Sinuiju (Dandong lies opposite) -- the busiest town of the border -- was quiet.",
        "WPK (Workers Party of Korea) -- the ruling party -- met.",
        "Hyesan (pop. 190,000) — a border town — is cold.",
        "Pyongyang, March 2 (Monday) -- the day of the meeting -- was cold.",
        "Pyongyang (KCNA) reported that the choir sang.",
        "Pyongyang, March 2 (KCNA) reported that the choir sang.",
        "In Seoul, the agency (Yonhap) -- which had the story first -- was proud.",
        "Seoul said on Nov. 6 (Yonhap) -- and again on Nov. 7 -- that it was ready.",
        "[코리아헤럴드=한솔 기자] 쌀값이 내렸다.",
        "[코리아헤럴드=한솔] 쌀값이 내렸다.",
        "(쌀=옥수수) 값이 내렸다.",
        "(서울) 쌀값이 내렸다.",
        "【Internal Affairs】 A choir sang.",
        "【恵山の市場】コメが急落した。",
        "(参考記事:恵山の市場)",
        "朝中社在评论中说,合唱团唱了歌。",
        "新しい歌が平壌で3月2日に発表された。",
        "(A choir sang in a tram depot.)",
        "(" * 500,
        "A" + " " * 500,
    ],
)
def test_an_opening_that_resembles_a_dateline_is_none(raw: str) -> None:
    """A bracket after a place, or a dash after a bracket, is not enough."""
    assert _read(raw) is None
