"""Which installed plugins do not take part: by argument, or by the environment."""

import os
from collections.abc import Collection, Iterator, Sequence
from typing import Final

import attrs

from nkdocs.errors import UnknownPlugin
from nkdocs.registry.problems import PluginInfo, PluginProblem, problem
from nkdocs.registry.sources import base_name

__all__ = ["VARIABLE", "Optouts"]

VARIABLE: Final = "NKDOCS_DISABLE_PLUGINS"
_ALL: Final = frozenset({"1", "all"})


@attrs.frozen(slots=True)
class Optouts:
    """What the caller and the environment say about installed plugins, by entry-point name.

    A name also stands for all plugins ``name@distribution``, where several distributions use it.
    """

    disable: Collection[str]
    only: Collection[str] | None
    named: frozenset[str]

    @classmethod
    def of(cls, disable: Collection[str], only: Collection[str] | None) -> "Optouts":
        """The caller's, and the environment's as it is now."""
        written = os.environ.get(VARIABLE, "").split(",")
        return cls(disable, only, frozenset(name.strip() for name in written if name.strip()))

    def check(self, known: Sequence[str]) -> None:
        """Refuse a name that is not installed.

        Raises:
            UnknownPlugin: with the close ones.
        """
        spellings = {*known, *map(base_name, known)}
        for name in (*self.disable, *(self.only or ())):
            if name not in spellings:
                raise UnknownPlugin(name, sorted(spellings), "installed plugin")

    def out(self, name: str) -> bool:
        """Whether the plugin stays out."""
        names = {name, base_name(name)}
        if self.named & _ALL or self.named & names or names & set(self.disable):
            return True
        return self.only is not None and not names & set(self.only)

    def strays(self, known: Sequence[str]) -> Iterator[PluginProblem]:
        """Names in the environment that nothing installed has: no error, for it speaks to every program."""
        spellings = {*known, *map(base_name, known)} | _ALL
        for name in sorted(self.named - spellings):
            yield problem(
                "scan",
                PluginInfo(name=name),
                f"is named in {VARIABLE} and is not installed",
                "no distribution has an entry point of that name",
                consequence="none: there is nothing to leave out",
                remedy=f"take {name} out of {VARIABLE}",
            )
