"""Expected records, written anew for somebody to review."""

import os
from pathlib import Path

from nkdocs.errors import UsageError
from nkdocs.plugin.info import ParserInfo
from nkdocs.plugin.outlet import OutletRules
from nkdocs.registry.registry import Registry
from nkdocs.testing.case import golden_json
from nkdocs.testing.subject import parser_subject

__all__ = ["update_expected"]


def update_expected(
    parser: str | ParserInfo | OutletRules, corpus: Path | str, *, registry: Registry | None = None
) -> list[Path]:
    """Write ``NAME.expected.json`` for every document of a corpus whose record has changed; the diff is the review.

    Returns:
        The files that were written, which is none where all were as they should be.

    Raises:
        UsageError: where the environment says ``CI``: nobody reviews there.
        NotRun: if the parser gives no record to write.
    """
    if os.environ.get("CI"):
        raise UsageError("expected records are for somebody to review, so they are not written where CI is set")
    subject = parser_subject(parser, corpus, registry=registry)
    written: list[Path] = []
    for case in subject.cases:
        wanted = golden_json(subject.claimed(case))
        path = case.expected_path
        if not path.exists() or path.read_text("utf-8") != wanted:
            path.write_text(wanted, encoding="utf-8", newline="\n")
            written.append(path)
    return written
