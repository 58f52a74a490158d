"""Exporters with one thing wrong each, and right ones of other kinds than those that come with nkdocs."""

import csv
import io
import json
import time
from datetime import date, datetime
from pathlib import Path

import attrs

from nkdocs.errors import ExportError, UsageError
from nkdocs.records.convert import from_dict, to_dict

KEYS = ("id", "headline", "language", "outlet", "via", "section", "kicker", "standfirst", "document")


class Session:
    """Lines of bytes, one an article."""

    def __init__(self, target, exporter):
        self.target, self.exporter, self.over = target, exporter, False

    def write(self, article):
        """Write a line."""
        if self.over:
            raise UsageError("it is over")
        self.over = True
        self.target.write(self.exporter.line(article))
        self.over = False

    def close(self):
        """End it."""
        self.over = True


class Lines:
    """JSON Lines, right in everything."""

    session = Session

    def open(self, target, _):
        """Start."""
        return self.session(target, self)

    def line(self, article):
        """One record."""
        return json.dumps(self.record(article)).encode() + b"\n"

    def record(self, article):
        """All of it."""
        return to_dict(article)

    def load(self, source, _):
        """Read the records."""
        for line in source:
            yield from_dict(json.loads(line))


class Drops(Lines):
    """Forgets the kicker."""

    def record(self, article):
        """Almost all of it."""
        return to_dict(article) | {"kicker": None}


class DropsEmptyComments(Lines):
    """Forgets comments without a body."""

    def record(self, article):
        """Almost all of it."""
        record = to_dict(article)
        comments = [comment for comment in record["comments"] if "body" not in comment["missing"]]
        return record | {"comments": comments}


class DropsTheLast(Lines):
    """Writes the first byline alone."""

    def record(self, article):
        """Almost all of it."""
        record = to_dict(article)
        return record | {"bylines": record["bylines"][:1]}


class Skips(Lines):
    """Leaves articles out that have no headline."""

    def line(self, article):
        """One record, or none."""
        return super().line(article) if article.headline else b""


class Stamped(Lines):
    """Says when it was written."""

    def record(self, article):
        """All of it, and the time."""
        return to_dict(article) | {"written": datetime.now().isoformat()}  # noqa: DTZ005 - its defect


class Dated(Stamped):
    """Says on which day."""

    def record(self, article):
        """All of it, and the day."""
        return to_dict(article) | {"written": date.today().isoformat()}  # noqa: DTZ011 - its defect


class Timed(Stamped):
    """Says at which second."""

    def record(self, article):
        """All of it, and the second."""
        return to_dict(article) | {"written": int(time.time())}


class Numbered(Stamped):
    """Counts what all its sessions wrote."""

    count = 0

    def record(self, article):
        """All of it, and a number."""
        Numbered.count += 1
        return to_dict(article) | {"number": Numbered.count}


class Unordered(Stamped):
    """Writes a set as it comes."""

    def record(self, article):
        """All of it, and the words of the name."""
        return to_dict(article) | {"words": list({"salt", "rice", "maize", "ferry", "nets"})}


class Closing(Lines):
    """Closes what it was given to write to."""

    class session(Session):  # noqa: N801 - found by its name
        """As it should not be."""

        def close(self):
            """Close everything."""
            self.target.close()


class ClosesOnce(Lines):
    """Cannot be closed twice."""

    class session(Session):  # noqa: N801 - found by its name
        """As it should not be."""

        def close(self):
            """Complain the second time."""
            if self.over:
                raise ValueError("closed")
            self.over = True


class WritesOnClosing(Lines):
    """Writes its tail each time it is closed."""

    class session(Session):  # noqa: N801 - found by its name
        """As it should not be."""

        def close(self):
            """Write a blank line."""
            self.target.write(b"\n")

    def load(self, source, ctx):
        """Read the records."""
        return super().load(filter(bytes.strip, source), ctx)


class WritesOn(Lines):
    """Goes on after the disk was full."""

    class session(Session):  # noqa: N801 - found by its name
        """As it should not be."""

        def write(self, article):
            """Write whatever happened before."""
            self.over = False
            super().write(article)


class Swallows(Lines):
    """Says nothing of a full disk."""

    class session(Session):  # noqa: N801 - found by its name
        """As it should not be."""

        def write(self, article):
            """Write if there is room."""
            try:
                if not self.over:
                    super().write(article)
            except OSError:
                self.over = True


class NeedsArticles(Lines):
    """Cannot make an end of nothing."""

    class session(Session):  # noqa: N801 - found by its name
        """As it should not be."""

        last = None

        def write(self, article):
            """Remember it."""
            super().write(article)
            self.last = article

        def close(self):
            """End with the last one."""
            if not self.over:
                self.over = not self.last.id


class Hoards(Lines):
    """Keeps everything until it is closed."""

    class session(Session):  # noqa: N801 - found by its name
        """As it should not be."""

        def __init__(self, target, exporter):
            super().__init__(target, exporter)
            self.kept = []

        def write(self, article):
            """Keep it."""
            self.kept.append(self.exporter.line(article))

        def close(self):
            """Write all at once."""
            kept, self.kept = self.kept, []
            if kept:
                self.target.write(b"".join(kept))


class Changes(Lines):
    """Tidies the article after it was written."""

    def line(self, article):
        """One record."""
        written = super().line(article)
        object.__setattr__(article, "section", "done")
        return written


class ChangesDeep(Lines):
    """Tidies a part of it."""

    def line(self, article):
        """One record."""
        written = super().line(article)
        for paragraph in article.paragraphs:
            object.__setattr__(paragraph, "text", paragraph.text.upper())
        return written


class Naive(Lines):
    """A table by hand: what holds a comma, a quote or a line end breaks it."""

    class session(Session):  # noqa: N801 - found by its name
        """Opens with a header."""

        def __init__(self, target, exporter):
            super().__init__(target, exporter)
            self.lead = ",".join(KEYS).encode() + b"\r\n"

        def write(self, article):
            """Write a row."""
            if self.over:
                raise UsageError("it is over")
            self.over = True
            self.target.write(self.lead + self.exporter.line(article))
            self.over, self.lead = False, b""

        def close(self):
            """End it."""
            lead, self.lead = b"" if self.over else self.lead, b""
            self.over = True
            if lead:
                self.target.write(lead)

    def cells(self, article):
        """The row."""
        texts = (article.headline, article.kicker, article.standfirst)
        headline, kicker, standfirst = (text.text if text else "" for text in texts)
        named = json.dumps(attrs.asdict(article.document), default=str)
        scalars = (article.language, article.outlet, article.via, article.section)
        return [article.id, headline, *(each or "" for each in scalars), kicker, standfirst, named]

    def line(self, article):
        """The row, joined."""
        *cells, named = self.cells(article)
        quoted = named.replace('"', '""')
        return f'{",".join(cells)},"{quoted}"\r\n'.encode()


class OneLine(Naive):
    """A table whose cells lose their line ends."""

    def line(self, article):
        """The row, quoted, in one line."""
        row = io.StringIO()
        csv.writer(row).writerow([" ".join(cell.split()) for cell in self.cells(article)])
        return row.getvalue().encode()


class Table(Naive):
    """A table made by those who know how, and right."""

    def line(self, article):
        """The row, quoted."""
        row = io.StringIO()
        csv.writer(row, quoting=csv.QUOTE_ALL).writerow(self.cells(article))
        return row.getvalue().encode()


class Ascii(Lines):
    """Loses what is not ASCII, and is a format of its own that nothing else reads."""

    def line(self, article):
        """All of the record, as Python writes it."""
        return f"{to_dict(article)!r}\n".encode("ascii", errors="ignore")


class Chokes(Lines):
    """Falls over characters beyond the first plane."""

    def line(self, article):
        """One record."""
        line = json.dumps(to_dict(article), ensure_ascii=False)
        if max(line) > "\uffff":
            raise ValueError("a character is too large")
        return line.encode() + b"\n"


class Refuses(Lines):
    """Refuses them as it should."""

    def line(self, article):
        """One record."""
        line = json.dumps(to_dict(article), ensure_ascii=False)
        if max(line) > "\uffff":
            raise ExportError("text", "no character beyond the first plane")
        return line.encode() + b"\n"


class Reversible(Lines):
    """Plain lines with escapes of its own, which nothing else reads; right."""

    def line(self, article):
        """The record as Python writes it."""
        return f"{to_dict(article)!r}\n".encode()


class Batched(Lines):
    """Writes a hundred lines at once, and is right."""

    class session(Session):  # noqa: N801 - found by its name
        """Keeps a batch."""

        def __init__(self, target, exporter):
            super().__init__(target, exporter)
            self.kept = []

        def write(self, article):
            """Keep it until there are a hundred."""
            if self.over:
                raise UsageError("it is over")
            self.kept.append(self.exporter.line(article))
            if len(self.kept) == 100:
                self.flush()

        def flush(self):
            """Write the batch."""
            kept, self.kept = self.kept, []
            self.over = True
            if kept:
                self.target.write(b"".join(kept))
            self.over = False

        def close(self):
            """Write what is left."""
            if not self.over:
                self.flush()
            self.over = True


class Seeks(Lines):
    """Writes the number of lines ahead of them, and says that it must seek for that; right."""

    class session(Session):  # noqa: N801 - found by its name
        """Counts."""

        def __init__(self, target, exporter):
            super().__init__(target, exporter)
            self.count = 0
            target.write(b"%8d\n" % 0)

        def write(self, article):
            """Write and count."""
            super().write(article)
            self.count += 1

        def close(self):
            """Go back and tell the number."""
            if not self.over:
                self.over = True
                self.target.seek(0)
                self.target.write(b"%8d\n" % self.count)

    def load(self, source, ctx):
        """Read the records behind the number."""
        next(source, None)
        return super().load(source, ctx)


class Folder:
    """One file an article, numbered; right."""

    def open(self, target, _):
        """Start."""
        return FolderSession(target)


class FolderSession:
    """Writes files."""

    def __init__(self, folder):
        self.folder, self.count, self.over = folder, 0, False

    def write(self, article):
        """Write one."""
        if self.over:
            raise UsageError("it is over")
        self.over = True
        content = repr(to_dict(article)).encode()
        self.count += 1
        Path(self.folder, f"{self.count:04}.txt").write_bytes(content)
        self.over = False

    def close(self):
        """End it."""
        self.over = True


class FolderOnAndOn(Folder):
    """Writes on after what it could not write."""

    def open(self, target, _):
        """Start."""
        return Persistent(target)


class Persistent(FolderSession):
    """Never gives up."""

    def write(self, article):
        """Write whatever happened before."""
        self.over = False
        super().write(article)


class Labelled:
    """Takes documents, and writes what each stretch of text is; right."""

    def open(self, target, _):
        """Start."""
        return Session(target, self)

    def line(self, parsed):
        """A line for each article, with the labels of its document."""
        labels = [[label.role, label.span.of(parsed.text)] for label in parsed.labels]
        articles = [[article.id, to_dict(article)["document"]] for article in parsed.articles]
        return json.dumps([labels, articles]).encode() + b"\n"
