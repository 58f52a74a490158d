"""Japanese phrases: one table, phrase by phrase."""

import pytest

from nkdocs.text.dates import read, read_when

SAID = [
    ("2026年11月22日", "2026-11-22", "day"),
    ("２０２６年１１月２２日", "2026-11-22", "day"),
    ("2024年1月2日(火)", "2024-01-02", "day"),
    ("2024年1月2日（火曜日）", "2024-01-02", "day"),
    ("平成26年6月2日", "2014-06-02", "day"),
    ("令和元年5月1日", "2019-05-01", "day"),
    ("昭和64年1月7日", "1989-01-07", "day"),
    ("平成26年(2014年)6月2日", "2014-06-02", "day"),
    ("主体103(2014)年4月27日", "2014-04-27", "day"),
    ("6月2日", "XXXX-06-02", "day"),
    ("17日", "XXXX-XX-17", "day"),
    ("2014年6月", "2014-06", "month"),
    ("2014年", "2014", "year"),
    ("1990年代", "199X", "range"),
    ("2014年の春", "2014-21", "season"),
    ("6月上旬", "XXXX-06-01/XXXX-06-10", "range"),
    ("2014年6月中旬", "2014-06-11/2014-06-20", "range"),
    ("6月下旬", "XXXX-06-21/XXXX-06-30", "range"),
    ("18日から21日まで", "XXXX-XX-18/XXXX-XX-21", "range"),
    ("6月2日～5日", "XXXX-06-02/XXXX-06-05", "range"),
    ("2014年6月2日午後3時30分", "2014-06-02T15:30", "minute"),
    ("2014年6月2日 14:05 JST", "2014-06-02T14:05+09:00", "minute"),
    ("昨年12月", None, "month"),
    ("先月", None, "month"),
    ("先月下旬", None, "range"),
    ("今年", None, "year"),
    ("昨日", None, "day"),
    ("去る17日", None, "day"),
    ("月曜日", None, "weekday"),
    ("先週", None, "range"),
]  # fmt: skip

NOT_SAID = [
    "日", "3か月", "5年前", "第3条", "平成40年1月1日", "昭和65年1月1日",
    "2月30日", "13月1日", "90人", "人気記事", "17日間", "6月2日から",
    "参考記事", "リャンガンド",
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "edtf", "precision"), SAID)
def test_a_phrase_says(phrase, edtf, precision):
    """A Japanese phrase gives its EDTF and its precision, and is kept as written."""
    when = read_when(phrase, None)
    assert when is not None
    assert (when.edtf, when.precision, when.raw) == (edtf, precision, phrase)


@pytest.mark.parametrize("phrase", NOT_SAID)
def test_no_date(phrase):
    """What is no whole date phrase, or names a day that does not exist, gives nothing."""
    assert read_when(phrase, None) is None


@pytest.mark.parametrize(
    ("phrase", "conflicts"),
    [("平成26年(2015年)6月2日", ("era",)), ("2024年1月2日(水)", ("weekday",)), ("2024年1月2日(火)", ())],
)
def test_what_contradicts_itself_is_told(phrase, conflicts):
    """An era year or weekday that contradicts the common date is told."""
    reading = read(phrase, None)
    assert reading is not None
    assert reading.conflicts == conflicts
