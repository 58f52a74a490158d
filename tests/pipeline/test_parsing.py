import gzip
import pickle
from datetime import date, datetime
from hashlib import sha256

import pytest

from nkdocs.document import Document
from nkdocs.errors import AmbiguousParser, NotMine, ParseError, SourceError, UnknownPlugin, UsageError
from nkdocs.layout.block import Layout
from nkdocs.pipeline.parsing import parse, parse_document, parse_file
from nkdocs.plugin import OutletRules, hookimpl
from nkdocs.records import Draft, Entry, Label, Note, Paragraph, Result, Span, Text
from nkdocs.registry import Registry

TEXT = "Rice prices fall\n\nRice was cheaper in Hyesan last week."
ALONE = Registry(entry_points=False)


def whole(layout: Layout, _: object) -> Draft:
    """The whole text as one paragraph."""
    return Draft(outlet="told", paragraphs=[Paragraph(text=layout.text, span=Span(0, len(layout.text)))])


def raising(error):
    """A parse that raises it."""

    def parse_badly(layout, ctx):
        raise error

    return parse_badly


def codes(notes):
    """The codes of notes."""
    return [note.code for note in notes]


def test_an_article_knows_where_it_came_from(told):
    """Its id is the digest of the bytes given, and it names its parser, version and strength."""
    parsed = parse(TEXT, name="a.txt", url="file:///a.txt", registry=told(whole))
    article = parsed.article
    assert article.id == f"sha256:{sha256(TEXT.encode()).hexdigest()}"
    assert (article.document.name, article.document.url) == ("a.txt", "file:///a.txt")
    provenance = article.parser
    assert (provenance.id, provenance.version, provenance.strength) == ("told", "7", "markers")
    assert (provenance.distribution, provenance.distribution_version) == (None, None)
    assert (parsed.kind, parsed.resolution.winner) == ("article", "told")


def test_several_articles_are_numbered(told):
    """The n-th of one document adds its number to the id; notes go where their place is."""
    drafts = [
        Draft(paragraphs=[Paragraph(text=TEXT[:16], span=Span(0, 16))], notes=[Note(code="paywall")]),
        Draft(paragraphs=[Paragraph(text=TEXT[18:], span=Span(18, len(TEXT)))]),
    ]
    parsed = parse("\0" + TEXT[1:], registry=told(Result(drafts=drafts)))
    assert parsed.kind == "articles"
    assert [article.id[-2:] for article in parsed.articles] == ["#1", "#2"]
    assert [codes(article.notes) for article in parsed.articles] == [["replaced-characters", "paywall"], []]
    assert codes(parsed.notes) == ["replaced-characters", "paywall"]


def test_a_listing_has_entries_and_no_article(told):
    """Its labels and notes are the document's."""
    result = Result(
        kind="listing",
        entries=[Entry(headline="Rice prices fall", span=Span(0, 16))],
        labels=[Label(role="boilerplate", span=Span(18, len(TEXT)), rule="footer")],
        notes=[Note(code="told-listing")],
    )
    parsed = parse(TEXT, registry=told(result))
    assert (parsed.kind, parsed.articles, codes(parsed.notes)) == ("listing", (), ["told-listing"])
    assert [(label.role, label.span.of(TEXT)) for label in parsed.labels] == [
        ("listing", TEXT[:16]), ("boilerplate", TEXT[18:]),
    ]  # fmt: skip


@pytest.mark.parametrize("content", ["", " \n\t", "\ufeff\u200b\u200b", b"", b"\n"])
def test_nothing_but_blanks_is_empty(content):
    """No parser is asked."""
    parsed = parse(content, registry=ALONE)
    assert (parsed.kind, parsed.articles, parsed.resolution.candidates) == ("empty", (), ())


def test_what_is_no_text_is_unreadable():
    """The note says why."""
    parsed = parse(b"\x89PNG\r\n\x1a\n" + bytes(40), registry=ALONE)
    assert (parsed.kind, codes(parsed.notes), parsed.resolution.winner) == ("unreadable", ["binary-content"], None)


def test_without_a_fallback_a_document_may_be_unclaimed(told):
    """Winner and rule are None; candidates are listed all the same."""
    parsed = parse(TEXT, registry=Registry(entry_points=False, builtins=False))
    assert (parsed.kind, parsed.resolution.winner, parsed.resolution.rule) == ("unclaimed", None, None)
    handed_back = parse(TEXT, registry=told(raising(NotMine("no")), builtins=False))
    assert (handed_back.kind, handed_back.resolution.candidates[0].answer) == ("unclaimed", "reject")
    assert handed_back.notes == ()


@pytest.mark.parametrize(
    ("parser", "code"),
    [(raising(KeyError("x")), "plugin-failed"), (raising(ParseError("torn")), "parse-failed"), (None, "plugin-failed")],
)
def test_a_failed_parser_leaves_the_fallback_s_record(told, parser, code):
    """Without outlet, the failure in its notes; where there is no fallback the document is unreadable."""
    parsed = parse(TEXT, registry=told(parser))
    article = parsed.article
    assert (article.parser.id, article.parser.strength, article.outlet) == ("generic", "fallback", None)
    assert codes(article.notes) == codes(parsed.notes) == [code]
    assert 'parser "told" (object Plugin)' in str(article.notes[0].detail)
    alone = parse(TEXT, registry=told(parser, builtins=False))
    assert (alone.kind, alone.articles, codes(alone.notes)) == ("unreadable", (), [code])


def test_a_candidate_s_failure_is_the_document_s_not_the_record_s(told):
    """The article's own notes are those of the parser that won."""

    class Plugin:
        @hookimpl
        def nkdocs_register_parsers(self):
            return [OutletRules(id="rules", version="1", markers=["never there"])]

    registry = told(whole)
    broken = Registry([*registry._recipe.plugins, Plugin(), Broken()], entry_points=False)
    parsed = parse(TEXT, registry=broken)
    assert parsed.article == parse(TEXT, registry=registry).article
    assert codes(parsed.notes) == ["plugin-failed"]


class Broken:
    """A plugin whose parser cannot be made."""

    @hookimpl
    def nkdocs_register_parsers(self):
        """One description of nothing."""
        from nkdocs.plugin import ParserInfo

        return [ParserInfo(id="broken", version="1", factory="nkdocs_missing:X", produces=[])]


def test_the_layout_s_notes_are_the_article_s_too():
    """Each once in the notes of the whole."""
    parsed = parse("Rice\0prices fell in Hyesan last week.", registry=ALONE)
    assert codes(parsed.article.notes) == codes(parsed.notes) == ["replaced-characters"]


def test_the_text_is_kept_only_where_asked_for():
    """``document.text`` resolves spans from the record alone."""
    assert parse(TEXT, registry=ALONE).article.document.text is None
    parsed = parse(TEXT, registry=ALONE, keep_text=True)
    assert parsed.article.document.text == parsed.document.text == TEXT


def test_a_document_brings_what_is_known_of_it():
    """A ``Document`` and the same arguments give the same."""
    document = Document(TEXT, url="http://kcna.kp/a", captured=date(2014, 6, 2), name="a.txt")
    same = parse(TEXT, url="http://kcna.kp/a", captured=date(2014, 6, 2), name="a.txt", registry=ALONE)
    assert parse(document, registry=ALONE) == parse_document(document, registry=ALONE) == same


def test_a_named_parser_parses(told):
    """Whoever else claims; its strength is ``declared``."""
    parsed = parse(TEXT, parser="generic", registry=told(whole))
    assert (parsed.article.parser.id, parsed.article.parser.strength) == ("generic", "declared")


@pytest.mark.parametrize(
    ("content", "arguments"),
    [
        (None, {}),
        (3, {}),
        (TEXT, {"url": 3}),
        (TEXT, {"captured": "2014"}),
        (TEXT, {"captured": datetime(2014, 1, 1)}),  # noqa: DTZ001 - a naive one is what is refused
        (TEXT, {"encoding": "no-such-encoding"}),
        (TEXT, {"registry": "ledger"}),
        ("", {"parser": 3}),
        (TEXT, {"keep_text": "no"}),
    ],
)
def test_a_wrong_argument_is_a_usage_error(content, arguments):
    """Nothing else can raise, whatever the content."""
    with pytest.raises(UsageError):
        parse(content, **{"registry": ALONE, **arguments})


@pytest.mark.parametrize("content", [TEXT, "", b"\x89PNG\r\n\x1a\n"])
def test_an_unknown_parser_is_refused_whatever_the_content(content):
    """With close names."""
    with pytest.raises(UnknownPlugin, match="did you mean generic"):
        parse(content, parser="generik", registry=ALONE)


def test_a_strict_registry_may_refuse_a_document(told):
    """Where two distributions claim equally."""

    class Other:
        @hookimpl
        def nkdocs_register_parsers(self):
            return [OutletRules(id="rules", version="1", markers=["Rice"])]

    registry = Registry([*told(whole)._recipe.plugins, Other()], entry_points=False, strict=True)
    with pytest.raises(AmbiguousParser, match="rules and told"):
        parse(TEXT, registry=registry)


def test_what_comes_out_can_be_pickled(told):
    """A ``Parsed`` travels between processes, labels and all."""
    parsed = parse(TEXT, registry=told(whole))
    copy = pickle.loads(pickle.dumps(parsed))  # noqa: S301 - our own
    assert copy == parsed
    assert copy.labels == parsed.labels


def test_a_file_is_named_after_itself(tmp_path):
    """``parse_file`` reads the bytes, gzipped ones too; the name is the path as given, as in ``read``, or another."""
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode())
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    assert parse_file(path, registry=ALONE).document.name == str(path)
    assert parse_file(tmp_path / "b.txt.gz", registry=ALONE).text == TEXT
    assert parse_file(str(path), name="b", registry=ALONE).document.name == "b"
    assert parse_file(path, registry=ALONE).text == TEXT


@pytest.mark.parametrize("path", ["missing.txt", ".", "a\0b"])
def test_a_file_that_cannot_be_read_is_an_error(tmp_path, monkeypatch, path):
    """One that names the path."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SourceError):
        parse_file(path, registry=ALONE)
    with pytest.raises(UsageError):
        parse_file(3, registry=ALONE)


def test_a_headline_comes_out_as_the_parser_gave_it(told):
    """The draft's fields are the record's."""
    draft = Draft(headline=Text(text="Rice prices fall", span=Span(0, 16)), language="en", section="Economy")
    article = parse(TEXT, registry=told(draft)).article
    assert (str(article.headline), article.language, article.section) == ("Rice prices fall", "en", "Economy")
