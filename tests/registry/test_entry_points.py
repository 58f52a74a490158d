import sys
from importlib import metadata
from zipfile import ZipFile

import pytest

from nkdocs.registry.entry_points import GROUP, installed


def names():
    """The installed plugins by name."""
    sources, problems = installed()
    assert problems == []
    return {source.info.name: source.info for source in sources}


def test_an_installed_plugin_is_found_with_its_distribution(install):
    """Name, distribution and version come from the metadata; nothing is imported yet."""
    install("nkdocs-ledger", "1.0", {"ledger": "no_such_module"})
    info = names()["ledger"]
    assert (info.distribution, info.version, info.builtin) == ("nkdocs-ledger", "1.0", False)


def test_one_name_in_two_distributions_is_two_plugins(install):
    """Both are known by name and distribution, whichever was installed first."""
    install("nkdocs-a", "1.0", {"ledger": "a"})
    install("nkdocs-b", "2.0", {"ledger": "b"})
    found = names()
    assert {"ledger@nkdocs-a", "ledger@nkdocs-b"} <= set(found)
    assert "ledger" not in found


def test_the_order_is_by_name(install):
    """``sys.path`` has no say in the order."""
    install("nkdocs-zebra", "1.0", {"zebra": "z"})
    install("nkdocs-ant", "1.0", {"ant": "a"})
    install("nkdocs-mole", "1.0", {"mole": "m"})
    assert [name for name in names() if name in {"ant", "mole", "zebra"}] == ["ant", "mole", "zebra"]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("entry_points.txt", b"[nkdocs]\nbroken = \xff\xfe", "UnicodeDecodeError"),
        ("entry_points.txt", b"[nkdocs]\nbroken\n", "'broken' is no name = value"),
        ("entry_points.txt", b"[nkdocs]\n= nkdocs_broken\n", "is no name = value"),
        ("METADATA", b"Name: \xff", "UnicodeDecodeError"),
    ],
)
def test_a_distribution_that_cannot_be_read_hides_no_other(install, tmp_path, name, content, why):
    """The others are found; the broken one is named, with what is wrong in it."""
    install("nkdocs-ledger", "1.0", {"ledger": "no_such_module"})
    install("nkdocs-broken", "1.0", {"broken": "no_such_module"})
    (tmp_path / "nkdocs-broken" / "nkdocs_broken-1.0.dist-info" / name).write_bytes(content)
    sources, problems = installed()
    assert "ledger" in {source.info.name for source in sources}
    assert [each.stage for each in problems] == ["scan"]
    assert problems[0].plugin.replace("_", "-") == "nkdocs-broken"
    assert why in str(problems[0])
    assert len(str(problems[0]).splitlines()) == 4


@pytest.mark.parametrize("written", ["", "Metadata-Version: 2.1\n", "\n\nName: nkdocs-odd\n", None])
def test_a_distribution_without_a_name_still_brings_its_plugins(install, tmp_path, written):
    """What the metadata do not tell is not known; a name in their long description is none."""
    install("nkdocs-odd", "1.0", {"odd": "no_such_module"})
    path = tmp_path / "nkdocs-odd" / "nkdocs_odd-1.0.dist-info" / "METADATA"
    path.unlink() if written is None else path.write_text(written)
    info = names()["odd"]
    assert (info.distribution, info.version) == (None, None)


def test_what_is_found_is_what_importlib_finds(install):
    """The quick look at the folders of ``sys.path`` and the standard library agree on name, version and value."""
    install("nkdocs-ledger", "1.0", {"ledger": "nkdocs_ledger", "two": "nkdocs_ledger.two:plugin [extra]"})
    install("Nkdocs.Odd_Name", "2.0b1", {"odd": "odd"})
    install("nkdocs-ledger", "0.9", {"old": "shadowed"}, behind=True)
    theirs = {(p.name, p.dist.name, p.dist.version) for p in metadata.entry_points(group=GROUP)}
    assert {(info.name, info.distribution, info.version) for info in names().values()} == theirs
    assert "old" not in names()


def test_another_finder_is_asked_too(install, monkeypatch):
    """Where something else than folders holds distributions, the standard library asks it."""
    install("nkdocs-ledger", "1.0", {"ledger": "no_such_module"})

    class Finder:
        """An import hook that also knows of distributions."""

        @staticmethod
        def find_spec(*_):
            """Nothing to import."""

        @staticmethod
        def find_distributions(*_):
            """One distribution that is in no folder."""
            yield Hidden()

    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, Finder])
    found = names()
    assert (found["ledger"].distribution, found["hidden"].distribution) == ("nkdocs-ledger", "nkdocs-hidden")


class Hidden(metadata.Distribution):
    """A distribution in memory."""

    def read_text(self, filename):
        """Its files."""
        return {"METADATA": "Name: nkdocs-hidden\nVersion: 1", "entry_points.txt": "[nkdocs]\nhidden = x"}.get(filename)

    def locate_file(self, path):
        """Nowhere."""
        return path


def test_an_archive_on_the_path_is_looked_into(tmp_path, monkeypatch):
    """A zip file of packages brings its plugins like a folder."""
    archive = tmp_path / "packages.zip"
    with ZipFile(archive, "w") as packed:
        packed.writestr("nkdocs_zipped-1.0.dist-info/METADATA", "Name: nkdocs-zipped\nVersion: 1.0\n")
        packed.writestr("nkdocs_zipped-1.0.dist-info/entry_points.txt", "[nkdocs]\nzipped = nkdocs_zipped\n")
    monkeypatch.syspath_prepend(str(archive))
    assert names()["zipped"].version == "1.0"


@pytest.mark.parametrize("value", ["", "a b", "::", "nkdocs_ledger:"])
def test_an_impossible_value_is_no_obstacle_to_listing(install, value):
    """What an entry point points to is looked at only when it is loaded."""
    install("nkdocs-odd", "1.0", {"odd": value or "x"})
    assert "odd" in names()
