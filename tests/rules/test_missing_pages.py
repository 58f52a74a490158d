"""Pages that hold no article say so in many words; articles that use those words are articles."""

import pytest

import nkdocs

URL = "https://quay.example/2019/03/gone/"


@pytest.mark.parametrize(
    "text",
    [
        "404\n\nPage not found\n\nTry a search.",
        "Error 404 - Not Found\n\nSorry, but you are looking for something that isn't here.",
        "Oops! That page can’t be found.\n\nIt looks like nothing was found at this location.",
        "The article you are looking for has been removed\n\nHome",
        "페이지를 찾을 수 없습니다\n\n요청하신 페이지가 존재하지 않거나 삭제되었습니다.",
        "お探しのページは見つかりませんでした。\n\nトップへ",
        "Checking your browser before accessing quay.example.\n\nThis process is automatic.",
        "Search results for “eel”\n\nNo results were found.",
        "Ooops... Error 404\n\nSorry, but the page you are looking for doesn't exist.",
        "Home\n\nNews\n\nSport\n\nAbout\n\n© 2019 Quay Gazette. All rights reserved.",
        "We use cookies to improve your visit.\n\nAccept all",
    ],
)
@pytest.mark.parametrize(
    "url",
    [
        URL,
        None,
        "https://www.nknews.org/2016/02/gone/",
        "https://www.dailynk.com/english/gone/",
        "http://www.kcna.kp/en/article/q/ff00.kcmsf",
        "https://kcnawatch.org/newstream/1550000000-1/gone/",
        "http://www.rodong.rep.kp/ko/index.php?x",
        "https://www.rfa.org/korean/gone.html",
    ],
)
def test_a_page_that_is_not_there_is_empty_and_noted(text: str, url: str | None):
    """Whatever the outlet, its notice is no article."""
    parsed = nkdocs.parse(text, url=url)
    assert (parsed.kind, [note.code for note in parsed.notes]) == ("empty", ["empty-page"])


@pytest.mark.parametrize(
    "text",
    [
        "Page Not Found: how a village vanished from the map\n\nThe sheet was gone when the clerk looked.",
        "Not found\n\n"
        + "The clerk looked for the sheet with the village in every drawer of the long room, " * 4
        + "in vain.",
        "404 pigs counted on the quay\n\nNobody could say whose they were.",
    ],
)
def test_an_article_that_uses_the_words_is_an_article(text: str):
    """A title that goes on, or prose under the notice, is an article."""
    assert nkdocs.parse(text, url=URL).kind == "article"


def test_a_notice_between_menus_of_html_is_found():
    """Links and the frame of a page count nothing, and a heading in a header counts."""
    page = (
        "<body><header><a href=/>Quay Gazette</a></header><nav><a href=/n>News from every ward of the town</a></nav>"
        "<main><header><h1>Oops! That page can’t be found.</h1></header><p>Maybe try a search?</p></main>"
    )
    parsed = nkdocs.parse(page, url=URL)
    assert (parsed.kind, [note.code for note in parsed.notes]) == ("empty", ["empty-page"])


def test_markup_without_a_word_is_a_shell():
    """A page whose script was to write it holds nothing, and the note says so; blank text is only blank."""
    shell = nkdocs.parse("<html><body><div id=root></div><script>go()</script></body></html>")
    blank = nkdocs.parse(" \n ")
    assert [(one.kind, [note.code for note in one.notes]) for one in (shell, blank)] == [
        ("empty", ["empty-page"]),
        ("empty", []),
    ]


def test_a_page_of_an_outlet_that_lost_its_article_is_empty():
    """Its own name and address are no article."""
    page = "<title>38 North</title><nav><a href=/>38 North</a></nav><div id=primary></div><footer>© 38 North</footer>"
    parsed = nkdocs.parse(page, url="https://www.38north.org/2021/03/eastern-pad/")
    assert (parsed.kind, [note.code for note in parsed.notes]) == ("empty", ["empty-page"])


@pytest.mark.parametrize("url", ["https://valley-post.example/archive/", "https://www.northkoreatech.org/category/a/"])
def test_a_page_of_nothing_but_titles_is_a_list(url):
    """Its heading is a part's name; where the links lead to parts of the site alone, it is empty."""
    items = "".join(f'<li><a href="/{n}">Pier number {n} closed for the winter</a> 2017-01-0{n}' for n in (4, 3, 2, 1))
    page = "<title>Archive</title><h1>Archive</h1><ul>{}</ul>"
    listed = nkdocs.parse(page.format(items), url=url, media_type="text/html")
    assert (listed.kind, len(listed.entries), [note.code for note in listed.notes]) == ("listing", 4, ["listing-page"])
    parts = '<li><a href="/about">About us</a><li><a href="/contact">Contact</a>'
    empty = nkdocs.parse(page.format(parts), url=url, media_type="text/html")
    assert empty.kind == "empty"
