"""The report as Markdown: the same content and order as the page, to read in an editor or a forge."""

from collections.abc import Iterable, Iterator, Sequence

from provenance.model.names import NamePair
from provenance.model.report import ReportData
from provenance.report import words
from provenance.report.cards import Card, SideCard
from provenance.report.copies import Copy, CopySide
from provenance.report.places import Place, SourceCard
from provenance.report.plaintext import code, literal
from provenance.report.spellings import Grid
from provenance.report.troubles import Trouble
from provenance.report.view import ROWS, View, make_view


def render_markdown(data: ReportData) -> str:
    """One Markdown document. No text from outside makes a tag, link, image, heading, list or table."""
    view = make_view(data)
    parts = [
        _head(view),
        _coverage(view),
        _findings(view),
        _copies(view),
        _names(view),
        _groups(view),
        _sources(view),
        _method(view),
    ]
    return "\n\n".join("\n\n".join(blocks) for blocks in parts) + "\n"


def _head(view: View) -> Iterator[str]:
    yield f"# {literal(view.name)}"
    yield '[//]: # (name="generator" content="provenance")'  # not shown; tells our reports from documents
    yield f"**{literal(view.verdict)}**"


def _coverage(view: View) -> Iterator[str]:
    yield "## What was analysed, and what was not"
    yield "An empty list is not agreement: what was not analysed cannot show a difference."
    if view.coverage:
        yield _table(
            ("Stage", "Language", "Analysed", "Not analysed", "Why not"),
            [
                (literal(r.stage), literal(words.language(r.language)), r.done, r.not_done, literal(r.reason))
                for r in view.coverage
            ],
        )
    if view.bare:
        yield "No article text, only page furniture:"
        yield "\n".join(f"- {_source(card)}" for card in view.bare[:ROWS])
    state = None
    for group in view.troubles:
        if group.state is not state:
            state = group.state
            yield f"### {words.TROUBLES[state]}"
        yield from _trouble(group)


def _trouble(group: Trouble) -> Iterator[str]:
    code_words = f" ({code(group.code)})" if group.code else ""
    yield f"**{words.count(len(group.sources), 'source')}**: {literal(group.meaning)}{code_words}"
    lines = [f"- {_source(card)}{f': {literal(text)}' if text else ''}" for card, text in group.shown]
    if group.more:
        lines.append(f"- and {words.count(group.more, 'more source')}, in `sources.csv`")
    yield "\n".join(lines)


def _findings(view: View) -> Iterator[str]:
    yield "## What to check, most severe first"
    if not view.cards:
        found = "No point to check was found in what was analysed. That is not agreement."
        yield found if view.was_run("conflicts") else "Nothing was searched for differences."
        return
    yield "\n".join(f"{card.number}. {_index_line(card)}" for card in view.cards)
    more = len(view.rest) + view.unlisted
    if more:
        yield f"{words.count(more, 'further finding')} in `report.json` and `conflicts.csv`."
    for card in view.cards:
        yield from _card(card)


def _index_line(card: Card) -> str:
    conflict = card.conflict
    state = "" if card.review == "open" else f", {literal(card.review)}"
    severity = f"{words.LEVEL_ICONS[conflict.severity]} {conflict.severity.value}"
    return f"{literal(conflict.title)} ({severity}, {conflict.conflict_class.value}, {card.reach}{state})"


def _card(card: Card) -> Iterator[str]:
    conflict = card.conflict
    yield f"### {card.number}. {literal(conflict.title) or '-'}"
    state = "" if card.review == "open" else f" **{literal(card.review)}.**"
    yield (
        f"Severity **{conflict.severity.value}** (consequence {conflict.consequence.value}, certainty "
        f"{conflict.certainty.value}); {conflict.conflict_class.value}; "
        f"{f'{card.kind}; ' if card.kind else ''}{card.reach}; key `{conflict.key}`.{state}"
    )
    if conflict.why:
        yield literal(conflict.why)
    for side in card.sides:
        yield from _side(side)


def _side(side: SideCard) -> Iterator[str]:
    yield f"**{literal(side.value) or '-'}** ({side.support})"
    for place in side.places:
        yield _quote(place)
    if side.links:
        more = f"; and {words.count(side.more, 'more place')} in `conflicts.csv`" if side.more else ""
        yield f"Also: {'; '.join(_where(place) for place in side.links)}{more}."
    if side.reasons:
        yield " ".join(literal(reason) for reason in side.reasons)


def _where(place: Place) -> str:
    if place.field:
        return f"{place.card.label}, {literal(place.field)}"
    return f"{place.card.label}, {place.start} to {place.end}"


def _quote(place: Place) -> str:
    card = place.card
    middle = f"{_omitted(place.omitted)}{_spaced(place.tail)}" if place.omitted else ""
    marked = f"⟦{_spaced(place.quote)}{middle}⟧"
    where = f"stored field {code(place.field)}" if place.field else f"characters {place.start} to {place.end}"
    title = f"“{literal(card.title)}”, " if card.title else ""
    shown = f"> {_spaced(place.before)}{marked}{_spaced(place.after)}"
    return (
        f"{shown}\n>\n> — {card.label}, {where}; {title}{literal(card.publisher)}, {literal(card.date)}; "
        f"{code(card.source.path)}"
    )


def _copies(view: View) -> Iterator[str]:
    yield "## Shared text"
    if not view.copies:
        found = "No shared passage was found among what was analysed, boilerplate and quotations apart."
        yield found if view.was_run("reuse") else "No texts were compared."
    else:
        yield "Earlier text first, where it is known; `[-…-]`: only in the first, `{+…+}` in the second."
    for copy in view.copies:
        yield from _copy(copy)
    if view.more_copies:
        yield f"{words.count(view.more_copies, 'shorter shared passage')} in `reused_passages.csv`."
    if view.apart:
        yield "### Boilerplate and quotations"
        yield "Listed apart, for neither says that one text was made from the other."
        yield _table(
            ("What", "Where", "Text"),
            [
                (words.REUSE_KINDS[c.alignment.kind], f"{_range(c.left)}; {_range(c.right)}", _pieces(c.left))
                for c in view.apart
            ],
        )


def _copy(copy: Copy) -> Iterator[str]:
    kind = words.REUSE_KINDS[copy.alignment.kind]
    yield f"### {copy.places}: {words.count(copy.characters, 'character')}, {kind}, {copy.changes}"
    yield f"{literal(copy.direction)} (key `{copy.alignment.key}`)"
    for side, signs in ((copy.left, ("\\[-", "-\\]")), (copy.right, ("\\{+", "+\\}"))):
        place = f"characters {side.start} to {side.end}"
        yield f"{_source(side.card)}, {side.role}, {place}:"
        yield f"> {_pieces(side, signs)}"


def _pieces(side: CopySide, signs: tuple[str, str] = ("", "")) -> str:
    shown = []
    for piece in side.pieces:
        if piece.omitted:
            shown.append(_omitted(piece.omitted))
        elif piece.is_changed:
            label = f" ({piece.label})" if piece.label and signs[0] else ""
            shown.append(f"{signs[0]}{_spaced(piece.text)}{signs[1]}{label}")
        else:
            shown.append(_spaced(piece.text))
    return "".join(shown)


def _names(view: View) -> Iterator[str]:
    yield "## Names and their spellings"
    if not view.spellings.grids:
        found = "No name was found in more than one spelling."
        yield found if view.was_run("names") else "No text was searched for names."
    for grid in view.spellings.grids:
        yield f"### {literal(grid.entity.name) or '-'} ({grid.entity.kind.value})"
        yield _grid(grid)
    for heading, pairs in (
        ("Uncertain: the same or not?", view.spellings.unsure),
        ("Alike, and kept apart", view.spellings.apart),
    ):
        if pairs:
            yield f"### {heading}"
            yield _table(("Name", "Name", "Kind", "Likeness", "Why"), [_pair(pair) for pair in pairs])


def _pair(pair: NamePair) -> Sequence[object]:
    score = f"{pair.score:.2f}"
    return literal(pair.a), literal(pair.b), pair.kind.value, score, literal(pair.reason)


def _grid(grid: Grid) -> str:
    columns = [card.label for card in grid.cards]
    rows = [
        (
            literal(spelling.variant.text),
            *(number or "·" for number in spelling.counts),
            spelling.mentions,
            literal(spelling.variant.reason),
        )
        for spelling in grid.spellings
    ]
    return _table(("Spelling", *columns, "All", "Why the same"), rows)


def _groups(view: View) -> Iterator[str]:
    yield "## How many sources is that really?"
    if view.groups:
        yield f"{view.origins} What stands behind one statement does not follow from this."
    else:
        yield "Independence was not judged."
    for group in view.groups:
        yield "\n".join(
            f"- group {group.number}: {_source(card)}{f': {literal(reason)}' if reason else ''}"
            for card, _, reason in group.shown
        )
    if view.edges:
        rows = [
            (_source(e.earlier), _source(e.later), f"{e.lineage.confidence:.2f}", literal(e.reason))
            for e in view.edges
        ]
        yield _table(("Earlier text", "Later text", "Confidence", "Why"), rows)


def _sources(view: View) -> Iterator[str]:
    yield "## Sources"
    for card in view.inventory.full:
        yield f"### {_source(card)}"
        lines = [
            f"- {literal(name)}: {literal(statement.value)} ({words.BASES[statement.basis]})"
            for name, statement in card.facts
        ]
        if card.source.is_readable:
            size = words.count(len(card.source.text), "character")
            lines.append(f"- text: {size}, {literal(words.language(card.source.language))}")
        if card.source.content_id:
            lines.append(f"- SHA-256: {code(card.source.content_id)}")
        lines.append(f"- state: {_state(card)}")
        lines.append(f"- key: {code(card.source.id)}")
        yield "\n".join(lines)
    yield from _short_sources(view)


def _short_sources(view: View) -> Iterator[str]:
    if view.inventory.short:
        rows = [
            (card.label, code(card.source.path), literal(card.publisher), literal(card.date), _state(card))
            for card in view.inventory.short
        ]
        yield _table(("No.", "File", "Publisher", "Published", "State"), rows)
    if view.inventory.unlisted:
        yield f"{words.count(view.inventory.unlisted, 'more source')} in `sources.csv`."


def _method(view: View) -> Iterator[str]:
    yield "## Method and limits"
    yield (
        "Offsets count Unicode code points of the stored texts. Independence is counted for each statement, "
        "as a range; what is not established widens it. Direction is earlier and later text, with its "
        "reason. An altered copy is no witness for what it changed. Absence is not disagreement. Nothing "
        "here says who is right."
    )
    if view.classes_found:
        yield "\n".join(f"- *{one.value}*: {words.CLASSES[one]}" for one in view.classes_found)
    if view.data.settings:
        yield _table(("Setting", "Value"), [(literal(n), literal(v)) for n, v in view.data.settings])
    yield f"Made by provenance {literal(view.data.version)}."


def _source(card: SourceCard) -> str:
    return f"{card.label} {code(card.source.path)}"


def _state(card: SourceCard) -> str:
    problem = f": {literal(card.source.problem)}" if card.source.problem else ""
    return f"{words.STATES[card.source.state]}{problem}"


def _range(side: CopySide) -> str:
    return f"{side.card.label}, {side.start} to {side.end}"


def _omitted(number: int) -> str:
    return f" \\[… {number:,} characters …\\] "


def _spaced(text: str) -> str:
    """`text` made literal, with a space where it begins or ends with white space, so that pieces join."""
    before = " " if text[:1].isspace() else ""
    after = " " if len(text) > 1 and text[-1:].isspace() else ""
    return f"{before}{literal(text)}{after}"


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [" | ".join(head), " | ".join("---" for _ in head)]
    lines += [" | ".join(str(cell) or " " for cell in row) for row in rows]
    return "\n".join(f"| {line} |" for line in lines)
