"""Documents in the shapes that parsers meet, for hypothesis to draw from."""

from typing import Any, Final

from nkdocs.document import Document
from nkdocs.errors import MissingExtra

__all__ = ["documents", "hypothesis_module"]

_WORDS: Final = (
    "rice", "market", "border", "The", "trader", "said", "Hyesan", "on", "Monday", "told", "Kim", "price", "2014",
    "won", "a", "source", "쌀값", "장마당", "혜산시", "북한의", "소식통은", "평양",
    "市場", "新義州", "рынок", "e\u0301",
)  # fmt: skip
_LINES: Final = (
    "Exclusive: Rice prices fall again", "By Kim Sung-jin, freelance reporter", "Monday 2nd June, 2014",
    "2014-06-02 09:30",
    "PYONGYANG, June 2 (KCNA) -- A meeting was held.", "Photo: Daily NK", "[Image: Border Ledger]", "사진=데일리NK",
    "Read in Korean", "Please direct any comments to the desk.", "© 2014 All rights reserved", "-0-", "(END)", "(끝)",
    "Share this:", "Juche 103 (2014)", "2014년 6월 2일", "Related articles", "* * *", "----", "[email protected]",
    "https://example.org/a?b=c", "Kim | Ledger", "Name, Role | 2 June 2014", "1. First point", "> quoted words",
)  # fmt: skip
_SPACES: Final = (" ", "  ", "\t", "\xa0", "\u3000", "\u200b", "\u2009", " \t ")
_MARKS: Final = ("•", "*", "-", "–", "◦", "1.", "·")
_ENDS: Final = ("\n", "\n", "\n", "\n\n", "\n\n\n\n", "\r\n", "\r", "\u2028", "\x0b", " \n \n")
_PIECES: Final = ("\0", "\ud800", "\ufeff", "\u202e", "\x1b[31m", "𝟘😀", "<p>", "&nbsp;", "“", "”", '"', "'", "[", "(")
_HOSTS: Final = (None, None, "https://borderledger.example/2014/06/rice", "http://www.dailynk.com/a?id=1", "not a url")


def hypothesis_module() -> Any:
    """The module ``hypothesis``.

    Raises:
        MissingExtra: where it is not installed.
    """
    try:
        import hypothesis
    except ImportError as error:
        raise MissingExtra("testing", "drawing documents") from error
    return hypothesis


def documents() -> Any:
    """A hypothesis strategy of documents: plain text, with the odd page, headed and damaged as captures are.

    Headlines, bylines, datelines, paragraphs, captions, nested bullets, footers, runs of blank lines, odd white
    space, Hangul, mixed line ends, marks that are no text.

    >>> from hypothesis import find
    >>> find(documents(), lambda document: "•" in str(document.content)).media_type
    'text/plain'

    Raises:
        MissingExtra: without the extra ``testing``.
    """
    st = hypothesis_module().strategies
    blocks = st.lists(st.one_of(_paragraphs(st), _bullets(st), st.sampled_from(_LINES)), max_size=9)
    ends = st.lists(st.sampled_from(_ENDS), min_size=9, max_size=9)
    texts = st.builds(_joined, blocks, ends)
    pages = st.builds(_page, st.lists(st.one_of(_paragraphs(st), st.sampled_from(_LINES)), max_size=6))
    plain = st.builds(_document, texts, st.sampled_from(_HOSTS), st.just("text/plain"))
    markup = st.builds(_document, pages, st.sampled_from(_HOSTS), st.just("text/html"))
    return st.one_of(plain, plain, plain, markup)


def _paragraphs(st: Any) -> Any:
    """Words with odd spaces between them, and now and then something that is no word."""
    words = st.lists(st.one_of(st.sampled_from(_WORDS), st.sampled_from(_WORDS), st.sampled_from(_PIECES)), max_size=12)
    return st.builds(_sentence, words, st.sampled_from(_SPACES), _stops(st))


def _sentence(words: list[str], space: str, end: str) -> str:
    return space.join(words) + end


def _stops(st: Any) -> Any:
    return st.sampled_from((".", "", "。", "?", ".”", ":"))


def _bullets(st: Any) -> Any:
    """A few bullets at any depth, some without name, some without body."""
    depths = st.lists(st.integers(min_value=0, max_value=6), min_size=1, max_size=6)
    names = st.lists(
        st.sampled_from(("River Watcher", "HANA", "관찰자", "", "Oleg_K says:", "a")), min_size=6, max_size=6
    )
    return st.builds(_thread, depths, names, st.sampled_from(_MARKS), _paragraphs(st))


def _thread(depths: list[int], names: list[str], mark: str, body: str) -> str:
    lines: list[str] = []
    for depth, name in zip(depths, names, strict=False):
        indent = "  " * depth
        lines += [f"{indent}{mark} {name}", "", *([f"{indent}  {body}", ""] if name != "HANA" else [])]
    return "\n".join(lines)


def _joined(blocks: list[str], ends: list[str]) -> str:
    return "".join(block + end for block, end in zip(blocks, ends, strict=False))


def _page(blocks: list[str]) -> str:
    title = blocks[0] if blocks else "A page"
    return (
        f"<html><head><title>{title}</title></head><body>{''.join(f'<p>{block}</p>' for block in blocks)}</body></html>"
    )


def _document(content: str, url: str | None, media_type: str) -> Document:
    return Document(content, url=url, media_type=media_type, name="drawn")
