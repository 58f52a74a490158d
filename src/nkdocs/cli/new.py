"""``nkdocs plugins new``: the beginnings of a plugin, written from one sample of its documents."""

import keyword
import os
import re
import shutil
import tempfile
from pathlib import Path
from typing import Final

import click

from nkdocs.cli.sample import Sample, sample_of
from nkdocs.cli.scaffold import files_of, package_of
from nkdocs.cli.screen import standard_output
from nkdocs.errors import OutputError, SourceError, UsageError
from nkdocs.registry import Registry

__all__ = ["command"]

_NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST: Final = 60


@click.command("new")
@click.argument("name", metavar="NAME")
@click.option("--from", "source", required=True, metavar="SAMPLE", help="A document of the outlet, text or HTML.")
@click.option("--url", metavar="URL", help="Where the sample was captured; its host will claim documents.")
@click.option("--into", default=".", metavar="DIR", help="Where the plugin's folder goes; by default here.")
def command(*, name: str, source: str, url: str | None, into: str) -> int:
    """Write the beginnings of a plugin for the outlet NAME from a sample of its documents.

    The folder DIR/nkdocs-NAME can be installed as it stands; its parser claims the sample, and its tests pass.
    """
    _check_name(name)
    folder = Path(into, f"nkdocs-{name}")
    if os.path.lexists(folder):
        raise UsageError(f"{os.fspath(folder)!r} exists already")
    _write(folder, files_of(name, _read(name, source, url)))
    output = standard_output()
    output.line(f"{folder}/ is a plugin. Next:")
    output.line(f"  pip install -e '{folder}[testing]'")
    output.line(f"  python -m pytest {folder}")
    output.line(f"then read what is left to do in src/{package_of(name)}/__init__.py")
    return 0


def _check_name(name: str) -> None:
    """Refuse what cannot be a distribution, a package and an id at once, and what a built-in parser is called."""
    if not _NAME.fullmatch(name) or len(name) > _LONGEST or keyword.iskeyword(package_of(name)):
        near = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:_LONGEST].strip("-")
        hint = f"; {near!r} would do" if near else ""
        raise UsageError(f"NAME is lower-case letters and digits, in words joined by hyphens, not {name!r}{hint}")
    if name in Registry(entry_points=False).parsers:
        raise UsageError(f"a parser that comes with nkdocs is called {name!r}: choose another NAME")


def _read(name: str, source: str, url: str | None) -> Sample:
    try:
        content = Path(source).read_bytes()
    except (OSError, ValueError) as error:
        raise SourceError(f"{source!r} cannot be read: {getattr(error, 'strerror', None) or error}") from error
    return sample_of(name, Path(source).name, content, url)


def _write(folder: Path, files: dict[str, bytes]) -> None:
    """All files or none: the folder is put together under another name beside its place."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        partial = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        try:
            for path, content in files.items():
                (partial / path).parent.mkdir(parents=True, exist_ok=True)
                (partial / path).write_bytes(content)
            partial.chmod(0o755)  # mkdtemp makes folders that nobody else may enter
            partial.rename(folder)
        finally:
            shutil.rmtree(partial, ignore_errors=True)
    except OSError as error:
        raise OutputError(f"{os.fspath(folder)!r} cannot be written: {error.strerror or error}") from error
