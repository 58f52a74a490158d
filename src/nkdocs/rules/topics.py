"""Topics of a forum as stripped text: each post under the line that signs it, as phpBB prints it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from nkdocs.layout.block import Block
from nkdocs.records import Comment, Label, Result, Span, Text, When
from nkdocs.rules.paragraphs import block_text
from nkdocs.rules.parted_lines import part_own_lines
from nkdocs.rules.sheet import Sheet
from nkdocs.rules.threads import losses
from nkdocs.text.dates import read_when

__all__ = ["ANSWER", "text_topic"]

# by Han Sol » Mon Jun 02, 2014 5:12 pm
_SIGNED: Final = re.compile(r"(?:Post(?:ed)? ?)?[Bb]y (?P<author>\S.{0,59}?) » (?P<day>.{8,60})")
_SIGNED_MOST: Final = 140
ANSWER: Final = re.compile(r"(?:re|aw|antw|sv)\s?:\s*", re.IGNORECASE)
# What stands beside every post, and under the last one.
_BESIDE: Final = re.compile(
    r"Top|Quote|Report|(?:Posts|Joined|Location|Contact|Rank|Website)\s?:.{0,80}", re.IGNORECASE
)
_FOOT: Final = re.compile(
    r"Post (?:a )?reply|\d{1,6} posts? [•·|-] Page .{1,30}|Return to .{1,80}|Who is online|Display posts from .{1,80}"
    r"|Jump to:?.{0,80}|Board index.{0,80}|Users browsing this forum.{0,200}",
    re.IGNORECASE,
)
_FOOT_MOST: Final = 220
_FEWEST: Final = 2


def text_topic(sheet: Sheet) -> Result | None:
    r"""The text as a thread, if two posts or more are signed; what surrounds them is the page's.

    >>> import nkdocs
    >>> post = "{}\n\nby {} » Mon Jun 02, 2014 5:12 pm\n\n{}\n\n"
    >>> text = post.format("Rice", "Bora", "Who has rice?") + post.format("Re: Rice", "Han", "I have.")
    >>> parsed = nkdocs.parse(text)
    >>> parsed.kind, str(parsed.article.headline), [(one.author, one.text) for one in parsed.article.comments]
    ('thread', 'Rice', [('Bora', 'Who has rice?'), ('Han', 'I have.')])
    """
    whole = sheet.blocks
    # A line that opens in lower case was joined to the title above it.
    part_own_lines(sheet, _signs)
    blocks = sheet.blocks
    signed = [(number, day) for number, block in enumerate(blocks) if (day := _day(block)) is not None]
    if len(signed) < _FEWEST:
        sheet.blocks = whole
        return None
    sheet.headline = _topic(blocks[: signed[0][0]])
    words = sheet.headline.text if sheet.headline is not None else None
    taken: set[int] = {id(blocks[number]) for number, _ in signed}
    comments: list[Comment] = []
    for (number, day), (after, _) in pairwise([*signed, (len(blocks), None)]):
        body = list(_said(blocks[number + 1 : after], blocks[number], words))
        taken.update(map(id, body))
        sheet.labels.extend(_labels(blocks[number], day, body))
        comments.append(_post(len(comments) + 1, blocks[number], day, body))
    sheet.comments = tuple(comments)
    sheet.published = comments[0].posted
    sheet.notes.extend(losses(comments))
    headline = sheet.headline.span if sheet.headline is not None else None
    sheet.blocks = [block for block in blocks if id(block) not in taken and block.span != headline]
    sheet.drop(lambda _: True, "boilerplate", "around_posts")
    return Result(drafts=[sheet.draft()], kind="thread")


def _signs(line: str) -> bool:
    return len(line) <= _SIGNED_MOST and _SIGNED.fullmatch(line) is not None


def _day(block: Block) -> When | None:
    """When a post was written, if the block is a line that signs one."""
    found = _SIGNED.fullmatch(block.text) if len(block.text) <= _SIGNED_MOST else None
    if found is None:
        return None
    start = block.span.start
    when = read_when(found["day"].strip(), Span(start + found.start("day"), start + found.end("day")))
    return when if when is not None and when.earliest is not None else None


def _topic(above: Sequence[Block]) -> Text | None:
    """The line right above the first signature, if it stands there or above as the title."""
    if not above or len(above[-1].text) > _SIGNED_MOST or _FOOT.fullmatch(above[-1].text):
        return None
    first = next(block for block in above if block.text == above[-1].text)
    return Text(text=first.text, span=first.span)


def _said(blocks: Sequence[Block], signature: Block, topic: str | None) -> Iterator[Block]:
    """The blocks of a post's text: none of the topic over the next post, of profiles, of the foot."""
    author = _SIGNED.fullmatch(signature.text)
    for block in blocks:
        text = block.text
        if len(text) <= _FOOT_MOST and _FOOT.fullmatch(text):
            return
        titled = topic is not None and ANSWER.sub("", text) == ANSWER.sub("", topic)
        if not (titled or _BESIDE.fullmatch(text) or (author is not None and text == author["author"])):
            yield block


def _post(number: int, signature: Block, day: When | None, body: Sequence[Block]) -> Comment:
    found = _SIGNED.fullmatch(signature.text)
    end = max(block.span.end for block in (signature, *body))
    return Comment(
        id=number,
        author=found["author"] if found is not None else None,
        text="\n".join(map(block_text, body)) or None,
        posted=day,
        missing=() if body else ("body",),
        span=Span(signature.span.start, end),
    )


def _labels(signature: Block, day: When | None, body: Sequence[Block]) -> Iterator[Label]:
    start, end = signature.span.start, signature.span.end
    edge = day.span.start if day is not None and day.span is not None else end
    yield Label(role="comment-author", span=Span(start, edge), rule="topic")
    if edge < end:
        yield Label(role="comment-meta", span=Span(edge, end), rule="topic")
    for block in body:
        yield Label(role="comment-body", span=block.span, rule="topic")
