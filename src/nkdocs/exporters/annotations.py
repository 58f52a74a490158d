"""W3C Web Annotations: each role of each stretch of text, as annotation tools and archives exchange them."""

import json
from typing import Any, BinaryIO, Final

from nkdocs.plugin.protocols import ExportContext
from nkdocs.plugin.sessions import StreamSession, options_of
from nkdocs.records.label import Label
from nkdocs.records.parsed import Parsed

__all__ = ["AnnotationsExporter"]

_HEAD: Final = b'{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": [\n'
_TAIL: Final = b"\n]}\n"
_LEFT_OUT: Final = frozenset({"boilerplate"})
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, check_circular=False)


class AnnotationsExporter:
    """Write one ``AnnotationPage``; offsets are code points of the parsed text."""

    def open(self, target: BinaryIO, ctx: ExportContext) -> "_Session":
        """Start writing to ``target``."""
        options_of(ctx)
        return _Session(StreamSession(target, _encode, head=_HEAD, between=b",\n", tail=_TAIL))


class _Session:
    """Writes each document's labels; a document without any adds nothing."""

    def __init__(self, stream: StreamSession) -> None:
        self._stream = stream

    def write(self, parsed: Parsed) -> None:
        """Write what a parsed document holds."""
        source = parsed.document.url or f"urn:sha256:{parsed.document.sha256}"
        for label in parsed.labels:
            if label.role not in _LEFT_OUT:
                self._stream.write(_annotation(source, parsed.text, label))

    def close(self) -> None:
        """End the page."""
        self._stream.close()


def _encode(annotation: dict[str, Any]) -> bytes:
    return _ENCODER.encode(annotation).encode()


def _annotation(source: str, text: str, label: Label) -> dict[str, Any]:
    start, end = label.span.start, label.span.end
    return {
        "type": "Annotation",
        "motivation": "classifying",
        "body": {"type": "TextualBody", "purpose": "classifying", "value": label.role},
        "target": {
            "source": source,
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {"type": "TextQuoteSelector", "exact": text[start:end]},
            ],
        },
    }
