"""The parser that an ``OutletRules`` describes: a header read step by step or a page by its classes, then the rest."""

from collections.abc import Iterable, Sequence
from typing import Final

from nkdocs.layout.block import Block, Layout
from nkdocs.layout.context import ParseContext
from nkdocs.plugin.declared_fields import complete_bylines, record_foot, record_hit
from nkdocs.plugin.declared_patterns import Hit, Patterns
from nkdocs.plugin.declared_roles import classed, recognised
from nkdocs.plugin.declared_thread import THREAD_ROLES, take_container
from nkdocs.plugin.outlet import OutletRules
from nkdocs.records import Byline, Note, Result
from nkdocs.rules.body import take_repeat, take_thread
from nkdocs.rules.header import take_dateline
from nkdocs.rules.pages.page import is_page
from nkdocs.rules.pages.times import page_published
from nkdocs.rules.sheet import Sheet

__all__ = ["DeclaredParser"]

# Roles of text that is a paragraph, and what a block must be to become one of that kind; None: whatever it is.
_PARAGRAPHS: Final = {"body": None, "subhead": "heading", "quote": "quote", "list": "bullet"}

_Classed = tuple[Block, str | None]


class DeclaredParser:
    r"""Reads documents as an ``OutletRules`` says; it keeps nothing of them.

    >>> import nkdocs
    >>> rules = OutletRules(id="ledger", version="1", header=["headline", "byline"])
    >>> layout = nkdocs.lay_out("Nets come in empty\n\nBy Han Sol\n\nNobody knows why.")
    >>> draft = DeclaredParser(rules).parse(layout, ParseContext()).drafts[0]
    >>> draft.headline.text, draft.bylines[0].name, draft.paragraphs[0].text
    ('Nets come in empty', 'Han Sol', 'Nobody knows why.')
    """

    def __init__(self, rules: OutletRules) -> None:
        self._rules: OutletRules = rules
        self._patterns: Patterns = Patterns(rules.patterns)
        roles = dict.fromkeys(step.rstrip("?*") for step in rules.header)
        self._shared: tuple[str, ...] = tuple(role for role in roles if role not in self._patterns)

    @property
    def produces(self) -> frozenset[str]:
        """The ``Draft`` fields it may set."""
        return self._rules.produces

    def claim(self, layout: Layout, ctx: ParseContext) -> None:
        """Nothing: hosts and markers are claimed by the core, without asking."""

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """One article, or a thread where posts follow no body."""
        if not layout.blocks:
            return Result(kind="empty")
        sheet = Sheet.of(layout, ctx)
        _take_copy(sheet)
        notes: list[tuple[str, Byline]] = []
        roles = self._roles(sheet.blocks)
        if any(roles):
            self._read_classes(sheet, list(zip(sheet.blocks, roles, strict=True)), notes)
        else:
            self._read_header(sheet)
            self._read_foot(sheet, notes)
        complete_bylines(sheet, notes)
        if sheet.published is None and is_page(sheet):
            sheet.published = page_published(layout)
        if sheet.dateline is None:
            take_dateline(sheet)
        draft = sheet.draft(outlet=self._rules.outlet, language=self._rules.language)
        return Result(drafts=[draft], kind="thread" if draft.comments and not draft.paragraphs else "article")

    def _read_header(self, sheet: Sheet) -> None:
        """Let each step look at the next block; a step that must match and does not ends the header."""
        blocks, at = sheet.blocks, 0
        for step in self._rules.header:
            role = step.rstrip("?*")
            first = at
            while at < len(blocks) and (rest := self._step(sheet, blocks[at], role)) is not None:
                # A dateline leaves the sentence behind it to the next step.
                blocks[at : at + 1] = rest or [blocks[at]]
                at += not rest
                if not step.endswith("*"):
                    break
            else:
                if first == at and role == step:
                    span = blocks[at].span if at < len(blocks) else None
                    sheet.notes.append(Note(code="header-incomplete", span=span, detail=step))
                    break
        sheet.blocks = blocks[at:]

    def _step(self, sheet: Sheet, block: Block, role: str) -> list[Block] | None:
        """Take a block as this role: what is left of it, or None where it is not of this role."""
        if role not in self._patterns:
            return recognised(sheet, block, role, self._patterns, self._shared)
        hit = self._patterns.find(role, block)
        if hit is None:
            return None
        record_hit(sheet, hit, block)
        return []

    def _read_foot(self, sheet: Sheet, notes: list[tuple[str, Byline]]) -> None:
        """Footer and captions wherever they stand, and the thread, whose bullets are comments whatever they say."""
        threaded = self._rules.comments is not None
        sheet.blocks = self._without_foot(sheet, sheet.blocks, notes, lists=not threaded)
        if threaded:
            take_thread(sheet)
            sheet.blocks = self._without_foot(sheet, sheet.blocks, notes, lists=True)

    def _without_foot(
        self, sheet: Sheet, blocks: Iterable[Block], notes: list[tuple[str, Byline]], *, lists: bool
    ) -> list[Block]:
        rest: list[Block] = []
        for block in blocks:
            hit = self._patterns.foot(block) if lists or not block.depth else None
            if hit is None:
                rest.append(block)
            else:
                _record_note(sheet, hit, block, notes)
        return rest

    def _roles(self, blocks: Sequence[Block]) -> list[str | None]:
        """The role that each block's classes give it."""
        if not self._rules.classes:
            return [None] * len(blocks)
        return [self._role(block) for block in blocks]

    def _role(self, block: Block) -> str | None:
        """The role of the innermost class of the table; inside a thread's container text is the thread's."""
        table, classes = self._rules.classes, block.classes
        mapped = [name for name in table if name in classes]
        if len(mapped) > 1:
            innermost = next(layer for layer in reversed(block.element.nesting) if not layer.isdisjoint(mapped))
            role = next(table[name] for name in mapped if name in innermost)
            inside = role in _PARAGRAPHS and any(table[name] == "comments" for name in mapped)
            return "comments" if inside else role
        return table[mapped[0]] if mapped else None

    def _read_classes(self, sheet: Sheet, blocks: Sequence[_Classed], notes: list[tuple[str, Byline]]) -> None:
        """Blocks of a page by their classes; the others are body only where no class says what is."""
        rest: list[Block] = []
        loose: set[int] = set()
        members: list[tuple[Block, str]] = []
        for block, role in blocks:
            if role is None or role in _PARAGRAPHS:
                kind = _PARAGRAPHS[role or "body"] or block.kind
                rest.append(block if kind == block.kind else block._replace(kind=kind, depth=int(kind == "bullet")))
                if role is None:
                    loose.add(block.span.start)
            elif role in THREAD_ROLES:
                members.append((block, role))
            else:
                self._read_class(sheet, block, role, notes)
        sheet.blocks = rest
        if members:
            sheet.blocks = self._without_foot(sheet, sheet.blocks, notes, lists=True)
            take_container(sheet, members)
        else:
            self._read_foot(sheet, notes)
        if any(role == "body" for _, role in blocks):
            sheet.drop(lambda block: block.span.start in loose, "boilerplate", "classes")

    def _read_class(self, sheet: Sheet, block: Block, role: str, notes: list[tuple[str, Byline]]) -> None:
        """A block whose class gives its role: its pattern sets groups, else all of it is that."""
        hit = self._patterns.find(role, block)
        if hit is not None:
            _record_note(sheet, hit, block, notes)
        elif note := classed(sheet, block, role):
            notes.append((role, note))


def _record_note(sheet: Sheet, hit: Hit, block: Block, notes: list[tuple[str, Byline]]) -> None:
    note = record_foot(sheet, hit, block)
    if note is not None:
        notes.append((hit.role, note))


def _take_copy(sheet: Sheet) -> None:
    """A page that holds its article twice has its first block twice, no less and no more."""
    first = sheet.blocks[0].text
    if sum(block.text == first for block in sheet.blocks) == 2:  # noqa: PLR2004 - the article and its copy
        take_repeat(sheet)
