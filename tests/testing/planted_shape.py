"""Parsers of one invented newspaper, right and wrong: each wrong one breaks one promise, and is named after it."""

import re
from datetime import UTC, date, datetime
from typing import Any

import attrs

import nkdocs

BYLINE = re.compile(r"By (?P<name>[A-Z][\w. ]{1,40}) in (?P<place>[A-Z]\w+), (?P<date>\d{1,2} [A-Z][a-z]+ \d{4})")
CREDIT = re.compile(r"(?P<text>.+) Photo: (?P<credit>Harbour Gazette)")
FOOT = "Harbour Gazette, all rights reserved"
MARKER = "Harbour Gazette"
MONTHS = {"June": 6, "December": 12}


class Gazette:
    """Right: headline, byline with a day, captions, body, a thread of bullets, a footer."""

    def claim(self, layout, ctx):
        for part, start in ((layout.text[:4096], 0), (layout.text[-2048:], max(0, len(layout.text) - 2048))):
            at = part.find(MARKER)
            if at >= 0:
                span = nkdocs.Span(start + at, start + at + len(MARKER))
                evidence = nkdocs.Evidence(rule="gazette-marker", span=span)
                return nkdocs.Claim(strength=nkdocs.Strength.MARKERS, evidence=[evidence])
        return None

    def parse(self, layout, ctx):
        if layout.text.startswith("Index of reports"):
            return self.index(layout)
        fields: dict[str, Any] = {"outlet": "gazette", "language": "en"}
        fields |= {"paragraphs": [], "captions": [], "labels": []}
        bullets: list[nkdocs.Block] = []
        for number, block in enumerate(layout.blocks):
            if block.kind == "bullet" or (block.depth and bullets):
                bullets.append(block)
            elif number == 0 and not BYLINE.fullmatch(block.text):
                fields["headline"] = nkdocs.Text(text=block.text, span=block.span)
            else:
                self.block(block, fields)
        fields["comments"] = self.comments(bullets)
        return self.finished(layout, fields)

    def block(self, block, fields):
        byline, caption = BYLINE.fullmatch(block.text), CREDIT.fullmatch(block.text)
        if byline and "bylines" not in fields:
            fields["bylines"] = [nkdocs.Byline(name=byline["name"], raw=block.text, span=block.span)]
            fields["published"] = self.day(byline, block.span.start)
        elif caption:
            found = nkdocs.Caption(text=caption["text"], credit=caption["credit"], span=block.span)
            fields["captions"].append(found)
        elif block.text == FOOT:
            fields["labels"].append(nkdocs.Label(role="boilerplate", span=block.span, rule="foot"))
        else:
            text = " ".join(block.text.split())
            fields["paragraphs"].append(nkdocs.Paragraph(text=text, span=block.span))

    def day(self, byline, start):
        day, month, year = byline["date"].split()
        when = date(int(year), MONTHS[month], int(day))
        span = nkdocs.Span(start + byline.start("date"), start + byline.end("date"))
        return nkdocs.When(raw=byline["date"], earliest=when, latest=when, precision="day", basis="stated", span=span)

    def comments(self, bullets):
        open_: list[tuple[int, int]] = []
        found: list[nkdocs.Comment] = []
        for block in bullets:
            if block.kind != "bullet":
                last = found.pop()
                span = nkdocs.Span(last.span.start, block.span.end)
                found.append(attrs.evolve(last, text=block.text, missing=(), span=span))
                continue
            while open_ and open_[-1][0] >= block.depth:
                open_.pop()
            parent = open_[-1][1] if open_ else None
            id_ = len(found) + 1
            open_.append((block.depth, id_))
            found.append(
                nkdocs.Comment(
                    id=id_, parent=parent, depth=len(open_) - 1, author=block.text, missing=["body"], span=block.span
                )
            )
        return found

    def index(self, layout):
        entries = [nkdocs.Entry(headline=block.text, span=block.span) for block in layout.blocks[1:]]
        labels = [nkdocs.Label(role="listing", span=block.span, rule="index") for block in layout.blocks]
        return nkdocs.Result(kind="listing", entries=entries, labels=labels)

    def finished(self, layout, fields):
        return nkdocs.Draft(**fields)


PRODUCES = ("outlet", "language", "headline", "bylines", "published", "paragraphs", "captions", "comments")


def described(factory, **changes):
    """The description of a parser of this newspaper."""
    values = {"id": "gazette", "version": "1", "factory": factory, "produces": PRODUCES} | changes
    return nkdocs.ParserInfo(**values)


class WithoutParse:
    """P01: what the factory gives has no ``parse``."""

    def claim(self, layout, ctx):
        return None


class Shy(Gazette):
    """P03: claims its own documents too weakly."""

    def claim(self, layout, ctx):
        claim = super().claim(layout, ctx)
        return claim and nkdocs.Claim(strength=nkdocs.Strength.SHAPE, evidence=claim.evidence)


class Silent(Gazette):
    """P03: claims nothing."""

    def claim(self, layout, ctx):
        return None


class FarEvidence(Gazette):
    """P03: its evidence lies beyond the text."""

    def claim(self, layout, ctx):
        claim = super().claim(layout, ctx)
        far = nkdocs.Evidence(rule="far", span=nkdocs.Span(len(layout.text), len(layout.text) + 1))
        return claim and nkdocs.Claim(strength=claim.strength, evidence=[far])


class Greedy(Gazette):
    """P04: takes whatever has a headline."""

    def claim(self, layout, ctx):
        return nkdocs.Claim(strength=nkdocs.Strength.MARKERS) if layout.blocks else None


class GreedyForRice(Gazette):
    """P04: takes whatever speaks of a source."""

    def claim(self, layout, ctx):
        cited = "told Daily NK" in layout.text[:4096]
        return nkdocs.Claim(strength=nkdocs.Strength.SOURCE) if cited else super().claim(layout, ctx)


class Stumbling(Gazette):
    """P05: its claim falls over an empty text."""

    def claim(self, layout, ctx):
        if not layout.blocks:
            raise IndexError
        return super().claim(layout, ctx)


class Answering(Gazette):
    """P05: answers with a strength alone, for texts that are none of its own."""

    def claim(self, layout, ctx):
        return super().claim(layout, ctx) or nkdocs.Strength.FALLBACK


class Fickle(Gazette):
    """P05: answers differently the second time."""

    def __init__(self):
        self.asked = 0

    def claim(self, layout, ctx):
        self.asked += 1
        rule = f"asked {self.asked} times"
        claim = super().claim(layout, ctx)
        return claim and nkdocs.Claim(strength=claim.strength, evidence=[nkdocs.Evidence(rule=rule)])


class Reading(Gazette):
    """P06: looks through the whole text."""

    def claim(self, layout, ctx):
        at = layout.text.find(MARKER)
        found = nkdocs.Evidence(rule="anywhere", span=nkdocs.Span(at, at + len(MARKER))) if at >= 0 else None
        return nkdocs.Claim(strength=nkdocs.Strength.MARKERS, evidence=[found]) if found else None


class Mapping_(Gazette):  # noqa: N801 - not the mapping of typing
    """P10: gives a dictionary."""

    def finished(self, layout, fields):
        return fields


class Raising(Gazette):
    """P10: raises for a document of its own."""

    def finished(self, layout, fields):
        raise KeyError("headline")


class Kindless(Gazette):
    """P10: a listing with a draft."""

    def finished(self, layout, fields):
        return nkdocs.Result(kind="listing", drafts=[nkdocs.Draft(**fields)])


class Loose(Gazette):
    """P10: puts a string where a ``Text`` is meant, past all checks."""

    def finished(self, layout, fields):
        draft = nkdocs.Draft(**fields)
        object.__setattr__(draft, "headline", str(draft.headline))
        return draft


class Dropping(Gazette):
    """P11: drops a character of each paragraph."""

    def finished(self, layout, fields):
        fields["paragraphs"] = [attrs.evolve(each, text=each.text[:4] + each.text[5:]) for each in fields["paragraphs"]]
        return nkdocs.Draft(**fields)


class Shifted(Gazette):
    """P11: spans are off by one."""

    def finished(self, layout, fields):
        fields["paragraphs"] = [
            attrs.evolve(each, span=nkdocs.Span(each.span.start - 1, each.span.end - 1))
            for each in fields["paragraphs"]
        ]
        return nkdocs.Draft(**fields)


class RawShifted(Gazette):
    """P11: the raw byline is not its slice."""

    def finished(self, layout, fields):
        fields["bylines"] = [attrs.evolve(each, raw=each.raw[3:]) for each in fields["bylines"]]
        return nkdocs.Draft(**fields)


class Elsewhere(Gazette):
    """P11: the byline's span is the headline's."""

    def finished(self, layout, fields):
        span = layout.blocks[-1].span
        fields["labels"] += [nkdocs.Label(role="byline", span=each.span, rule="by") for each in fields["bylines"]]
        fields["bylines"] = [attrs.evolve(each, raw=span.of(layout.text), span=span) for each in fields["bylines"]]
        return nkdocs.Draft(**fields)


class Beyond(Gazette):
    """P11: a note points beyond the text; the pipeline refuses the record, so others are not run."""

    def finished(self, layout, fields):
        span = nkdocs.Span(len(layout.text), len(layout.text) + 5)
        return nkdocs.Draft(**fields, notes=[nkdocs.Note(code="gazette-far", span=span)])


class Overlapping(Gazette):
    """P11: a paragraph is given twice."""

    def finished(self, layout, fields):
        fields["paragraphs"] += fields["paragraphs"][:1]
        return nkdocs.Draft(**fields)


class Losing(Gazette):
    """P12: forgets the last paragraph."""

    def finished(self, layout, fields):
        fields["paragraphs"] = fields["paragraphs"][:-1]
        return nkdocs.Draft(**fields)


class Untitled(Gazette):
    """P13: gives a title to documents that have none."""

    def finished(self, layout, fields):
        fields.setdefault("headline", nkdocs.Text(text="Untitled", span=None))
        return nkdocs.Draft(**fields)


class Inventing(Gazette):
    """P13: thinks of a credit."""

    def finished(self, layout, fields):
        fields["captions"] = [attrs.evolve(each, credit="Reuters") for each in fields["captions"]]
        return nkdocs.Draft(**fields)


class Sectioning(Gazette):
    """P13: thinks of a section."""

    def finished(self, layout, fields):
        return nkdocs.Draft(**fields, section="Economy")


class Remembering(Gazette):
    """P13: where the first line is lost, it gives a stock title."""

    def parse(self, layout, ctx):
        draft = super().parse(layout, ctx)
        lost = isinstance(draft, nkdocs.Draft) and draft.headline is None and "ferry" in layout.text
        return attrs.evolve(draft, headline=nkdocs.Text(text="A report", span=None)) if lost else draft


class Skipping(Gazette):
    """P14: loses comments without a body, whose names run into the comment before."""

    def comments(self, bullets):
        found: list[nkdocs.Comment] = []
        for comment in super().comments(bullets):
            if comment.text is None and found:
                last = found.pop()
                found.append(attrs.evolve(last, span=nkdocs.Span(last.span.start, comment.span.end)))
            else:
                found.append(comment)
        return [attrs.evolve(each, parent=None, depth=0) for each in found]


class Flat(Gazette):
    """P14: nobody answers anybody."""

    def comments(self, bullets):
        return [attrs.evolve(comment, parent=None, depth=0) for comment in super().comments(bullets)]


class Chained(Gazette):
    """P14: everybody answers the one before."""

    def comments(self, bullets):
        found = super().comments(bullets)
        return [attrs.evolve(each, parent=each.id - 1 or None, depth=depth) for depth, each in enumerate(found)]


class Deep(Gazette):
    """P14: depths that do not add up; the pipeline refuses the record."""

    def comments(self, bullets):
        return [attrs.evolve(comment, depth=comment.depth + 2) for comment in super().comments(bullets)]


class Backwards(Gazette):
    """P14: comments in the wrong order."""

    def comments(self, bullets):
        found = super().comments(bullets)
        return [*(each for each in found[::-1] if each.parent is None), *(each for each in found if each.parent)]


class Today(Gazette):
    """P15: borrows the year from today."""

    def day(self, byline, start):
        when = super().day(byline, start)
        year = datetime.now(tz=UTC).year
        return attrs.evolve(when, earliest=when.earliest.replace(year=year), latest=when.latest.replace(year=year))


class Naive(Gazette):
    """P15: a time without its zone, put past all checks."""

    def day(self, byline, start):
        when = super().day(byline, start)
        object.__setattr__(when, "instant", datetime(2014, 6, 2, 9))  # noqa: DTZ001 - that is the defect
        return when


class PlainlyNaive(Gazette):
    """P15: a time without its zone, which the record refuses: there is no draft either."""

    def day(self, byline, start):
        when = super().day(byline, start)
        return attrs.evolve(when, instant=datetime(2014, 6, 2, 9))  # noqa: DTZ001 - that is the defect


class Unreferenced(Gazette):
    """P15: says that a year was resolved, against nothing."""

    def day(self, byline, start):
        when = super().day(byline, start)
        moved = when.earliest.replace(year=when.earliest.year + 3)
        return attrs.evolve(when, earliest=moved, latest=moved, basis="resolved")


class Undeclared(Gazette):
    """P16: sets what it does not declare."""

    def finished(self, layout, fields):
        return nkdocs.Draft(**fields, kicker=nkdocs.Text(text=layout.text[:3], span=nkdocs.Span(0, 3)))


class Once(Gazette):
    """P17: an instance reads one document and fails from then on, so that others stand in."""

    def __init__(self):
        self.used = False

    def parse(self, layout, ctx):
        if self.used:
            raise RuntimeError("worn out")
        self.used = True
        return super().parse(layout, ctx)


class Changed(Gazette):
    """G02: gives other output than before, under the same version."""

    def finished(self, layout, fields):
        return nkdocs.Draft(**fields | {"language": None})
