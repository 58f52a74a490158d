"""Chinese phrases: one table, phrase by phrase."""

import pytest

from nkdocs.text.dates import read_when

SAID = [
    ("2026年11月22日", "2026-11-22", "day"),
    ("2014年6月2号", "2014-06-02", "day"),
    ("2024年1月2日（周二）", "2024-01-02", "day"),
    ("2024年1月2日星期二", "2024-01-02", "day"),
    ("主体103(2014)年4月27日", "2014-04-27", "day"),
    ("5号", "XXXX-XX-05", "day"),
    ("6月初", "XXXX-06-01/XXXX-06-10", "range"),
    ("2014年6月底", "2014-06-21/2014-06-30", "range"),
    ("2014年春天", "2014-21", "season"),
    ("6月2日至5日", "XXXX-06-02/XXXX-06-05", "range"),
    ("2014年至2016年", "2014/2016", "range"),
    ("2014年6月2日下午3点30分", "2014-06-02T15:30", "minute"),
    ("去年12月", None, "month"),
    ("上个月", None, "month"),
    ("上个月5号", None, "day"),
    ("昨天", None, "day"),
    ("周一", None, "weekday"),
    ("上周一", None, "weekday"),
    ("本周", None, "range"),
    ("明年", None, "year"),
]

NOT_SAID = ["3个月", "第3条", "2月30日", "90名", "5年前", "6月2日至", "主体思想", "周年", "下午3点"]


@pytest.mark.parametrize(("phrase", "edtf", "precision"), SAID)
def test_a_phrase_says(phrase, edtf, precision):
    """A Chinese phrase gives its EDTF and its precision, and is kept as written."""
    when = read_when(phrase, None)
    assert when is not None
    assert (when.edtf, when.precision, when.raw) == (edtf, precision, phrase)


@pytest.mark.parametrize("phrase", NOT_SAID)
def test_no_date(phrase):
    """What is no whole date phrase, or names a day that does not exist, gives nothing."""
    assert read_when(phrase, None) is None
