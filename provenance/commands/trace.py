"""Where a text comes from."""

import json
import stat
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from pathlib import Path

import click
from attrs import asdict, evolve, frozen

from provenance.api import Case
from provenance.commands._cells import Piece, flat, page_width, paint, wrap
from provenance.commands._formats import print_rows
from provenance.commands._group import Invocation, pass_invocation
from provenance.commands._lists import format_options, open_case
from provenance.commands._pasted import looks_like_path, without_marks
from provenance.commands._terminal import one_line, visible
from provenance.errors import UsageError
from provenance.model.reuse import MOVED, Change
from provenance.model.settings import Settings
from provenance.model.spans import Span
from provenance.model.traces import TracedPassage
from provenance.readers.workspace import Workspace, load_workspace
from provenance.stages.heads import not_compared
from provenance.stages.read_one import read_one
from provenance.stages.trace import find_unfound, measure_found
from provenance.stages.trace_runs import least_words
from provenance.text.masking import mask
from provenance.text.tokens import find_words

COLUMNS = tuple(
    "place start end text key path source_start source_end quote kind similarity changes published "
    "published_basis age age_reason derives_from further further_counted gaps whole common".split()
)
"""Of the formats for machines, a row for each passage and source."""
MOST_CHANGES = 20
"""Changes of a passage that the table lists."""
MOST_PATH = 4096
"""Code points of a path."""
_QUOTE_CHARS = 45


@frozen
class Given:
    """The text to trace, what of it is page furniture, and what to say of how it was understood.
    `is_path`: it is no text, but looks like the path of a file that is not there."""

    text: str
    furniture: tuple[tuple[int, int], ...] = ()
    note: str = ""
    is_path: bool = False


@click.command(
    "trace", epilog='Example: provenance trace "The flood reached the first houses within the hour"'
)
@click.argument("given", nargs=-1, metavar="TEXT|FILE|-")
@click.option("--text", "is_text", is_flag=True, help="It is a text, even if a file has this name.")
@click.option(
    "--limit", type=click.IntRange(min=1), default=10, show_default=True, help="Sources for each passage."
)
@format_options
@pass_invocation
def trace(invocation: Invocation, /, given: tuple[str, ...], is_text: bool, limit: int, format_: str) -> None:
    """Find where a text comes from: which sources in the database have its passages, what was changed, and
    which of them is dated first.

    TEXT is looked up as it is; the name of an existing FILE stands for what is in it, in any format that
    `run` reads; - is standard input. Found are a source that is the whole text, whatever `reuse` would call
    copied, and every other run of 12 words and 65 characters that stands in a source (in Chinese or Japanese,
    33 characters): names, figures and stock phrases are marked as no sign of a copy. Shorter sentences are
    found where they are telling; paraphrases, translations and page furniture are not.
    """
    workspace = load_workspace(Path())
    asked = _understand(given, workspace.settings, is_text=is_text)
    with open_case(invocation) as case:
        note = asked.note + (_hint_source(case, given) if len(given) == 1 else "")
        if asked.is_path:
            raise UsageError(note)
        if note:
            invocation.say(note)
        found = case.trace(
            asked.text,
            limit=limit,
            settings=workspace.settings,
            gazetteers=_word_lists(workspace),
            tables=workspace.tables,
            furniture=asked.furniture,
        )
        coverage = _describe_coverage(case)
    if format_ != "table":
        print_rows([_as_row(each, asked.text) for each in found], COLUMNS, format_)
        if not found:
            invocation.say(_describe_nothing(coverage, workspace.settings))
        return
    lines = _describe(found, asked, coverage) if found else [_describe_nothing(coverage, workspace.settings)]
    for line in lines:
        indent = len(line) - len(line.lstrip(" "))
        for wrapped in wrap([Piece(line)], page_width() - indent) or [()]:
            click.echo(f"{' ' * indent}{paint(wrapped)}")


def _understand(given: Sequence[str], settings: Settings, *, is_text: bool) -> Given:
    """What is meant: standard input, a file, or the words themselves. UsageError for nothing."""
    words = " ".join(given)
    if not words.strip():
        message = "there is nothing to trace: give a text, the name of a file, or - for standard input"
        raise UsageError(message)
    if len(given) == 1 and not is_text:
        if words == "-":
            return _pasted(_read_input(settings))
        if _is_there(words):
            source = read_one(Path(words), settings.reading)
            return Given(source.text, tuple((each.start, each.end) for each in not_compared(source)))
        if looks_like_path(words):
            note = f"no file is called {_shortened(words)}; --text looks it up as a text"
            return Given(words, note=note, is_path=True)
        if len(words.split()) == 1:
            return evolve(_pasted(words), note=f"no file is called {_shortened(words)}: taken as a text")
    return _pasted(words)


def _pasted(text: str) -> Given:
    """A text as it was handed in, without the marks of where it was copied from."""
    bare, left_out = without_marks(text)
    if not any(map(str.isalnum, bare)):
        return Given(text)
    note = f"without its {left_out}: places are counted in what is left" if left_out else ""
    return Given(bare, note=note)


def _is_there(name: str) -> bool:
    """Is there a file, folder or anything else of that name?"""
    try:
        return bool(stat.S_IFMT(Path(name).stat().st_mode))
    except (OSError, ValueError):  # also of names too long for a file, or with NUL
        return False


def _read_input(settings: Settings) -> str:
    most = settings.reading.largest_text_characters
    raw = sys.stdin.buffer.read(4 * most + 1)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = (
            f"standard input is not UTF-8 (byte {error.start}): save it to a file and name that; "
            "files are read in any encoding and format"
        )
        raise UsageError(message) from error
    if len(text) > most:
        message = f"standard input has more than {most:,} characters; give a part of it"
        raise UsageError(message)
    if not text.strip():
        message = "standard input is empty: there is nothing to trace"
        raise UsageError(message)
    return text


def _hint_source(case: Case, given: Sequence[str]) -> str:
    """Where a source has the name that was taken for a text."""
    rows = [row for row in case.sources() if row["path"] == given[0]] if len(given[0]) < MOST_PATH else []
    return f"; a source has this path: `provenance show {visible(given[0])}`" if rows else ""


def _word_lists(workspace: Workspace) -> Path | None:
    return Path(workspace.gazetteers) if workspace.gazetteers else None


def _describe_coverage(case: Case) -> tuple[int, int]:
    """(sources that were looked in, sources that could not be)."""
    rows = [row for row in case.coverage() if row["stage"] == "fingerprint"]
    return sum(int(str(row["done"])) for row in rows), sum(int(str(row["not_done"])) for row in rows)


def _describe_nothing(coverage: tuple[int, int], settings: Settings) -> str:
    """That nothing was found, and what would have been."""
    return (
        f"Nothing of this text was found in {_count(coverage[0], 'source')}{_left_out(coverage)}. "
        f"{_describe_least(settings)} Shorter sentences, paraphrases and translations may be there. Page "
        "furniture was not looked into."
    )


def _describe_least(settings: Settings) -> str:
    """What is always found."""
    least = settings.reuse.least_characters
    return (
        f"A run of {least_words(settings.reuse)} words and {least} characters that one of them has would be "
        f"found, word for word; in Chinese or Japanese, one of {-(-least // 2)} characters."
    )


def _left_out(coverage: tuple[int, int]) -> str:
    return f" ({coverage[1]} could not be looked into: `provenance sources`)" if coverage[1] else ""


def _describe(found: Sequence[TracedPassage], asked: Given, coverage: tuple[int, int]) -> Iterator[str]:
    text = mask(asked.text, [Span("", *each) for each in asked.furniture])
    wholes = [each for each in found if each.is_whole]
    copied = [each for each in found if not each.is_whole and not each.is_common]
    yield from _describe_wholes(wholes)
    covered, words = measure_found(text, copied)
    sources = {each.source.source_id for each in copied}
    if wholes and not sources:
        yield "No other source was found to have a part of it."
    else:
        looked = coverage[0] - len(wholes) - (wholes[0].further if wholes else 0)
        count = _count(len(sources), "other source" if wholes else "source")
        yield (
            f"Found: {100 * covered // max(1, words)} % of the text, {covered:,} of {_count(words, 'word')}, "
            f"in {count} of {looked:,}{_left_out(coverage)}."
        )
    for _place, held in groupby((each for each in found if not each.is_whole), key=lambda each: each.place):
        yield ""
        yield from _describe_place(list(held), text, len(wholes[:1]))
    yield ""
    where = "Not found in another source" if wholes else "Not found"
    for start, end in find_unfound(text, [each for each in found if not each.is_whole]) if sources else ():
        if len(list(find_words(text[start:end]))) > 1:
            yield f"{where}: {start}–{end} “{_shortened(text[start:end])}”"
    yield from _describe_order(copied, len(wholes[:1]))
    yield "Dates are what the sources say of themselves; an older text may exist outside this database."


def _describe_wholes(wholes: Sequence[TracedPassage]) -> Iterator[str]:
    for each in wholes:
        yield f"This is source {visible(each.path)} itself, word for word   {each.source.source_id}"
        yield f"   {each.age.value}: {one_line(each.age_reason)}"
        yield from (f"   derives from {one_line(reason)}" for reason in each.derives_from)
    if wholes and wholes[0].further:
        yield f"and {_count(wholes[0].further, 'more source')} of the same words: `provenance duplicates`"
    if wholes:
        yield ""


def _describe_place(held: Sequence[TracedPassage], text: str, before: int) -> Iterator[str]:
    """`before`: places that are told apart and not numbered."""
    start, end = min(each.start for each in held), max(each.end for each in held)
    yield f"{held[0].place - before}. {start}–{end} “{_shortened(text[start:end])}”"
    for each in held:
        here = ", ".join(f"{first}–{last}" for first, last in _stretches(each, text))
        part = "" if here == f"{start}–{end}" else f" (here {here})"
        what = f"{each.kind.value}, {each.grade:.0%} of the words equal"
        if each.is_common:
            what = "the same words, but names, figures or stock phrases: no sign of a copy"
        yield (
            f"   {each.age.value}: {visible(each.path)} {each.source.start}–{each.source.end}{part}, "
            f"{what}   {each.source.source_id}"
        )
        yield f"      {one_line(each.age_reason)}"
        yield from (f"      derives from {one_line(reason)}" for reason in each.derives_from)
        for change in each.changes[:MOST_CHANGES]:
            yield f"      {_describe_change(change)}"
        if len(each.changes) > MOST_CHANGES:
            yield f"      … and {len(each.changes) - MOST_CHANGES} more changes: --json has all"
    if held[0].further:
        least = "" if held[0].is_further_counted else "about "
        more, were = ("share", "were") if held[0].further > 1 else ("shares", "was")
        yield (
            f"   {least}{_count(held[0].further, 'more source')} {more} words of it and {were} not compared: "
            f"--limit {len(held) + held[0].further}"
        )


def _stretches(each: TracedPassage, text: str) -> Iterator[tuple[int, int]]:
    """What the source has, without the marks and spaces beside a gap."""
    for start, end in each.stretches:
        inside = range(start, end if start > each.start else start)
        first = next((place for place in inside if text[place].isalnum()), start)
        yield first, first + len(text[first:end].rstrip())


def _describe_change(change: Change) -> str:
    """What the source has, and what the text given has in its place."""
    there, here = one_line(change.a_text), one_line(change.b_text)
    if change.judgement == MOVED and there and here:
        return f"moved: “{here}”, which stands at {change.a_start} in the source, at {change.b_start} here"
    kind = f"{change.kind.value} ({one_line(change.judgement)})" if change.judgement else change.kind.value
    if not there:
        return f"{kind}: “{here}” is not in the source"
    if not here:
        return f"{kind}: “{there}” of the source is left out"
    return f"{kind}: “{there}” in the source, “{here}” here"


def _describe_order(found: Sequence[TracedPassage], before: int) -> Iterator[str]:
    """Of sources that have several of the passages in another order: which one."""
    by_source: dict[str, list[TracedPassage]] = {}
    for each in found:
        by_source.setdefault(each.source.source_id, []).append(each)
    for held in by_source.values():
        there = sorted(held, key=lambda each: each.source)
        if any(one.start > other.start for one, other in pairwise(there)):
            order = ", ".join(str(each.place - before) for each in there)
            yield f"In {visible(held[0].path)} these stand in another order: {order}"


def _shortened(text: str) -> str:
    """The beginning and the end of a quote."""
    told = flat(text.strip())
    if len(told) <= 3 * _QUOTE_CHARS:
        return told
    first, last = told[:_QUOTE_CHARS], told[-_QUOTE_CHARS:]
    return f"{first.rpartition(' ')[0] or first} … {last.partition(' ')[2] or last}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _as_row(each: TracedPassage, text: str) -> dict[str, object]:
    changes = [{**asdict(change), "kind": change.kind.value} for change in each.changes]
    return {
        "place": each.place,
        "start": each.start,
        "end": each.end,
        "text": text[each.start : each.end],
        "key": each.source.source_id,
        "path": each.path,
        "source_start": each.source.start,
        "source_end": each.source.end,
        "quote": each.quote,
        "kind": each.kind.value,
        "similarity": each.grade,
        "changes": json.dumps(changes, ensure_ascii=False),
        "published": each.published,
        "published_basis": each.published_basis,
        "age": each.age.value,
        "age_reason": each.age_reason,
        "derives_from": "; ".join(each.derives_from),
        "further": each.further,
        "further_counted": int(each.is_further_counted),
        "gaps": json.dumps([list(gap) for gap in each.gaps]),
        "whole": int(each.is_whole),
        "common": int(each.is_common),
    }
