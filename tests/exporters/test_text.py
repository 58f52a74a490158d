"""Plain text to read."""

import io

from nkdocs.exporters.text import TextExporter
from nkdocs.plugin.protocols import ExportContext
from nkdocs.records import Byline, Caption, Comment, Dateline, Paragraph, Span, Text

SPAN = Span(0, 4)


def written(articles):
    """The text of an export."""
    target = io.BytesIO()
    session = TextExporter().open(target, ExportContext())
    for article in articles:
        session.write(article)
    session.close()
    return target.getvalue().decode()


def test_an_article_reads_like_an_article(make_article):
    """Headline, author and date; dateline and paragraphs; captions; the thread, set in by depth."""
    article = make_article(
        headline=Text(text="Rice cheaper in Hyesan", span=SPAN),
        standfirst=None,
        bylines=[Byline(name="Han Sol", raw="By Han Sol", span=SPAN)],
        dateline=Dateline(raw="HYESAN --", span=SPAN),
        paragraphs=[
            Paragraph(text="Rice fell by a tenth.", span=SPAN),
            Paragraph(kind="list", text="Maize did not.", span=SPAN),
        ],
        captions=[Caption(text="A market.", credit="Ledger", span=SPAN)],
        comments=[
            Comment(id=1, author="Ann", text="Good news.\nIs it?", span=SPAN),
            Comment(id=2, parent=1, depth=1, missing=["author", "body"], span=SPAN),
        ],
    )
    assert written([article]) == (
        "Rice cheaper in Hyesan\nBy Han Sol\nJune 2, 2014\n\n"
        "HYESAN -- Rice fell by a tenth.\n\n- Maize did not.\n\n"
        "[A market. (Ledger)]\n\n"
        "Ann:\n  Good news.\n  Is it?\n\n  [lost]:\n    [lost]\n"
    )


def test_articles_are_told_apart_by_a_line(make_article):
    """A rule stands between articles, none before the first or after the last."""
    text = written([make_article()] * 3)
    assert text.count(f"\n\n{'-' * 72}\n\n") == 2
    assert not text.startswith("-")
    assert text.endswith("\n")


def test_a_deep_thread_is_not_a_page_of_blanks(make_article):
    """Ten thousand levels of answers cost as much as ten thousand answers."""
    thread = [
        Comment(id=n, parent=n - 1 or None, depth=n - 1, author="A", text="b", span=SPAN) for n in range(1, 10001)
    ]
    assert len(written([make_article(comments=thread)])) < 100 * len(thread)
