"""P30 to P34: whatever the document has gone through, the answer is one that a parser may give."""

from collections.abc import Callable, Iterator
from typing import Any, Final, cast

from nkdocs.document import Document
from nkdocs.errors import MissingExtra, NotMine, ParseError
from nkdocs.records import Result
from nkdocs.registry.guard import Fault, guarded
from nkdocs.testing.check import Check, Named, NotRun
from nkdocs.testing.drawn import documents, hypothesis_module
from nkdocs.testing.likeness import difference, likeness
from nkdocs.testing.parser_behaviour import hosts
from nkdocs.testing.parser_shape import misplaced
from nkdocs.testing.probing import Plan, needing_parser, told
from nkdocs.testing.subject import ParserSubject, laid_out
from nkdocs.testing.variants import content_of, damaged, is_html, long_lines, with_content

__all__ = ["ROBUSTNESS"]

_EXAMPLES: Final = 200
_SHOWN: Final = 3
_SECOND_COPY: Final = "\n\n\n"


def _document(subject: ParserSubject, case: Named | None) -> Document:
    return next(other for other in subject.cases if other is case).document()


@needing_parser
def _any_damage(subject: ParserSubject, case: Named | None) -> Iterator[str]:
    """P30: every variant of a document is answered as the contract allows."""
    document = _document(subject, case)
    faults: list[str] = []
    for name, content in damaged(content_of(document)):
        fault = _refused(subject, with_content(document, content))
        if fault is not None:
            faults.append(f"{name}: {fault}")
    yield from faults[:_SHOWN]
    if len(faults) > _SHOWN:
        yield f"and {len(faults) - _SHOWN} more variants"
    number = next(number for number, other in enumerate(subject.cases) if other is case)
    if number == hosts(subject)[0]:
        yield from _one_line(subject, number)


def _refused(subject: ParserSubject, document: Document) -> str | None:
    """Why the answer is none that a parser may give; None for a result, ``NotMine`` and ``ParseError``.

    What the registry would not ask the parser about, for its kind or because it is no text, is no question here.
    """
    if not subject.asked(laid_out(document)):
        return None
    answer = guarded(subject.answer, document)
    if isinstance(answer, Fault) and not isinstance(answer.cause, (NotMine, ParseError)):
        return answer.why
    return None


def _wrong(subject: ParserSubject, document: Document) -> str | None:
    """The same, or what stands elsewhere than its span says."""
    refused = _refused(subject, document)
    answer = guarded(subject.answer, document)
    if refused is not None or isinstance(answer, Fault):
        return refused
    return next(misplaced(laid_out(document), answer), None)


def _one_line(subject: ParserSubject, number: int) -> Iterator[str]:
    """One line of a megabyte, in a process whose time can be limited."""
    plan = Plan(name="long line", tasks=(f"long-line {number}",))
    found = guarded(told, subject, [plan])
    if not isinstance(found, Fault):
        fault = found[0].of(plan.tasks[0])
    elif isinstance(found.cause, NotRun):
        lines = long_lines(subject.cases[number].document())
        fault = next(filter(None, (_refused(subject, each) for each in lines)), None)
    else:
        raise found.cause
    if fault is not None:
        yield f"one line of a megabyte: {fault}"


@needing_parser
def _same_with_crlf(subject: ParserSubject, case: Named | None) -> Iterator[str]:
    """P31: carriage returns change line ends and spans, and nothing else."""
    document = _document(subject, case)
    content = content_of(document).replace("\r\n", "\n")
    answers = [_spoken(subject, with_content(document, each)) for each in (content, content.replace("\n", "\r\n"))]
    differs = difference(*answers)
    if differs is not None:
        yield f"with CRLF line ends: {differs}"


def _spoken(subject: ParserSubject, document: Document) -> Any:
    answer = guarded(subject.answer, document)
    return answer.why if isinstance(answer, Fault) else _without_spans(likeness(answer))


def _without_spans(value: object) -> Any:
    """A likeness without spans, its lines ended by line feeds."""
    if isinstance(value, dict):
        fields = cast("dict[str, object]", value)
        return {key: _without_spans(each) for key, each in fields.items() if key != "span"}
    if isinstance(value, list):
        return [_without_spans(each) for each in cast("list[object]", value)]
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


@needing_parser
def _not_silently_one(subject: ParserSubject, case: Named | None) -> Iterator[str]:
    """P32: a document that stands there twice is several drafts, or a note tells."""
    document = _document(subject, case)
    content = content_of(document)
    single = guarded(subject.answer, document)
    double = guarded(subject.answer, with_content(document, f"{content}{_SECOND_COPY}{content}"))
    if isinstance(single, Fault) or isinstance(double, Fault) or len(single.drafts) != 1:
        return
    told_of = _codes(double) - _codes(single)
    if len(double.drafts) == 1 and not told_of:
        yield "the document twice is one article, and no note tells"


def _codes(result: Result) -> set[str]:
    return {note.code for note in result.notes} | {note.code for draft in result.drafts for note in draft.notes}


@needing_parser
def _same_body(subject: ParserSubject, case: Named | None) -> Iterator[str]:
    """P33: what the parser itself calls boilerplate, taken away from the end or put there, leaves the body."""
    document = _document(subject, case)
    if is_html(document):
        raise NotRun("boilerplate is added to and taken from plain text")
    text = laid_out(document).text
    result = subject.answer(document)
    tails = [_tail(text, result)]
    if tails[0]:
        shorter = with_content(document, text.rstrip().removesuffix(tails[0]))
        yield from _other_body(subject, result, shorter, "without the boilerplate at its end")
    else:
        tails = [_tail_of(subject, other) for other in subject.cases]
    tail = next(filter(None, tails), None)
    if tail is None:
        raise NotRun("no document of the corpus ends in boilerplate")
    longer = with_content(document, f"{text.rstrip()}\n\n{tail}\n")
    yield from _other_body(subject, result, longer, "with boilerplate added at its end")


def _other_body(subject: ParserSubject, result: Result, other: Document, words: str) -> Iterator[str]:
    differs = difference(_body(result), _body(subject.answer(other)))
    if differs is not None:
        yield f"{words} the body is another: {differs}"


def _body(result: Result) -> list[list[str]]:
    return [[paragraph.text for paragraph in draft.paragraphs] for draft in result.drafts]


def _tail_of(subject: ParserSubject, case: Named) -> str:
    document = _document(subject, case)
    answer = guarded(subject.answer, document)
    if isinstance(answer, Fault) or is_html(document):
        return ""
    return _tail(laid_out(document).text, answer)


def _tail(text: str, result: Result) -> str:
    """The lines of boilerplate that a document ends in; empty if it does not, or is nothing else."""
    labels = [*result.labels, *(label for draft in result.drafts for label in draft.labels)]
    spans = sorted((each.span.start, each.span.end) for each in labels if each.role == "boilerplate")
    end = at = start = len(text.rstrip())
    for span_start, span_end in reversed(spans):
        if text[span_end:at].strip():
            break
        at = min(at, span_start)
        line = text.rfind("\n", 0, at) + 1
        # What shares its line with the body goes with the body.
        start = line if not text[line:at].strip() else start
    return text[start:end] if start else ""


@needing_parser
def _any_document(subject: ParserSubject, _: Named | None) -> Iterator[str]:
    """P34: what hypothesis draws, alone and after the head of a document of the corpus."""
    try:
        hypothesis = hypothesis_module()
        drawn = documents()
    except MissingExtra as missing:
        raise NotRun(str(missing)) from missing
    st = hypothesis.strategies
    heads = [_head(case.document()) for case in subject.cases if not is_html(case.document())]
    grafted = st.builds(_grafted, st.sampled_from(heads), drawn) if heads else drawn
    fault = _falsified(hypothesis, st.one_of(drawn, grafted), lambda document: _wrong(subject, document))
    if fault is not None:
        yield fault


def _falsified(hypothesis: Any, strategy: Any, fault_of: Callable[[Document], str | None]) -> str | None:
    """The smallest document found to have a fault, and that fault; the same in each run."""
    found: list[tuple[Document, str]] = []

    def sound(document: Document) -> None:
        fault = fault_of(document)
        if fault is not None:
            found.append((document, fault))
            raise AssertionError(fault)

    settings = hypothesis.settings(
        max_examples=_EXAMPLES,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(hypothesis.HealthCheck),
        verbosity=hypothesis.Verbosity.quiet,
        report_multiple_bugs=False,
    )
    ended = guarded(settings(hypothesis.given(strategy)(sound)))
    if not found:
        if isinstance(ended, Fault):
            raise ended.cause
        return None
    document, fault = found[-1]
    return f"{fault} (for {str(document.content)[:200]!r})"


def _head(document: Document) -> Document:
    """A document up to about its middle."""
    content = content_of(document)
    return with_content(document, content[: content.find("\n", len(content) // 2) + 1] or content)


def _grafted(head: Document, rest: Document) -> Document:
    return with_content(head, f"{head.content!s}\n{rest.content!s}")


ROBUSTNESS: Final[tuple[Check[ParserSubject], ...]] = (
    Check(id="P30", level="M", sentence="any damage gives a valid answer", faults=_any_damage, each=True),
    Check(id="P31", level="M", sentence="CRLF changes spans and line ends only", faults=_same_with_crlf, each=True),
    Check(id="P32", level="S", sentence="twice is not silently once", faults=_not_silently_one, each=True),
    Check(id="P33", level="S", sentence="boilerplate leaves the body", faults=_same_body, each=True),
    Check(id="P34", level="M", sentence="200 drawn documents give valid answers", faults=_any_document),
)
