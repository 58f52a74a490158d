"""What every test may ask for."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples on each run, and no deadline: a slow machine is not a failure.
settings.register_profile("nkdocs", deadline=None, derandomize=True)
settings.load_profile("nkdocs")


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real documents, named by ``NKDOCS_CORPUS``; without it the test is skipped."""
    named = os.environ.get("NKDOCS_CORPUS")
    if not named:
        pytest.skip("NKDOCS_CORPUS names no folder of real documents")
    folder = Path(named)
    if not folder.is_dir():
        pytest.fail(f"NKDOCS_CORPUS is {named}, which is no folder")
    return folder
