"""Shared text and states of pages in the Markdown report."""

from collections.abc import Iterator

from provenance.report import words
from provenance.report.changes import ChangeLine
from provenance.report.copies import Copy, CopySide
from provenance.report.markdown_parts import omitted, quote, source_name, spaced, table
from provenance.report.plaintext import literal
from provenance.report.states import StatePair
from provenance.report.view import View


def copies(view: View) -> Iterator[str]:
    """Shared passages, with what was changed between them."""
    yield "## Shared text"
    if not view.copies:
        found = "No shared passage was found among what was analysed, boilerplate and quotations apart."
        yield found if view.was_run("reuse") else "No texts were compared."
    else:
        yield "Earlier text first, where it is known; `[-…-]`: only in the first, `{+…+}` in the second."
    if view.kinds_of_reuse:
        explained = words.REUSE_EXPLAINED
        yield "\n".join(f"- *{words.REUSE_KINDS[kind]}*: {explained[kind]}" for kind in view.kinds_of_reuse)
    for copy in view.copies:
        yield from _copy(copy)
    if view.more_copies:
        yield f"{words.count(view.more_copies, 'shorter shared passage')} in `reused_passages.csv`."
    if view.apart:
        yield "### Boilerplate and quotations"
        yield "Listed apart, for neither says that one text was made from the other."
        yield table(
            ("What", "Where", "Text"),
            [
                (words.REUSE_KINDS[c.alignment.kind], f"{_range(c.left)}; {_range(c.right)}", _pieces(c.left))
                for c in view.apart
            ],
        )


def _copy(copy: Copy) -> Iterator[str]:
    kind = words.REUSE_KINDS[copy.alignment.kind]
    yield f"### {copy.places}: {words.count(copy.characters, 'character')}, {kind}, {copy.changes}"
    yield from _changes(copy)
    yield f"{literal(copy.direction)} (key `{copy.alignment.key}`)"
    if copy.reasons.listed:
        sure = f" (confidence {copy.confidence})" if copy.confidence else ""
        yield f"What speaks for which direction{sure}:"
        lines = [f"- {each.says}: {literal(each.text)}" for each in copy.reasons.listed]
        if copy.reasons.more:
            lines.append(f"- {copy.reasons.more} more in `report.json`")
        yield "\n".join(lines)
    yield from _sides(copy)


def _sides(copy: Copy) -> Iterator[str]:
    for side, signs in ((copy.left, ("\\[-", "-\\]")), (copy.right, ("\\{+", "+\\}"))):
        place = f"characters {side.start} to {side.end}"
        yield f"{source_name(side.card)}, {side.role}, {place}:"
        yield f"> {_pieces(side, signs)}"


def _changes(copy: Copy) -> Iterator[str]:
    listed = copy.listed
    if not listed.lines:
        return
    lines = [f"- {_change(line, copy)}" for line in listed.lines]
    if listed.more:
        lines.append(f"- {listed.more} more, marked in the texts")
    if listed.folded:
        lines.append(f"- and {literal(listed.folded)}, marked in the texts")
    yield "\n".join(lines)


def _change(line: ChangeLine, copy: Copy) -> str:
    left, right = f"“{literal(line.left)}”", f"“{literal(line.right)}”"
    if line.left and line.right:
        told = f"{left} {'→' if copy.is_ordered else '/'} {right}"
    else:
        told = (
            f"{left} only in the {copy.left.role}" if line.left else f"{right} only in the {copy.right.role}"
        )
    return f"**{line.kind}**: {told}{f', {literal(line.judgement)}' if line.judgement else ''}"


def states(view: View) -> Iterator[str]:
    """Pages of which the pile holds several states; nothing where there is none."""
    if not view.states:
        return
    yield "## Pages in several states"
    yield (
        "One page as it stood at two times. That is no copying, and the states together are one source: they "
        "are not among the shared passages above, and not counted there."
    )
    for pair in view.states:
        yield from _pair(pair)
    if view.more_states:
        yield f"{words.count(view.more_states, 'more pair')} of states in `report.json`."


def _pair(pair: StatePair) -> Iterator[str]:
    yield f"### {pair.left.label} and {pair.right.label}: {pair.order}"
    for card in (pair.left, pair.right):
        yield f"{source_name(card)}; {literal(card.publisher)}, {literal(card.date)}"
    if pair.reason:
        yield literal(pair.reason)
    if pair.notice:
        yield "The page tells of a change:"
        yield quote(pair.notice)
    else:
        yield f"**{pair.silence}.**"
    for copy in pair.passages:
        yield f"#### {copy.places}: {words.count(copy.characters, 'character')}, {copy.changes}"
        yield from _changes(copy)
        yield from _sides(copy)
    if pair.more:
        yield f"{words.count(pair.more, 'more passage')} of the two in `reused_passages.csv`."


def _pieces(side: CopySide, signs: tuple[str, str] = ("", "")) -> str:
    shown = []
    for piece in side.pieces:
        if piece.omitted:
            shown.append(omitted(piece.omitted))
        elif piece.is_changed:
            label = f" ({piece.label})" if piece.label and signs[0] else ""
            shown.append(f"{signs[0]}{spaced(piece.text)}{signs[1]}{label}")
        else:
            shown.append(spaced(piece.text))
    return "".join(shown)


def _range(side: CopySide) -> str:
    return f"{side.card.label}, {side.start} to {side.end}"
