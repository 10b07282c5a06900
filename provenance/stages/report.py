"""All results → files in the reports folder; a file that would not change is not written again."""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from sqlite_utils import Database

from provenance.errors import CannotWrite, UsageError
from provenance.model.report import ReportData
from provenance.report import render_csv, render_html, render_json, render_markdown
from provenance.stages.collect import collect
from provenance.stages.reporting import HTML_NAME

_RENDERERS: Mapping[str, Callable[[ReportData], Mapping[str, str]]] = {
    "html": lambda data: {HTML_NAME: render_html(data)},
    "markdown": lambda data: {"report.md": render_markdown(data)},
    "json": lambda data: {"report.json": render_json(data)},
    "csv": render_csv,
}
"""Format → the files that it makes: name → text."""


def export(db: Database, folder: Path, formats: Sequence[str]) -> list[Path]:
    """Write a report of what stands in `db` into `folder`; the files' paths, in order.

    UsageError for an unknown format, CannotWrite where the folder refuses.
    """
    texts = render(collect(db), formats)
    write_files(folder, texts)
    return [folder / name for name in texts]


def render(data: ReportData, formats: Sequence[str]) -> dict[str, str]:
    """File name → text, in the order of `formats`."""
    unknown = [name for name in formats if name not in _RENDERERS]
    if unknown:
        message = f"no such report format: {unknown[0]}; there are {', '.join(_RENDERERS)}"
        raise UsageError(message)
    return {name: text for one in formats for name, text in _RENDERERS[one](data).items()}


def write_files(folder: Path, texts: Mapping[str, str]) -> None:
    """Write each file whole or not at all, and only where its bytes would change."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            _write(folder / name, text.encode())
    except OSError as error:
        message = (
            f"{folder}: the report cannot be written ({error.strerror}); name another folder with --reports"
        )
        raise CannotWrite(message) from error


def _write(path: Path, content: bytes) -> None:
    if path.is_file() and path.read_bytes() == content:
        return
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(content)
    os.replace(new, path)
