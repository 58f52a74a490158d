"""Markdown: a folder with a file an article, YAML front matter before the text, for notes and static sites."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, cast

from nkdocs.errors import UsageError
from nkdocs.plugin.protocols import ExportContext
from nkdocs.plugin.sessions import options_of
from nkdocs.records.article import Article, Caption, Paragraph
from nkdocs.records.comment import Comment
from nkdocs.records.people import signatures
from nkdocs.text.dates.extent import edtf_of, extent
from nkdocs.text.dates.when import When

__all__ = ["MarkdownExporter"]

# Wide enough that names in the order of the alphabet are in the order of the articles.
_DIGITS: Final = 8
_HASH: Final = 12
_NOT_IN_NAMES: Final = re.compile(r"[^0-9A-Za-z]")
# Readers of Markdown follow no list deeper than this.
_DEEPEST: Final = 20
# What would begin a heading, a list, a quotation, a rule or a table at the start of a line.
_OPENERS: Final = re.compile(r"^(\s*)([#>+\-*=|]|\d{1,9}[.)](?=\s))", re.MULTILINE)
_MARKUP: Final = re.compile(r"[\\`*_\[\]<&]")


class MarkdownExporter:
    """Write one ``.md`` an article."""

    def open(self, target: Path, ctx: ExportContext) -> "_Session":
        """Start writing into the empty folder ``target``."""
        options_of(ctx)
        return _Session(target)


class _Session:
    """Numbers the files; a failure ends it."""

    def __init__(self, folder: Path) -> None:
        self._folder: Path | None = folder
        self._number = 0

    def write(self, article: Article) -> None:
        """Write one file.

        Raises:
            UsageError: after a failure, or once closed.
        """
        folder, self._folder = self._folder, None
        if folder is None:
            raise UsageError("nothing more can be written: this export is closed, or has failed")
        self._number += 1
        content = _page(article).encode()
        digest = article.id.removeprefix("sha256:")[:_HASH]
        (folder / f"{self._number:0{_DIGITS}}-{_NOT_IN_NAMES.sub('-', digest)}.md").write_bytes(content)
        self._folder = folder

    def close(self) -> None:
        """Write no more."""
        self._folder = None


def _page(article: Article) -> str:
    parts = ["---\n", *(f"{key}: {_yaml(value)}\n" for key, value in _front(article).items()), "---\n"]
    body = [_paragraph(paragraph) for paragraph in article.paragraphs]
    if article.standfirst is not None:
        body.insert(0, _strong(str(article.standfirst)))
    body += map(_caption, article.captions)
    if article.comments:
        body.append("## Comments")
        body += _thread(article.comments)
    return "".join(parts) + "".join(f"\n{part}\n" for part in body)


def _front(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": str(article.headline or ""),
        "outlet": article.outlet,
        "authors": signatures(article.bylines),
        "date": _date(article.published),
        "url": article.document.url,
        "language": article.language,
        "section": article.section,
    }


def _yaml(value: Any) -> str:
    """A value as JSON in ASCII, which is YAML too whatever the text holds."""
    return json.dumps(value, ensure_ascii=False) if _is_tame(value) else json.dumps(value)


def _is_tame(value: Any) -> bool:
    """Whether YAML prints all of these characters: it has no place for controls and a few others."""
    texts = cast("list[str | None]", value) if isinstance(value, list) else [value]
    return all(text is None or text.isprintable() for text in texts)


def _date(when: When | None) -> str | None:
    """The day, month, year or span of days as EDTF; None where the year is unknown."""
    return None if extent(when) is None else edtf_of(when)


def _paragraph(paragraph: Paragraph) -> str:
    words = _plain(paragraph.text)
    if paragraph.kind == "subhead":
        return f"## {' '.join(words.split())}"
    if paragraph.kind == "quote":
        return "\n".join(f"> {line}" for line in words.split("\n"))
    return "- " + words.replace("\n", "\n  ") if paragraph.kind == "list" else words


def _caption(caption: Caption) -> str:
    credit = f"({_plain(caption.credit)})" if caption.credit else ""
    text = f"*{_plain(caption.text).strip()}*" if caption.text.strip() else ""
    return f"{text} {credit}".strip()


def _thread(comments: Iterable[Comment]) -> Iterator[str]:
    """Comments as items of a list, each under the one it answers; one that lost it stands under none."""
    levels: dict[int, int] = {}
    for comment in comments:
        level = levels[comment.id] = 0 if comment.parent is None else levels[comment.parent] + 1
        yield _comment(comment, min(level, _DEEPEST))


def _comment(comment: Comment, level: int) -> str:
    """An item; what the page lost, and what its place does not show, is said."""
    indent = "  " * level
    author = "(author lost)" if comment.author is None else _strong(comment.author)
    text = "(text lost)" if comment.text is None else _plain(comment.text)
    lost = "parent" in comment.missing
    said = " (parent lost)" if lost else f" (depth {comment.depth})" if comment.depth > level else ""
    return f"{indent}- {author}{said}: " + text.replace("\n", f"\n{indent}  ")


def _strong(text: str) -> str:
    """Emphasis around text, none around blanks."""
    return f"**{_plain(text).strip()}**" if text.strip() else ""


def _plain(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _OPENERS.sub(r"\1\\\2", _MARKUP.sub(lambda found: "\\" + found[0], text))
