"""The report: what was found, most severe first, as HTML, Markdown, JSON and CSV."""

from provenance.report.csvfiles import render_csv
from provenance.report.html import render_html
from provenance.report.jsonfile import render_json
from provenance.report.markdown import render_markdown

__all__ = ["render_csv", "render_html", "render_json", "render_markdown"]
