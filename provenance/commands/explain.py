"""The reasoning behind anything that has a key."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from attrs import asdict

from provenance.api import Case
from provenance.commands._cells import Piece, clip, flat, page_width, paint, wrap
from provenance.commands._coverage import describe_coverage, print_coverage
from provenance.commands._formats import safe_json
from provenance.commands._group import Invocation, pass_invocation
from provenance.commands._lists import open_case
from provenance.commands._terminal import visible, visible_lines
from provenance.model.explanations import Explanation, Ground, GroundPlace
from provenance.model.names import say_score
from provenance.readers.workspace import load_workspace

_INDENT = 3
_DEEPEST = 4
_CONTEXT_CHARS = 60
_MOST_PLACES = 5
_MOST_GROUNDS = 40
_LONGEST_QUOTE = 300
_LEGEND = (
    "Scores run from 0 to 1. Weights speak for (+) or against (-); their sum is the log-odds of the score."
)


@click.command("explain", epilog='Example: provenance explain "Yousef al-Mansouri"')
@click.argument("key")
@click.argument("other", required=False, metavar="[NAME]")
@click.option("--json", "is_json", is_flag=True, help="As JSON, with all grounds and places.")
@pass_invocation
def explain(invocation: Invocation, key: str, other: str | None, is_json: bool) -> None:
    """Say why: every reason and figure behind what KEY names. It is the key of a name, a spelling, a pair of
    names, a passage, claim, conflict, timeline, quotation or source, the beginning of one, a source's path,
    or a name itself.

    Of conflicts: the claims as read and what was made of what is printed, the rule with its exceptions, why
    the values cannot both hold, why it is one event, how far the sources of each side depend on each other,
    and what would make it go away.

    Of names: how the name was chosen, what joined each spelling to it and where that stands, the comparison
    with the weight of each reason (their sum gives the score), which others were kept apart and why, what you
    said in names.toml, and the lines that would change it. With two names, why they are one or two.
    """
    workspace = load_workspace(Path())
    with open_case(invocation) as case:
        said = case.explain(
            key,
            other,
            settings=workspace.settings,
            gazetteers=Path(workspace.gazetteers) if workspace.gazetteers else None,
            tables=workspace.tables,
        )
        if is_json:
            click.echo(safe_json(asdict(said)))
            invocation.say(describe_coverage(case.coverage()))
            return
        for line in _describe(case, said):
            click.echo(line)
        click.echo()
        print_coverage(case.coverage())


def _describe(case: Case, said: Explanation) -> Iterator[str]:
    yield from _lines(f"{said.kind} {said.key}".strip(), 0)
    yield from _lines(said.title, 0)
    for chapter in said.chapters:
        yield ""
        yield click.style(visible(chapter.heading), bold=True)
        for ground in chapter.grounds[:_MOST_GROUNDS]:
            yield from _ground(case, ground, 1)
        if len(chapter.grounds) > _MOST_GROUNDS:
            yield from _lines(f"… and {len(chapter.grounds) - _MOST_GROUNDS} more: --json has all", 1)
    if any(_has_weight(ground) for chapter in said.chapters for ground in chapter.grounds):
        yield ""
        yield from _lines(_LEGEND, 0)
    for number, remedy in enumerate(said.remedies):
        if not number or said.remedies[number - 1].file != remedy.file:
            yield ""
            yield click.style(f"to change it, in {remedy.file}", bold=True)
        yield from _lines(f"# {remedy.purpose}", 0)
        if remedy.lines:
            yield visible_lines(remedy.lines)


def _ground(case: Case, ground: Ground, depth: int) -> Iterator[str]:
    """A ground with its figures before it, where it stands, and what it is made of."""
    figures = []
    if ground.weight is not None:
        figures.append(f"{ground.weight:+.2f}")
    if ground.score is not None:
        figures.append(say_score(ground.score))
    if ground.basis:
        figures.append(f"[{ground.basis}]")
    yield from _lines(" ".join([*figures, ground.text]), depth)
    for place in ground.places[:_MOST_PLACES]:
        yield from _place(case, place, depth + 1)
    if len(ground.places) > _MOST_PLACES:
        yield from _lines(f"… and {len(ground.places) - _MOST_PLACES} more places: --json has all", depth + 1)
    for part in ground.parts[:_MOST_GROUNDS]:
        yield from _ground(case, part, min(depth + 1, _DEEPEST))
    if len(ground.parts) > _MOST_GROUNDS:
        yield from _lines(f"… and {len(ground.parts) - _MOST_GROUNDS} more: --json has all", depth + 1)


def _has_weight(ground: Ground) -> bool:
    return ground.weight is not None or any(map(_has_weight, ground.parts))


def _place(case: Case, place: GroundPlace, depth: int) -> Iterator[str]:
    """The place and its quote, a short one with what stands around it."""
    text = case.text(place.source)
    before = flat(text[max(0, place.start - _CONTEXT_CHARS) : place.start]).lstrip()
    after = flat(text[place.end : place.end + _CONTEXT_CHARS]).rstrip()
    left = "…" if place.start > _CONTEXT_CHARS else ""
    right = "…" if place.end + _CONTEXT_CHARS < len(text) else ""
    quote = clip(flat(place.quote), _LONGEST_QUOTE)
    yield from _lines(f"{place.path}:{place.start}–{place.end}", depth)
    yield from _lines(f"{left}{before}▶{quote}◀{after}{right}", depth)


def _lines(text: str, depth: int) -> Sequence[str]:
    """The text wrapped, what follows the first line further in."""
    margin = " " * _INDENT * depth
    wrapped = wrap([Piece(flat(text))], page_width() - len(margin) - 2)
    return [margin + ("  " if number else "") + paint(line) for number, line in enumerate(wrapped)]
