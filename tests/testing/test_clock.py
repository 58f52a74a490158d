"""A process that believes in another year believes in it throughout."""

import subprocess
import sys

import pytest

EARLIER = "from datetime import date, datetime\nimport datetime as module, time\n"
MOMENT = 920_289_600.0


@pytest.mark.parametrize(
    "asked",
    [
        "date.today().year", "datetime.now().year", "datetime.today().year", "datetime.now(module.UTC).year",
        "module.datetime.now().year", "time.localtime().tm_year", "time.gmtime()[0]", "int(time.strftime('%Y'))",
        "time.gmtime(time.time())[0]", "time.gmtime(time.time_ns() / 1e9)[0]", "int(time.ctime()[-4:])",
        "int(time.asctime()[-4:])", "time.gmtime(time.clock_gettime(time.CLOCK_REALTIME))[0]",
    ],
)  # fmt: skip
def test_whoever_asks_is_told_the_same_year(asked):
    """All roads to the present lead to 1999, also from classes that were imported before."""
    program = f"{EARLIER}from nkdocs.testing.clock import set_clock\nset_clock({MOMENT})\nprint({asked})"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("1999", "")


def test_other_moments_stay_what_they_are():
    """A moment that is given is not moved, and dates keep their class."""
    program = (
        f"{EARLIER}from nkdocs.testing.clock import set_clock\nset_clock({MOMENT})\n"
        "print(time.gmtime(0)[0], time.strftime('%Y', (2014, 6, 2, 0, 0, 0, 0, 153, 0)), "
        "type(module.date.today()) is date, type(datetime.now()) is datetime)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["1970", "2014", "True", "True"], done.stderr
