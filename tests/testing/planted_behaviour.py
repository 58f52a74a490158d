"""Parsers of one invented outlet, right and wrong: each wrong one breaks one promise, and is named after it.

They are imported by name in other processes, so they live in a module of their own.
"""

import datetime as dt
import locale
import logging
import os
import random
import re
import socket
import subprocess
import sys
import tempfile
import time
import warnings
from itertools import count
from pathlib import Path

import nkdocs

BYLINE = re.compile(r"(?P<name>[^|,]{1,60}) \| Tidewater")
FOOTER = "© Tidewater"


class Tidewater:
    """Right: headline, byline, body, a thread of bullets, a footer; all of it from the blocks."""

    def claim(self, layout, ctx):
        for block in layout.blocks[:3]:
            if BYLINE.fullmatch(block.text):
                evidence = nkdocs.Evidence(rule="byline", span=block.span)
                return nkdocs.Claim(strength=nkdocs.Strength.MARKERS, evidence=[evidence])
        return None

    def parse(self, layout, ctx):
        blocks = [block for block in layout.blocks if block.text]
        bylines = [block for block in blocks if len(block.text) < 80 and BYLINE.fullmatch(block.text)]
        if not bylines or blocks[0] is bylines[0]:
            raise nkdocs.NotMine("no byline under a headline")
        body = [b for b in blocks if b.kind != "bullet" and b not in (blocks[0], bylines[0])]
        footer = [block for block in body if block.text.startswith(FOOTER)]
        body = [block for block in body if not block.text.startswith(FOOTER)]
        notes = [nkdocs.Note(code="tidewater-twice", span=bylines[1].span)] if len(bylines) > 1 else []
        return self.draft(
            layout,
            ctx,
            {
                "outlet": "tidewater",
                "headline": nkdocs.Text(text=blocks[0].text, span=blocks[0].span),
                "bylines": [byline(block) for block in bylines[:1]],
                "paragraphs": [nkdocs.Paragraph(text=block.text, span=block.span) for block in body],
                "comments": self.comments([block for block in blocks if block.kind == "bullet"]),
                "labels": [nkdocs.Label(role="boilerplate", span=block.span, rule="footer") for block in footer],
                "notes": notes,
            },
        )

    def comments(self, bullets):
        return [
            nkdocs.Comment(id=number, author=block.text, missing=["body"], span=block.span)
            for number, block in enumerate(bullets, start=1)
        ]

    def draft(self, layout, ctx, found):
        return nkdocs.Draft(**found)


def byline(block):
    """The byline that a block is."""
    return nkdocs.Byline(name=BYLINE.fullmatch(block.text)["name"], raw=block.text, span=block.span)


class Saying(Tidewater):
    """A parser that adds a note with what ``says`` gives."""

    def says(self, layout, ctx):
        raise NotImplementedError

    def draft(self, layout, ctx, found):
        said = self.says(layout, ctx)
        note = [nkdocs.Note(code="tidewater-said", detail=str(said))] if said is not None else []
        return super().draft(layout, ctx, found | {"notes": [*found["notes"], *note]})


# Right ones of other kinds.


class Stateless(Saying):
    """Right: a constant random sequence of its own, a day from words, an import when it is needed."""

    def says(self, layout, ctx):
        import colorsys

        day = dt.datetime.strptime("2014-06-02", "%Y-%m-%d").replace(tzinfo=dt.UTC)
        return random.Random(7).random(), day.isoformat(), isinstance(day, dt.date), colorsys.ONE_THIRD  # noqa: S311 - no secret


class OwnData(Saying):
    """Right: reads a file of its own package at each document."""

    def says(self, layout, ctx):
        return len(Path(__file__).read_text("utf-8")) > 0


class Unsafe(Saying):
    """Right where ``thread_safe`` is False: it keeps the document for a moment."""

    def says(self, layout, ctx):
        self.layout = layout
        time.sleep(0)
        return self.layout.text[:5]


class Refusing(Tidewater):
    """Right: hands back what has no body, and says so of what it cannot read."""

    def draft(self, layout, ctx, found):
        if not found["paragraphs"]:
            raise nkdocs.ParseError("a page without a body")
        return super().draft(layout, ctx, found)


# P20


class Unordered(Saying):
    def says(self, layout, ctx):
        return ", ".join({"rice", "maize", "oil"})


class Counting(Saying):
    numbers = count()

    def says(self, layout, ctx):
        return next(self.numbers)


class Remembering(Saying):
    def __init__(self):
        self.seen = set()

    def says(self, layout, ctx):
        known = layout.document.sha256 in self.seen
        self.seen.add(layout.document.sha256)
        return known


class Zoned(Saying):
    def says(self, layout, ctx):
        return time.localtime(1_400_000_000).tm_hour


class Localised(Saying):
    def says(self, layout, ctx):
        return os.environ.get("LC_ALL")


class Throwing(Saying):
    def says(self, layout, ctx):
        return random.SystemRandom().random()


class UnorderedClaim(Tidewater):
    def claim(self, layout, ctx):
        rule = next(iter({"byline", "headline", "footer", "thread"}))
        claim = super().claim(layout, ctx)
        evidence = [nkdocs.Evidence(rule=rule)]
        return claim and nkdocs.Claim(strength=claim.strength, evidence=evidence)


# P21


class Today(Saying):
    def says(self, layout, ctx):
        return dt.date.today().year  # noqa: DTZ011 - the defect


class Now(Saying):
    def says(self, layout, ctx):
        return dt.datetime.now(dt.UTC).year


class StrfTime(Saying):
    def says(self, layout, ctx):
        return time.strftime("%Y")


class Ageing(Saying):
    def says(self, layout, ctx):
        return time.time() > 1_400_000_000


class DateUtil(Saying):
    def says(self, layout, ctx):
        from dateutil import parser

        return parser.parse("12 May").year


# P22


class ChangingText(Saying):
    def says(self, layout, ctx):
        object.__setattr__(layout, "text", layout.text.strip() + " ")


class ChangingBlocks(Saying):
    def says(self, layout, ctx):
        object.__setattr__(layout, "blocks", list(layout.blocks))


class ChangingMeta(Saying):
    def says(self, layout, ctx):
        layout.meta.opengraph._items["tidewater"] = "seen"


class ChangingOptions(Saying):
    def says(self, layout, ctx):
        ctx.options._items["tidewater"] = "seen"


class ChangingContext(Tidewater):
    def claim(self, layout, ctx):
        object.__setattr__(ctx, "captured", dt.date(2014, 6, 2))
        return super().claim(layout, ctx)


# P23


class Calling(Saying):
    def says(self, layout, ctx):
        try:
            socket.create_connection(("127.0.0.1", 9), timeout=0.01).close()
        except OSError:
            return


class Starting(Saying):
    def says(self, layout, ctx):
        try:
            subprocess.run([sys.executable, "-c", ""], check=False)
        except OSError:
            return


class Writing(Saying):
    def says(self, layout, ctx):
        Path(tempfile.gettempdir(), "tidewater.log").write_text("seen")


class WritingOnce(Saying):
    written = False

    def says(self, layout, ctx):
        if not type(self).written:
            type(self).written = True
            Path(tempfile.gettempdir(), "tidewater.log").write_text("seen")


class Deleting(Saying):
    def says(self, layout, ctx):
        Path(tempfile.gettempdir(), "tidewater.nothing").unlink(missing_ok=True)


class Reading(Saying):
    def says(self, layout, ctx):
        with Path(os.devnull).open("rb") as file:
            file.read()


class Listing(Saying):
    def says(self, layout, ctx):
        list(Path(tempfile.gettempdir()).iterdir())


# P24


class Setting(Saying):
    def says(self, layout, ctx):
        os.environ["TIDEWATER"] = "seen"


class Speaking(Saying):
    def says(self, layout, ctx):
        locale.setlocale(locale.LC_NUMERIC, "C.UTF-8")


class Silencing(Saying):
    def says(self, layout, ctx):
        warnings.filterwarnings("ignore", message="tidewater")


class Logging(Saying):
    def says(self, layout, ctx):
        logging.basicConfig(filename=os.devnull)


class Finding(Saying):
    def says(self, layout, ctx):
        sys.path.append("tidewater")


class Seeding(Saying):
    def says(self, layout, ctx):
        random.seed(1)


class Digging(Saying):
    def says(self, layout, ctx):
        sys.setrecursionlimit(4_000)


class Printing(Saying):
    def says(self, layout, ctx):
        print("tidewater")  # noqa: T201 - the defect


class Muttering(Saying):
    def says(self, layout, ctx):
        os.write(2, b"tidewater\n")


class Complaining(Saying):
    def says(self, layout, ctx):
        logging.getLogger("tidewater").warning("seen")


# P25


class Borrowing(Tidewater):
    last: tuple[nkdocs.Paragraph, ...] = ()

    def draft(self, layout, ctx, found):
        first = found["paragraphs"][:1]
        note = [nkdocs.Note(code="tidewater-before", detail=each.text) for each in self.last]
        if "river" not in layout.text:
            self.last = first
            note = []
        return super().draft(layout, ctx, found | {"notes": [*found["notes"], *note]})


# P26


class Sharing(Tidewater):
    def parse(self, layout, ctx):
        self.layout = layout
        draft = super().parse(layout, ctx)
        return nkdocs.Result(drafts=[draft], notes=[nkdocs.Note(code="tidewater-text", detail=self.layout.text[:40])])


class SharingList(Tidewater):
    def __init__(self):
        self.found = []

    def parse(self, layout, ctx):
        self.found.clear()
        for block in layout.blocks:
            self.found.append(block.text)
        note = nkdocs.Note(code="tidewater-text", detail="|".join(self.found))
        return nkdocs.Result(drafts=[super().parse(layout, ctx)], notes=[note])


# P27


def _local_day():
    class Day(dt.date):
        pass

    return Day(2014, 6, 2)


class LocalDay(Tidewater):
    def draft(self, layout, ctx, found):
        when = nkdocs.When(
            raw=found["headline"].text, earliest=_local_day(), latest=_local_day(), precision="day", edtf=None,
            basis="stated", span=found["headline"].span,
        )  # fmt: skip
        return super().draft(layout, ctx, found | {"published": when})


# P28


class Recursive(Tidewater):
    def comments(self, bullets):
        done: list[nkdocs.Comment] = []
        self.nested(bullets, 0, 0, done)
        return done

    def nested(self, bullets, number, depth, done):
        while number < len(bullets) and bullets[number].depth > depth:
            block = bullets[number]
            done.append(nkdocs.Comment(id=number + 1, author=block.text, missing=["body"], span=block.span))
            number = self.nested(bullets, number + 1, block.depth, done)
        return number


class Crashing(Recursive):
    """Overflows the real stack, where it is given leave to."""

    def parse(self, layout, ctx):
        if max((block.depth for block in layout.blocks), default=0) > 1_000:
            os.abort()
        return super().parse(layout, ctx)


# P30, P34


class FirstBlock(Tidewater):
    def parse(self, layout, ctx):
        if not layout.blocks[0].text:
            raise nkdocs.NotMine("nothing")
        return super().parse(layout, ctx)


class Replaced(Tidewater):
    def parse(self, layout, ctx):
        layout.text.encode("latin-1", errors="strict" if "\ufffd" in layout.text else "replace")
        return super().parse(layout, ctx)


class Carriage(Tidewater):
    def parse(self, layout, ctx):
        for line in layout.text.split("\n"):
            if "\r" in line.rstrip("\r"):
                raise ValueError("a carriage return inside a line")
        return super().parse(layout, ctx)


class Beyond(Tidewater):
    def draft(self, layout, ctx, found):
        end = len(layout.text)
        if end > 500_000:
            found["paragraphs"].append(nkdocs.Paragraph(text="end", span=nkdocs.Span(end, end + 3)))
        return super().draft(layout, ctx, found)


class Stumbling(Tidewater):
    def parse(self, layout, ctx):
        if "市場" in layout.text:
            raise KeyError("市場")
        return super().parse(layout, ctx)


# P31


class LineFeeds(Tidewater):
    def draft(self, layout, ctx, found):
        return super().draft(layout, ctx, found | {"language": "en" if "\n\n" in layout.text else None})


# P32, P33


class Twice(Tidewater):
    def draft(self, layout, ctx, found):
        return super().draft(layout, ctx, found | {"notes": []})


class Footed(Tidewater):
    def draft(self, layout, ctx, found):
        if not found["labels"]:
            found["paragraphs"] = found["paragraphs"][:-1]
        return super().draft(layout, ctx, found)


# P40


class Trailing(Saying):
    def says(self, layout, ctx):
        return bool(re.search(r"\s+$", layout.text))


class Counted(Saying):
    def says(self, layout, ctx):
        return sum(layout.text[: block.span.start].count("e") for block in layout.blocks) > 0


class Pairs(Saying):
    def says(self, layout, ctx):
        return sum(1 for one in layout.blocks for other in layout.blocks if one.text == other.text and one is not other)


class Quoting(Saying):
    def says(self, layout, ctx):
        return len(re.findall(r'"[^\n]*"\s?\|', layout.text))


class Catastrophic(Saying):
    def says(self, layout, ctx):
        return bool(re.search(r"(?:1+)+x", layout.text))


# P41, P42


class Slow(Saying):
    def says(self, layout, ctx):
        return sum(len(str(ord(character) * number)) for number in range(12) for character in layout.text) > 0


class Hoarding(Saying):
    def says(self, layout, ctx):
        return len(bytearray(len(layout.text) * 36)) > 0
