"""Readers with one thing wrong each, and right ones of other kinds than those that come with nkdocs.

The container is a tale: each document ends in a line of its own that holds ``===``.
"""

import io

from nkdocs.document import Document
from nkdocs.plugin.protocols import ReadIssue
from nkdocs.records.article import Origin

END = b"\n===\n"
PIECE = 1 << 14


class Tales:
    """Right in everything."""

    def read(self, stream, ctx):
        """Tale by tale."""
        rest, offset, more = b"", 0, b"-"
        while more:
            more = stream.read(PIECE) or b""
            *whole, rest = (rest + more).split(END)
            for content in whole:
                yield self.document(content, offset)
                offset += len(content) + len(END)
        yield from self.ending(rest, offset)

    def document(self, content, offset):
        """One tale."""
        return Document(content, origin=Origin(offset=offset))

    def ending(self, rest, offset):
        """What is left behind the last end."""
        if rest.strip():
            yield ReadIssue("truncated-container", offset, f"byte {offset}: a tale without an end")


class Unplaced(Tales):
    """Says nothing of places; right."""

    def document(self, content, offset):
        """One tale."""
        return Document(content)


class Reversed(Unplaced):
    """Gives the last tale first."""

    def read(self, stream, ctx):
        """All, turned round."""
        given = list(super().read(stream, ctx))
        yield from reversed([item for item in given if isinstance(item, Document)])
        yield from (item for item in given if not isinstance(item, Document))


class Sorted(Tales):
    """Gives the tales by what they say."""

    def read(self, stream, ctx):
        """All, sorted."""
        given = list(super().read(stream, ctx))
        yield from sorted((item for item in given if isinstance(item, Document)), key=lambda each: each.content[::-1])
        yield from (item for item in given if not isinstance(item, Document))


class Misplaced(Tales):
    """Says of places what is not so."""

    def document(self, content, offset):
        """One tale."""
        return Document(content, origin=Origin(offset=1000 - offset))


class Counting(Tales):
    """Numbers the tales of all containers together."""

    count = 0

    def document(self, content, offset):
        """One tale."""
        Counting.count += 1
        return Document(content, name=str(Counting.count))


class Seeking(Tales):
    """Looks at the end first."""

    def read(self, stream, ctx):
        """From the start again."""
        stream.seek(0, io.SEEK_END)
        stream.seek(0)
        return super().read(stream, ctx)


class Spooled(Tales):
    """Copies what cannot seek; right but for R05, of which a waiver tells."""

    def read(self, stream, ctx):
        """From a copy."""
        return super().read(io.BytesIO(stream.read()), ctx)


class Swallowing(Tales):
    """Says nothing of what lacks its end."""

    def ending(self, rest, offset):
        """Nothing, but of what was never a tale."""
        if not offset and len(rest) >= 500:
            yield ReadIssue("bad-record", 0, "no tales")


class Completing(Tales):
    """Gives half a tale for a whole one."""

    def ending(self, rest, offset):
        """The half."""
        if rest.strip():
            yield self.document(rest, offset)


class Early(Tales):
    """Tells of damage before the tales that are whole."""

    def read(self, stream, ctx):
        """The bad news first."""
        given = list(super().read(stream, ctx))
        yield from (item for item in given if not isinstance(item, Document))
        yield from (item for item in given if isinstance(item, Document))


class DropsTheLast(Tales):
    """Gives a tale when the next one begins, and so never the last."""

    def read(self, stream, ctx):
        """All but one."""
        waiting = None
        for item in super().read(stream, ctx):
            if isinstance(item, Document):
                if waiting is not None:
                    yield waiting
                waiting = item
            elif waiting is None:
                yield item


class Closing(Tales):
    """Closes what it was given to read from."""

    def read(self, stream, ctx):
        """And shut the door."""
        yield from super().read(stream, ctx)
        stream.close()


class Managing(Tales):
    """Closes it whatever happens."""

    def read(self, stream, ctx):
        """And shut the door."""
        with stream:
            yield from super().read(stream, ctx)


class Wrapping(Tales):
    """Wraps it in a text stream, which closes it when it goes."""

    def read(self, stream, ctx):
        """Through a wrapper."""
        wrapper = io.TextIOWrapper(stream, encoding="latin-1", newline="")

        class Bytes:
            """The text as bytes again."""

            def read(self, size):
                return wrapper.read(size).encode("latin-1")

        yield from super().read(Bytes(), ctx)


class Decoding(Tales):
    """Falls over bytes that are no UTF-8."""

    def document(self, content, offset):
        """One tale."""
        return Document(content.decode(), origin=Origin(offset=offset))

    def ending(self, rest, offset):
        """What is left."""
        if b"\xff" in rest:
            raise ValueError("no UTF-8")
        yield from super().ending(rest, offset)


class Ignoring(Tales):
    """Passes over in silence what holds no tale."""

    def ending(self, rest, offset):
        """Something, but of whole containers only."""
        if offset or len(rest) < 500:
            yield from super().ending(rest, offset)


class Inventing(Tales):
    """Puts something of its own where there is nothing."""

    def ending(self, rest, offset):
        """A tale of its own."""
        if b"===" in rest or len(rest) < 500:
            yield from super().ending(rest, offset)
        else:
            yield Document(b"There is nothing to be read here.")


class Eager(Tales):
    """Reads all before it gives the first."""

    def read(self, stream, ctx):
        """All at once."""
        return iter(list(super().read(stream, ctx)))


class Whole:
    """The stream is the document, as text; right."""

    def read(self, stream, ctx):
        """One document."""
        yield Document(stream.read())


class Other(Tales):
    """Gives something else than documents."""

    def document(self, content, offset):
        """Just the bytes."""
        return content
