"""What resolving a small document among 20 parsers costs, as a share of parsing it."""

import time
from collections.abc import Callable, Iterator

from nkdocs import OutletRules, ParserInfo, Registry, hookimpl, lay_out, parse
from nkdocs.layout.block import Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Claim, Draft, Strength

_PARSERS = 20
_ROUNDS = 15
_TIMES = 200
_BAR = 0.05
_DOCUMENT = """\
Boats stay ashore at Sinpo

By Han Sol, staff writer

June 2, 2014

The boats of Sinpo did not go out for the third week, a foreman at the pier told us on Monday. Fuel is short, he
said, and the little there is goes to the vessels of the co-operative.

Crews sell rope to buy rice, according to a woman who trades at the market in South Hamgyong Province. Squid that
was dried last autumn costs twice what it did in May.

Nobody expects fuel before the harvest.
"""


class Silent:
    """A parser that looks at the start of a document and has nothing to say."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | None:
        """Nothing: the sign it looks for is not there."""
        return Claim(strength=Strength.MARKERS) if "Harbour Gazette" in layout.text[:4096] else None

    def parse(self, layout: Layout, ctx: ParseContext) -> Draft:
        """Nothing."""
        return Draft()


class Plugin:
    """Strangers' parsers, half of them described by rules, half of them code."""

    @hookimpl
    def nkdocs_register_parsers(self) -> Iterator[ParserInfo | OutletRules]:
        """As many as make 20 with those of nkdocs."""
        for number in range(_PARSERS - len(Registry(entry_points=False).parsers)):
            hosts = [f"outlet{number}.example"]
            markers = [rf"told (the )?Outlet {number}\b", f"Photo: Outlet {number}"]
            if number % 2:
                yield OutletRules(id=f"outlet{number}", version="1", hosts=hosts, markers=markers)
            else:
                yield ParserInfo(
                    id=f"outlet{number}",
                    version="1",
                    factory=Silent,
                    produces=["headline"],
                    hosts=hosts,
                    markers=markers,
                )


def fastest(call: Callable[[], object]) -> float:
    """Microseconds of one call, in the best of some rounds."""
    best = float("inf")
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        for _ in range(_TIMES):
            call()
        best = min(best, time.perf_counter() - start)
    return best / _TIMES * 1e6


def main() -> int:
    """Measure both in one process; print the share."""
    registry = Registry([Plugin()], entry_points=False)
    layout = lay_out(_DOCUMENT)
    whole = fastest(lambda: parse(_DOCUMENT, registry=registry))
    resolving = fastest(lambda: registry.resolve(layout))
    print(f"parse    {whole:8.1f} us   {len(registry.parsers)} parsers, {len(_DOCUMENT)} characters")
    print(f"resolve  {resolving:8.1f} us   {resolving / whole:6.1%}   (under {_BAR:.0%})")
    return int(resolving >= _BAR * whole)


if __name__ == "__main__":
    raise SystemExit(main())
