"""Where a page prints the comments that it describes to machines."""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from nkdocs.layout.block import Block
from nkdocs.records import Comment
from nkdocs.text.tidy import one_line

__all__ = ["Placed", "comments_placed"]

# A line that names the author: the name, and beside it a day or a word.
_AUTHOR_LINE_MOST: Final = 120
_BESIDE: Final = 3


class Placed(NamedTuple):
    """The blocks of one comment: its text, who wrote it, and what stands between the two."""

    body: tuple[Block, ...]
    author: Block | None
    between: tuple[Block, ...]


def comments_placed(comments: Sequence[Comment], blocks: Sequence[Block]) -> Mapping[int, Placed]:
    """For each comment, by its id, the blocks that print it, if its author is named beside its text.

    An article's paragraph that a comment repeats has nobody's name beside it.

    >>> import nkdocs
    >>> layout = nkdocs.lay_out("<p>Bora, June 2<p>So it is.", media_type="text/html")
    >>> said = Comment(id=1, author="Bora", text="So it is.", span=None)
    >>> [block.text for block in comments_placed([said], layout.blocks)[1].body]
    ['So it is.']
    """
    places: defaultdict[str, deque[int]] = defaultdict(deque)
    for number, block in enumerate(blocks):
        places[one_line(block.text)].append(number)
    taken: set[int] = set()
    found: dict[int, Placed] = {}
    for comment in comments:
        lines = (comment.text or "").split("\n")
        for first in _free(places.get(lines[0]) or places.get(one_line(comment.text or "")) or deque(), taken):
            placed = _placed(comment, lines, blocks, first)
            if placed is not None:
                found[comment.id] = placed
                taken.update(range(first, first + len(placed.body)))
                break
    return found


def _free(numbers: deque[int], taken: set[int]) -> Iterator[int]:
    """The places of a line that no comment has yet; those that one has are not looked at again."""
    while numbers and numbers[0] in taken:
        numbers.popleft()
    yield from list(numbers)[:_BESIDE]


def _placed(comment: Comment, lines: Sequence[str], blocks: Sequence[Block], first: int) -> Placed | None:
    whole = one_line(blocks[first].text) == one_line(comment.text or "")
    count = 1 if whole else len(lines)
    body = tuple(blocks[first : first + count])
    if not whole and [one_line(block.text) for block in body] != list(lines):
        return None
    name = comment.author
    if name is None:
        return None
    for number in range(first - 1, max(-1, first - 1 - _BESIDE), -1):
        if _names(blocks[number].text, name):
            return Placed(body, blocks[number], tuple(blocks[number + 1 : first]))
    after = blocks[first + count : first + count + 1]
    return Placed(body, after[0], ()) if after and _names(after[0].text, name) else None


def _names(line: str, name: str) -> bool:
    return len(line) <= _AUTHOR_LINE_MOST and line.startswith(name)
