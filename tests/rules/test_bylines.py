"""Bylines of all kinds, author notes, and lines that resemble them."""

import pytest

from nkdocs.layout.opening import lay_out
from nkdocs.records import Byline, Span
from nkdocs.rules.bylines import (
    bio,
    byline,
    bylines,
    closing_byline,
    damaged_byline,
    dated_byline,
    dateline_bylines,
    person,
)


def _read(raw: str) -> Byline | None:
    return byline(lay_out(raw), Span(0, len(raw)))


def _note(raw: str, *authors: str) -> Byline | None:
    return bio(raw, Span(0, len(raw)), authors)


@pytest.mark.parametrize(
    ("raw", "name", "role", "affiliation", "address"),
    [
        ("By Han Sol", "Han Sol", None, None, None),
        ("BY HAN SOL", "HAN SOL", None, None, None),
        ("By Han Myong-song", "Han Myong-song", None, None, None),
        ("By Anna Katz Silberfeld", "Anna Katz Silberfeld", None, None, None),
        ("by Han Sol at Border Ledger", "Han Sol", None, "Border Ledger", None),
        ("By Han Sol at Ledger.", "Han Sol", None, "Ledger", None),
        ("By Han Sol, staff reporter", "Han Sol", "staff reporter", None, None),
        ("By Anna Katz, HRNK Research Intern", "Anna Katz", "Research Intern", "HRNK", None),
        ("By Anna Katz, Border Ledger", "Anna Katz", None, "Border Ledger", None),
        ("Written by Han Sol", "Han Sol", None, None, None),
        ("Edit by HAN Mi-rae, defector reporter, Rimjin-gang", "HAN Mi-rae", "defector reporter", "Rimjin-gang", None),
        ("Han Sol, staff reporter at Border Ledger", "Han Sol", "staff reporter", "Border Ledger", None),
        ("Han Sol, Staff Writer", "Han Sol", "Staff Writer", None, None),
        ("By Unification Media Group", None, None, "Unification Media Group", None),
        ("By Daily NK", None, None, "Daily NK", None),
        ("By Han Sol (hansol@ledger.example)", "Han Sol", None, None, "hansol@ledger.example"),
        ("By Han Sol [email protected]", "Han Sol", None, None, None),
        ("한솔 기자", "한솔", "기자", None, None),
        ("김미래 기자", "김미래", "기자", None, None),
        ("한솔 인턴기자", "한솔", "인턴기자", None, None),
        ("[코리아헤럴드=한솔 기자]", "한솔", "기자", "코리아헤럴드", None),
        ("(변경일보=한솔 특파원)", "한솔", "특파원", "변경일보", None),
        ("[도쿄=한솔 특파원]", "한솔", "특파원", None, None),
        ("한솔 기자 hansol@ledger.example", "한솔", "기자", None, "hansol@ledger.example"),
        ("본사기자 한솔", "한솔", "본사기자", None, None),
        ("서울에서 한솔 기자가 보도합니다", "한솔", "기자", None, None),
        ("한솔 기자가 전해 드립니다.", "한솔", "기자", None, None),
    ],
)
def test_a_byline_tells_who_wrote(
    raw: str, name: str | None, role: str | None, affiliation: str | None, address: str | None
) -> None:
    """The role is singular and as written; a group is an affiliation; a lost address is null."""
    found = _read(raw)
    assert found is not None
    assert (found.name, found.role, found.affiliation, found.contact) == (name, role, affiliation, address)
    assert (found.raw, found.span) == (raw, Span(0, len(raw)))
    assert bylines(lay_out(raw), Span(0, len(raw))) == (found,)


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "By",
        "By |",
        "By | January 19, 2012",
        ", by , , and",
        "본사기자 |",
        "Written by",
        "By Monday the river had frozen",
        "By Monday",
        "By Late October",
        "By train to Rason",
        "By Train From Dandong",
        "By The Staff",
        "by Newsdesk",
        "By Staff",
        "By News Desk",
        "By Agencies",
        "By Kim Jong Un",
        "By 2016",
        "By order of the ministry",
        "By Order Of The Ministry",
        "Han Sol, editor of the Border Ledger, said so.",
        "Han Sol, a farmer",
        "Workers Party, editor",
        "북한 기자",
        "외신 기자",
        "그는 기자",
        "기자",
        "본지 기자",
        "한솔 기자는 길에서 그를 만났다.",
        "한솔 소장:",
        "(영상편집: 한솔)",
        "He said: by Han Sol",
        "Han Sol",
        "Daily NK",
        "Home | About Us",
        "By Han Sol and the guard",
        "x" * 161,
    ],
)
def test_a_line_that_resembles_a_byline_is_none(raw: str) -> None:
    """Times, ways, damaged lines and names that are no names give no author."""
    assert _read(raw) is None
    assert bylines(lay_out(raw), Span(0, len(raw))) == ()


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("By Han Sol and Kim Mirae", ["Han Sol", "Kim Mirae"]),
        ("By Han Sol, Kim Mirae and Anna Katz", ["Han Sol", "Kim Mirae", "Anna Katz"]),
        ("By Han Sol, Kim Mirae, and Anna Katz.", ["Han Sol", "Kim Mirae", "Anna Katz"]),
        ("Han Sol | Won-Gi Han", ["Han Sol", "Won-Gi Han"]),
        ("By Han Sol | Kim Mirae", ["Han Sol", "Kim Mirae"]),
        ("Han Sol, Kim Mirae and Anna Katz", ["Han Sol", "Kim Mirae", "Anna Katz"]),
        (
            "A 38 North exclusive with analysis by Han Sol, Anna Katz and Kim Mirae",
            ["Han Sol", "Anna Katz", "Kim Mirae"],
        ),
        ("A 38 North exclusive with analysis by Anna Katz.", ["Anna Katz"]),
    ],
)
def test_a_line_may_name_several_authors(raw: str, names: list[str]) -> None:
    """Each has the span of its name, and none overlaps another."""
    found = bylines(lay_out(raw), Span(0, len(raw)))
    assert [author.name for author in found] == names
    assert [raw[author.span.start : author.span.end] for author in found] == names


@pytest.mark.parametrize(
    "raw",
    ["North Hamgyong, South Hamgyong and Yanggang Province", "Kim Jong Un | Han Sol", "Latest News | Top Stories",
     "rice, beans and salt",
     "Pyongyang, Wonsan and Hamhung", "Han Sol and Kim Mirae went to Hyesan", "By Monday and Tuesday Evening"],
)  # fmt: skip
def test_a_list_of_other_things_names_no_authors(raw: str) -> None:
    """Places, menus and rulers are no authors."""
    assert bylines(lay_out(raw), Span(0, len(raw))) == ()


def test_a_dateline_may_name_its_reporters() -> None:
    """Korean agencies put them before the sign of equality."""
    raw = "(서울=연합뉴스) 한솔 김미래 기자 ="
    found = dateline_bylines(lay_out(raw), Span(0, len(raw)))
    assert [(author.name, author.role, author.raw) for author in found] == [
        ("한솔", "기자", "한솔"),
        ("김미래", "기자", "김미래 기자"),
    ]
    assert dateline_bylines(lay_out("(서울=연합뉴스)"), Span(0, 9)) == ()


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("앵커: 쌀값이 내렸습니다. 한솔 기자가 전해 드립니다.", "한솔"),
        ("쌀값이 내렸습니다. 서울에서 김미래 기자가 보도합니다.", "김미래"),
        ("쌀값이 내렸습니다. 외신 기자가 전합니다.", None),
        ("그는 한솔 기자가 거짓을 보도했다고 말합니다.", None),
        ("쌀값이 내렸습니다.", None),
    ],
)
def test_an_anchor_hands_over_to_a_reporter(raw: str, name: str | None) -> None:
    """The last sentence of a broadcast's lead names who reports."""
    found = closing_byline(lay_out(raw), Span(0, len(raw)))
    assert (found and found.name) == name
    assert found is None or raw[found.span.start : found.span.end] == found.raw


@pytest.mark.parametrize(
    ("raw", "authors", "expected"),
    [
        ("Han Sol is one of Daily NK's freelance reporters. Questions about her articles can be directed to", (),
         ("Han Sol", "freelance reporter", "Daily NK")),
        ("Han Sol is one of Border Ledger’s staff reporters.", (), ("Han Sol", "staff reporter", "Border Ledger")),
        ("Han Sol is one of Hyesan's writers.", ("Han Sol",), ("Han Sol", "writer", "Hyesan")),
        ("Han Sol is a staff reporter at Border Ledger.", ("Han Sol",), ("Han Sol", "staff reporter", "Border Ledger")),
        ("Han Sol is a reporter at Border Ledger. Questions about his articles can be sent to desk@ledger.example", (),
         ("Han Sol", "reporter", "Border Ledger")),
    ],
)  # fmt: skip
def test_a_note_tells_who_the_author_is(raw: str, authors: tuple[str, ...], expected: tuple[str, str, str]) -> None:
    """The role is made singular."""
    found = _note(raw, *authors)
    assert found is not None
    assert (found.name, found.role, found.affiliation, found.bio) == (*expected, raw)


@pytest.mark.parametrize(
    ("raw", "authors"),
    [
        ("Han Sol is a researcher at Border Institute, and said so.", ()),
        ("Han Sol is one of North Korea's best-known writers.", ("Han Sol",)),
        ("Han Sol is one of Hyesan's writers.", ()),
        ("Han Sol is one of the richest traders of the town.", ("Han Sol",)),
        ("Kim Mirae is a reporter at Border Ledger.", ("Han Sol",)),
        ("Han Sol is a farmer at heart.", ("Han Sol",)),
        ("The river is one of Asia's longest.", ()),
        ("", ()),
    ],
)
def test_a_sentence_about_somebody_is_no_note(raw: str, authors: tuple[str, ...]) -> None:
    """A report may say of anyone what he does."""
    assert _note(raw, *authors) is None


@pytest.mark.parametrize("raw", [", by , , and", "By", "By |", "Written by", "본사기자 |", "본사기자"])
def test_what_is_left_of_a_byline_is_known(raw: str) -> None:
    """Its names were dropped on the way."""
    assert damaged_byline(raw)


@pytest.mark.parametrize("raw", ["by train", "By Han Sol", "and by night", "", "본사기자 한솔"])
def test_a_whole_line_is_not_damaged(raw: str) -> None:
    """Words stand behind the by."""
    assert not damaged_byline(raw)


def test_a_dated_byline_has_its_name_or_has_lost_it() -> None:
    """Both forms of the old pages are told apart from a line without date."""
    assert dated_byline("Han Sol  |  2011-08-20 16:34")["name"] == "Han Sol"
    assert dated_byline("By | January 19, 2012")["name"] == ""
    assert dated_byline("Home | About Us") is None


@pytest.mark.parametrize(
    ("name", "yes"),
    [("Han Sol", True), ("Won-Gi Han", True), ("Han", False), ("North Korea", False), ("Kim Jong-un", False)],
)
def test_a_person_has_a_name_of_two_words(name: str, yes: bool) -> None:
    """Newsrooms, countries and rulers sign nothing."""
    assert person(name) is yes
