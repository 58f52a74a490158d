"""What one sample shows of its outlet: a host or a telling phrase, and where its headline and its body stand."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import attrs

from nkdocs.document import Document
from nkdocs.errors import MissingExtra, SourceError, UsageError
from nkdocs.layout.block import Block, Layout
from nkdocs.layout.opening import lay_out
from nkdocs.pipeline.parsing import parse_document
from nkdocs.plugin.hooks import hookimpl
from nkdocs.plugin.outlet import OutletRules
from nkdocs.records import Article, Parsed
from nkdocs.registry import Registry
from nkdocs.registry.hosts import host_of

__all__ = ["Sample", "sample_of"]

_SUFFIXES: Final = (".txt", ".html")
# What a header may be made of; of these orders the one that finds most in the sample is proposed.
_HEADERS: Final = (
    ("headline?", "byline?", "date?", "caption*"),
    ("headline?", "date?", "byline?", "caption*"),
    ("date?", "headline?", "byline?", "caption*"),
    ("byline?", "headline?", "date?", "caption*"),
    ("caption*", "headline?", "byline?", "date?"),
)
_FIELDS: Final = {"headline": "headline", "byline": "bylines", "date": "published", "caption": "captions"}
# Wording that outlets sign their pages with, before any other.
_SIGNATURES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:©|\(c\)|Copyright) ?(?:\d{4} ?)?[^\W\d_][^\n.|]{3,50}",
        r"(?:told|Photo:|Image:|Source:) (?:the )?[A-Z]\w+(?: [A-Z]\w+){1,4}",
        r"(?:[A-Z]\w+ ){1,4}(?:News Agency|News|Times|Post|Ledger|Herald|Daily|Journal|Press|Gazette)\b",
    )
)
_WORDS: Final = re.compile(r"\S+(?: \S+){3,7}")
_SHORTEST, _LONGEST = 8, 60
_SHARED: Final = 0.8  # of the body's paragraphs: so many carry a class that marks the body


@attrs.frozen(slots=True, kw_only=True)
class Sample:
    """One document, unchanged, and rules that claim and read it.

    ``file`` is what it is called in a corpus; ``parsed`` is what the rules make of it.
    """

    file: str
    content: bytes
    url: str | None
    rules: OutletRules
    parsed: Parsed


def sample_of(name: str, file: str, content: bytes, url: str | None) -> Sample:
    """Propose rules for the outlet ``name`` that claim and read this document.

    Raises:
        SourceError: for a document without text.
        UsageError: for a url without host.
    """
    if url is not None and host_of(url) is None:
        raise UsageError(f"--url: {url!r} names no host, such as https://ledger.example/2014/rice")
    layout = lay_out(content, url=url, name=file)
    if not layout.readable or not layout.blocks:
        if any(note.code == "missing-extra" for note in layout.notes):
            raise MissingExtra("html", "a sample in HTML")
        raise SourceError(f"{file!r} holds no text to make a plugin from")
    html = layout.document.media_type == "text/html"
    document = Document(content, url=url, name=_corpus_name(file, html=html))
    rules = _rules(name, document, layout, html=html)
    return Sample(file=str(document.name), content=content, url=url, rules=rules, parsed=_parsed(rules, document))


def _corpus_name(file: str, *, html: bool) -> str:
    """The file's name, with the suffix that corpora know this kind of document by."""
    path = Path(file.encode(errors="replace").decode())
    if path.suffix in _SUFFIXES:
        return path.name
    stem = path.name.strip(".") or "sample"
    return f"{stem if path.suffix == '' else Path(stem).stem}{_SUFFIXES[html]}"


def _rules(name: str, document: Document, layout: Layout, *, html: bool) -> OutletRules:
    host = host_of(document.url) or host_of(layout.meta.canonical)
    known = parse_document(document, parser="generic", registry=Registry(entry_points=False))
    article = known.articles[0] if known.articles else None
    fields: dict[str, Any] = {"id": name, "version": "1", "language": article.language if article else None}
    if host is not None:
        fields["hosts"] = [host.removeprefix("www.")]
    else:
        fields["markers"] = [_marker(layout)]
    if html:
        return OutletRules(**fields, classes=_classes(layout, article))
    return _with_header(fields, document, article)


def _with_header(fields: dict[str, Any], document: Document, known: Article | None) -> OutletRules:
    """The rules with the header that finds most in the sample, and nothing that another reading of it doubts."""
    tried = [OutletRules(**fields, header=header) for header in _HEADERS]
    found = [_found(rules, document, known) for rules in tried]
    best = max(range(len(tried)), key=lambda number: (len(found[number]), -number))
    steps = [step for step in tried[best].header if step.rstrip("?*") in found[best]]
    return OutletRules(**fields, header=steps)


def _found(rules: OutletRules, document: Document, known: Article | None) -> frozenset[str]:
    """The steps that set their field; a headline only where the fallback sees the same."""
    articles = _parsed(rules, document).articles
    if not articles:
        return frozenset()
    steps = {step for step, field in _FIELDS.items() if getattr(articles[0], field)}
    if known is None or str(articles[0].headline) != str(known.headline):
        steps.discard("headline")
    return frozenset(steps)


def _classes(layout: Layout, known: Article | None) -> dict[str, str]:
    """The class that only the headline carries, and one that most of the body carries."""
    if known is None:
        return {}
    spans = {part.span for part in known.paragraphs if part.span is not None}
    body = [block for block in layout.blocks if any(_overlaps(block, span) for span in spans)]
    classes: dict[str, str] = {}
    if known.headline is not None and known.headline.span is not None:
        titles = [block for block in layout.blocks if _overlaps(block, known.headline.span)]
        classes |= dict.fromkeys(_own(titles, [b for b in layout.blocks if b not in titles])[:1], "headline")
    rest = [block for block in layout.blocks if block not in body]
    classes |= dict.fromkeys(_own(body, rest)[:1], "body")
    return classes


def _overlaps(block: Block, span: Any) -> bool:
    return bool(block.span.start < span.end and span.start < block.span.end)


def _own(blocks: Sequence[Block], others: Iterable[Block]) -> list[str]:
    """Classes that most of these blocks carry and none of the others, the most frequent first."""
    theirs = {name for block in others for name in block.classes}
    counts: dict[str, int] = {}
    for block in blocks:
        for name in block.classes - theirs:
            counts[name] = counts.get(name, 0) + 1
    return sorted((name for name in counts if counts[name] >= _SHARED * len(blocks)), key=lambda n: (-counts[n], n))


def _marker(layout: Layout) -> str:
    """A phrase of the sample that no document of another outlet holds, as a regular expression."""
    foreign = _foreign_texts()
    for phrase in _phrases(layout):
        if len(phrase) >= _SHORTEST and not any(phrase in text for text in foreign):
            return re.escape(phrase).replace(r"\ ", " ")
    raise SourceError(f"{layout.document.name!r} holds no phrase to know its outlet by: give --url, or a longer sample")


def _phrases(layout: Layout) -> Iterator[str]:
    """Signatures first, then the ends of the document, where outlets repeat themselves, then all of it."""
    for signature in _SIGNATURES:
        yield from (found[0].strip() for found in signature.finditer(layout.text))
    ends = (*reversed(layout.blocks), *layout.blocks)
    for block in ends:
        line = block.text.splitlines()[0]
        found = _WORDS.search(line)
        if found is not None:
            yield found[0][:_LONGEST].strip()
    yield from (block.text.splitlines()[0][:_LONGEST].strip() for block in ends)


def _foreign_texts() -> list[str]:
    """The documents that a parser must not claim, as the conformance kit has them."""
    from nkdocs.testing.foreign import foreign_samples

    return [str(document.content) for document in foreign_samples()]


class _Holder:
    """A plugin that registers one outlet's rules."""

    def __init__(self, rules: OutletRules) -> None:
        self._rules = rules

    @hookimpl
    def nkdocs_register_parsers(self) -> list[OutletRules]:
        """The rules."""
        return [self._rules]


def _parsed(rules: OutletRules, document: Document) -> Parsed:
    """What the rules make of the document, by their own claim."""
    registry = Registry([_Holder(rules)], entry_points=False, prefer=[rules.id])
    return parse_document(document, registry=registry)
