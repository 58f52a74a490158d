# What type checkers see of this room: the names that __init__.py fetches at first use.

from nkdocs.records.article import SCHEMA as SCHEMA
from nkdocs.records.article import Article as Article
from nkdocs.records.article import Attribution as Attribution
from nkdocs.records.article import Caption as Caption
from nkdocs.records.article import Dateline as Dateline
from nkdocs.records.article import DocumentInfo as DocumentInfo
from nkdocs.records.article import Edition as Edition
from nkdocs.records.article import Origin as Origin
from nkdocs.records.article import Paragraph as Paragraph
from nkdocs.records.article import Provenance as Provenance
from nkdocs.records.article import Text as Text
from nkdocs.records.claim import Candidate as Candidate
from nkdocs.records.claim import Claim as Claim
from nkdocs.records.claim import Evidence as Evidence
from nkdocs.records.claim import Reject as Reject
from nkdocs.records.claim import Resolution as Resolution
from nkdocs.records.claim import Strength as Strength
from nkdocs.records.comment import Comment as Comment
from nkdocs.records.label import Label as Label
from nkdocs.records.note import BUILTIN_CODES as BUILTIN_CODES
from nkdocs.records.note import Note as Note
from nkdocs.records.note import NoteCode as NoteCode
from nkdocs.records.parsed import Draft as Draft
from nkdocs.records.parsed import Entry as Entry
from nkdocs.records.parsed import Parsed as Parsed
from nkdocs.records.parsed import Result as Result
from nkdocs.records.people import Byline as Byline
from nkdocs.text.dates.when import When as When
from nkdocs.text.span import Span as Span

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
