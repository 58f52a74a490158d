"""The nouns: frozen, slotted, keyword-only, validated; never recursive.

Each name is fetched from its module at first use: who needs one of them need not wait for all.
"""

from importlib import import_module

# Each name and the module it lives in; __init__.pyi says the same to type checkers.
_HOMES = {
    "BUILTIN_CODES": "nkdocs.records.note",
    "SCHEMA": "nkdocs.records.article",
    "Article": "nkdocs.records.article",
    "Attribution": "nkdocs.records.article",
    "Byline": "nkdocs.records.people",
    "Candidate": "nkdocs.records.claim",
    "Caption": "nkdocs.records.article",
    "Claim": "nkdocs.records.claim",
    "Comment": "nkdocs.records.comment",
    "Dateline": "nkdocs.records.article",
    "DocumentInfo": "nkdocs.records.article",
    "Draft": "nkdocs.records.parsed",
    "Edition": "nkdocs.records.article",
    "Entry": "nkdocs.records.parsed",
    "Evidence": "nkdocs.records.claim",
    "Label": "nkdocs.records.label",
    "Note": "nkdocs.records.note",
    "NoteCode": "nkdocs.records.note",
    "Origin": "nkdocs.records.article",
    "Paragraph": "nkdocs.records.article",
    "Parsed": "nkdocs.records.parsed",
    "Provenance": "nkdocs.records.article",
    "Reject": "nkdocs.records.claim",
    "Resolution": "nkdocs.records.claim",
    "Result": "nkdocs.records.parsed",
    "Span": "nkdocs.text.span",
    "Strength": "nkdocs.records.claim",
    "Text": "nkdocs.records.article",
    "When": "nkdocs.text.dates.when",
}

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


def __getattr__(name: str) -> object:
    """Fetch a name of this room at first use."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(home), name)
    return value
