"""Parsers that break one promise are found out by the property of that promise; right ones pass everything."""

import importlib
import json
import pkgutil
import sys
from pathlib import Path

import pytest

import nkdocs
import nkdocs.testing
from nkdocs.testing import CheckResult, check_parser, summary, update_expected
from nkdocs.testing.foreign import foreign_documents
from nkdocs.testing.subject import parser_subject

sys.path.insert(0, str(Path(__file__).parent))
planted = importlib.import_module("planted_shape")
sys.path.pop(0)

MINE = ("P0", "P1", "G")
DOCUMENTS = {
    "ferry": "The ferry runs again\n\nBy Han Byol in Wonsan, 2 June 2014\n\n"
    "The boats at the pier. Photo: Harbour Gazette\n\nThe ferry runs again since the ice went.\n\nIt takes carts.\n\n"
    "Harbour Gazette, all rights reserved\n",
    "nets": "Nets come in empty\n\nBy O Yun in Rason, 3 June 2014\n\nNobody knows where the cod went.\n\n"
    "Harbour Gazette, all rights reserved\n\n  • River Watcher\n\n    It went north.\n\n    • HANA\n\n"
    "  • Pak\n\n    Who says?\n",
    "torn": "By Han Byol in Rason, 1 December 2013\n\nThe first line of this report is lost.\n\n"
    "Harbour Gazette, all rights reserved\n",
    "index": "Index of reports in the Harbour Gazette\n\nThe ferry runs again\n\nNets come in empty\n",
}
META = 'source = "written for this project"\nlicence = "MIT"\n'


@pytest.fixture(autouse=True, scope="module")
def _no_continuous_integration():
    """Records may be written here: nobody but the test reads them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("CI", raising=False)
        yield


@pytest.fixture(scope="module")
def corpus(tmp_path_factory) -> Path:
    """Documents of the newspaper with the records that its right parser gives."""
    folder = tmp_path_factory.mktemp("corpus")
    for name, text in DOCUMENTS.items():
        folder.joinpath(f"{name}.txt").write_text(text, encoding="utf-8")
        folder.joinpath(f"{name}.meta.toml").write_text(META, encoding="utf-8")
    update_expected(planted.described(planted.Gazette), folder)
    return folder


def failing(results: list[CheckResult]) -> set[str]:
    """The ids of the checks that failed, but those on expected records, which any change of output fails."""
    return {found.id for found in results if found.outcome == "failed"} - {"G01", "G02"}


def test_the_right_parser_passes_everything(corpus):
    """No property is held against a parser that keeps them all."""
    results = check_parser(planted.described(planted.Gazette), corpus, checks=MINE)
    assert [found for found in results if found.outcome == "failed"] == []


PLANTED = {
    "P03": ["Shy", "Silent", "FarEvidence"],
    "P04": ["Greedy", "GreedyForRice"],
    "P05": ["Stumbling", "Answering", "Fickle"],
    "P06": ["Reading"],
    "P10": ["Mapping_", "Raising", "Kindless", "Loose"],
    "P11": ["Dropping", "Shifted", "RawShifted", "Elsewhere", "Beyond", "Overlapping"],
    "P12": ["Losing"],
    "P13": ["Untitled", "Inventing", "Sectioning", "Remembering"],
    "P14": ["Skipping", "Flat", "Chained", "Deep", "Backwards"],
    "P15": ["Today", "Naive", "PlainlyNaive", "Unreferenced"],
    "P16": ["Undeclared"],
    "P17": ["Once"],
}
# What cannot but break with it.
BESIDE = {
    "Beyond": {"P17"}, "Deep": {"P17"}, "PlainlyNaive": {"P10"}, "Sectioning": {"P16"},
}  # fmt: skip


@pytest.mark.parametrize(("property_", "name"), [(id_, name) for id_, names in PLANTED.items() for name in names])
def test_a_planted_defect_is_found_by_its_property(property_, name, corpus):
    """The property is named, and no other that the defect does not touch."""
    found = failing(check_parser(planted.described(getattr(planted, name)), corpus, checks=MINE))
    assert property_ in found
    assert found <= {property_} | BESIDE.get(name, set())


def outcomes(results: list[CheckResult], id_: str) -> list[str]:
    """What became of one check, document by document."""
    return [found.outcome for found in results if found.id == id_]


def copied(corpus: Path, folder: Path) -> Path:
    """The corpus, to be changed."""
    for path in corpus.iterdir():
        folder.joinpath(path.name).write_bytes(path.read_bytes())
    return folder


@pytest.mark.parametrize(
    "changes",
    [
        {"factory": planted.WithoutParse},
        {"factory": "no_such_module_anywhere:Parser"},
        {"factory": "planted_shape:NoSuchParser"},
        {"api_version": 99},
        {"produces": ["headlines"]},
        {"hosts": ["https://gazette.example/"]},
    ],
)
def test_a_description_that_cannot_work_fails_p01(changes, corpus):
    """A factory that gives no parser, another API version, fields and hosts that do not exist are told by P01."""
    results = check_parser(planted.described(**{"factory": planted.Gazette} | changes), corpus, checks=MINE)
    assert failing(results) - {"P16"} == {"P01"}


HEAVY = """
import nkdocs
import nkdocs.testing
import dateutil.parser
from planted_shape import Gazette, described

@nkdocs.hookimpl
def nkdocs_register_parsers():
    return [described("planted_shape:Gazette")]
"""


def test_a_heavy_registration_fails_p02(corpus, tmp_path, monkeypatch):
    """A module that imports a heavy library before any document needs it is found in a fresh interpreter."""
    (tmp_path / "heavy_plugin.py").write_text(HEAVY)
    (tmp_path / "light_plugin.py").write_text(HEAVY.replace("import dateutil.parser\n", ""))
    for folder in (str(tmp_path), str(Path(__file__).parent)):
        monkeypatch.syspath_prepend(folder)
    for name, outcome in (("heavy_plugin", "failed"), ("light_plugin", "passed")):
        registry = nkdocs.Registry([importlib.import_module(name)], entry_points=False)
        results = check_parser("gazette", corpus, registry=registry, checks=["P02"])
        assert outcomes(results, "P02") == [outcome]
        assert ("dateutil.parser" in results[0].detail) == (outcome == "failed")


def test_an_installed_heavy_plugin_fails_p02(corpus, tmp_path, monkeypatch):
    """The module behind an entry point is imported in a fresh interpreter that has the same path."""
    (tmp_path / "heavy_entry.py").write_text(HEAVY)
    info = tmp_path / "nkdocs_gazette-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: nkdocs-gazette\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[nkdocs]\ngazette = heavy_entry\n")
    for folder in (str(tmp_path), str(Path(__file__).parent)):
        monkeypatch.syspath_prepend(folder)
    registry = nkdocs.Registry(only=["gazette"])
    (found,) = check_parser("gazette", corpus, registry=registry, checks=["P02"])
    assert (found.outcome, "dateutil.parser" in found.detail) == ("failed", True)


def test_a_description_of_no_module_is_not_run_by_p02(corpus):
    """Where nobody knows which module registers a parser, P02 says so."""
    results = check_parser(planted.described(planted.Gazette), corpus, checks=["P02"])
    assert outcomes(results, "P02") == ["not-run"]


def test_a_record_unlike_the_expected_one_fails_g01(corpus, tmp_path):
    """Each record is compared with the expected one, key by key."""
    path = copied(corpus, tmp_path) / "ferry.expected.json"
    expected = json.loads(path.read_text())
    expected["articles"][0]["headline"]["text"] = "The ferry rests"
    expected["articles"][0]["parser"]["version"] = "0"
    path.write_text(json.dumps(expected))
    results = check_parser(planted.described(planted.Gazette), tmp_path, checks=["G01", "G02"])
    assert {(found.id, found.document) for found in results if found.outcome == "failed"} == {("G01", "ferry")}


def test_a_missing_expected_record_fails_g01(corpus, tmp_path):
    """A document without an expected record is no case yet."""
    (copied(corpus, tmp_path) / "ferry.expected.json").unlink()
    results = check_parser(planted.described(planted.Gazette), tmp_path, checks=["G0"])
    assert {found.id for found in results if found.outcome == "failed"} == {"G01"}


def test_output_that_changed_under_its_version_fails_g02(corpus):
    """Other output under the same version is told apart from other output under a new one."""
    for version, outcome in (("1", "failed"), ("2", "passed")):
        results = check_parser(planted.described(planted.Changed, version=version), corpus, checks=["G02"])
        assert {found.outcome for found in results if found.document != "index"} == {outcome}


def test_a_listing_has_the_version_of_its_corpus(corpus, tmp_path):
    """An expected record without articles was written with the others."""
    path = copied(corpus, tmp_path) / "index.expected.json"
    expected = json.loads(path.read_text())
    path.write_text(json.dumps(expected | {"labels": []}))
    results = check_parser(planted.described(planted.Gazette), tmp_path, checks=["G02"])
    assert {found.document for found in results if found.outcome == "failed"} == {"index"}


def test_a_nameless_source_and_a_small_corpus_are_reported(corpus, tmp_path):
    """What should hold is reported and does not break the battery."""
    for path in copied(corpus, tmp_path).iterdir():
        if not path.name.startswith("ferry") or path.suffix == ".toml":
            path.unlink()
    results = check_parser(planted.described(planted.Gazette), tmp_path, checks=["G03", "G04"])
    assert [(found.id, found.outcome, found.breaks) for found in results] == [
        ("G03", "failed", False),
        ("G04", "failed", False),
    ]
    (tmp_path / "ferry.meta.toml").write_text('source = "ours"\nlicense = "MIT"\n')
    (found,) = check_parser(planted.described(planted.Gazette), tmp_path, checks=["G03"])
    assert "licence" in found.detail
    assert "license" in found.detail


def test_an_empty_corpus_fails(tmp_path):
    """A battery over no document is no green battery."""
    results = check_parser(planted.described(planted.Gazette), tmp_path, checks=MINE)
    assert any(found.breaks for found in results)
    assert "x 0 documents" in summary(results)


def test_waivers_are_strict(corpus):
    """A waived failure is reported as such, a waiver that is not needed fails."""
    waive = {"P03": "it is shy by design", "P05": "no reason to"}
    results = check_parser(planted.described(planted.Shy), corpus, waive=waive, checks=["P03", "P05"])
    assert outcomes(results, "P03") == ["waived"] * 4
    assert outcomes(results, "P05") == ["failed"]
    assert "1 waived (P03)" in summary(results)


@pytest.mark.parametrize(
    "arguments",
    [
        {"corpus": "no/such/folder"},
        {"waive": {"P99": "there is none"}},
        {"waive": {"P03": " "}},
        {"checks": ["Q"]},
        {"checks": "P03"},
        {"parser": 3},
        {"parser": "no-such-parser"},
    ],
)
def test_wrong_arguments_are_refused(arguments, corpus):
    """What names nothing is an error of the caller, not a failed check."""
    given = {"parser": planted.described(planted.Gazette), "corpus": corpus} | arguments
    with pytest.raises(nkdocs.UsageError):
        check_parser(given.pop("parser"), given.pop("corpus"), **given)


def test_expected_records_are_not_written_where_nobody_reviews(corpus, monkeypatch):
    """Where the environment says CI, writing is refused."""
    monkeypatch.setenv("CI", "true")
    with pytest.raises(nkdocs.UsageError):
        update_expected(planted.described(planted.Gazette), corpus)


def test_only_changed_records_are_written(corpus, tmp_path):
    """The paths that come back are those that were written."""
    copied(corpus, tmp_path)
    assert update_expected(planted.described(planted.Gazette), tmp_path) == []
    assert {path.name for path in update_expected(planted.described(planted.Changed), tmp_path)} == {
        f"{name}.expected.json" for name in DOCUMENTS if name != "index"
    }


def foreign_names(info: nkdocs.ParserInfo, corpus: Path) -> set[str]:
    """The names of the documents that a parser must not claim."""
    return {str(document.name) for document in foreign_documents(parser_subject(info, corpus))}


def test_samples_of_the_own_outlet_are_not_foreign(corpus):
    """An outlet is told by id, by hosts, and by what the records of the corpus say."""
    everything = foreign_names(planted.described(planted.Gazette), corpus)
    assert {"foreign kcna", "foreign dailynk, new pages", "foreign empty text"} <= everything
    for changes in ({"id": "kcna/english"}, {"id": "agency", "hosts": ["kcna.kp"]}):
        info = planted.described(planted.Gazette, **changes)
        assert everything - foreign_names(info, corpus) == {"foreign kcna"}


def test_no_public_name_is_a_module_s():
    """A module of the name of a function would take its place as soon as somebody imports it."""
    modules = {found.name for found in pkgutil.iter_modules(nkdocs.testing.__path__)}
    assert not modules & set(nkdocs.testing.__all__)
