"""Comment threads kept as nested bullets, damaged ones too."""

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from nkdocs.layout.block import NO_ELEMENT, Block, Layout
from nkdocs.records import Comment, Label, Note, Span, When
from nkdocs.records.unchecked import unchecked_comment
from nkdocs.rules.paragraphs import block_text
from nkdocs.text.dates import read_when

__all__ = ["Thread", "find_thread", "losses", "read_thread", "thread"]

_NAME_MOST: Final = 60
_NAME_WORDS: Final = 7
_NAME_SHARE: Final = 0.75
# Disqus and WordPress let a reader be called almost anything; these are sentences, links, credits or figures.
_NO_NAME: Final = re.compile(
    r"by\s|read (?:more|in|the|this)\b|share (?:this|on|via)\b|see (?:also|more)\b|copyright\b|https?:", re.IGNORECASE
)
_NO_NAME_OPENERS: Final = frozenset("bBrRsSſcChH")
_NO_NAME_SIGNS: Final = frozenset("©:;,")
_STOPS: Final = (".", "。", "…")
_PROSE_WORDS: Final = 5
_FOOT: Final = re.compile(
    r"©|copyright|reserved|comment|subscrib|powered by|one of \S.{0,40}['’]s?\s|reporter|questions|e-?mail",
    re.IGNORECASE,
)
_NO_CLOCK: Final = frozenset({"day", "month", "year", "season", "range", "weekday"})
_INITIAL_AT_END: Final = re.compile(r"(?:^|\s)(?:\w{1,2}|Jr|Sr|Mr|Mrs|Dr)\.$")
_SAYS: Final = re.compile(r"(?P<author>.*?)\s+(?:says|said|wrote|writes)(?:\s+on\s+(?P<on>.+?))?:\s*(?P<rest>.*)")
_LINKED: Final = re.compile(r"\[(?P<author>[^\]]+)\]\([^)]*\)")
# The links a comment system puts under every comment; a reader may well say "Like" or "Share".
_META: Final = frozenset(
    {"reply", "reply ↓", "reply →", "log in to reply", "reply to this comment", "permalink", "답글"}
)
_META_MOST: Final = max(map(len, _META))
_POSTED_TAIL: Final = re.compile(r"\s*(?:\||·|•)?\s*(?:permalink|#|edit|\(edit\)|reply)\s*$", re.IGNORECASE)
_POSTED_MOST: Final = 60
_WIDE_GAP: Final = 2
_UNIT: Final = 2


@attrs.frozen(slots=True, kw_only=True)
class Thread:
    """A thread as read: comments in document order, what was lost, which blocks it takes."""

    comments: tuple[Comment, ...]
    notes: tuple[Note, ...] = ()
    labels: tuple[Label, ...] = ()
    first: int = 0
    after: int = 0


def thread(layout: Layout, blocks: Sequence[Block]) -> tuple[Comment, ...]:
    r"""The comments that ``blocks`` hold, or none where they are no thread.

    >>> import nkdocs
    >>> layout = nkdocs.lay_out("  • Ann\n\n    Good to know.\n\n    • Bob\n\n      Indeed.")
    >>> [(comment.author, comment.depth, comment.text) for comment in thread(layout, layout.blocks)]
    [('Ann', 0, 'Good to know.'), ('Bob', 1, 'Indeed.')]
    """
    found = find_thread(blocks)
    return read_thread(layout, blocks, *found).comments if found else ()


def find_thread(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """The range of ``blocks`` that is a thread: bullets that open with a name line and have bodies.

    Looked for from the end, since a thread follows its article. Figures, plain lists, and an article that was
    captured as one list item are none.
    """
    bullets = [number for number, block in enumerate(blocks) if block.kind == "bullet"]
    if not bullets:
        return None
    return _nested(blocks, bullets) or _flat(blocks, bullets)


def _nested(blocks: Sequence[Block], bullets: Sequence[int]) -> tuple[int, int] | None:
    """The last stretch of bullets whose bodies are indented under them."""
    after = len(blocks)
    while after and not blocks[after - 1].depth:
        after -= 1
    first = after
    while first and blocks[first - 1].depth:
        first -= 1
    heads = [number for number in bullets if first <= number < after]
    # Plain items of a list that stands right before the thread.
    plain = 0
    while plain + 1 < len(heads) and heads[plain + 1] == heads[plain] + 1 and not _is_name(blocks[heads[plain]].text):
        plain += 1
    if plain:
        first, heads = heads[plain - 1] + 1, heads[plain:]
    bodies = [n for n in heads if n + 1 < after and blocks[n + 1].kind != "bullet"]
    if not bodies or not _are_names(blocks, heads) or _is_one_item(blocks, first, after, heads):
        return None
    if any(map(_is_prose, blocks[after:])):
        return None
    # Text right before the first bullet that is indented, as the article is not, is a body whose bullet was lost.
    margin = max(blocks[0].indent + 1, blocks[first].indent)
    while first and blocks[first - 1].indent >= margin and blocks[first - 1].kind != "bullet":
        first -= 1
    return first, after


def _flat(blocks: Sequence[Block], bullets: Sequence[int]) -> tuple[int, int] | None:
    """Name bullets at growing columns, the bodies all at the margin: each runs to the next bullet."""
    first = len(bullets)
    while first and _is_name(blocks[bullets[first - 1]].text) and blocks[bullets[first - 1]].indent:
        first -= 1
    heads = bullets[first:]
    bodies = sum(n + 1 < len(blocks) and not blocks[n + 1].depth and blocks[n + 1].gap > 0 for n in heads)
    if bodies < _UNIT or 3 * bodies < len(heads):
        return None
    return heads[0], len(blocks)


def _are_names(blocks: Sequence[Block], heads: Sequence[int]) -> bool:
    """Whether the bullets are named as readers are; in a short thread one may have any name."""
    named = len([number for number in heads if _is_name(blocks[number].text)])
    return named >= _NAME_SHARE * len(heads) or (named > 0 and named >= len(heads) - 1)


def _is_prose(block: Block) -> bool:
    """Whether a block behind the bullets is the article going on, not the foot of the page."""
    text = block.text
    return text.endswith(_STOPS) and len(text.split()) >= _PROSE_WORDS and not _FOOT.search(text)


def _is_name(text: str) -> bool:
    """Whether a bullet's first line can be a reader's name."""
    name = _author(text)[0] if ":" in text or text[:1] == "[" else text
    if len(name) > _NAME_MOST or (len(name) > 2 * _NAME_WORDS and len(name.split()) > _NAME_WORDS):
        return False
    if not _NO_NAME_SIGNS.isdisjoint(name) or (name[:1] in _NO_NAME_OPENERS and _NO_NAME.match(name)):
        return False
    return not name.endswith(_STOPS) or _INITIAL_AT_END.search(name) is not None


def _author(text: str) -> tuple[str, re.Match[str] | None]:
    """The name that a bullet's first line gives, and where ``says:`` follows it, the match that tells the rest."""
    said = _SAYS.fullmatch(text) if ":" in text else None
    name = said["author"] if said else text
    linked = _LINKED.fullmatch(name) if name[:1] == "[" else None
    return (linked["author"] if linked else name), said


def _is_one_item(blocks: Sequence[Block], first: int, after: int, heads: Sequence[int]) -> bool:
    """Whether a whole article was captured as one list item: one bullet, and nothing before it but a title."""
    longest = max(b - a for a, b in zip(heads, [*heads[1:], after], strict=True))
    titled = first <= _UNIT and not any(block.text.endswith(_STOPS) for block in blocks[:first])
    return len(heads) <= _UNIT and titled and longest > 2 * _UNIT


class _Open:
    """A comment while its lines are still being read."""

    __slots__ = (
        "author",
        "body",
        "body_indent",
        "dated",
        "depth",
        "end",
        "id",
        "indent",
        "missing",
        "parent",
        "posted",
        "start",
    )

    def __init__(self, number: int, depth: int, parent: int | None, block: Block) -> None:
        self.id = number
        self.depth = depth
        self.parent = parent
        self.indent = block.indent
        self.start = block.span.start
        self.end = block.span.end
        self.author: str | None = None
        self.posted: When | None = None
        self.dated: str | None = None
        self.missing: tuple[str, ...] = ()
        self.body: list[str] = []
        self.body_indent: int | None = None


class _Reader:
    """Reads one thread block by block; a comment's parent is the nearest shallower one, if it is one level up."""

    def __init__(self, layout: Layout, blocks: Sequence[Block]) -> None:
        self.layout = layout
        self.flat = not [1 for block in blocks if block.depth and block.kind != "bullet"]
        shifts = [block.indent - _UNIT * block.depth for block in blocks if block.kind == "bullet"]
        # Two where columns are exact, else what most bodies do.
        self.step = _body_step(blocks) if any(shifts) else _UNIT
        self.base = min(shifts, default=0)
        self.read: list[_Open] = []
        self.above: list[_Open] = []
        self.columns: dict[int, int] = {}
        self.notes: list[Note] = []
        self.labels: list[Label] = []

    def bullet(self, block: Block) -> None:
        """Open the comment that a bullet starts."""
        author, posted = self._head(block)
        depth = block.depth - 1
        # One lost body leaves two blank lines; more can have taken an author with them.
        bearable = _WIDE_GAP if self.read and self.read[-1].body else 2 * _WIDE_GAP
        orphaned = bool(depth and block.gap >= bearable and self.read)
        self._open(block, depth, author, posted, orphaned=orphaned)

    def line(self, block: Block) -> None:
        """Give a line to the comment it belongs to, or to one whose author was lost."""
        current = self.read[-1] if self.read else None
        _, text, span, _, _, indent, gap, lines, _ = block
        if len(text) <= _META_MOST and text.casefold() in _META:
            self.labels.append(Label(role="comment-meta", span=span, rule="comment_controls"))
            return
        words = text if lines == 1 else block_text(block)
        if current is not None and current.body and indent == current.body_indent and gap < _WIDE_GAP:
            current.body.append(words)
            current.end = span.end
            return
        if current is not None and len(text) <= _POSTED_MOST and self._is_posted(block, current):
            return
        if current is None or not self._continues(current, block):
            current = self._open(block, self._depth_of_body(block, current), None, None, orphaned=False)
        elif gap >= _WIDE_GAP:
            self.notes.append(Note(code="comment-body-gap", span=Span(span.start, span.start)))
        current.body.append(words)
        current.body_indent = indent
        self.columns[indent] = current.depth
        current.end = span.end

    def _open(self, block: Block, depth: int, author: str | None, posted: When | None, *, orphaned: bool) -> _Open:
        above = self.above
        while above and above[-1].depth >= depth:
            above.pop()
        parent = above[-1].id if above and above[-1].depth == depth - 1 and not orphaned else None
        opened = _Open(len(self.read) + 1, depth, parent, block)
        opened.author, opened.posted = author, posted
        if not author:
            opened.missing = ("author",)
        if orphaned or (depth and parent is None):
            opened.missing = (*opened.missing, "parent")
        self.read.append(opened)
        above.append(opened)
        return opened

    def _head(self, block: Block) -> tuple[str | None, When | None]:
        """The author a bullet names, and the time where it stands on the same line."""
        if ":" not in block.text and block.text[:1] != "[":
            return block.text or None, None
        author, said = _author(block.text)
        posted = None
        if said:
            group = "on" if said["on"] else "rest"
            posted = self._posted(block.span.start + said.start(group), block.span.start + said.end(group))
        return author or None, posted

    def _is_posted(self, block: Block, current: _Open) -> bool:
        """Take the line under the name as the comment's time, if it is one."""
        if current.body or current.posted is not None:
            return False
        current.posted = self._posted(block.span.start, block.span.end)
        if current.posted is None:
            return False
        current.dated = block.text
        current.end = block.span.end
        return True

    def _posted(self, start: int, end: int) -> When | None:
        raw = self.layout.text[start:end]
        if not 0 < len(raw) <= _POSTED_MOST or not any(map(str.isdigit, raw)):
            return None
        raw = _POSTED_TAIL.sub("", raw)
        return read_when(raw, Span(start, start + len(raw)))

    def _continues(self, current: _Open, block: Block) -> bool:
        """Whether a line stands where the comment's body stands, or would."""
        if self.flat:
            return True
        expected = current.body_indent if current.body_indent is not None else current.indent + self.step
        if current.author is None and not current.body:
            return True
        return block.indent == expected or (current.body_indent is None and current.indent < block.indent < expected)

    def _depth_of_body(self, block: Block, current: _Open | None) -> int:
        """The depth that a body's column shows, where its bullet was lost."""
        known = self.columns.get(block.indent)
        if known is not None:
            return known
        if self.step == _UNIT:
            return max(0, (block.indent - self.base) // _UNIT - _UNIT)
        return current.depth + 1 if current is not None and block.indent > current.indent + self.step else 0


def _body_step(blocks: Sequence[Block]) -> int:
    """How many columns bodies stand to the right of their bullets: what most do."""
    steps: dict[int, int] = {}
    for head, body in itertools.pairwise(blocks):
        if head.kind == "bullet" and body.kind != "bullet" and body.indent > head.indent:
            step = body.indent - head.indent
            steps[step] = steps.get(step, 0) + 1
    return max(steps, key=lambda step: (steps[step], -step)) if steps else _UNIT


def read_thread(layout: Layout, blocks: Sequence[Block], first: int, after: int) -> Thread:
    """Read ``blocks[first:after]`` as a thread.

    A comment without body is flagged, a reply whose parent was lost is given to nobody, a body whose author was
    lost is a comment of its own; what nobody can tell is noted.
    """
    members = _in_columns(blocks[first:after])
    reader = _Reader(layout, members)
    for block in members:
        if block.kind == "bullet":
            reader.bullet(block)
        else:
            reader.line(block)
    comments = tuple(map(_closed, reader.read))
    notes = (*reader.notes, *losses(comments))
    return Thread(comments=comments, notes=notes, labels=tuple(reader.labels), first=first, after=after)


def _in_columns(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks of a page at the columns that stripped text gives them: markup says how deep each stands."""
    if not blocks or blocks[0].element is NO_ELEMENT:
        return blocks
    return [block._replace(indent=_UNIT * (block.depth + (block.kind != "bullet"))) for block in blocks]


def _closed(opened: _Open) -> Comment:
    if (
        opened.dated is not None
        and not opened.body
        and opened.posted is not None
        and opened.posted.precision in _NO_CLOCK
    ):
        # A bare day that nothing follows is what the reader said.
        opened.body, opened.posted = [opened.dated], None
    return unchecked_comment(
        opened.id,
        (opened.parent, opened.depth),
        (opened.author, "\n".join(opened.body) or None, opened.posted),
        opened.missing if opened.body else (*opened.missing, "body"),
        Span(opened.start, opened.end),
    )


def losses(comments: Sequence[Comment]) -> Iterator[Note]:
    """A note on each part of a comment that the page lost.

    >>> [note.code for note in losses([Comment(id=1, author="Ann", missing=("body",), span=Span(0, 3))])]
    ['comment-without-body']
    """
    for comment in comments:
        for loss in comment.missing:
            yield Note(code=f"comment-without-{loss}", span=comment.span)
