"""Markup that would keep an HTML parser busy for hours, made tame before it is parsed; its text is kept.

Building a tree is quadratic in the depth of elements and in the attributes of one, and phrases that are never closed
(``<p><b id=1><p><b id=2>``) are copied into each paragraph after them. Ordinary pages are told by three cheap looks;
only what fails them is read tag by tag, by ``_Tamer``.
"""

import re
from collections.abc import Iterator
from typing import Final

from nkdocs.layout.guard_names import (
    BLOCKS,
    ENDING,
    FOREIGN,
    HEADINGS,
    ITEM_WALLS,
    PARAGRAPH_ENDING,
    PHRASES,
    RAW,
    ROW_WALLS,
    SPECIAL,
    TABLE_PARTS,
    UNCOUNTED,
    WALLS,
)
from nkdocs.records.note import Note

__all__ = ["tame"]

# Measured with lexbor: nests of 10,000 tags take 0.2 s at worst, 100,000 take over 12 s.
_FEW_TAGS: Final = 10_000
# With fewer tags than this, even all phrases copied into all paragraphs make no tree that matters.
_FEW_COPIES: Final = 2_800
_MOST_COPIES: Final = 2_000_000
# A stretch of this size without a tag is text, a script, or a tag with very many attributes.
_WINDOW: Final = 4096
# How far back the start of a script is looked for: the search is slow backwards, and a miss only costs a closer look.
_NEAR: Final = 30_000
_DEEPEST: Final = 256
_MOST_PHRASES: Final = 16
_MOST_ROOTS: Final = 64
_MOST_ATTRIBUTES: Final = 256
# Whatever may be the start of a phrase with attributes; then, only where these are many, what is.
_LIKE_PHRASE: Final = re.compile(rb"<[bceinfstuBCEINFSTU][a-zA-Z]{0,5}[\s/]")
_PHRASE: Final = re.compile(rb"<(?:[bisu]|big|code|em|font|nobr|small|strike|strong|tt)[\s/]", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(rb"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>"'][^\s>]*+)?)?""")
_TAG_NAME: Final = re.compile(rb"<[a-zA-Z][\w:-]*+[\s/>]")
_TAG: Final = re.compile(rb"<(/?)([a-zA-Z][^\s/>]*+)((?:" + _ATTRIBUTE.pattern + rb")*+[\s/]*+)>?")


def tame(content: bytes) -> tuple[bytes, tuple[Note, ...]]:
    """The markup, with nests flattened and floods of attributes cut where a parser could not follow, and notes on it.

    >>> tame(b"<p>Rice rose.")
    (b'<p>Rice rose.', ())
    """
    if _harmless(content):
        return content, ()
    tamer = _Tamer(content)
    tamed = tamer.run()
    notes: list[Note] = []
    if tamer.deep:
        notes.append(Note(code="depth-limit", detail=f"elements nest deeper than {_DEEPEST}; their text is kept"))
    if tamer.wide:
        notes.append(Note(code="size-limit", detail=f"an element has more than {_MOST_ATTRIBUTES} attributes"))
    return tamed, tuple(notes)


def _harmless(content: bytes) -> bool:
    """Whether the parser can be trusted with this markup, from looks that cost a fraction of parsing it."""
    tags = content.count(b"<")
    if tags > _FEW_TAGS:
        return False
    if tags > _FEW_COPIES and all(
        tags * len(phrase.findall(content)) > _MOST_COPIES for phrase in (_LIKE_PHRASE, _PHRASE)
    ):
        return False
    return not any(not _in_script(content, start) and _crowded(content, start) for start in _long_tags(content))


def _crowded(content: bytes, start: int) -> bool:
    """Whether the tag at ``start`` has too many attributes."""
    tag = _TAG.match(content, start)
    return tag is not None and len(tag[3]) > _MOST_ATTRIBUTES and len(_ATTRIBUTE.findall(tag[3])) > _MOST_ATTRIBUTES


def _in_script(content: bytes, start: int) -> bool:
    """Whether what looks like a tag is a comparison in a script: ``i<a.length;i++``."""
    if _TAG_NAME.match(content, start):
        return False
    script = content.rfind(b"<script", max(0, start - _NEAR), start)
    return script >= 0 and content.find(b"</script", script, start) < 0


def _long_tags(content: bytes) -> Iterator[int]:
    """Where the tags start that may be longer than a window: before each window without ``<``, or without ``>``."""
    for mark in (b"<", b">"):
        at = 0
        while at + _WINDOW <= len(content):
            if content.find(mark, at, at + _WINDOW) >= 0:
                at += _WINDOW
                continue
            before = content.rfind(mark, 0, at)
            start = before if mark == b"<" else content.find(b"<", before + 1)
            if start >= 0:
                yield start
            following = content.find(mark, at)
            at = following if following >= 0 else len(content)


class _Tamer:
    """Reads markup tag by tag, keeping count of what is open, and leaves out the tags that go too far.

    The count never falls below what a parser would have open: an end tag that a parser might ignore ends nothing.
    """

    def __init__(self, content: bytes) -> None:
        self.deep = False
        self.wide = False
        self._content = content
        self._kept: list[bytes] = []
        self._copied = 0
        self._open: list[bytes] = []
        self._counts: dict[bytes, int] = {}
        self._dropped: dict[bytes, int] = {}
        self._walls = 0
        # For each name of a phrase, the walls that stood when each was opened.
        self._phrases: dict[bytes, list[int]] = {}
        self._phrase_count = 0
        self._roots = 0

    def run(self) -> bytes:
        """The tame markup."""
        content = self._content
        at = content.find(b"<")
        while at >= 0:
            tag = _TAG.match(content, at)
            if tag is None:
                after = self._other(at)
            elif tag[1]:
                after = tag.end()
                self._end(tag[2].lower(), at, after)
            else:
                after = self._start(tag[2].lower(), tag)
            at = content.find(b"<", after)
        self._kept.append(content[self._copied :])
        return b"".join(self._kept)

    def _other(self, at: int) -> int:
        """Pass a comment, a declaration or a stray ``<``; where reading goes on."""
        content = self._content
        if content.startswith(b"<!--", at):
            end = content.find(b"-->", at + 2)
            return end + 3 if end >= 0 else len(content)
        if content[at + 1 : at + 2] in {b"!", b"?", b"/"}:
            end = content.find(b">", at)
            return end + 1 if end >= 0 else len(content)
        return at + 1

    def _replace(self, start: int, end: int, by: bytes) -> None:
        """Write something else for a tag."""
        self._kept += (self._content[self._copied : start], by)
        self._copied = end

    def _start(self, name: bytes, tag: re.Match[bytes]) -> int:
        """Take a start tag; where reading goes on."""
        start, after = tag.span()
        if name in RAW:
            after = self._raw_end(name, after)
        elif name in PHRASES:
            self._start_phrase(name, start, after)
        elif name not in UNCOUNTED and not (tag[3].endswith(b"/") and self._foreign()):
            self._nest(name, start, after)
        elif name in {b"html", b"body"}:
            self._roots += 1
            if self._roots > _MOST_ROOTS:
                self._replace(start, after, b"")
        if self._copied <= start and _crowded(self._content, start):
            self._cut_attributes(tag)
        return after

    def _cut_attributes(self, tag: re.Match[bytes]) -> None:
        """Keep the first attributes of a tag."""
        self.wide = True
        end = 0
        for _, attribute in zip(range(_MOST_ATTRIBUTES), _ATTRIBUTE.finditer(tag[3]), strict=False):
            end = attribute.end()
        self._replace(tag.start(), tag.end(), b"<" + tag[2] + tag[3][:end] + b" >")

    def _raw_end(self, name: bytes, after: int) -> int:
        """Where an element ends whose content is no markup."""
        end = re.compile(rb"</" + re.escape(name) + rb"[\s/>]", re.IGNORECASE).search(self._content, after)
        return end.start() if end else len(self._content)

    def _foreign(self) -> bool:
        """Whether a drawing or a formula is open, where ``<path/>`` ends itself."""
        return any(self._counts.get(name) for name in FOREIGN)

    def _start_phrase(self, name: bytes, start: int, after: int) -> None:
        """Take the start of ``b`` and its like."""
        if self._phrase_count >= _MOST_PHRASES:
            self.deep = True
            self._replace(start, after, b"")
            return
        self._phrases.setdefault(name, []).append(self._walls)
        self._phrase_count += 1

    def _nest(self, name: bytes, start: int, after: int) -> None:
        """Take the start of an element that others nest in; beyond the depth it becomes a paragraph, or nothing."""
        if name in ENDING:
            self._pop_to(ENDING[name], ROW_WALLS if name in TABLE_PARTS else ITEM_WALLS)
        if name in PARAGRAPH_ENDING and self._counts.get(b"p"):
            self._pop_to(frozenset({b"p"}), WALLS | {b"button"})
        if name in HEADINGS and self._open and self._open[-1] in HEADINGS:
            self._counts[self._open.pop()] -= 1
        if len(self._open) < _DEEPEST:
            self._open.append(name)
            self._counts[name] = self._counts.get(name, 0) + 1
            self._walls += name in WALLS
            return
        self.deep = True
        self._dropped[name] = self._dropped.get(name, 0) + 1
        self._replace(start, after, b"<p>" if name in BLOCKS else b"")

    def _end(self, name: bytes, start: int, after: int) -> None:
        """Take an end tag."""
        if self._dropped.get(name):
            self._dropped[name] -= 1
            self._replace(start, after, b"<p>" if name in BLOCKS else b"")
        elif name in PHRASES:
            walls = self._phrases.get(name)
            if walls and walls[-1] == self._walls:
                walls.pop()
                self._phrase_count -= 1
        elif self._counts.get(name):
            self._pop_to(frozenset({name}), _reach(name))

    def _pop_to(self, names: frozenset[bytes], walls: frozenset[bytes]) -> None:
        """End the innermost open element of these names and all inside it, unless a wall stands before it."""
        for index in range(len(self._open) - 1, -1, -1):
            name = self._open[index]
            if name in names:
                for ended in self._open[index:]:
                    self._counts[ended] -= 1
                    self._walls -= ended in WALLS
                del self._open[index:]
                return
            if name in walls:
                return


def _reach(name: bytes) -> frozenset[bytes]:
    """What an end tag of this name does not reach through."""
    if name in TABLE_PARTS:
        return ROW_WALLS
    if name == b"p":
        return WALLS | {b"button"}
    if name == b"li":
        return WALLS | {b"ol", b"ul"}
    return WALLS if name in SPECIAL else SPECIAL
