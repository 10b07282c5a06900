"""The report as one HTML file: no script, no request, everything from outside escaped."""

import re
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from provenance.model.report import ReportData
from provenance.report import words
from provenance.report.codes import explain
from provenance.report.developments import say_use
from provenance.report.view import make_view
from provenance.report.visible import pieces, visible
from provenance.text.masking import article_length

_QUOTED = re.compile(r"(?<=“)([^”]*)(?=”)")
_HIDDEN = Markup('<span class="hidden-character">{}</span>')


def render_html(data: ReportData) -> str:
    """One self-contained page; the same data give the same bytes.

    Nothing is loaded or run: the page's own policy forbids it, and there is no script in it. Characters
    that a reader would not see (controls, direction overrides) are shown as marks.
    """
    return _environment().get_template("report.html").render(view=make_view(data), words=words)


def seen(text: object) -> Markup:
    """`text` escaped, with hidden characters as marked signs."""
    found = pieces(str(text))
    return Markup("").join(_HIDDEN.format(piece) if is_mark else escape(piece) for piece, is_mark in found)


def foreign(text: object) -> Markup:
    """`text` from outside, as `seen`, with its direction of writing kept to itself."""
    return Markup("<bdi>{}</bdi>").format(seen(text))


def told(text: object) -> Markup:
    """A sentence of ours, left to right whatever it begins with; what it quotes keeps its own direction."""
    found = Markup("")
    for number, part in enumerate(_QUOTED.split(str(text))):
        found += foreign(part) if number % 2 else seen(part)
    return Markup('<bdi dir="ltr">{}</bdi>').format(found)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("provenance.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(explain=explain, article_length=article_length, say_use=say_use)
    environment.filters.update(seen=seen, foreign=foreign, told=told, visible=visible)
    return environment
