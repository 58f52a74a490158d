"""No date depends on the clock, the zone or the locale of the machine that reads it."""

import locale
import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import freezegun
import pytest
from hypothesis import given
from hypothesis import strategies as st

import nkdocs
from nkdocs.text.dates import read, resolve

TESTS = Path(__file__).parents[1]
REGISTRY = nkdocs.Registry(entry_points=False, enrich=["dates"])
# What a frozen clock looks into is loaded: loaded then, its days would be the clock's for good.
ARTICLE = nkdocs.parse("A ferry stops\n\nIt stopped on Monday.").article
assert nkdocs.from_dict(nkdocs.to_dict(ARTICLE)) == ARTICLE
CLOCKS = ("1999-12-31 23:59:59", "2014-11-03 00:00:00", "2040-02-29 12:00:00")
ZONES = ("UTC", "Asia/Seoul", "America/St_Johns", "Pacific/Kiritimati")
LOCALES = ("C", "C.UTF-8", "ko_KR.UTF-8", "de_DE.UTF-8", "")
TABLES = sorted((TESTS / "text" / "dates").glob("table_*.tsv"))
PHRASES = [line.split("\t")[0] for path in TABLES for line in path.read_text("utf-8").splitlines() if line[0] != "#"]
SENTENCE_TABLES = sorted((TESTS / "rules").glob("table_dates*.tsv"))
LINES = [line for path in SENTENCE_TABLES for line in path.read_text("utf-8").splitlines()]
SENTENCES = [line.split("\t")[0] for line in LINES if line[0] != "#"]
WORDS = (
    "on", "Monday", "last", "Friday", "yesterday", "the", "17th", "Oct.", "18", "to", "21", "May", "2014", ",", "and",
    "early", "mid-", "late", "month", "week", "10:30", "KST", "지난", "5일", "17일", "10월", "올해", "어제", "昨日",
    "6月", "2日", "去年",
    "first", "half", "quarter", "today", "announced", "상반기", "오늘", "오전", "3,", "5", "9",
    "Juche", "103", "(2014)", "1990s", "spring", "in", "of", "2014-06-02", "next", "this", "year",
)  # fmt: skip
texts = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join) | st.sampled_from([*PHRASES, *SENTENCES])


def everything():
    """Whatever the tables and the parsed sentences give."""
    reference = date(2014, 11, 3)
    readings = [read(phrase, None) for phrase in PHRASES]
    read_alone = [reading and (reading, resolve(reading.when, reference)) for reading in readings]
    page = "A ferry stops\n\n" + "\n\n".join(SENTENCES)
    undated = nkdocs.parse(page, registry=REGISTRY).articles
    dated = nkdocs.parse(page, registry=REGISTRY, captured=reference).articles
    return read_alone, undated, dated


@pytest.mark.parametrize("clock", CLOCKS)
def test_no_phrase_of_the_tables_knows_the_clock(clock):
    """Phrases and sentences give the same under any clock."""
    now = everything()
    with freezegun.freeze_time(clock):
        assert everything() == now


@given(text=texts, day=st.dates(date(1990, 1, 1), date(2035, 12, 31)))
def test_no_random_phrase_knows_the_clock(text, day):
    """Words of dates in any order give the same under any clock, with and without a day of reference."""

    def answer():
        alone = read(text, None)
        page = nkdocs.parse(f"A ferry stops\n\nIt stopped {text}.", registry=REGISTRY, captured=day)
        return alone, alone and resolve(alone.when, day), [article.dates for article in page.articles]

    answers = []
    for clock in CLOCKS[::2]:
        with freezegun.freeze_time(clock):
            answers.append(answer())
    assert answers[0] == answers[1]


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system cannot change its zone while running")
@pytest.mark.parametrize("zone", ZONES)
def test_no_phrase_knows_the_zone(zone, monkeypatch):
    """Phrases and sentences give the same in every zone."""
    now = everything()
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert everything() == now
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize("name", LOCALES)
def test_no_phrase_knows_the_locale(name):
    """Phrases and sentences give the same in every locale that the system has."""
    before = locale.setlocale(locale.LC_ALL)
    now = everything()
    try:
        locale.setlocale(locale.LC_ALL, name)
    except locale.Error:
        pytest.skip(f"the system has no locale {name}")
    try:
        assert everything() == now
    finally:
        locale.setlocale(locale.LC_ALL, before)


def test_other_processes_give_the_same():
    """Processes in other zones, locales and with other hash seeds print the same record."""
    script = (
        "import datetime, json, nkdocs\n"
        "page = 'A ferry stops\\n\\nIt stopped on Monday; it ran from Oct. 18 to 21, in May and on the 17th.'\n"
        "registry = nkdocs.Registry(entry_points=False, enrich=['dates'])\n"
        "parsed = nkdocs.parse(page, captured=datetime.date(2014, 11, 3), registry=registry)\n"
        "print(json.dumps(nkdocs.to_dict(parsed.article)['dates']))\n"
    )
    outputs = set()
    for seed, zone, name in (("0", "UTC", "C"), ("1", "Asia/Seoul", "C.UTF-8"), ("42", "America/St_Johns", "C")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": name}
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, env=environment)
        outputs.add(done.stdout)
    assert len(outputs) == 1
    assert b"2014-10-27" in outputs.pop()


def test_no_year_is_borrowed():
    """A phrase that names no year has no bounds, whatever the clock says, until a day of reference is given."""
    for phrase in ("Oct. 18", "Monday", "the 17th", "June", "late May", "17일", "10月18日", "지난달", "昨日"):
        for clock in CLOCKS:
            with freezegun.freeze_time(clock):
                when = read(phrase, None).when
            assert (when.earliest, when.latest, when.instant) == (None, None, None)
