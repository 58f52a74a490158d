"""Daily NK: what its cases do not say."""

import pytest

import nkdocs

REGISTRY = nkdocs.Registry(entry_points=False)
SIGNED = "한솔 기자 - 2018.03.16 4:15 오후"
URL = "https://www.dailynk.com/english/ferry-stops-hyesan/"
KOREAN_URL = "https://www.dailynk.com/20180316-1/"
FIRST = "Daily NK has learned that the ferry across the border river stopped running last week, for the third time."
SECOND = "Nobody at the pier can say when it sails again, and the tickets are sold as paper."
TOLD = "The ferry across the border river stopped running last week, a source told Daily NK on Monday."
CAPTION = "The pier at Hyesan. Image: Daily NK"
KOREAN = "압록강의 나룻배가 지난주부터 다니지 않아 상인들이 발을 구르고 있는 것으로 전해졌다."
THEME = (
    '<html lang="ko"><body><header class="td-post-title"><h1 class="entry-title">나룻배 멈췄다</h1>'
    '<span class="td-post-date"><time datetime="{stamp}">{shown}</time></span></header>'
    '<div class="td-post-content"><p>' + KOREAN + "</p></div></body></html>"
)


def read(text: str, url: str | None = URL) -> nkdocs.Article:
    """The article of a text."""
    return nkdocs.parse(text, url=url, registry=REGISTRY).article


def page(markup: str, url: str | None = KOREAN_URL) -> nkdocs.Parsed:
    """A page as parsed."""
    return nkdocs.parse(markup, url=url, media_type="text/html", registry=REGISTRY)


def moment(article: nkdocs.Article) -> str | None:
    """When an article was published."""
    when = article.published
    return None if when is None else when.instant.isoformat() if when.instant else when.edtf


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("gap", [1, 2])
def test_an_article_reads_the_same_with_blank_lines_and_without(newline: str, gap: int):
    """Extractors keep them or drop them, and systems end lines in two ways."""
    lines = ["Ferry stops at Hyesan", "Tickets are sold as paper, a source says", CAPTION, FIRST, SECOND]
    article = read((newline * gap).join(lines))
    assert article.headline is not None
    assert article.headline.text == lines[0]
    assert article.standfirst is not None
    assert article.standfirst.text == lines[1]
    assert [paragraph.text for paragraph in article.paragraphs] == [FIRST, SECOND]
    assert [(caption.text, caption.credit) for caption in article.captions] == [("The pier at Hyesan.", "Daily NK")]


@pytest.mark.parametrize("words", ["ferry pier tickets hyesan", "Hyesan ferry"])
def test_alternative_text_between_paragraphs_is_no_body(words: str):
    """Search words stand right above the caption of their picture."""
    article = read(f"{FIRST}\n\n{words}\n\n{CAPTION}\n\n{SECOND}")
    assert [paragraph.text for paragraph in article.paragraphs] == [FIRST, SECOND]


def test_a_short_line_without_caption_is_no_alternative_text():
    """It stays in the text."""
    article = read(f"{FIRST}\n\nThe end\n\n{SECOND}")
    assert [paragraph.text for paragraph in article.paragraphs] == [FIRST, "The end", SECOND]


@pytest.mark.parametrize("end", range(40, 400, 60))
def test_an_article_cut_anywhere_is_an_article(end: int):
    """What is left is read, and nothing of it is lost."""
    head = "Ferry stops at Hyesan\n\nKang Mi Jin  |  2011-08-20 16:34\nRead in Korean  "
    text = f"{head}\n\n{FIRST}\n\n{SECOND}\n\n{CAPTION}"
    parsed = nkdocs.parse(text[:end], url=URL, registry=REGISTRY)
    assert parsed.kind == "article"
    assert {label.role for label in parsed.labels}.isdisjoint({"unknown"})


def test_the_day_of_the_visit_is_no_day_of_publication():
    """The weather and a day stand above every page; a Korean address carries the day of the report."""
    article = read(f"15.3 C\n\nPyongyang\n\n2018년 6월 21일 (목요일)\n\n나룻배 멈춰 서다\n\n{KOREAN}", KOREAN_URL)
    assert article.headline is not None
    assert article.headline.text == "나룻배 멈춰 서다"
    assert moment(article) == "2018-03-16"
    assert article.published is not None
    assert article.published.basis == "url"
    assert moment(read(f"June 21, 2018\n\nFerry stops at Hyesan\n\n{FIRST}")) is None


@pytest.mark.parametrize(
    ("signature", "name"),
    [
        ("강미진 기자\n\n2018.03.16 4:15 오후", "강미진"),
        ("강미진 기자 - 2018.03.16 4:15 오후", "강미진"),
        ("강미진 기자\n\n-\n\n2018.03.16 4:15 오후", "강미진"),
        ("2018.03.16 4:15 오후", None),
    ],
)
def test_author_and_time_stand_on_one_line_or_on_several(signature: str, name: str | None):
    """The clock is Korean."""
    article = read(f"나룻배 멈춰 서다\n\n{signature}\n\n{KOREAN}", KOREAN_URL)
    assert [byline.name for byline in article.bylines] == ([name] if name else [])
    assert moment(article) == "2018-03-16T16:15:00+09:00"
    assert [paragraph.text for paragraph in article.paragraphs] == [KOREAN]


def test_a_turn_of_a_transcript_is_no_standfirst():
    """It opens the body, question or not."""
    turn = "진행 : 나룻배는 언제 다시 다닙니까?"
    article = read(f"나룻배 멈춰 서다\n\n강미진 기자\n\n{turn}\n\n기자 : 아무도 모릅니다.", KOREAN_URL)
    assert article.standfirst is None
    assert article.paragraphs[0].text == turn


@pytest.mark.parametrize(
    ("stamp", "shown", "expected"),
    [
        ("2018-03-16T16:15:55+00:00", "2018.03.16 4:15 오후", "2018-03-16T16:15:55+09:00"),
        ("2018-03-16T16:15:55Z", "2018.03.16", "2018-03-16T16:15:55+09:00"),
        ("2018-03-16T16:15:55+09:00", "2018.03.16 4:15 오후", "2018-03-16T16:15:55+09:00"),
        ("2018-03-16T07:15:00+00:00", "2018.03.16 4:15 오후", "2018-03-16T07:15:00+00:00"),
    ],
)
def test_times_of_its_markup_are_korean(stamp: str, shown: str, expected: str):
    """The offset of Greenwich is not meant, unless the printed clock agrees with it."""
    assert moment(page(THEME.format(stamp=stamp, shown=shown)).article) == expected


def test_the_header_of_a_page_of_its_theme_is_not_the_articles_day():
    """Without a time of its own a page has the day of its address."""
    markup = (
        '<div class="td_data_time">2018년 3월 20일 (화요일)</div><h1 class="entry-title">나룻배 멈췄다</h1>'
        f'<div class="td-post-content"><p>{KOREAN}</p></div>'
    )
    assert moment(page(markup).article) == "2018-03-16"
    assert moment(page(markup, "https://www.dailynk.com/ferry/").article) is None


def test_a_page_of_an_unknown_theme_reads_like_its_text():
    """Headline, signature, captions and body stand in one order in markup and in text."""
    markup = (
        "<title>Ferry stops - DailyNK</title><ul><li><a href=/>Home</a></li></ul><div><h1>Ferry stops at Hyesan</h1>"
        f"<p>Kang Mi Jin | 2011-08-20 16:34</p><p>{CAPTION}</p><p>{FIRST}</p><p>{SECOND}</p></div>"
    )
    article = page(markup, URL).article
    assert article.headline is not None
    assert article.headline.text == "Ferry stops at Hyesan"
    assert [byline.name for byline in article.bylines] == ["Kang Mi Jin"]
    assert moment(article) == "2011-08-20T16:34:00+09:00"
    assert [paragraph.text for paragraph in article.paragraphs] == [FIRST, SECOND]
    assert [caption.credit for caption in article.captions] == ["Daily NK"]


@pytest.mark.parametrize("after", ["As the river rises", "A pilot", "“Nobody sails"])
def test_a_caption_glued_to_a_sentence_is_parted_from_it(after: str):
    """Old pages lost the space, before a quotation too."""
    article = read(f"Ferry stops at Hyesan\n\nKang Mi Jin  |  2011-08-20 16:34\n{CAPTION}{after}, a source said.")
    assert [(caption.text, caption.credit) for caption in article.captions] == [("The pier at Hyesan.", "Daily NK")]
    assert [paragraph.text for paragraph in article.paragraphs] == [f"{after}, a source said."]


def test_japanese_references_are_parted_from_sentences_not_cut_out_of_them():
    """At the end of a paragraph a reference is the page's; inside a sentence the text stays whole."""
    inside = "渡し舟(参考記事:消えた渡し舟)は止まったままだ。"
    article = read(
        f"人気記事:埠頭の一日\n\n船が止まる\n\n船が止まった。(参考記事:消えた渡し舟(上))\n\n{inside}\n\n(関連記事:埠頭の夜)",
        "https://dailynk.jp/archives/5",
    )
    assert [paragraph.text for paragraph in article.paragraphs] == ["船が止まった。", inside]


@pytest.mark.parametrize(
    "url",
    [
        "https://www.dailynk.com/english/tag/ferry/",
        "https://www.dailynk.com/english/category/news/page/2/",
        "https://www.dailynk.com/english/2019/07/",
        "https://www.dailynk.com/category/북한/",
        "https://dailynk.jp/archives/category/a/",
    ],
)
def test_an_address_of_a_list_is_a_listing(url: str):
    """Whatever its items look like."""
    parsed = nkdocs.parse(f"Ferry stops at Hyesan again\n\nJuly 22, 2019\n\n{SECOND}", url=url, registry=REGISTRY)
    assert parsed.kind == "listing"
    assert [entry.headline for entry in parsed.entries] == ["Ferry stops at Hyesan again"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"나룻배 멈춰 서다\n\n{SIGNED}\n\n{KOREAN}\n\n소식통은 19일 데일리NK에 “표만 팔린다”고 전했다.", "dailynk"),
        (
            f"나룻배 멈춰 서다\n\n{SIGNED}\n\n{KOREAN}\n\n소식통은 데일리NK와의 통화에서 “표만 팔린다”고 했다.",
            "dailynk",
        ),
        (f"나룻배 멈춰 서다\n\n{KOREAN}\n\n소식통은 19일 데일리NK에 “표만 팔린다”고 전했다.", None),
        (f"나룻배 멈춰 서다\n\n{SIGNED}\n\n{KOREAN}\n\n데일리NK는 소식통이 데일리NK에 그렇게 말했다고 보도했다.", None),
        (f"나룻배 멈춰 서다\n\n{SIGNED}\n\n{KOREAN}\n\n북한 매체인 데일리NK에 따르면 나룻배가 멈췄다.", None),
        (f"나룻배 멈춰 서다\n\n▲부두의 모습 /사진=데일리NK\n\n{KOREAN}", None),
        ("船が止まる\n\n▲埠頭 /写真=デイリーNK資料写真\n\n渡し舟が先週から止まっている。", None),
        (f"Ferry stops\n\nHan Sol  |  2012-06-02 10:15\n{TOLD}\n\n{SECOND}", "dailynk"),
        (f"{TOLD}\n\n{SECOND}\n\nRead in Korean", "dailynk"),
        (f"{CAPTION}\n\n{TOLD}\n\n{SECOND}", None),
        (f"{TOLD}\n\n{SECOND}", None),
        (f"{FIRST}\n\n{SECOND}", "dailynk"),
        (f"{SECOND}\n\nHan Sol is one of Daily NK's full-time reporters.", "dailynk"),
        (f"{SECOND}\n\nAccording to Han Sol, one of Daily NK's reporters, nobody can say.", None),
        (f"{SECOND}\n\nThe ferry has stopped, Daily NK reported on Monday. {FIRST[22:]}", None),
        (f"{CAPTION}\n\n{SECOND}", None),
    ],
)
def test_without_address_its_own_voice_beside_a_line_of_its_pages_tells(text: str, expected: str | None):
    """Credits and citations are no evidence, and a voice alone may be a citation."""
    assert read(text, None).outlet == expected


def test_its_voice_on_another_host_is_a_quotation():
    """Whoever keeps the page may quote at length."""
    assert read(f"Ferry stops at Hyesan\n\n{FIRST}\n\n{SECOND}", "https://mirror.example/ferry").outlet is None


def test_author_and_day_are_no_title_where_the_title_was_lost():
    """The line still says who and when."""
    body = "신의주 시장에서 비옷 값이 두 배로 오른 것으로 알려졌다.\n\n상인들은 물건을 감추고 있다."
    text = f"한솔 기자 - 2018.06.19 11:05 오전\n\n{body}"
    article = nkdocs.parse(text, url="https://www.dailynk.com/20180619-7/", registry=REGISTRY).article
    assert (article.headline, [author.name for author in article.bylines]) == (None, ["한솔"])
    assert article.published is not None
    assert article.published.instant is not None
