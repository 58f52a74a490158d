"""A day printed near the headline is the day of publication only in a line of publication."""

import pytest

import nkdocs

PAGE = """<!doctype html><html><body><h1>Lamps go out on the quay</h1>{line}
<div><p>The sea wall has been dark since Friday, and nobody came to mend the lamps.</p>
<p>Who lives there says that the harbour is quiet at night, and that the boats stay in.</p></div></body></html>"""


def published(line: str) -> str | None:
    """The day of publication of a page with this line under its headline."""
    document = nkdocs.parse(PAGE.format(line=line), media_type="text/html")
    when = document.articles[0].published
    return when.edtf if when else None


@pytest.mark.parametrize(
    "line",
    [
        "May 3, 2020",
        "Sunday, May 3, 2020",
        "By Han Sol | May 3, 2020",
        "Han Sol, May 3, 2020",
        "May 3, 2020 by Han Sol",
        "May 3, 2020 | 4 comments",
        "Published: May 3, 2020",
        "Han Sol - 3. Mai 2020",
        "Autor: Han Sol, 3. Mai 2020",
        "von Han Sol am 3. Mai 2020",
        "Sparten (1 / 1) 03.05.2020 13:30 von Han Sol",
        "Hana<br>3. Mai 2020",
    ],
)
def test_line_of_publication_gives_the_day(line: str) -> None:
    """A day alone, or beside who wrote it, a weekday, a clock or a label, is the day of publication."""
    assert published(f"<p>{line}</p>") == "2020-05-03"


@pytest.mark.parametrize(
    "line",
    [
        "Next: May 3, 2020",
        "Deadline: 03.05.2020",
        "Anniversary May 3, 2020",
        "Birthday May 3, 2020",
        "Founded May 3, 2020",
        "Opening May 3, 2020 at 10:00",
        "Pyongyang, May 3, 2020",
        "May 3, 2020 - Concert in the old hall",
        "The bridge was opened on May 3, 2020.",
        "Updated May 3, 2020",
        "© May 3, 2020",
        "Born 3 May 2020",
        "3 Marines 2020",
        "5 outlets 2020",
    ],
)
def test_day_of_something_else_is_none(line: str) -> None:
    """What may be the day of another thing, or no day at all, gives none."""
    assert published(f"<p>{line}</p>") is None


@pytest.mark.parametrize(
    "line",
    [
        '<p class="metadata">Kaesong, 03.05.2020</p>',
        '<p><span class="author">Desk</span> 3. Mai 2020 10:29</p>',
        '<p class="post-date">Released 3 May 2020</p>',
    ],
)
def test_markup_tells_a_line_of_publication(line: str) -> None:
    """An element named for a date, or a signature's element before the day, tells what the words do not."""
    assert published(line) == "2020-05-03"


@pytest.mark.parametrize("name", ["Read More", "webmaster", "photo by Han Sol", "Subscribe now"])
def test_controls_are_no_authors(name: str) -> None:
    """A control of the page beside ``rel=author`` is nobody."""
    document = nkdocs.parse(PAGE.format(line=f'<p><a rel="author" href="/a">{name}</a></p>'), media_type="text/html")
    assert document.articles[0].bylines == ()


BODY = (
    "<p>The sea wall has been dark since Friday, and nobody came to mend the lamps.</p>"
    "<p>Who lives there says that the harbour is quiet at night, and that the boats stay in.</p>"
)
TIME = "<time datetime=2026-03-13>March 13, 2026</time>"


@pytest.mark.parametrize(
    "page",
    [
        f"<div class=top>{TIME}</div><main><article><h1>Lamps go out on the quay</h1>{BODY}</article></main>",
        f"<div><div><div>{TIME}</div></div></div><div><div><h1>Lamps go out on the quay</h1>{BODY}</div></div>",
        f"<article><h1>Lamps go out on the quay</h1>{BODY}</article><aside><a href=/1>Rice falls</a> {TIME}</aside>",
        f"<article><h1>Lamps go out on the quay</h1>{BODY}</article><div class=related-posts><p>{TIME}</p></div>",
        f"<article><h1>Lamps go out on the quay</h1>{BODY}</article><footer><p>{TIME}</p></footer>",
        f"<article><h1>Lamps go out on the quay</h1>{BODY}</article><div class=comments-area><p>{TIME}</p></div>",
        f"<div class=today><p>March 13, 2026</p></div><h1>Lamps go out on the quay</h1>{BODY}",
    ],
)
def test_times_beside_an_article_are_not_its_own(page: str):
    """The visit's above the page, those of other articles, of the page's foot, of readers."""
    document = nkdocs.parse(page, media_type="text/html", registry=nkdocs.Registry(entry_points=False))
    assert document.articles[0].published is None


@pytest.mark.parametrize(
    "page",
    [
        f"<article><div>{TIME}</div><header><div><h1>Lamps go out on the quay</h1></div></header>{BODY}</article>",
        f"<div><p>{TIME}</p><h1>Lamps go out on the quay</h1></div><div>{BODY}</div>",
        f"<article><h1>Lamps go out on the quay</h1>{BODY}<footer>{TIME}</footer></article>",
    ],
)
def test_times_inside_an_article_or_by_its_title_are(page: str):
    """Above the title, or at the article's own foot."""
    document = nkdocs.parse(page, media_type="text/html", registry=nkdocs.Registry(entry_points=False))
    when = document.articles[0].published
    assert when is not None
    assert when.edtf == "2026-03-13"
