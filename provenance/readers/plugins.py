"""Installed plugins, found by their entry points."""

from collections.abc import Iterator
from importlib.metadata import EntryPoint, entry_points

import pluggy
from attrs import frozen

from provenance.errors import UsageError
from provenance.plugins import GROUP, PROJECT, Hooks


@frozen(eq=False)
class Plugin:
    """`caller`: asks this plugin alone; None where it cannot be loaded, `problem` says why."""

    name: str
    version: str
    caller: pluggy.PluginManager | None = None
    problem: str = ""

    @property
    def label(self) -> str:
        """As the settings of a run name it."""
        return f"{self.name} {self.version}{' (not loaded)' if self.problem else ''}"


def load_plugins(wanted: str = "auto") -> tuple[Plugin, ...]:
    """Plugins by name. `wanted`: "auto" (all that are installed), "none", or names split by commas.

    UsageError for a named one that is not installed. One that cannot be loaded comes with its problem.
    """
    if wanted == "none":
        return ()
    found = {point.name: point for point in sorted(entry_points(group=GROUP), key=_order)}
    names = sorted(found) if wanted == "auto" else sorted({name.strip() for name in wanted.split(",")} - {""})
    for name in names:
        if name not in found:
            there = f"there are {', '.join(sorted(found))}" if found else "none is installed"
            message = f"no plugin {name!r} is installed: {there}"
            raise UsageError(message)
    return tuple(_load(found[name]) for name in names)


def installed_plugins() -> Iterator[Plugin]:
    """All that are installed, loaded."""
    yield from load_plugins()


def _order(point: EntryPoint) -> tuple[str, str]:
    return point.name, point.value


def _load(point: EntryPoint) -> Plugin:
    version = point.dist.version if point.dist else "unknown version"
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(Hooks)
    try:
        plugin = point.load()
        manager.register(plugin() if isinstance(plugin, type) else plugin, name=point.name)
        manager.check_pending()
    except (Exception, SystemExit) as error:  # code of others: its fault is told as such
        return Plugin(point.name, version, problem=f"{type(error).__name__}: {error}")
    return Plugin(point.name, version, manager)
