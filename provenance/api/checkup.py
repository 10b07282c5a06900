"""Is everything here that a run needs?"""

import os
import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from sqlite_utils import Database

from provenance._version import VERSION
from provenance.errors import UnknownModel
from provenance.model.settings import ReadingSettings
from provenance.readers.isolation.sandbox import describe_sandbox
from provenance.readers.plugins import installed_plugins
from provenance.readers.taggers import load_tagger
from provenance.store.health import Finding, check_database, check_sqlite

_PACKAGES = ("sqlite-utils", "attrs", "click", "numpy", "rapidfuzz", "jinja2")
_READING_PACKAGES = (
    *("lxml", "lxml_html_clean", "trafilatura", "htmldate", "pypdf", "cryptography"),
    *("warcio", "charset-normalizer", "py3langid"),
)
_LEAST_PYTHON = (3, 11)


def doctor(path: Path, db: Database) -> list[Finding]:
    """(what, value, is good): program, libraries, language model, database, and folders to write in."""
    return [
        ("provenance", VERSION, True),
        ("Python", platform.python_version(), sys.version_info >= _LEAST_PYTHON),
        *check_sqlite(),
        *(_check_package(name) for name in _PACKAGES),
        *(_check_package(name) for name in _READING_PACKAGES),
        *_check_sandbox(),
        _check_model(),
        *_check_plugins(),
        ("database", str(path), True),
        *check_database(db),
        _check_folder("database folder", path.absolute().parent),
        _check_folder("reports folder", Path("reports")),
    ]


def _check_package(name: str) -> Finding:
    try:
        return name, version(name), True
    except PackageNotFoundError:
        return name, "not installed", False


def _check_sandbox() -> list[Finding]:
    """What holds a process that reads a file which may be hostile."""
    held = describe_sandbox(ReadingSettings())
    if not held:
        return [("reading processes", "none can be started: no file can be read", False)]
    return [("reading processes", sentence, True) for sentence in held]


def _check_model() -> Finding:
    """No model is no fault: names are found by rules then."""
    try:
        tagger = load_tagger("auto")
    except UnknownModel as error:
        return "language model", str(error), False
    if tagger is None:
        return "language model", "none installed: names are found by rules only", True
    return "language model", f"{tagger.name} {tagger.version}", True


def _check_plugins() -> list[Finding]:
    """Each installed plugin; one that cannot be loaded is a fault."""
    found = [(f"plugin {p.name}", p.problem or p.version, not p.problem) for p in installed_plugins()]
    return found or [("plugins", "none installed", True)]


def _check_folder(what: str, folder: Path) -> Finding:
    if not folder.is_dir():
        return what, f"{folder} (made when needed)", True
    is_writable = os.access(folder, os.W_OK | os.X_OK)
    return what, f"{folder}{'' if is_writable else ' (cannot be written)'}", is_writable
