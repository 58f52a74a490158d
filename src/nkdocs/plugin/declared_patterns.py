"""The patterns of an ``OutletRules``, matched against blocks; matches as spans of the whole text."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from nkdocs.layout.block import Block
from nkdocs.text.span import Span

__all__ = ["FOOT_ROLES", "Hit", "Patterns"]

# Patterns of these need only match at a block's start, all others the whole block.
_STARTING: Final = frozenset({"contact", "bio", "edition", "boilerplate"})
# Patterns of these apply to every block after the header.
FOOT_ROLES: Final = _STARTING | {"caption"}
# No line of a header is longer; a lazy pattern on a line without end takes the square of its length.
_WHOLE_MOST: Final = 1000
_CRLF: Final = re.compile("\r\n")


class Hit(NamedTuple):
    """A block that a pattern matched: the span of the match, those of the groups that took part and are not blank.

    ``asked`` are the names of all groups the pattern has.
    """

    role: str
    span: Span
    groups: Mapping[str, Span]
    asked: frozenset[str]


class Patterns:
    """Patterns by role, in the order given.

    >>> import nkdocs
    >>> block = nkdocs.lay_out("Han Sol | 2 June 2014").blocks[0]
    >>> hit = Patterns({"byline": [r"(?P<name>[^|]+) [|] (?P<date>.+)"]}).find("byline", block)
    >>> {name: span.of(block.text) for name, span in hit.groups.items()}
    {'name': 'Han Sol', 'date': '2 June 2014'}
    """

    __slots__ = ("_compiled", "_foot")

    def __init__(self, declared: Mapping[str, Sequence[str]]) -> None:
        self._compiled = {role: tuple(map(re.compile, patterns)) for role, patterns in declared.items()}
        self._foot = tuple(role for role in self._compiled if role in FOOT_ROLES)

    def __contains__(self, role: str) -> bool:
        """Whether a role has a pattern."""
        return bool(self._compiled.get(role))

    def find(self, role: str, block: Block) -> Hit | None:
        """The first match of a role's patterns, or None."""
        return self._first((role,), block)

    def foot(self, block: Block) -> Hit | None:
        """The first match of a pattern that applies after the header, or None."""
        return self._first(self._foot, block)

    def fits(self, block: Block) -> bool:
        """Whether the block fits any of the patterns."""
        return self._first(self._compiled, block) is not None

    def _first(self, roles: Iterable[str], block: Block) -> Hit | None:
        text, shifts = _with_plain_ends(block.text)
        for role in roles:
            starting = role in _STARTING
            if not starting and len(text) > _WHOLE_MOST:
                continue
            for pattern in self._compiled.get(role, ()):
                found = pattern.match(text) if starting else pattern.fullmatch(text)
                # What matches no character is found everywhere, and says nothing.
                if found is not None and found.end():
                    return _hit(role, found, block.span.start, shifts)
        return None


def _with_plain_ends(text: str) -> tuple[str, Sequence[int]]:
    r"""The text with ``\n`` for every line end, and where a character fell out: patterns are written for ``\n``."""
    if "\r" not in text:
        return text, ()
    shifts = [found.start() - number for number, found in enumerate(_CRLF.finditer(text))]
    return text.replace("\r\n", "\n").replace("\r", "\n"), shifts


def _hit(role: str, found: re.Match[str], offset: int, shifts: Sequence[int]) -> Hit:
    names = found.re.groupindex
    groups: dict[str, Span] = {}
    for name in names:
        if words := found[name]:
            start = found.start(name) + len(words) - len(words.lstrip())
            end = found.end(name) - len(words) + len(words.rstrip())
            if start < end:
                groups[name] = _span(start, end, offset, shifts)
    # A match that runs into white space takes none of it.
    end = len(found.string[: found.end()].rstrip()) or found.end()
    return Hit(role, _span(0, end, offset, shifts), groups, frozenset(names))


def _span(start: int, end: int, offset: int, shifts: Sequence[int]) -> Span:
    return Span(offset + start + bisect_left(shifts, start), offset + end + bisect_left(shifts, end))
