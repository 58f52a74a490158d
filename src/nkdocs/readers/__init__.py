"""Containers into documents: one file a format, registered through the hook that strangers use."""

from typing import Final

from nkdocs.plugin import ReaderInfo, hookimpl

__all__ = ["nkdocs_register_readers"]

_DOCUMENT_SUFFIXES: Final = (".txt", ".md", ".html", ".htm")
_ROW_SUFFIXES: Final = (".jsonl", ".ndjson")


def _or_compressed(suffixes: tuple[str, ...]) -> tuple[str, ...]:
    return suffixes + tuple(f"{suffix}.gz" for suffix in suffixes)


@hookimpl
def nkdocs_register_readers() -> list[ReaderInfo]:
    """The readers that come with nkdocs; none is imported here.

    >>> [info.name for info in nkdocs_register_readers()]
    ['text', 'jsonl']
    """
    return [
        ReaderInfo(
            name="text",
            version="1",
            factory="nkdocs.readers.text:TextReader",
            suffixes=_or_compressed(_DOCUMENT_SUFFIXES),
            media_types=["text/plain", "text/html", "text/markdown"],
        ),
        ReaderInfo(
            name="jsonl",
            version="1",
            factory="nkdocs.readers.jsonl:JsonLinesReader",
            suffixes=_or_compressed(_ROW_SUFFIXES),
            magic=[b'{"', b'{ "'],
            media_types=["application/x-ndjson", "application/jsonl"],
        ),
    ]
