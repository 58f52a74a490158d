"""The nouns: frozen, slotted, keyword-only, validated; never recursive."""

from nkdocs.records.article import (
    SCHEMA,
    Article,
    Attribution,
    Caption,
    Dateline,
    DocumentInfo,
    Edition,
    Origin,
    Paragraph,
    Provenance,
    Text,
)
from nkdocs.records.claim import Candidate, Claim, Evidence, Reject, Resolution, Strength
from nkdocs.records.comment import Comment
from nkdocs.records.label import Label
from nkdocs.records.note import BUILTIN_CODES, Note, NoteCode
from nkdocs.records.parsed import Draft, Entry, Parsed, Result
from nkdocs.records.people import Byline
from nkdocs.text.dates.when import When
from nkdocs.text.span import Span

__all__ = [
    "BUILTIN_CODES",
    "SCHEMA",
    "Article",
    "Attribution",
    "Byline",
    "Candidate",
    "Caption",
    "Claim",
    "Comment",
    "Dateline",
    "DocumentInfo",
    "Draft",
    "Edition",
    "Entry",
    "Evidence",
    "Label",
    "Note",
    "NoteCode",
    "Origin",
    "Paragraph",
    "Parsed",
    "Provenance",
    "Reject",
    "Resolution",
    "Result",
    "Span",
    "Strength",
    "Text",
    "When",
]
