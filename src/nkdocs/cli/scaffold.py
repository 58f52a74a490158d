"""The files of a new plugin: what its author starts from, and tests that hold from the first day."""

import json
from pathlib import Path
from typing import Any, Final

import attrs

from nkdocs.cli.sample import Sample
from nkdocs.plugin.outlet import OutletRules
from nkdocs.records import Parsed
from nkdocs.testing.case import golden_json
from nkdocs.version import VERSION

__all__ = ["files_of", "package_of"]

_LATER: Final = "\x54ODO"  # spelt so, for nothing in nkdocs itself is left to do

_PROJECT: Final = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "nkdocs-{name}"
version = "0.1.0"
description = "Documents of {name}, read by nkdocs"
readme = "README.md"
requires-python = ">=3.11"
dependencies = ["nkdocs>={version}"]

[project.optional-dependencies]
testing = ["nkdocs[html,testing]"]

[project.entry-points.nkdocs]
{name} = "{package}"

[tool.hatch.build.targets.wheel]
packages = ["src/{package}"]
"""

_README: Final = """\
# nkdocs-{name}

Reads documents of {name} with nkdocs. Once it is installed, `nkdocs parse` uses it for every document it claims.

```
pip install -e '.[testing]'
python -m pytest
nkdocs explain tests/corpus/{file}
```

The rules are in `src/{package}/__init__.py`. Each document in `tests/corpus/` stands beside its expected record; after
a change of the rules, `python -m pytest --nkdocs-update` writes the records anew, and the difference is yours to
review. Raise `version` in the rules whenever it changes.
"""

_MODULE: Final = '''\
"""Documents of {name} for nkdocs."""

from collections.abc import Iterable

from nkdocs import OutletRules, hookimpl

__all__ = ["RULES", "nkdocs_register_parsers"]

# {later}: add steps and patterns until each part of the page has its role; `nkdocs explain` shows what is missing.
RULES = OutletRules(
{fields}
)


@hookimpl
def nkdocs_register_parsers() -> Iterable[OutletRules]:
    """The parser of this outlet."""
    return [RULES]
'''

_TEST: Final = '''\
"""What is promised of every parser holds for this one."""

from pathlib import Path

from nkdocs.testing import ParserConformance


class Test{camel}(ParserConformance):
    """The parser on the documents beside this file."""

    parser = "{name}"
    corpus = Path(__file__).parent / "corpus"
'''


def package_of(name: str) -> str:
    """The package of an outlet's plugin.

    >>> package_of("border-ledger")
    'nkdocs_border_ledger'
    """
    return f"nkdocs_{name.replace('-', '_')}"


def files_of(name: str, sample: Sample) -> dict[str, bytes]:
    """The files of the plugin, by their paths in its folder."""
    package = package_of(name)
    told = {
        "name": name, "package": package, "version": VERSION, "file": sample.file, "later": _LATER,
        "camel": name.title().replace("-", ""), "fields": _fields(sample.rules),
    }  # fmt: skip
    case = f"tests/corpus/{Path(sample.file).stem}"
    files = {
        "pyproject.toml": _PROJECT,
        "README.md": _README,
        f"src/{package}/__init__.py": _MODULE,
        f"tests/test_{name.replace('-', '_')}.py": _TEST,
    }
    return {
        **{path: text.format(**told).encode() for path, text in files.items()},
        f"tests/corpus/{sample.file}": sample.content,
        f"{case}.expected.json": golden_json(_installed(sample.parsed, f"nkdocs-{name}")).encode(),
        f"{case}.meta.toml": _meta(sample).encode(),
    }


def _fields(rules: OutletRules) -> str:
    """The arguments of the rules, each on a line, with what their author has to look at."""
    lines = [f"id={_quoted(rules.id)},", f"version={_quoted(rules.version)},"]
    if rules.language is not None:
        lines.append(f"language={_quoted(rules.language)},")
    if rules.hosts:
        lines.append(f"hosts={_quoted(sorted(rules.hosts))},")
    if rules.markers:
        lines.append(f"# {_LATER}: is this wording the outlet's own, and on all of its pages? Claims rest on it.")
        lines.append(f"markers={_quoted(list(rules.markers))},")
    if rules.classes:
        lines.append(f"# {_LATER}: classes that stand for a byline, a date, captions, a footer.")
        lines.append(f"classes={_quoted(dict(rules.classes))},")
    else:
        lines.append(f"# {_LATER}: is this all that stands above the body, in this order? See patterns= too.")
        lines.append(f"header={_quoted(list(rules.header))},")
    return "\n".join(f"    {line}" for line in lines)


def _quoted(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _installed(parsed: Parsed, distribution: str) -> Parsed:
    """The record as it is once the plugin is installed."""
    articles = [
        attrs.evolve(article, parser=attrs.evolve(article.parser, distribution=distribution))
        for article in parsed.articles
    ]
    return attrs.evolve(parsed, articles=articles)


def _meta(sample: Sample) -> str:
    """What is known of the sample's capture, and what is to be found out."""
    known: dict[str, Any] = {} if sample.url is None else {"url": sample.url, "source": sample.url}
    lines = [f"{key} = {_quoted(value)}" for key, value in known.items()]
    missing = [] if known else [f"# {_LATER}: source = where the document comes from"]
    return "\n".join([*lines, *missing, f"# {_LATER}: licence = under what it may be passed on", ""])
