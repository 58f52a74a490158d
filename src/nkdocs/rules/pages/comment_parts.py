"""Who wrote a comment of a page, when, and what it says: the rest of its blocks are controls."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import tzinfo
from typing import Final, NamedTuple

import attrs

from nkdocs.layout.block import Block, Mark, Step
from nkdocs.records import Span, When
from nkdocs.rules.pages.comment_names import part_called
from nkdocs.rules.pages.comment_units import Unit
from nkdocs.rules.pages.printed import stated_day
from nkdocs.text.dates import read_when

__all__ = ["Parts", "Times", "parts_of"]

Times = Sequence[tuple[int, int, str]]

# What the old WordPress plugin of Disqus wrote: the name in an element with an id of its own, the message in another,
# and nothing else. A name is there as it is, and a message may be a word that elsewhere is a button.
_DISQUS_AUTHOR: Final = re.compile(r"dsq-(?:author-user|cite)-\d+")
_DISQUS_HEADER: Final = "dsq-comment-header"
_DISQUS_MESSAGE: Final = "dsq-comment-message"
_CONTROL: Final = re.compile(
    r"(?:reply|antworten|répondre|responder|rispondi|svara|permalink|link|edit|bearbeiten|melden|report|like|share|flag|quote"
    r"|zitieren|delete|löschen|gefällt mir|loading\.*|lädt…|hide replies|show replies|reply to .{1,60}|log in to reply"
    r"|cancel reply|load more|\d{1,5}|[|·•#-]+|답글(?:쓰기)?|신고|返信(?:する)?|通報|回复|举报|▲|▼|\+|-)"
    r"(?:\s*[|·•↓]?\s*\d*)?[ ↓]*",
    re.IGNORECASE,
)
_SAYS: Final = re.compile(
    r"[\s|,:]*(?:says|said(?:\.\.\.|…)?|wrote|writes|sagt|schreibt|meint|dit|a dit|dice|ha scritto|님의? 말:?"
    r"|さん|on|am|at|um)?\s*[:：|,]?\s*$",
    re.IGNORECASE,
)
_SAYS_AFTER: Final = re.compile(
    r"\s*(?:says|said(?:\.\.\.|…)?|wrote|writes|sagt|schreibt|meint|dit|a dit|dice|ha scritto)?\s*[:：]?\s*",
    re.IGNORECASE,
)
_BY: Final = re.compile(r"(?:by|von|par|por|posted by|geschrieben von|comment by|kommentar von)\s*:?\s+", re.IGNORECASE)
_PINGBACK: Final = re.compile(r"(?:Pingback|Trackback)\s*:", re.IGNORECASE)
_HEAD_ELEMENT: Final = re.compile(r"/(?:footer|header|dt)\[\d+\]\Z")
_CITE: Final = re.compile(r"/cite\[\d+\](?:/|\Z)")
# Words before a day, and before a clock.
_LEAD: Final = re.compile(
    r"(?:(?:posted|written|geschrieben|on|am|at|vom|le|el|il|den|date|datum|»|—)\b[:\s]*|[\s:|,«»—–-]+)+", re.IGNORECASE
)
_ON: Final = re.compile(r"\b(?:um|at|à|alle|a las|klockan)\b|\bUhr\b|@|,(?= )", re.IGNORECASE)
_TAIL: Final = re.compile(r"\s*(?:[-–—|·•]\s*([^-–—|·•]{1,40})|\((?:[Ee]dit|[Bb]earbeiten|[Mm]odifier|편집)\))\Z")
_WORD: Final = re.compile(r"\S+")
# Beside a post of a forum stands since when its author has been a member.
_PROFILE: Final = re.compile(r"(?:.*[-_])?(?:postprofile|user-?(?:stats|extras)|joined)(?:[-_].*)?", re.IGNORECASE)
_JOINED: Final = re.compile(r"(?:joined|join date|registered|member since|registriert|가입일?|登録日)\b", re.IGNORECASE)
_AUTHOR_MOST: Final = 80
_POSTED_MOST: Final = 100
_HEAD_MOST: Final = 160
_WORDS_MOST: Final = 12


class Parts(NamedTuple):
    """What was found of a comment: author, time, text, and the blocks that hold author and text."""

    author: str
    posted: When | None
    text: str
    author_block: Block | None
    body: tuple[Block, ...]


def parts_of(unit: Unit, times: Times, zone: tzinfo | None = None) -> Parts | None:
    """Read the blocks of one comment; None if it is only another page's link to this one."""
    blocks = unit.blocks
    if unit.pingback or _PINGBACK.match(blocks[0].text):
        return None
    author, block, end = _disqus_author(unit) or _named(unit) or _headed(unit, times)
    posted, posted_block = _posted(unit, block, end, times, zone)
    body = [one for one in blocks if _is_disqus(one, _DISQUS_MESSAGE)]
    body = body or _body(unit, block, posted_block)
    text = "\n".join(one.text for one in body)
    if not body and block is not None and not _is_head(unit, block):
        said = _SAYS_AFTER.match(block.text, end)
        text = block.text[said.end() if said else end :].strip() if author else ""
    return Parts(author, posted, text, block, tuple(body))


def _disqus_author(unit: Unit) -> tuple[str, Block, int] | None:
    """The name in the head that the old Disqus plugin wrote, as it stands there."""
    for block in unit.blocks:
        if _is_disqus(block, _DISQUS_HEADER) or any(map(_DISQUS_AUTHOR.fullmatch, block.ids)):
            return " ".join(block.text.split()), block, len(block.text)
    return None


def _is_disqus(block: Block, part: str) -> bool:
    """Whether a block is in one of the two parts of a comment of Disqus, called so by class or by id."""
    return part in block.classes or any(name.startswith(part) for name in block.ids)


def _named(unit: Unit) -> tuple[str, Block, int] | None:
    """Who the markup says wrote a comment, the block that names them, and where the name ends in it."""
    for block in unit.blocks:
        for mark in block.element.marks:
            if _mark_part(mark) == "author" and (name := _name(_words_of(mark, block))):
                return name, block, mark.span.end - block.span.start
    for block in unit.blocks:
        called = unit.part(block) == "author" or _CITE.search(block.path or "")
        if called and len(block.text) <= _HEAD_MOST:
            name, end = _head(block)
            if name:
                return name, block, end
    return None


def _headed(unit: Unit, times: Times) -> tuple[str, Block | None, int]:
    """The words before the time in the first block, or alone in an element that heads a comment."""
    block = unit.blocks[0]
    start = block.span.start
    at = bisect_left(times, (start,))
    if at < len(times) and times[at][1] <= block.span.end:
        end = times[at][0] - start
        name = _name(block.text[:end])
        return (name, block, end) if name else ("", None, 0)
    if len(unit.blocks) == 1 or len(block.text) > _HEAD_MOST:
        return "", None, 0
    name, end = _head(block)
    if _HEAD_ELEMENT.search(block.path or ""):
        if end == len(block.text) and block.links:
            # The first link is the author's, or that of the time behind the name.
            link = block.links[0].span
            end = (link.end if link.start == start else link.start) - start
            name = _name(block.text[:end])
        return (name, block, end) if name else ("", None, 0)
    # A line that ends in a day is a head, whatever it is called.
    return (name, block, end) if name and end < len(block.text) else ("", None, 0)


def _head(block: Block) -> tuple[str, int]:
    """The name that opens a line, and where it ends: before the day and the controls, if there are any."""
    text = _without_tail(block.text)
    for word in list(_WORD.finditer(text))[1 : _WORDS_MOST + 1]:
        lead = _LEAD.match(text, word.start())
        if _day(text[lead.end() if lead else word.start() :]) is not None:
            return _name(text[: word.start()]), word.start()
    return _name(text), len(block.text)


def _without_tail(text: str) -> str:
    """A line without the controls at its end: ``Han Sol - Reply``."""
    while (tail := _TAIL.search(text[-2 * _AUTHOR_MOST :])) and (
        tail[1] is None or _CONTROL.fullmatch(tail[1].strip())
    ):
        text = text[: len(text) - len(tail[0])]
    return text


def _name(text: str) -> str:
    """A name without the words around it."""
    line = text.strip().partition("\n")[0][: 2 * _AUTHOR_MOST]
    by = _BY.match(line)
    name = _SAYS.sub("", line[by.end() if by else 0 :]).strip(" :|,-–»")
    return name if len(name) <= _AUTHOR_MOST and any(map(str.isalnum, name)) else ""


def _posted(
    unit: Unit, head: Block | None, end: int, times: Times, zone: tzinfo | None
) -> tuple[When | None, Block | None]:
    """When a comment was written, and the block that holds only that."""
    for block in unit.blocks:
        at = bisect_left(times, (block.span.start,))
        if at < len(times) and times[at][1] <= block.span.end:
            first, last, value = times[at]
            when = read_when(value, None, zone=zone, basis="metadata")
            if when is not None and when.earliest is not None:
                return when, block if last - first >= len(block.text) // 2 else None
    for block in unit.blocks:
        if block is not head and (when := _posted_alone(unit, block, zone)) is not None:
            return when, block
    return (_posted_in_head(head, end, zone), None) if head is not None else (None, None)


def _posted_alone(unit: Unit, block: Block, zone: tzinfo | None) -> When | None:
    """The time in a line that is not called the text, with or without a name before it."""
    if len(block.text) > _POSTED_MOST or unit.part(block) not in {"author", "meta", "control"}:
        return None
    if _JOINED.match(block.text) or any(map(_PROFILE.fullmatch, block.classes)):
        return None
    _, end = _head(block)
    last = len(_without_tail(block.text))
    return _stated(block, end if end < last else 0, last, zone)


def _posted_in_head(head: Block, end: int, zone: tzinfo | None) -> When | None:
    """The time beside the author's name: a phrase of its own, or what follows the name."""
    for mark in head.element.marks:
        when = _stated(head, mark.span.start - head.span.start, mark.span.end - head.span.start, zone)
        if when is not None:
            return when
    last = len(_without_tail(head.text)) if len(head.text) <= _HEAD_MOST else 0
    return _stated(head, end, last, zone) if end < last else None


def _stated(block: Block, start: int, end: int, zone: tzinfo | None) -> When | None:
    """The day or time that a stretch of a block says."""
    text = block.text
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    if not 0 < end - start <= _POSTED_MOST or not any(map(str.isdigit, text[start:end])):
        return None
    raw = text[start:end].rstrip(" |,·•-–—»")
    when = _day(raw, zone)
    if when is None:
        return None
    first = block.span.start + start
    return attrs.evolve(when, raw=raw, span=Span(first, first + len(raw)), basis="stated")


def _day(text: str, zone: tzinfo | None = None) -> When | None:
    """What a whole phrase says, with the words that pages put between day and clock."""
    if len(text) > _POSTED_MOST or not any(map(str.isdigit, text)):
        return None
    for form in (text, " ".join(_ON.sub(" ", text).split())):
        when = read_when(form, None, zone=zone, basis="stated")
        if when is not None and when.earliest is not None:
            return when
    return stated_day(text)


def _body(unit: Unit, head: Block | None, posted: Block | None) -> list[Block]:
    """The blocks that say something: those called the text, else all that are nothing else."""
    left = [block for block in unit.blocks if block is not head and block is not posted]
    parts = [(unit.part(block), block) for block in left]
    if head is not None and unit.part(head) == "body" and not _is_head(unit, head):
        return []
    # A heading that is a link names the topic.
    called = [block for part, block in parts if part == "body" and not (block.level is not None and block.links)]
    rest = [block for part, block in parts if part in {"", "body"} and not _is_control(block)]
    if not rest:
        rest = [block for part, block in parts if part == "author" and not _is_control(block)]
    if not called:
        return rest
    # A title of its own stands before the text.
    texts = {id(block) for block in called}
    return [block for block in rest if id(block) in texts or (block.level is not None and not block.links)] or called


def _is_head(unit: Unit, block: Block) -> bool:
    """Whether the block that names the author says no more than that, and when."""
    return len(unit.blocks) > 1 and len(block.text) <= _HEAD_MOST


def _is_control(block: Block) -> bool:
    return len(block.text) <= _AUTHOR_MOST and all(map(_CONTROL.fullmatch, _lines(block)))


def _lines(block: Block) -> Iterator[str]:
    return (line.strip() for line in block.text.split("\n"))


def _mark_part(mark: Mark) -> str:
    return part_called(Step(0, mark.classes, frozenset(), mark.props))


def _words_of(mark: Mark, block: Block) -> str:
    return block.text[mark.span.start - block.span.start : mark.span.end - block.span.start]
