"""The two documents this library is built around come out whole; facts are held as counts, hashes and short phrases."""

import hashlib
from datetime import date
from pathlib import Path

import pytest

import nkdocs
from nkdocs.text.tidy import is_blank

TRADE = "000_761eead2040589ed.txt"
DREAM = "003_935a3fb69f6add80.txt"
DREAM_URL = "http://newfocusintl.com/exclusive-north-korea-decrees-abandon-chinese-dream/"


@pytest.fixture(scope="module")
def trade(corpus: Path) -> nkdocs.Parsed:
    """The report on trade officials, without url."""
    return nkdocs.parse_file(corpus / "seeds" / TRADE)


@pytest.fixture(scope="module")
def dream(corpus: Path) -> nkdocs.Parsed:
    """The report on an edict, with its url."""
    return nkdocs.parse_file(corpus / "seeds" / DREAM, url=DREAM_URL)


def digest(text: str) -> str:
    """A short hash that names a sentence without repeating it."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:12]


def test_the_trade_report_is_known_by_its_wording(trade: nkdocs.Parsed):
    """The outlet is claimed on markers; a lost headline and date stay null."""
    article = trade.article
    assert (article.outlet, article.language) == ("dailynk", "en")
    assert nkdocs.Strength[article.parser.strength.upper()] >= nkdocs.Strength.MARKERS
    assert article.headline is None
    assert article.published is None


def test_the_trade_report_has_its_caption_and_ten_paragraphs(trade: nkdocs.Parsed):
    """Contact line, edition link and bio are none of them."""
    article = trade.article
    (caption,) = article.captions
    assert caption.text.startswith("View into North Korea")
    assert caption.text.endswith("Jilin Province.")
    assert caption.credit == "Daily NK"
    assert [paragraph.kind for paragraph in article.paragraphs] == ["body"] * 10
    assert article.paragraphs[0].text.startswith("Daily NK has learned")
    assert article.paragraphs[-1].text.endswith("soon.")


def test_the_trade_report_names_its_author_at_the_foot(trade: nkdocs.Parsed):
    """Name, role and affiliation; the lost address is no contact."""
    (byline,) = trade.article.bylines
    assert (byline.name, byline.role, byline.affiliation) == ("Jong So Yong", "freelance reporter", "Daily NK")
    assert byline.contact is None
    (edition,) = trade.article.editions
    assert (edition.language, edition.label) == ("ko", "Read in Korean")
    roles = [label.role for label in trade.labels]
    assert roles == ["caption", *["body"] * 10, "contact", "edition", "bio"]


def test_the_edict_has_a_headline_with_its_kicker(dream: nkdocs.Parsed):
    """The headline is as printed; the kicker stands inside it."""
    article = dream.article
    assert (article.outlet, article.parser.strength) == ("newfocus", "source")
    assert article.headline is not None
    assert digest(article.headline.text) == "5fdd8059a12a"
    assert article.kicker is not None
    assert (article.kicker.text, article.kicker.span) == ("Exclusive", nkdocs.Span(0, 9))


def test_a_line_break_between_sentences_is_a_paragraph_break(dream: nkdocs.Parsed):
    """Two paragraphs without a blank line between them stay two."""
    texts = [paragraph.text for paragraph in dream.article.paragraphs]
    assert len(texts) == 11
    assert texts[7].endswith("in US dollars.")
    assert texts[8].startswith("Koryo Air")


def test_the_edicts_thread_is_whole(dream: nkdocs.Parsed):
    """Ten comments in order, two of them replies, two of them without body."""
    comments = dream.article.comments
    assert [comment.author for comment in comments] == [
        "zachary T", "Christian Karl", "TAG", "DiamondBackPain", "Douglas", "Gordon Friedrich",
        "Choucroutte", "Choucroutte", "Santa HoHoHo", "Terence Chung",
    ]  # fmt: skip
    assert [comment.depth for comment in comments] == [0, 0, 0, 1, 0, 0, 1, 0, 0, 0]
    assert [comment.parent for comment in comments] == [None, None, None, 3, None, None, 6, None, None, None]
    assert {comment.author: comment.missing for comment in comments if comment.missing} == {
        "TAG": ("body",),
        "DiamondBackPain": ("body",),
    }
    assert "\n" not in (comments[-1].text or "")
    assert len((comments[5].text or "").split("\n")) == 5


def test_without_url_the_edict_has_no_outlet_and_the_same_structure(corpus: Path, dream: nkdocs.Parsed):
    """A wrong outlet is worse than none."""
    bare = nkdocs.parse_file(corpus / "seeds" / DREAM).article
    assert bare.outlet is None
    assert bare.comments == dream.article.comments
    assert bare.paragraphs == dream.article.paragraphs
    assert bare.headline == dream.article.headline


@pytest.mark.parametrize("name", [TRADE, DREAM])
def test_labels_cover_a_seed_exactly_once(corpus: Path, name: str):
    """No character is left out, none is labelled twice, none is unknown."""
    parsed = nkdocs.parse_file(corpus / "seeds" / name)
    covered = [place for label in parsed.labels for place in range(label.span.start, label.span.end)]
    assert len(covered) == len(set(covered))
    assert all(is_blank(parsed.text[place]) for place in set(range(len(parsed.text))) - set(covered))
    assert "unknown" not in {label.role for label in parsed.labels}


@pytest.mark.parametrize("name", [TRADE, DREAM])
def test_a_seed_with_crlf_gives_the_same_values(corpus: Path, name: str):
    """Newlines of another system change spans and digests alone."""
    text = (corpus / "seeds" / name).read_bytes().decode()
    one, other = nkdocs.parse(text).article, nkdocs.parse(text.replace("\n", "\r\n")).article
    assert [p.text for p in one.paragraphs] == [p.text for p in other.paragraphs]
    assert [(c.author, c.text, c.parent, c.missing) for c in one.comments] == [
        (c.author, c.text, c.parent, c.missing) for c in other.comments
    ]
    assert [note.code for note in one.notes] == [note.code for note in other.notes]
    assert one.document.sha256 != other.document.sha256


@pytest.mark.parametrize("name", [TRADE, DREAM])
def test_a_seed_cut_anywhere_is_read(corpus: Path, name: str):
    """Every prefix gives a record; its body is a prefix of the whole body but for the last block."""
    text = (corpus / "seeds" / name).read_bytes().decode()
    whole = [paragraph.text for paragraph in nkdocs.parse(text).article.paragraphs]
    for end in range(200, len(text), 97):
        parsed = nkdocs.parse(text[:end])
        assert parsed.kind == "article"
        body = [paragraph.text for paragraph in parsed.article.paragraphs]
        assert len(body) <= len(whole) + 1


def test_yearless_days_are_resolved_only_against_a_capture(corpus: Path):
    """No year is borrowed from today."""
    path = corpus / "seeds" / TRADE
    assert nkdocs.parse_file(path).article.published is None
    assert nkdocs.parse_file(path, captured=date(2021, 11, 1)).article.document.captured == date(2021, 11, 1)
