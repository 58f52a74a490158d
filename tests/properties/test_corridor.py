"""Whatever a document holds: no exception, every character labelled once, every span inside the text."""

import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nkdocs
from nkdocs.text.tidy import is_blank, one_line

REGISTRY = nkdocs.Registry(entry_points=False)
# Pieces of which captured pages are made, so that random documents come near real ones.
PIECES = (
    "\n", "\n\n", "\r\n", " ", "  ", "    ", "\t", "\xa0", "\u2028", "\u200b", "\ufeff", "\0", "\ud800", "• ", "* ",
    "1. ", "- ", "o ", "Ann", "By Han Sol", "한솔 기자", "Read in Korean", "Image: Daily NK", "(KCNA)", "-0-", "...",
    "Pyongyang, March 2 (KCNA) -- ", "A ferry stopped.", "압록강의 나룻배가 멎었다.", "2014-06-02", "[Juche113.1.2.]",
    "Monday 2nd June, 2014", "calendar>> March 30. 2014 Juche 103", "told Daily NK", "Exclusive: ", "Reply",
    "Ann says:", "|", "©", "Related posts:", "Tag: rice", "<p>", "Please direct any comments about this article to",
    "Han Byol is one of Daily NK's freelance reporters.",
)  # fmt: skip
documents = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=40).map("".join)


def check(parsed: nkdocs.Parsed) -> None:
    """What holds for every parsed document."""
    done = 0
    for label in parsed.labels:
        assert all(map(is_blank, parsed.text[done : label.span.start]))
        assert label.span.start >= done
        assert label.span.end > label.span.start
        done = label.span.end
    assert all(map(is_blank, parsed.text[done:]))
    for article in parsed.articles:
        assert nkdocs.from_dict(nkdocs.to_dict(article)) == article
        for part in (article.headline, article.kicker, article.standfirst, *article.paragraphs):
            assert part is None or part.text.split() == part.span.of(parsed.text).split()
        for caption in article.captions:
            held = one_line(caption.span.of(parsed.text))
            assert one_line(caption.text) in held
            assert one_line(caption.credit or "") in held
        for byline in article.bylines:
            assert byline.raw == byline.span.of(parsed.text)
            assert (byline.name or "") in byline.raw
    assert all(note.span is None or note.span.end <= len(parsed.text) for note in parsed.notes)


@given(documents)
def test_any_text_is_parsed(text: str):
    """Pieces of pages in any order."""
    check(nkdocs.parse(text, media_type="text/plain", registry=REGISTRY))


@given(
    documents,
    st.sampled_from(["https://www.dailynk.com/english/a/", "http://newfocusintl.com/a/", "http://www.kcna.kp/en/a"]),
)
def test_any_text_of_an_outlet_is_parsed(text: str, url: str):
    """The outlets' own parsers, too."""
    check(nkdocs.parse(text, url=url, media_type="text/plain", registry=REGISTRY))


@given(st.binary(max_size=300))
def test_any_bytes_are_parsed(data: bytes):
    """Text or not."""
    check(nkdocs.parse(data, registry=REGISTRY))


def test_naughty_strings_are_parsed(corpus: Path):
    """Strings that broke other programs."""
    for text in json.loads((corpus / "badinput" / "blns.json").read_text("utf-8")):
        check(nkdocs.parse(text, media_type="text/plain", registry=REGISTRY))


def test_json_of_every_kind_is_parsed(corpus: Path):
    """Valid or not, JSON is text."""
    with zipfile.ZipFile(corpus / "badinput" / "JSONTestSuite-test_parsing.zip") as suite:
        for name in suite.namelist():
            check(nkdocs.parse(suite.read(name), registry=REGISTRY))


@pytest.mark.parametrize("name", ["000_761eead2040589ed.txt", "003_935a3fb69f6add80.txt"])
def test_a_seed_cut_anywhere_keeps_its_promises(corpus: Path, name: str):
    """Every 13th prefix, with and without its last newline changed to CR LF."""
    text = (corpus / "seeds" / name).read_bytes().decode()
    for end in range(0, len(text), 13):
        check(nkdocs.parse(text[:end], registry=REGISTRY))


def test_real_agency_texts_are_parsed(corpus: Path):
    """Forty stories: outlet, dateline and end mark as they should be."""
    rows = [json.loads(line) for line in (corpus / "kcna" / "sample.jsonl").read_text("utf-8").splitlines()]
    for row in rows:
        if not row["story_text"]:
            continue
        parsed = nkdocs.parse(row["headline"] + "\n\n" + row["story_text"], registry=REGISTRY)
        check(parsed)
        article = parsed.article
        assert article.outlet == "kcna"
        assert article.headline is not None
        assert "[Juche" not in article.headline.text
        assert not article.paragraphs[-1].text.endswith("-0-")
        assert (article.dateline is not None) == row["story_text"].startswith("Pyongyang,")


def test_new_year_addresses_are_korean_and_of_no_outlet(corpus: Path):
    """Whoever published them, nothing in them says so."""
    for path in sorted((corpus / "newyear").glob("[12]*.txt")):
        parsed = nkdocs.parse_file(path, registry=REGISTRY)
        check(parsed)
        assert parsed.article.language == "ko"
        assert parsed.article.outlet is None
