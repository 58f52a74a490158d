"""What code prints and leaves behind is seen, by whatever road."""

import logging
import os
import random
import sys

import pytest

from nkdocs.testing.watch import changed, printing, state


@pytest.mark.parametrize(
    "say", [lambda: sys.stdout.write("salt"), lambda: os.write(1, b"salt"), lambda: os.write(2, b"salt")]
)
def test_what_is_printed_is_caught(say):
    """Printed through Python or past it, it is told at the end and goes no further."""
    with printing() as printed:
        say()
    assert printed().strip() == "salt"


def test_what_is_left_alone_has_not_changed():
    """Two looks with nothing between them show no change."""
    assert changed(state(), state()) == []


def test_changes_are_told_by_their_names(monkeypatch):
    """Environment, random state and root logger, each by its words."""
    before = state()
    monkeypatch.setenv("SALT", "dear")
    random.random()  # noqa: S311 - no secret
    monkeypatch.setattr(logging.getLogger(), "disabled", True)
    assert changed(before, state()) == ["the environment", "the root logger", "the state of random"]
