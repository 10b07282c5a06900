"""Rules of the house that a tool can check: sizes, docstrings, light imports, words not to be used."""

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "provenance").rglob("*.py"))
HEAVY = ("numpy", "sqlite_utils", "trafilatura", "lxml", "spacy", "jinja2", "rapidfuzz", "py3langid")


@cache
def modules() -> tuple[tuple[str, ast.Module, str], ...]:
    texts = [(str(file.relative_to(ROOT)), file.read_text("utf-8")) for file in FILES]
    return tuple((name, ast.parse(text), text) for name, text in texts)


def test_every_file_says_what_it_is_for() -> None:
    silent = [name for name, tree, _ in modules() if not ast.get_docstring(tree)]
    assert silent == []


def test_no_file_is_longer_than_400_lines() -> None:
    assert [(name, n) for name, _, text in modules() if (n := text.count("\n")) > 400] == []


def test_no_function_is_longer_than_60_lines() -> None:
    long = [
        (name, node.name, length)
        for name, tree, _ in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and (length := (node.end_lineno or 0) - node.lineno + 1) > 60
    ]
    assert long == []


def test_public_functions_and_classes_have_docstrings() -> None:
    silent = [
        (name, node.name)
        for name, tree, _ in modules()
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert silent == []


def test_sql_stands_only_in_the_store() -> None:
    statement = re.compile(r"\b(?:SELECT\s.+\sFROM|INSERT\s+INTO|DELETE\s+FROM|UPDATE\s+\w+\s+SET)\s", re.S)
    elsewhere = [
        name
        for name, tree, _ in modules()
        if not name.startswith("provenance/store/")
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and statement.search(node.value)
    ]
    assert elsewhere == []


@pytest.mark.parametrize("statement", ["import provenance", "import provenance.commands"])
def test_importing_the_package_loads_nothing_heavy(statement: str) -> None:
    code = f"{statement}; import sys; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_subject_has_tests() -> None:
    rooms = [d.name for d in (ROOT / "provenance").iterdir() if list(d.glob("[!_]*.py"))]
    without = [room for room in sorted(rooms) if not list((ROOT / "tests" / room).rglob("test_*.py"))]
    assert without == []
