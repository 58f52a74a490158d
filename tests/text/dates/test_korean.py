"""Korean phrases: one table, phrase by phrase."""

import pytest

from nkdocs.text.dates import read, read_when

SAID = [
    ("2014년 6월 2일", "2014-06-02", "day"),
    ("2014년6월2일", "2014-06-02", "day"),
    ("２０１４년 ６월 ２일", "2014-06-02", "day"),
    ("2018년 6월 21일 (목요일)", "2018-06-21", "day"),
    ("2018년 6월 21일 목요일", "2018-06-21", "day"),
    ("2018년 6월 21일(목)", "2018-06-21", "day"),
    ("주체103(2014)년 4월 27일", "2014-04-27", "day"),
    ("주체１０３（２０１４）년 ４월 ２７일", "2014-04-27", "day"),
    ("주체103(2014)년 4월 27일 일요일", "2014-04-27", "day"),
    ("주체 107(2018)년 7월 9일", "2018-07-09", "day"),
    ("주체104년 3월 1일", "2015-03-01", "day"),
    ("2014(주체103)년 4월 27일", "2014-04-27", "day"),
    ("10월 18일", "XXXX-10-18", "day"),
    ("17일", "XXXX-XX-17", "day"),
    ("주체110(2021)년 8월", "2021-08", "month"),
    ("2014년 6월", "2014-06", "month"),
    ("11월", "XXXX-11", "month"),
    ("2014년", "2014", "year"),
    ("주체104년", "2015", "year"),
    ("1990년대", "199X", "range"),
    ("2014년 봄", "2014-21", "season"),
    ("2013년 가을", "2013-23", "season"),
    ("6월 초", "XXXX-06-01/XXXX-06-10", "range"),
    ("6월 상순", "XXXX-06-01/XXXX-06-10", "range"),
    ("2014년 6월 중순", "2014-06-11/2014-06-20", "range"),
    ("5월 하순", "XXXX-05-21/XXXX-05-31", "range"),
    ("2014년 2월 말", "2014-02-21/2014-02-28", "range"),
    ("10월 18일부터 21일까지", "XXXX-10-18/XXXX-10-21", "range"),
    ("6월 2~3일", "XXXX-06-02/XXXX-06-03", "range"),
    ("2014년 6월 2일 ~ 7월 3일", "2014-06-02/2014-07-03", "range"),
    ("5월 하순부터 6월 중순까지", "XXXX-05-21/XXXX-06-20", "range"),
    ("6~8월", "XXXX-06/XXXX-08", "range"),
    ("2014~2016년", "2014/2016", "range"),
    ("2014년 6월 2일 오후 3시 30분", "2014-06-02T15:30", "minute"),
    ("2014년 6월 2일 14:05", "2014-06-02T14:05", "minute"),
    ("2018.03.16 4:15 오후", "2018-03-16T16:15", "minute"),
    ("2012-01-01 오전 11:52:56", "2012-01-01T11:52:56", "minute"),
    ("2013-07-01 오후 1:05:09", "2013-07-01T13:05:09", "minute"),
    ("17일 오후 3시", None, "minute"),
    ("지난 5일", None, "day"),
    ("오는 10일", None, "day"),
    ("지난달 17일", None, "day"),
    ("작년 5월 3일", None, "day"),
    ("어제", None, "day"),
    ("지난달", None, "month"),
    ("작년 5월", None, "month"),
    ("지난 6월", None, "month"),
    ("지난해", None, "year"),
    ("올해 초", None, "year"),
    ("지난달 말", None, "range"),
    ("지난주", None, "range"),
    ("월요일", None, "weekday"),
    ("지난 월요일", None, "weekday"),
    ("다음 주 월요일", None, "weekday"),
    ("올봄", None, "season"),
    ("지난 겨울", None, "season"),
]  # fmt: skip

NOT_SAID = [
    "다", "주체사상", "주체 사상", "3개월", "90명", "15세", "제3조",
    "2월 30일", "2014년 2월 29일", "13월", "32일", "주체0년", "주체300년",
    "5년", "100일 전투", "6월 2일부터", "6월 2일 -", "17일 데일리NK",
    "오전 10시", "20분", "지난", "두 달 전", "1995년대", "2014년 32일",
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "edtf", "precision"), SAID)
def test_a_phrase_says(phrase, edtf, precision):
    """A Korean phrase gives its EDTF and its precision, and is kept as written."""
    when = read_when(phrase, None)
    assert when is not None
    assert (when.edtf, when.precision, when.raw) == (edtf, precision, phrase)


@pytest.mark.parametrize("phrase", NOT_SAID)
def test_no_date(phrase):
    """What is no whole date phrase, or names a day that does not exist, gives nothing."""
    assert read_when(phrase, None) is None


@pytest.mark.parametrize(
    ("phrase", "conflicts", "day"),
    [
        ("2018년 6월 21일 (수요일)", ("weekday",), "2018-06-21"),
        ("2018년 6월 21일 (목요일)", (), "2018-06-21"),
        ("주체103(2015)년 4월 27일", ("juche",), "2015-04-27"),
    ],
)
def test_what_contradicts_itself_is_told(phrase, conflicts, day):
    """The date of the common calendar is kept, and the doubt is told."""
    reading = read(phrase, None)
    assert reading is not None
    assert (reading.conflicts, str(reading.when.earliest)) == (conflicts, day)
