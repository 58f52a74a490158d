import subprocess
import sys

import pytest

from nkdocs.pipeline.confining import grown

CONFINED = """
from nkdocs.pipeline.confining import confine, grown
baseline = confine(50 << 20)
kept = bytearray(30 << 20)
assert 29 << 20 < grown(baseline) < 40 << 20
try:
    bytearray(30 << 20)
except MemoryError:
    print("refused")
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems do not hold a process to its memory")
def test_a_process_gets_so_much_more_memory_and_no_more():
    """What it asks for beyond that fails, and what it holds can be told."""
    run = subprocess.run([sys.executable, "-c", CONFINED], capture_output=True, check=False)
    assert (run.stdout, run.stderr) == (b"refused\n", b"")


def test_growth_is_a_number_anywhere():
    """Also where the system tells nothing."""
    assert isinstance(grown(0), int)
