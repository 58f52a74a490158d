"""Who a plugin is, and what is wrong with it, said so that somebody can act on it."""

from typing import Final

import attrs

from nkdocs.registry.guard import in_words
from nkdocs.text.tidy import one_line, storable

__all__ = ["DISABLED", "FAILED", "LOADED", "PluginInfo", "PluginProblem", "problem"]

LOADED: Final = "loaded"
DISABLED: Final = "disabled"
FAILED: Final = "failed"


@attrs.frozen(slots=True, kw_only=True)
class PluginInfo:
    """One plugin: the distribution it came from (None for an object), and whether it takes part.

    ``state`` is ``loaded``, ``disabled`` or ``failed``.

    >>> PluginInfo(name="ledger", distribution="nkdocs-ledger", version="1.0").title
    'nkdocs-ledger 1.0'
    """

    name: str
    distribution: str | None = None
    version: str | None = None
    builtin: bool = False
    state: str = LOADED

    @property
    def title(self) -> str:
        """The distribution and its version, or what else there is to know the plugin by."""
        if self.distribution is None:
            return f"object {self.name}"
        return f"{self.distribution} {self.version}" if self.version else self.distribution

    @property
    def owner(self) -> tuple[str | None, str]:
        """The distribution; for objects, which have none, each plugin stands for itself."""
        return (self.distribution, "") if self.distribution is not None else (None, self.name)


@attrs.frozen(slots=True, kw_only=True)
class PluginProblem:
    """What is wrong with a plugin, at which stage, what that costs and what to do about it.

    ``stage`` is ``scan``, ``import``, ``register``, ``info`` or ``factory``; ``cause`` is the exception, if any.
    ``str`` gives four lines.
    """

    stage: str
    plugin: str
    distribution: str | None = None
    version: str | None = None
    what: str
    why: str
    consequence: str
    remedy: str
    cause: BaseException | None = attrs.field(default=None, eq=False)

    def __str__(self) -> str:
        """Four lines: what, why, consequence, remedy."""
        whose = " ".join(part for part in (self.distribution, self.version) if part)
        lines = (
            f'plugin "{self.plugin}"{f" ({whose})" if whose else ""} {self.what}',
            f"  why:         {self.why}",
            f"  consequence: {self.consequence}",
            f"  remedy:      {self.remedy}",
        )
        # A message or a name with a line break in it must not make a fifth line.
        return "\n".join(line[:2] + one_line(storable(line[2:])) if "\n" in line else line for line in lines)


def problem(
    stage: str, plugin: PluginInfo, what: str, cause: BaseException | str, *, consequence: str = "", remedy: str = ""
) -> PluginProblem:
    """The problem of one plugin; what it costs and what to do follow from the stage where nothing else is said."""
    return PluginProblem(
        stage=stage,
        plugin=plugin.name,
        distribution=plugin.distribution,
        version=plugin.version,
        what=what,
        why=in_words(cause) if isinstance(cause, BaseException) else cause,
        consequence=consequence or "its parsers are not available; everything else works",
        remedy=remedy or _remedy(plugin, cause),
        cause=cause if isinstance(cause, BaseException) else None,
    )


def _remedy(plugin: PluginInfo, cause: BaseException | str) -> str:
    if plugin.builtin:
        return "reinstall nkdocs"
    if plugin.distribution is None:
        return "correct it, or leave it out of Registry(plugins=...)"
    return f"{_first_step(plugin.distribution, cause)}, or pip uninstall {plugin.distribution}, or {_opt_out(plugin)}"


def _opt_out(plugin: PluginInfo) -> str:
    return f"NKDOCS_DISABLE_PLUGINS={plugin.name}"


def _first_step(distribution: str, cause: BaseException | str) -> str:
    """Install what is missing; a part of nkdocs comes with a newer one, a part of the plugin with all of it."""
    if not isinstance(cause, ModuleNotFoundError) or not cause.name:
        return f"pip install --upgrade {distribution}"
    package = cause.name.partition(".")[0]
    if package == "nkdocs":
        return "pip install --upgrade nkdocs"
    if package.replace("_", "-").lower() == distribution.replace("_", "-").replace(".", "-").lower():
        return f"pip install --force-reinstall {distribution}"
    return f"pip install {package}"
