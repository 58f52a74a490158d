"""Date phrases in running text: which are found, and what is left alone."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nkdocs.layout.block import Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import DocumentInfo
from nkdocs.rules.dates import dates, find_dates, reference_day, when
from nkdocs.text.dates import KST, read_when
from nkdocs.text.span import Span

FOUND = [
    ("The cooks met from Oct. 18 to 21, about ninety of them.", ["Oct. 18 to 21"]),
    ("A source in Hyesan told us on Monday that the mill stands still.", ["on Monday"]),
    ("Lectures were held in late April, our sources say.", ["late April"]),
    ("The queue grew from late May to mid-June.", ["late May to mid-June"]),
    ("The ferry stopped between June and August 2013.", ["between June and August 2013"]),
    ("He left in 2012, and she followed in 2015.", ["2012", "2015"]),
    ("The clerk, who fled in May 2014, sells shoes in June.", ["May 2014", "June"]),
    ("The 2014 harvest was poor.", ["2014"]),
    ("It opened in the spring of 2014.", ["spring of 2014"]),
    ("Prices fell early to mid-June.", ["early to mid-June"]),
    ("They met last Friday and will meet next Tuesday.", ["last Friday", "next Tuesday"]),
    ("Last month's ration was smaller.", ["Last month"]),
    ("The road was closed on the 17th, he said.", ["the 17th"]),
    ("On Sunday, 2 June 2014, at noon, it rained.", ["Sunday, 2 June 2014"]),
    ("It rained on Sunday when Kim Chol went home.", ["on Sunday"]),
    ("On Oct. 18 Kim Chol went home.", ["Oct. 18"]),
    ("The sign said 10:53 May 13, 2010 and no more.", ["10:53 May 13, 2010"]),
    ("It ended on 2014-06-02. Then it began again.", ["2014-06-02"]),
    ("UPDATE 1 (2015-4-4): a correction.", ["2015-4-4"]),
    ("The year Juche 103 (2014) was warm.", ["Juche 103 (2014)"]),
    ("He called yesterday.", ["yesterday"]),
    ("Prices rose this year.", ["this year"]),
    ("By mid-2014 the bridge was open.", ["mid-2014"]),
    ("The famine of the mid-1990s emptied villages.", ["mid-1990s"]),
    ("Between 1998 and 2003 nothing changed.", ["Between 1998 and 2003"]),
    ("The plan of 2011-2013 failed.", ["2011-2013"]),
    ("The photograph was taken in October 2013.", ["October 2013"]),
    ("(Ledger, May 5, 2015)", ["May 5, 2015"]),
    ("He came on Saturday and Sunday.", ["on Saturday", "Sunday"]),
    ("From 2 June to 5 June 2014 it was shut.", ["2 June to 5 June 2014"]),
    ("Closed 18 to 21 October.", ["18 to 21 October"]),
    ("Nov. 2014 was cold, Dec 5-7 colder.", ["Nov. 2014", "Dec 5-7"]),
    ("Wednesday’s market was empty.", ["Wednesday"]),
    ("In 2000, the mill burnt.", ["2000"]),
    ("It was 25/12/2014.", ["25/12/2014"]),
    ("Sent Mon, 26 Jun 2017 09:02:26 +0900 by post", ["Mon, 26 Jun 2017 09:02:26 +0900"]),
    ("It rained\non Oct.\n18.", ["Oct.\n18"]),
    ("소식통은 17일 본지에 이렇게 말했다.", ["17일"]),
    ("지난 5일 혜산에서 모임이 열렸다.", ["지난 5일"]),
    ("모임은 10월 18일부터 21일까지 열렸다.", ["10월 18일부터 21일까지"]),
    ("주체103(2014)년 4월 27일에 있은 일이다.", ["주체103(2014)년 4월 27일"]),
    ("주체１０３（２０１４）년 ４월 ２７일에 있은 일이다.", ["주체１０３（２０１４）년 ４월 ２７일"]),
    ("지난달 말 쌀값이 올랐다.", ["지난달 말"]),
    ("작년 5월부터 올해 초까지 장사를 했다.", ["작년 5월부터 올해 초까지"]),
    ("2018년 6월 21일 (목요일) 비가 왔다.", ["2018년 6월 21일 (목요일)"]),
    ("지난 월요일에 어제처럼 비가 왔다.", ["지난 월요일", "어제"]),
    ("2026年11月22日に雨が降った。", ["2026年11月22日"]),
    ("17日、通信社が伝えた。", ["17日"]),
    ("昨年12月から先月下旬まで続いた。", ["昨年12月から先月下旬まで"]),
    ("平成26年6月2日の記事。", ["平成26年6月2日"]),
    ("会议于6月2日至5日举行。", ["6月2日至5日"]),
    ("他去年12月离开，上个月5号回来。", ["去年12月", "上个月5号"]),
]

NOTHING = [
    "About 90 cadres took part.",
    "Article 3 of Law No. 12 forbids it.",
    "You may call us, and she may too.",
    "May Kim said so, and April Lee agreed.",
    "Jan Ri and June Pak run the stall.",
    "It cost $2014 or 2,014 won.",
    "Version 2.0.14 of the program came out.",
    "Call 02-1234-2014 now.",
    "Call +850 2 381 2014 or 010-2014-1998.",
    "About 2000 people came.",
    "More than 1998 houses fell.",
    "They grew 2012 tons of rice.",
    "He paid 1990 won.",
    "Over the last month, nothing moved.",
    "He lives on the 17th floor.",
    "The 8th Congress met north of the 38th parallel.",
    "The Sunday Times wrote about it.",
    "The May 24 Measures were lifted.",
    "The October Revolution is taught at school.",
    "June 31 does not exist, nor does Feb. 30.",
    "The KN-08 missile was shown.",
    "See http://ledger.example/2014/05/12/mill for more.",
    "March on, said the sergeant of the Long March.",
    "He was sentenced to 15 years.",
    "She is 45 and earns 3.5 won.",
    "Black Friday came and went.",
    "The four-day session lasted 3 days and 10 hours.",
    "Seven years ago he left; it takes three weeks.",
    "Room 2014 is on page 1998.",
    "He ran 5.2014 miles at 12:30.",
    "ISO 2022 is a code.",
    "The marshal met the mayor in a mart near the decor shop.",
    "He said 10 to 12 men died, 18-21 were hurt.",
    "The ratio is 01/06 or 2/3.",
    "Today’s students sing every day.",
    "Next to the mill, this is his last house.",
    "E-mail kim2014@ledger.example or follow @may2014.",
    "Chapter 5, section 2, paragraph 11.",
    "A 1,990-metre peak, 2,744 m high.",
    "Units 1801 to 1899 guard it.",
    "Flight 1999 was late.",
    "3개월 동안 90명이 일했다.",
    "모임은 17일간 진행됐다.",
    "10일 만에 20분 동안 만났다.",
    "쌀 1kg에 5000원이다.",
    "제3조에 따라 15세부터 일한다.",
    "100일 전투와 70일전투가 있다.",
    "5년 만에 돌아왔다.",
    "주체사상을 배운다.",
    "그는 2층에서 3시간 잤다.",
    "17日間続いた。",
    "3か月、90人が働いた。",
    "第3条による。",
    "5年前に出た。",
    "他等了3个月。",
    "第2章第5节。",
    "",
    " \n ",
    "1",
    "2-3",
    "!!! 12:00 !!!",
]


def layout_of(text: str) -> Layout:
    """A layout that holds a text and nothing else."""
    return Layout(text=text, document=DocumentInfo(name=None, url=None, media_type="text/plain", sha256="0" * 64))


@pytest.mark.parametrize(("text", "phrases"), FOUND)
def test_phrases_are_found(text, phrases):
    """Each phrase is found once, whole, in order; a range is one."""
    assert [text[start:end] for start, end in find_dates(text, 0, len(text))] == phrases


@pytest.mark.parametrize(
    "text",
    [
        "다리는 2013년 2월 30일 닫혔다.",
        "다리는 2월30일 닫혔다.",
        "다리는 6월 28~31일 닫혔다.",
        "橋は2013年2月30日に閉じた。",
        "橋は6月28日から31日まで閉じた。",
    ],
)
def test_a_day_that_its_month_lacks_is_no_day_of_another(text):
    """What stands after a month or a range's sign and is not read with it is a part of a date, not a date."""
    assert find_dates(text, 0, len(text)) == []


def test_the_end_of_a_range_that_cannot_be_read_is_left_out():
    """Its beginning is a day of its own."""
    text = "桥在6月28日至31日关闭。"
    assert [text[start:end] for start, end in find_dates(text, 0, len(text))] == ["6月28日"]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_found(text):
    """Counts, durations, sections, prices, versions, numbers to call, names and words that only look like dates."""
    assert find_dates(text, 0, len(text)) == []


@pytest.mark.parametrize(("text", "phrases"), FOUND)
def test_what_is_found_reads_alone(text, phrases):
    """Each phrase that is found is also read when it stands alone, and says the same."""
    found = dates(layout_of(text), [Span(0, len(text))], ParseContext())
    assert [(one.edtf, one.precision) for one in found] == [
        (alone.edtf, alone.precision) for phrase in phrases if (alone := read_when(phrase, None)) is not None
    ]


def test_only_the_spans_asked_for_are_searched():
    """A phrase outside the spans, or cut by one, is left alone."""
    text = "In 2012 he left. In 2015 she left."
    layout = layout_of(text)
    assert [one.raw for one in dates(layout, [Span(17, 34)], ParseContext())] == ["2015"]
    assert [one.raw for one in dates(layout, [Span(17, 34), Span(0, 16)], ParseContext())] == ["2012", "2015"]
    assert dates(layout, [], ParseContext()) == ()


def test_relative_phrases_are_placed_by_the_day_of_publication():
    """The publication's day comes first, then the hint, then the capture; without any the phrase stays open."""
    text = "They met from Oct. 18 to 21; he told us on Monday."
    published, hint = read_when("November 3, 2014", None), read_when("November 3, 2013", None)
    ctx = ParseContext(published_hint=hint, captured=datetime(2012, 11, 5, tzinfo=UTC))
    spans = [Span(0, len(text))]

    def placed(ctx, published=None):
        return [(one.edtf, one.basis) for one in dates(layout_of(text), spans, ctx, published)]

    assert placed(ctx, published) == [("2014-10-18/2014-10-21", "resolved"), ("2014-10-27", "resolved")]
    assert placed(ctx)[0] == ("2013-10-18/2013-10-21", "resolved")
    assert placed(ParseContext(captured=date(2012, 11, 5)))[0] == ("2012-10-18/2012-10-21", "resolved")
    assert placed(ParseContext()) == [("XXXX-10-18/XXXX-10-21", "stated"), (None, "stated")]


def test_a_publication_known_to_the_month_places_nothing():
    """A month is no day of reference, and the capture may be years away from it."""
    ctx = ParseContext(captured=date(2020, 1, 1))
    assert reference_day(ctx, read_when("June 2014", None)) is None
    assert reference_day(ctx, None) == date(2020, 1, 1)


def test_a_whole_slice_is_read_as_one_date():
    """``when`` reads the slice, whole or not at all."""
    text = "Kim  |  2011-08-20 16:34"
    layout = layout_of(text)
    stamp = when(layout, Span(8, 24), ParseContext(), zone=KST)
    assert stamp is not None
    assert (stamp.edtf, stamp.raw, stamp.span) == ("2011-08-20T16:34+09:00", "2011-08-20 16:34", Span(8, 24))
    assert when(layout, Span(0, 24), ParseContext()) is None
    assert when(layout_of("01/06/2023"), Span(0, 10), ParseContext(), order="dmy") is not None


def test_a_whole_slice_is_placed_by_the_capture():
    """A day without a year is the latest on or before the day of reference."""
    found = when(layout_of("Apr, 10"), Span(0, 7), ParseContext(captured=date(2014, 4, 12)))
    assert found is not None
    assert (found.edtf, found.basis) == ("2014-04-10", "resolved")


ATOMS = [
    "1",
    "20",
    "2014-05-12 ",
    "May ",
    "on Monday ",
    "last ",
    "'",
    "“",
    "17일 ",
    "지난 ",
    "1月",
    "the 17th ",
    "\n",
    "1/",
]
ATOMS += ["January 1, ", "Oct. 18 to 21, ", "2014 ", "1 ", "early to ", "曜日", "１", "Juche ", "(", "between "]


@given(st.text() | st.lists(st.sampled_from([*ATOMS, "of", "2014년", "Kim", ", "]), max_size=15).map("".join))
def test_spans_lie_in_order_and_give_back_their_words(text):
    """Whatever the text, phrases do not overlap and each is exactly the words of its span."""
    found = dates(layout_of(text), [Span(0, len(text))], ParseContext(captured=date(2014, 11, 3)))
    end = 0
    for one in found:
        assert one.span is not None
        assert one.raw == text[one.span.start : one.span.end]
        assert one.raw.strip() == one.raw != ""
        assert end <= one.span.start
        end = one.span.end


@pytest.mark.parametrize("atom", ATOMS)
def test_a_long_line_of_one_thing_ends(atom):
    """A long line of figures, names or quotes gives phrases or none, and ends."""
    line = atom * 2_000
    for start, end in find_dates(line, 0, len(line)):
        assert 0 <= start < end <= len(line)
