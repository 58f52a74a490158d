"""Every example runs: Python in README, docs and docstrings, and ``$ nkdocs ...`` in ``console`` blocks.

Examples run in an empty folder that holds a link to ``examples/``, so what they write is thrown away. ``python``
blocks hold doctests or plain code (no other word opens one); a block after ``<!-- skip: next -->`` is not run, and
what stands between ``<!-- skip: start if(...) -->`` and ``<!-- skip: end -->`` where it can be. Of a console block only
the commands that start with ``nkdocs`` run, and what they print must be what the block shows (``...`` for the rest).
"""

import doctest
import os
import shlex
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from sybil import Example, Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser

ROOT: Final = Path(__file__).parent
OPTIONS: Final = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def enter(namespace: dict[str, Any]) -> None:
    """Go to an empty folder with the examples in it."""
    folder = tempfile.TemporaryDirectory()
    Path(folder.name, "examples").symlink_to(ROOT / "examples")
    namespace["_folder"], namespace["_before"] = folder, Path.cwd()
    namespace["installed"] = installed
    # An example shows what happens at somebody's desk: where CI is set, no expected record may be written.
    namespace["_ci"] = os.environ.pop("CI", None)
    os.chdir(folder.name)


def installed(library: str) -> bool:
    """Whether an example has the library that it shows; pages ask this where they skip one."""
    return find_spec(library) is not None


def leave(namespace: dict[str, Any]) -> None:
    """Go back, and take the folder away."""
    os.chdir(namespace["_before"])
    if namespace["_ci"] is not None:
        os.environ["CI"] = namespace["_ci"]
    namespace["_folder"].cleanup()


def console(example: Example) -> str | None:
    """Run the nkdocs commands of a console block; answer with what differs, or None."""
    for block in f"\n{example.parsed}".split("\n$ ")[1:]:
        command, _, shown = block.partition("\n")
        words = shlex.split(command, comments=True)
        if words[:1] != ["nkdocs"]:
            continue
        program = [sys.executable, "-c", "from nkdocs.cli import main; main()", *words[1:]]
        printed = subprocess.run(program, capture_output=True, text=True, check=False)
        if not doctest.OutputChecker().check_output(f"{shown.rstrip()}\n", printed.stdout, OPTIONS):
            return f"$ {command}\nshould print\n{shown}\nand prints\n{printed.stdout}{printed.stderr}"
    return None


pages = Sybil(
    path=str(ROOT),
    patterns=["README.md", "docs/*.md", "docs/*/*.md", "docs/*/*/*.md"],
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=OPTIONS),
        CodeBlockParser(language="console", evaluator=console),
        SkipParser(),
    ],
    setup=enter,
    teardown=leave,
)
docstrings = Sybil(
    path=str(ROOT / "src"),
    patterns=["*.py"],
    parsers=[DocTestParser(optionflags=OPTIONS)],
    document_types={".py": PythonDocStringDocument},
    setup=enter,
    teardown=leave,
)
pytest_collect_file = (pages + docstrings).pytest()
