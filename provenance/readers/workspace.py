"""A folder with raw/ db/ reports/, provenance.toml for a user's settings and names.toml for names."""

import ast
import inspect
import tomllib
from collections.abc import Mapping
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from attrs import evolve, field, fields, frozen

from provenance.errors import CannotWrite, UsageError
from provenance.model.settings import NameSettings, Settings
from provenance.readers.name_rules import names_template
from provenance.readers.name_rules.loading import TOML_FILE
from provenance.readers.tables import Written, read_user_tables

SETTINGS_FILE = "provenance.toml"
FOLDERS = ("raw", "db", "reports")
_SECTIONS = tuple(attribute.name for attribute in fields(Settings))
_TABLES = "tables"
_PATHS = ("raw", "reports", "gazetteers", "names")
_SETTABLE = {int: "a whole number", float: "a number", str: "a text in quotes", bool: "true or false"}
_TEMPLATE = """\
# Settings of `provenance run` in this folder. A line that starts with # is a comment: every setting
# has a default, shown behind its name. Remove the # to change one.

[run]
# raw = "raw"              # where the documents are
# reports = "reports"      # where the report goes
# model = "auto"           # language model that marks names: "none", "auto" or a package's name
# tier = "verbatim"        # or "paraphrase"
# gazetteers = "lists"     # a folder with word lists of your own, added to those of the package
# plugins = "auto"         # installed plugins: "auto" (all), "none", or names split by commas
# names = "."              # what you know of names: a file, or a folder with names.toml or names.csv
"""
_TABLES_TEMPLATE = """\
# Words of your own: [tables.NAME] adds to the word list NAME of the package, or changes it; "" or false takes
# a word out. All lists, with what each does: docs/rules.md. Some of them:

[tables.hedges]            # how exact a number is meant: exact about at_least at_most more_than less_than
# "getting on for" = "about"

[tables.say_verbs]         # a form of a verb of saying, and the verb
# "tweeted" = "tweet"

[tables.roles]             # canonical title, one holder at a time?, does the holder lead the body?
# "group coach" = ["coach", true, false]

[tables.modals]            # a list of single words: true, or false to take one out
# "reputedly" = true
"""


@frozen
class Workspace:
    """What provenance.toml says. `settings`: all thresholds; paths are relative to the file's folder.

    `tables`: words of the user's own by word list, checked.
    """

    settings: Settings = field(factory=Settings)
    raw: str = "raw"
    reports: str = "reports"
    gazetteers: str | None = None
    names: str = "."
    plugins: str = "auto"
    tables: Written = field(factory=dict)


def load_workspace(folder: Path) -> Workspace:
    """The settings of the workspace in `folder`; defaults where it has no provenance.toml.

    UsageError names the file and the key that is unknown or has a wrong value.
    """
    path = folder / SETTINGS_FILE
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Workspace()
    except OSError as error:
        message = f"cannot read {path}: {error.strerror}"
        raise UsageError(message) from error
    try:
        written = tomllib.loads(raw.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"{path} is not valid TOML: {error}"
        raise UsageError(message) from error
    tables = written.pop(_TABLES, {})
    if not isinstance(tables, dict):
        message = f"{path}: {_TABLES} are sections, write [{_TABLES}.hedges] or another word list's name"
        raise UsageError(message)
    read_user_tables(tables, str(path), raw.decode("utf-8"))
    return evolve(_read_sections(path, written), tables=tables)


def make_workspace(folder: Path) -> list[Path]:
    """Make what is missing of a workspace; the paths that were made. CannotWrite if that fails."""
    made: list[Path] = []
    try:
        for part in (folder, *(folder / name for name in FOLDERS)):
            if not part.is_dir():
                part.mkdir(parents=True)
                made.append(part)
        for name, template in ((SETTINGS_FILE, settings_template()), (TOML_FILE, names_template())):
            if not (folder / name).exists():
                (folder / name).write_text(template, encoding="utf-8")
                made.append(folder / name)
    except OSError as error:
        message = f"cannot make a workspace in {folder}: {(error.strerror or str(error)).lower()}"
        raise CannotWrite(message) from error
    return made


def settings_template() -> str:
    """provenance.toml with every setting as a comment: name and default."""
    parts = [_TEMPLATE]
    for section in _SECTIONS:
        defaults = getattr(Settings(), section)
        told = partial(_describe, _read_comments(type(defaults)))
        lines = [
            f"# {attribute.name} = {_as_toml(getattr(defaults, attribute.name))}{told(attribute.name)}"
            for attribute in fields(type(defaults))
            if isinstance(getattr(defaults, attribute.name), str | int | float)
            and (section, attribute.name) not in (("names", "model"), ("reuse", "tier"))
        ]
        if lines:
            parts.append("\n".join([f"[{section}]", *lines, ""]))
    return "\n".join([*parts, _TABLES_TEMPLATE])


def _in_order(path: Path, section: str, changed: Any) -> Any:
    """The settings as they are; UsageError where names would be the same and different at once."""
    if isinstance(changed, NameSettings) and changed.same < changed.different:
        message = (
            f"{path}: [{section}]: same = {changed.same:g} is less than different = {changed.different:g}; "
            "same is the higher score of the two"
        )
        raise UsageError(message)
    return changed


def _describe(comments: Mapping[str, str], name: str) -> str:
    return f"  # {comments[name]}" if name in comments else ""


def _read_comments(settings: type) -> dict[str, str]:
    """Name → what the settings class says of it in the text below it; {} where its source is not at hand."""
    try:
        (written,) = ast.parse(inspect.getsource(settings)).body
    except (OSError, SyntaxError):
        return {}
    found = {}
    for field_, told in pairwise(written.body if isinstance(written, ast.ClassDef) else []):
        if isinstance(field_, ast.AnnAssign) and isinstance(field_.target, ast.Name):
            if isinstance(told, ast.Expr) and isinstance(told.value, ast.Constant):
                found[field_.target.id] = " ".join(str(told.value.value).split())
    return found


def _as_toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)


def _read_sections(path: Path, written: Mapping[str, Any]) -> Workspace:
    settings = Settings()
    for section, values in written.items():
        if section not in (*_SECTIONS, "run"):
            message = f"{path}: no such section [{section}]; there are [run] [tables.…] " + " ".join(
                f"[{s}]" for s in _SECTIONS
            )
            raise UsageError(message)
        if not isinstance(values, dict):
            message = f"{path}: {section} is a section, write [{section}]"
            raise UsageError(message)
        if section != "run":
            changed = _change(path, section, getattr(settings, section), values)
            settings = evolve(settings, **{section: changed})
    return _read_run(path, settings, written.get("run", {}))


def _read_run(path: Path, settings: Settings, run: Mapping[str, Any]) -> Workspace:
    for name, value in run.items():
        if name not in (*_PATHS, "plugins", "model", "tier"):
            message = f"{path}: no such key {name} in [run]"
            raise UsageError(message)
        if not isinstance(value, str):
            message = f"{path}: {name} in [run] is a text in quotes"
            raise UsageError(message)
    if "model" in run:
        settings = evolve(settings, names=_change(path, "run", settings.names, {"model": run["model"]}))
    if "tier" in run:
        settings = evolve(settings, reuse=_change(path, "run", settings.reuse, {"tier": run["tier"]}))
    paths = {name: str(path.parent / run[name]) for name in _PATHS if name in run}
    chosen = Workspace(settings, plugins=run.get("plugins", "auto"))
    return evolve(chosen, **paths)  # type: ignore[arg-type]  # texts, by the names in _PATHS


def _change(path: Path, section: str, current: Any, values: Mapping[str, Any]) -> Any:
    """`current` with `values`, each of the type of the one it replaces."""
    known = {attribute.name for attribute in fields(type(current))}
    for name, value in values.items():
        if name not in known:
            message = f"{path}: no such key {name} in [{section}]"
            raise UsageError(message)
        wanted = type(getattr(current, name))
        if wanted not in _SETTABLE:
            message = f"{path}: {name} in [{section}] cannot be set in this file"
            raise UsageError(message)
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        is_right = is_number if wanted is float else type(value) is wanted
        if not is_right:
            message = f"{path}: {name} in [{section}] is {_SETTABLE[wanted]}, not {value!r}"
            raise UsageError(message)
    try:
        return _in_order(path, section, evolve(current, **values))
    except ValueError as error:
        message = f"{path}: [{section}]: {error.args[0]}"
        raise UsageError(message) from error
